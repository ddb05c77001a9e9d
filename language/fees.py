"""Telling the fee of a customization from the price, by the words around an amount."""

from typing import Final

from language.amount import Amount
from language.line import SKIPPED, Line
from language.mark import Mark

_EXTRA: Final = frozenset({Mark.RISE, Mark.PLUS, Mark.VAGUE})
OVER_FEE: Final = SKIPPED | {Mark.ONCE, Mark.PRICE, Mark.PROPOSE, Mark.RISE}
"""Marks that do not part a figure from the word for its fee."""


def is_fee(line: Line, amount: Amount) -> bool:
    """定制费0.5元, 300 yuan mould fee, 加0.5元印logo; but not the price in 12元 开模费300."""
    if line.before(amount, OVER_FEE) is Mark.FEE:
        return True
    place = amount.last
    while line.mark(place) in OVER_FEE:
        place += 1
    if line.mark(place) is Mark.FEE:
        return not leads_to_amount(line, place + 1)
    is_extra = line.before(amount) in _EXTRA or line.after(amount) is Mark.RISE
    return is_extra and Mark.CUSTOM in line.sentence(amount.first).marks


def leads_to_amount(line: Line, place: int) -> bool:
    """Whether the next word of weight from `place` on is an amount."""
    while line.mark(place) in OVER_FEE:
        place += 1
    return place < len(line.tokens) and line.in_amount[place]
