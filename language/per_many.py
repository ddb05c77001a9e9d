"""A price for so many at once, such as 45 usd per 100 pcs, is brought down to one."""

from dataclasses import replace
from typing import Final

from domain.quantity import Unit
from language.amount import Amount, Role
from language.mark import Mark
from language.meanings import Meaning
from language.reading import Price
from language.settled import Settled

_SINGLE: Final = (None, Unit.PIECE)
_TELLING: Final = frozenset({Mark.COLON, Mark.IS})


def price_of_one(settled: Settled, price: Price) -> Price:
    """The price divided by the pieces it is for; as it was when it names none."""
    many = next((each for each in settled.of(Meaning.ASIDE) if _is_divisor(settled, each)), None)
    if many is None:
        return price
    settled.use(many)
    return replace(price, amount=price.amount / many.figure.value)


def _is_divisor(settled: Settled, many: Amount) -> bool:
    """The 100 pcs of "45 usd per 100 pcs" and of "per 100 pcs: 45 usd"."""
    if many.role is not Role.COUNT or many.figure.flaw or many.unit not in _SINGLE:
        return False
    if many.figure.value <= 1 or settled.line.mark(many.first - 1) is not Mark.PER:
        return False
    place = many.last
    while settled.line.mark(place) in _TELLING:
        place += 1
    price = next((each for each in settled.line.amounts if each.first == settled.price_at), None)
    return price is not None and (price.last == many.first - 1 or price.first == place)
