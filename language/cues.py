"""The cues of a line: phrases that tell what its writer wants, longest first."""

import re
from collections.abc import Iterator
from typing import Final

from language.fold import fold
from language.lexicon import chinese_cues, english_cues
from language.mark import Cue

_WORD: Final = re.compile(r"[\u3400-\u9fff]|[a-z]+(?:'[a-z]+)*|[^\sa-z'\u3400-\u9fff]+")
_HYPHEN: Final = re.compile(r"(?<=[a-z])-(?=[a-z])")


def cues_of(text: str) -> frozenset[Cue]:
    """Every cue of a line, or of a sentence in it."""
    return frozenset(_cues(_HYPHEN.sub(" ", fold(text))))


def _cues(text: str) -> Iterator[Cue]:
    words = [word.replace("'", "") for word in _WORD.findall(text)]
    place = 0
    while place < len(words):
        lexicon = chinese_cues() if "\u3400" <= words[place][0] <= "\u9fff" else english_cues()
        found = lexicon.match(words, place)
        if found:
            yield found[0].mark
        place += found[1] if found else 1
