"""Telling the fee of a customization from the price, by the words around an amount."""

from typing import Final

from language.amount import Amount, Role
from language.line import SKIPPED, Line
from language.mark import Mark

_EXTRA: Final = frozenset({Mark.RISE, Mark.PLUS, Mark.VAGUE})
_TELLING: Final = frozenset({Mark.IS, Mark.COLON})
_BEING: Final = frozenset({"is", "are"})
_OVER_COMMA: Final = SKIPPED | {Mark.COMMA}
OVER_FEE: Final = SKIPPED | {Mark.ONCE, Mark.PRICE, Mark.PROPOSE, Mark.RISE}
"""Marks that do not part a figure from the word for its fee."""


def is_fee(line: Line, amount: Amount) -> bool:
    """定制费0.5元, 300 yuan mould fee, 加0.5元印logo; but not the price in 12元 开模费300."""
    if fee_word(line, amount) is not None or _is_told_of_custom(line, amount):
        return True
    is_extra = line.before(amount) in _EXTRA or line.after(amount) is Mark.RISE
    return is_extra and Mark.CUSTOM in line.sentence(amount.first).marks


def fee_word(line: Line, amount: Amount) -> int | None:
    """Where the word stands for the fee that the amount is: in front, or behind if not of another amount."""
    place = amount.first - 1
    while line.mark(place) in OVER_FEE:
        place -= 1
    if line.mark(place) is Mark.FEE:
        return place
    place = amount.last
    while line.mark(place) in OVER_FEE:
        place += 1
    is_own = line.mark(place) is Mark.FEE and not leads_to_amount(line, place + 1)
    return place if is_own else None


def _is_told_of_custom(line: Line, amount: Amount) -> bool:
    """Our logo is 0.3 each; our logo, 0.3 each, beside a price at least twice that."""
    if line.before(amount) is Mark.CUSTOM and _is_told(line, amount.first - 1):
        return True
    if line.before(amount, _OVER_COMMA) is not Mark.CUSTOM:
        return False
    return any(other.figure.value >= 2 * amount.figure.value for other in line.amounts if _is_sum(other))


def _is_told(line: Line, place: int) -> bool:
    return line.mark(place) in _TELLING or line.words_of(range(place, place + 1)) in _BEING


def _is_sum(amount: Amount) -> bool:
    return amount.role is Role.MONEY and amount.figure.flaw is None


def leads_to_amount(line: Line, place: int) -> bool:
    """Whether the next word of weight from `place` on is an amount."""
    while line.mark(place) in OVER_FEE:
        place += 1
    return place < len(line.tokens) and line.in_amount[place]
