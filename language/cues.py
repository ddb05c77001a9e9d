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

_IT_IS: Final = re.compile(r"\d(?: (?:dollars|usd|yuan|rmb))? it is(?! \w)")
"""12 it is: so too in English."""

_INVERTED: Final = re.compile(
    r"(?:^|[.!?;\n])\s*(?:(?:so|and|but|hi|hello|ok|okay|well)[ ,]+)?"
    r"(?:is|are|was|were|does|did|has|any)\s[a-z]"
)
"""A sentence that begins with its verb asks, with a question mark or without."""

_ASKING_WORDS: Final = frozenset({"which", "who", "where", "when", "why", "what"})
_BEFORE_QUESTION: Final = frozenset(
    {"and", "so", "but", "hi", "hello", "ok", "okay", "well", "sorry", "dear"}
)
_CHECKING: Final = re.compile(r"不是[^,.!?;吗]{1,20}吗|是[\d.]{1,9}[元块]?[^,.!?;吗\d]{0,3}吗")
"""不是99吗, 是40吗: the price is only made sure of."""

_SAYING_YES: Final = frozenset({Cue.AGREE, Cue.OKAY, Cue.FITS, Cue.YIELD})
_NOT: Final = frozenset(
    {*"不没未别勿", "not", "dont", "cant", "cannot", "wont", "never", "isnt", "arent", "didnt", "doesnt"}
    | {"wouldnt", "couldnt", "unable", "hardly", "no", "nor"}
)
_PATTERNS: Final = (
    (Cue.YIELD, _ECHO),
    (Cue.YIELD, _IT_IS),
    (Cue.CHECK, _CHECKING),
)
_CHOICE: Final = 3
"""Characters of 卖不卖."""

_REACH: Final = 3
"""Words back from a yes within which a not turns it: 不能接受, cannot really agree."""


def cues_of(text: str) -> frozenset[Cue]:
    """Every cue of a line, or of a sentence in it."""
    folded = _HYPHEN.sub(" ", fold(text))
    cues = {*_cues(folded), *(cue for cue, pattern in _PATTERNS if pattern.search(folded))}
    is_inverted = Cue.TALK not in cues and _INVERTED.search(folded)
    return frozenset({*cues, Cue.ASK} if is_inverted else cues)


def _cues(text: str) -> Iterator[Cue]:
    words = [word.replace("'", "") for word in _WORD.findall(text)]
    place, free = 0, 0
    while place < len(words):
        lexicon = chinese_cues() if "\u3400" <= words[place][0] <= "\u9fff" else english_cues()
        found = lexicon.match(words, place)
        if _is_choice(words, place) and (found is None or found[1] < _CHOICE):
            yield Cue.ASK
            place = free = place + _CHOICE
            continue
        if found is None:
            place += 1
            continue
        end = place + found[1]
        if words[place] in _ASKING_WORDS and not _opens(words, place):
            place = end
            continue
        is_turned = found[0].mark in _SAYING_YES and _is_turned(words, max(free, place - _REACH), place, end)
        yield Cue.REFUSE if is_turned else found[0].mark
        place = free = end


def _is_choice(words: Sequence[str], place: int) -> bool:
    """卖不卖, 行不行, 有没有: a word with its own denial asks."""
    return tuple(words[place + 1 : place + 2]) in (("不",), ("没",)) and words[place + 2 : place + 3] == [
        words[place]
    ]


def _opens(words: Sequence[str], place: int) -> bool:
    """Which, when and where ask at the head of a clause; "send it when you can" does not."""
    before = words[place - 1] if place else ","
    return not before.isalpha() or before in _BEFORE_QUESTION


def _is_turned(words: Sequence[str], first: int, place: int, end: int) -> bool:
    """Whether a yes is a no: 不能接受, 成交不了, we do not agree; a sign in between parts them."""
    before = list(words[first:place])
    while any(not word.isalpha() for word in before):
        before.pop(0)
    return not _NOT.isdisjoint(before) or tuple(words[end : end + 2]) == ("不", "了")
