"""Counts and prices said for another unit than the goods are sold in, and what they come to exactly."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from domain.catalogue import Product
from domain.money import POINTS_PER_MINOR, UnitPrice, exponent
from domain.quantity import MAX_COUNT, Quantity, Unit
from domain.refusal import Refusal
from services.matter import Matter

_DOZEN: Final = 12
_BY_DEFINITION: Final[Mapping[tuple[Unit, Unit], tuple[int, ...]]] = {
    (Unit.DOZEN, Unit.PIECE): (_DOZEN,),
    (Unit.DOZEN, Unit.PAIR): (_DOZEN,),
    (Unit.DOZEN, Unit.SET): (_DOZEN,),
    (Unit.PAIR, Unit.PIECE): (1, 2),
    (Unit.TONNE, Unit.KILOGRAM): (1000,),
}
"""How many of the second make one of the first; a pair of trousers is one piece, of chopsticks two."""

_PACKED: Final = frozenset({Unit.PIECE, Unit.PAIR, Unit.SET, Unit.BOX, Unit.BAG})
_CARTON: Final = frozenset({"carton", "pcs per carton", "carton quantity", "装箱数", "装箱量", "每箱数量"})
_LEADING_COUNT: Final = re.compile(r"([1-9]\d{0,5})(?![\d.,])")


def sizes(unit: Unit, matter: Matter) -> tuple[Fraction, ...]:
    """How many of the goods' own unit make one `unit`, by definition or as the listing states.

    More than one where the word is used in more than one way; none where nobody says.
    """
    own = Unit(matter.goods.unit)
    there, back = _held(unit, own, matter.product), _held(own, unit, matter.product)
    return tuple(map(Fraction, there)) or tuple(Fraction(1, size) for size in back)


def own_counts(count: int, unit: Unit, matter: Matter) -> list[Quantity]:
    """What a count of another unit may be in the goods' own; an unknown unit is taken for the own one."""
    goods = matter.goods
    found = [count * size for size in sizes(unit, matter) or (Fraction(1),)]
    whole = [int(each) for each in found if each.denominator == 1 and goods.moq <= each <= MAX_COUNT]
    return [Quantity(each, Unit(goods.unit)) for each in whole]


def own_count_below_moq(count: int, unit: Unit, matter: Matter) -> int | None:
    """The count in the goods' own unit where that is one whole number, and too few to be ordered."""
    found = [count * size for size in sizes(unit, matter)]
    is_too_few = len(found) == 1 and found[0].denominator == 1 and found[0] < matter.goods.moq
    return int(found[0]) if is_too_few else None


def own_prices(amount: Decimal, unit: Unit, matter: Matter) -> list[UnitPrice]:
    """What a price for one of another unit may be for one of the goods' own, as far as it is exact."""
    currency = matter.goods.currency
    points = Fraction(amount) * 10 ** exponent(currency) * POINTS_PER_MINOR
    found = [points / size for size in sizes(unit, matter) or (Fraction(1),)]
    return [price for each in found if each.denominator == 1 and (price := _price(int(each), currency))]


def _held(large: Unit, small: Unit, product: Product | None) -> tuple[int, ...]:
    if large is Unit.CARTON and small in _PACKED:
        return carton_sizes(product)
    return _BY_DEFINITION.get((large, small), ())


def carton_sizes(product: Product | None) -> tuple[int, ...]:
    """How many units the listing says a carton holds; empty if it states none, or several."""
    specs = product.specs if product else ()
    stated = [value for name, values in specs if name.strip().casefold() in _CARTON for value in values]
    found = _LEADING_COUNT.match(stated[0].strip()) if len(stated) == 1 else None
    return (int(found[1]),) if found else ()


def _price(points: int, currency: str) -> UnitPrice | None:
    try:
        return UnitPrice(points, currency)
    except Refusal:
        return None
