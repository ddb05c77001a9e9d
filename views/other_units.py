"""Counts and prices for another unit than the goods are sold in: what they come to, or what is missing."""

from fractions import Fraction

from domain.money import UnitPrice
from domain.negotiation import BelowMoq, UnitDiffers
from domain.quantity import Quantity, Unit
from domain.terms import TermsDraft
from language.doubt import PerWhichUnit
from services.drafting import Form
from services.matter import Matter
from services.offer_fields import Field
from services.offer_values import value_of
from services.other_units import own_count_below_moq, own_counts, own_prices, sizes
from views.doubts import Option
from views.markup import Html
from views.reader import Reader
from views.units import per_unit, quantity, unit_word


def count_options(reader: Reader, filled: Form, differs: UnitDiffers) -> list[Option]:
    """What the count may be in the unit of the goods; none below the MOQ."""
    count, unit = int(str(differs.facts["count"])), Unit(str(differs.facts["unit"]))
    return [_count_option(reader, found) for found in own_counts(count, unit, filled.matter)]


def count_question(reader: Reader, filled: Form, differs: UnitDiffers) -> Html:
    """Whether the count in the goods' own unit is meant; with two readings, which one."""
    unit = unit_word(reader, Unit(filled.matter.goods.unit))
    options = count_options(reader, filled, differs)
    if len(options) > 1:
        return reader.say("⚠️ This product is sold by the {unit}. How many do you mean?", unit=unit)
    return reader.say(
        "⚠️ This product is sold by the {unit}. Do you mean {quantity}?", unit=unit, quantity=options[0].label
    )


def too_few(filled: Form, differs: UnitDiffers) -> BelowMoq | None:
    """What is wrong with a count that is known in the unit of the goods, and below the MOQ."""
    goods, unit = filled.matter.goods, Unit(str(differs.facts["unit"]))
    count = own_count_below_moq(int(str(differs.facts["count"])), unit, filled.matter)
    return None if count is None else BelowMoq(count=count, moq=goods.moq, unit=goods.unit)


def price_options(reader: Reader, filled: Form, doubt: PerWhichUnit) -> list[Option]:
    """What the price may be for one of the goods' own unit."""
    matter = filled.matter
    loose = [] if doubt.is_said else own_prices(doubt.amount, Unit(matter.goods.unit), matter)
    found = dict.fromkeys((*loose, *own_prices(doubt.amount, doubt.first, matter)))
    return [_price_option(reader, price, matter) for price in found]


def price_question(reader: Reader, filled: Form, doubt: PerWhichUnit) -> Html:
    """What a price for another unit comes to, or that nobody can tell and what to write instead."""
    held = sizes(doubt.first, filled.matter)
    if not doubt.is_said or len(held) > 1:
        return _which(reader, doubt)
    if not held:
        return _unknown(reader, doubt)
    options = price_options(reader, filled, doubt)
    return _worked_out(reader, doubt, held[0]) if options else _inexact(reader, doubt, held[0])


def _which(reader: Reader, doubt: PerWhichUnit) -> Html:
    return reader.say("Is {amount} the price of one {first} or of one {second}?", **_named(reader, doubt))


def _unknown(reader: Reader, doubt: PerWhichUnit) -> Html:
    return reader.say(
        "You said {amount} for one {first}, but this product is sold by the {second}. "
        "What is the price of one {second}?",
        **_named(reader, doubt),
    )


def _worked_out(reader: Reader, doubt: PerWhichUnit, size: Fraction) -> Html:
    return reader.say(
        "You said {amount} for one {first}, and {larger} = {smaller}. Is this the price you mean?",
        **_named(reader, doubt),
        **_equation(reader, doubt, size),
    )


def _inexact(reader: Reader, doubt: PerWhichUnit, size: Fraction) -> Html:
    return reader.say(
        "You said {amount} for one {first}, and {larger} = {smaller}. That gives no exact price. "
        "What is the price of one {second}, with at most 4 decimals?",
        **_named(reader, doubt),
        **_equation(reader, doubt, size),
    )


def _named(reader: Reader, doubt: PerWhichUnit) -> dict[str, object]:
    return {
        "amount": reader.said(doubt.amount, doubt.currency),
        "first": unit_word(reader, doubt.first),
        "second": unit_word(reader, doubt.second),
    }


def _equation(reader: Reader, doubt: PerWhichUnit, size: Fraction) -> dict[str, object]:
    """1 dozen = 12 pieces, whichever of the two is the larger."""
    units = (doubt.first, doubt.second) if size > 1 else (doubt.second, doubt.first)
    count = max(size, 1 / size)
    return {
        "larger": quantity(reader, Quantity(1, units[0])),
        "smaller": quantity(reader, Quantity(int(count), units[1])),
    }


def _count_option(reader: Reader, found: Quantity) -> Option:
    part = TermsDraft(quantity=found)
    return Option(quantity(reader, found), Field.QUANTITY, value_of(Field.QUANTITY, part))


def _price_option(reader: Reader, price: UnitPrice, matter: Matter) -> Option:
    part = TermsDraft(unit_price=price)
    label = per_unit(reader, price, Unit(matter.goods.unit))
    return Option(label, Field.PRICE, value_of(Field.PRICE, part))
