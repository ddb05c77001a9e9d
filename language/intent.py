"""What the writer of a line wants: from the price he names, and from his words when he names none."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from language.fold import fold
from language.lexicon import chinese_cues, english_cues
from language.line import Line
from language.mark import Cue, Mark
from language.reading import Context, Intent

_NO_PLAIN_YES: Final = frozenset({Cue.REFUSE, Cue.ASK, Cue.HAGGLE})
_HEDGES: Final = frozenset({Mark.BUT, Mark.IF})
_FEW: Final = 3
"""More unknown words than this, and "ok" opens a speech rather than closes a deal."""

_WORD: Final = re.compile(r"[\u3400-\u9fff]|[a-z]+(?:'[a-z]+)*|[^\sa-z'\u3400-\u9fff]+")


class Heard(NamedTuple):
    """What the intent depends on: the line, the price put forward, and what else was read."""

    line: Line
    context: Context
    price: Decimal | None = None
    has_terms: bool = False
    has_discount: bool = False
    is_unclear: bool = False


def intent_of(heard: Heard) -> Intent:
    """The intent of a line; an acceptance needs a price on the table or plain words of agreement.

    A line that asks, refuses, sets a condition, adds a term or leaves a doubt is never an acceptance.
    """
    cues = cues_of(heard.line)
    if heard.price is not None:
        return Intent.ACCEPT if _restates(heard, cues) else _proposal(heard.context)
    for answer, is_it in (
        (_proposal(heard.context), heard.has_discount),
        (Intent.ASK, Cue.HAGGLE in cues),
        (Intent.REJECT, Cue.REFUSE in cues),
        (Intent.ACCEPT, _accepts(heard, cues)),
        (Intent.ASK, _asks(heard.line) or Cue.ASK in cues),
        (_proposal(heard.context), heard.has_terms),
    ):
        if is_it:
            return answer
    return Intent.OTHER


def _proposal(context: Context) -> Intent:
    return Intent.OFFER if context.previous is None and context.own is None else Intent.COUNTER


def _restates(heard: Heard, cues: frozenset[Cue]) -> bool:
    """Whether the line names the other side's price again, and adds neither a term nor a condition."""
    if heard.is_unclear or heard.has_terms or cues & _NO_PLAIN_YES:
        return False
    if _asks(heard.line) or _sets_condition(heard.line):
        return False
    return heard.price == heard.context.previous


def _accepts(heard: Heard, cues: frozenset[Cue]) -> bool:
    if (
        heard.is_unclear
        or heard.has_terms
        or _asks(heard.line)
        or any(token.mark in _HEDGES for token in heard.line.tokens)
    ):
        return False
    strangers = sum(token.mark in (Mark.WORD, Mark.MODEL, Mark.MEASURE) for token in heard.line.tokens)
    is_okay = Cue.OKAY in cues and Cue.ASK not in cues and strangers <= _FEW
    return Cue.AGREE in cues or (is_okay and heard.context.previous is not None)


def _asks(line: Line) -> bool:
    return any(token.mark is Mark.QUESTION for token in line.tokens)


def _sets_condition(line: Line) -> bool:
    return any(token.mark is Mark.IF for token in line.tokens)


def cues_of(line: Line) -> frozenset[Cue]:
    """Every cue of the line, longest phrases first."""
    return frozenset(_cues(fold(line.text)))


def _cues(text: str) -> Iterator[Cue]:
    words = _words(text)
    place = 0
    while place < len(words):
        lexicon = chinese_cues() if "\u3400" <= words[place][0] <= "\u9fff" else english_cues()
        found = lexicon.match(words, place)
        if found:
            yield found[0].mark
        place += found[1] if found else 1


def _words(text: str) -> list[str]:
    return [word.replace("'", "") for word in _WORD.findall(text)]
