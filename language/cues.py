"""The cues of a line: phrases that tell what its writer wants, longest first."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.fold import fold
from language.lexicon import chinese_cues, english_cues
from language.mark import Cue

_WORD: Final = re.compile(r"[\u3400-\u9fff]|[a-z]+(?:'[a-z]+)*|[^\sa-z'\u3400-\u9fff]+")
_HYPHEN: Final = re.compile(r"(?<=[a-z])-(?=[a-z])")
_ECHO: Final = re.compile(
    r"(?<![\d.])(\d[\d.]{0,11}|[一二两三四五六七八九十百千万]{1,6})\s?[元块毛角]?\s?就\s?\1"
)
"""12就12: the price named is given in to."""

_SAYING_YES: Final = frozenset({Cue.AGREE, Cue.OKAY, Cue.FITS, Cue.YIELD})
_NOT: Final = frozenset(
    {*"不没未别勿", "not", "dont", "cant", "cannot", "wont", "never", "isnt", "arent", "didnt", "doesnt"}
    | {"wouldnt", "couldnt", "unable", "hardly", "no", "nor"}
)
_REACH: Final = 3
"""Words back from a yes within which a not turns it: 不能接受, cannot really agree."""


def cues_of(text: str) -> frozenset[Cue]:
    """Every cue of a line, or of a sentence in it."""
    folded = _HYPHEN.sub(" ", fold(text))
    echo = {Cue.YIELD} if _ECHO.search(folded) else set()
    return frozenset({*_cues(folded), *echo})


def _cues(text: str) -> Iterator[Cue]:
    words = [word.replace("'", "") for word in _WORD.findall(text)]
    place, free = 0, 0
    while place < len(words):
        lexicon = chinese_cues() if "\u3400" <= words[place][0] <= "\u9fff" else english_cues()
        found = lexicon.match(words, place)
        if found is None:
            place += 1
            continue
        end = place + found[1]
        is_turned = found[0].mark in _SAYING_YES and _is_turned(words, max(free, place - _REACH), place, end)
        yield Cue.REFUSE if is_turned else found[0].mark
        place = free = end


def _is_turned(words: Sequence[str], first: int, place: int, end: int) -> bool:
    """Whether a yes is a no: 不能接受, 成交不了, we do not agree; a sign in between parts them."""
    before = list(words[first:place])
    while any(not word.isalpha() for word in before):
        before.pop(0)
    return not _NOT.isdisjoint(before) or tuple(words[end : end + 2]) == ("不", "了")
