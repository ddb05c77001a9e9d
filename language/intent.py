"""What the writer of a line wants: from the price he names, and from his words when he names none."""

from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from language.cues import cues_of
from language.line import Line
from language.mark import Cue, Mark
from language.reading import Context, Intent

_PLAIN_YES: Final = frozenset({Cue.AGREE, Cue.YIELD})
_NO_PLAIN_YES: Final = frozenset({Cue.REFUSE, Cue.ASK, Cue.TAG, Cue.HAGGLE})
_NO_YES_AT_ALL: Final = frozenset({Cue.REFUSE, Cue.HAGGLE, Cue.SPLIT})
_NO_YES: Final = frozenset({Mark.BUT, Mark.IF, Mark.QUESTION})
_ASKING: Final = frozenset({Cue.ASK, Cue.TAG})
_STRANGERS: Final = frozenset({Mark.WORD, Mark.MODEL, Mark.MEASURE})
_FEW: Final = 3
"""More unknown words than this, and "ok" opens a speech rather than closes a deal."""


class Heard(NamedTuple):
    """What the intent depends on: the line, the price put forward, and what else was read."""

    line: Line
    context: Context
    price: Decimal | None = None
    price_at: int | None = None
    has_terms: bool = False
    has_discount: bool = False
    is_unclear: bool = False


def intent_of(heard: Heard) -> Intent:
    """The intent of a line; an acceptance needs a price on the table or plain words of agreement.

    A line that asks, refuses, sets a condition, adds a term or leaves a doubt is never an acceptance.
    """
    cues = cues_of(heard.line.text)
    if heard.price is not None:
        return _of_price(heard, cues)
    is_tagged = heard.has_terms and Cue.TAG in cues and Cue.ASK not in cues
    for answer, is_it in (
        (_proposal(heard.context), heard.has_discount or Cue.SPLIT in cues),
        (Intent.ASK, Cue.HAGGLE in cues and not _ends_in_refusal(heard.line)),
        (Intent.REJECT, Cue.REFUSE in cues),
        (Intent.ACCEPT, _accepts(heard, cues)),
        (_proposal(heard.context), is_tagged),
        (Intent.ASK, _asks(heard.line, cues) or cues & _ASKING),
        (Intent.OTHER, Cue.REPORT in cues),
        (_proposal(heard.context), heard.has_terms),
    ):
        if is_it:
            return answer
    return Intent.OTHER


def _of_price(heard: Heard, cues: frozenset[Cue]) -> Intent:
    if Cue.CHECK in cues and Cue.CHECK in cues_of(_around_price(heard)):
        return Intent.ASK
    if Cue.REPORT in cues and Cue.REPORT in cues_of(_clause_of_price(heard)):
        return Intent.OTHER
    return Intent.ACCEPT if _restates(heard, cues) else _proposal(heard.context)


def _ends_in_refusal(line: Line) -> bool:
    """I am willing to negotiate, but not that low: what follows the but counts."""
    buts = [token.end for token in line.tokens if token.mark is Mark.BUT]
    return bool(buts) and Cue.REFUSE in cues_of(line.text[buts[-1] :])


def _around_price(heard: Heard) -> str:
    return heard.line.words(heard.line.sentence(heard.price_at or 0))


def _clause_of_price(heard: Heard) -> str:
    return heard.line.words(heard.line.clause(heard.price_at or 0))


def _proposal(context: Context) -> Intent:
    return Intent.OFFER if context.previous is None and context.own is None else Intent.COUNTER


def _restates(heard: Heard, cues: frozenset[Cue]) -> bool:
    """Whether the line names the other side's price again, and adds neither a term nor a condition."""
    if heard.is_unclear or heard.has_terms or cues & _NO_PLAIN_YES:
        return False
    if _asks(heard.line, cues) or any(token.mark is Mark.IF for token in heard.line.tokens):
        return False
    has_yielded = Cue.YIELD in cues and heard.context.previous is None
    return has_yielded or heard.price == heard.context.previous


def _accepts(heard: Heard, cues: frozenset[Cue]) -> bool:
    if heard.is_unclear or heard.has_terms or cues & _NO_YES_AT_ALL:
        return False
    if any(token.mark in _NO_YES for token in heard.line.tokens):
        return False
    if heard.context.previous is None:
        return bool(cues & _PLAIN_YES)
    strangers = sum(token.mark in _STRANGERS for token in heard.line.tokens)
    is_okay = Cue.OKAY in cues and not cues & _ASKING and strangers <= _FEW
    return bool(cues & (_PLAIN_YES | {Cue.FITS})) or is_okay


def _asks(line: Line, cues: frozenset[Cue]) -> bool:
    """A question mark asks, unless it ends "how are you?" alone."""
    asking = [token.mark is Mark.QUESTION for token in line.tokens]
    questions = sum(now and not before for before, now in pairwise([False, *asking]))
    return questions > (Cue.TALK in cues)
