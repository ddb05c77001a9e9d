"""The usual answers to each question of the offer form, worked out from the listing and the talk so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.money import UnitPrice
from domain.people import Side
from domain.quantity import MAX_COUNT, Quantity, Unit
from domain.terms import Shipping, TermsDraft, tier_price
from services.drafting import Form
from services.ladders import ladder
from services.offer_fields import Field
from services.tidy import tidy
from services.usual_clauses import CLAUSES, payment_choices

_MOST: Final = 6
_DISCOUNTS: Final = (0, 5, 10, 15)
_LEAD_TIMES: Final = (7, 15, 30)
_LADDER_DISCOUNTS: Final = (0, 5)


@dataclass(frozen=True, slots=True)
class Choice:
    """One usual answer; `percent_off` the listed price, or ladder, when it is a discount."""

    part: TermsDraft
    percent_off: int = 0


def usual_choices(form: Form, field: Field) -> list[Choice]:
    """The usual answers for a field, none twice."""
    if field in CLAUSES:
        return [Choice(part) for part in CLAUSES[field](form)]
    found = _CHOICES[field](form) if field in _CHOICES else []
    return list({choice.part: choice for choice in reversed(found)}.values())[::-1]


def _quantities(form: Form) -> list[Choice]:
    goods, product = form.matter.goods, form.matter.product
    tiers = [tier.at_least for tier in product.tiers] if product else []
    steps = [tier for tier in tiers if tier > goods.moq] or [goods.moq * times for times in (2, 5, 10)]
    counts = [count for count in (goods.moq, *steps) if count <= MAX_COUNT]
    return [Choice(TermsDraft(quantity=Quantity(count, Unit(goods.unit)))) for count in counts[:_MOST]]


def _prices(form: Form) -> list[Choice]:
    single = _discounts(form) if form.matter.standing is None else _steps_towards(form)
    return [*single, *_ladders(form)]


def _ladders(form: Form) -> list[Choice]:
    """The listed price tiers and some percent off them, unless they are worse than what stands."""
    standing, found = form.matter.standing, list[Choice]()
    for off in _LADDER_DISCOUNTS:
        tiers = ladder(form.matter, off)
        price = tier_price(tiers, form.whole.quantity.count) if tiers else None
        if tiers and (standing is None or (price and _is_better(price, standing.unit_price, form))):
            found.append(Choice(TermsDraft(tiers=tiers), off))
    return found


def _discounts(form: Form) -> list[Choice]:
    product = form.matter.product
    if product is None:
        return []
    listed = product.price_for(form.whole.quantity.count)
    lower = [(tidy(listed.amount * (100 - off) / 100, listed.currency), off) for off in _DISCOUNTS[1:]]
    shown = [(listed, 0), *((price, off) for price, off in lower if price.points < listed.points)]
    return [Choice(TermsDraft(unit_price=price), off) for price, off in shown]


def _steps_towards(form: Form) -> list[Choice]:
    """Half-way between the standing price and one's own, one's own, and the listed price.

    Nobody is offered to do worse than by accepting.
    """
    standing, own, product = form.matter.standing, form.matter.own, form.matter.product
    if standing is None:
        return []
    listed = product.price_for(form.whole.quantity.count) if product else None
    mine = own.terms.unit_price if own else listed
    if mine is None:
        return []
    middle = tidy((standing.unit_price.amount + mine.amount) / 2, mine.currency)
    found = [
        price for price in (middle, mine, listed) if price and _is_better(price, standing.unit_price, form)
    ]
    return [Choice(TermsDraft(unit_price=price)) for price in found]


def _is_better(price: UnitPrice, standing: UnitPrice, form: Form) -> bool:
    """Cheaper for a buyer, dearer for a seller."""
    is_buyer = form.matter.side is Side.BUYER
    return price.points < standing.points if is_buyer else price.points > standing.points


def _lead_times(form: Form) -> list[Choice]:
    product = form.matter.product
    listed = (product.lead_time_days,) if product and product.lead_time_days else ()
    return [Choice(TermsDraft(lead_time_days=days)) for days in sorted({*listed, *_LEAD_TIMES})]


_CHOICES: Final[Mapping[Field, Callable[[Form], list[Choice]]]] = {
    Field.QUANTITY: _quantities,
    Field.PRICE: _prices,
    Field.LEAD_TIME: _lead_times,
    Field.SHIPPING: lambda form: [Choice(TermsDraft(shipping=way)) for way in Shipping],
    Field.PAYMENT: lambda form: [Choice(part) for part in payment_choices(form.whole.deposit_percent)],
}
