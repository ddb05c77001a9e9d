"""The buttons of the freight screens: other quantities, another country, and the way to ship."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.people import Side
from domain.quantity import Quantity
from domain.terms import Shipping
from services.freight_case import FreightCase
from views.buttons import back
from views.callback_data.freight import AskDestination, BringFreight, ShipBy, ShowFreight
from views.callback_data.navigation import ShowNegotiation, ShowProduct
from views.callback_data.offer_form import FormStep, Step
from views.reader import Reader
from views.screen import Button, Rows, Style, grid, rows
from views.units import quantity

MOST_COUNTS: Final = 4
_CHOOSE: Final[Mapping[Shipping, Callable[[Reader], str]]] = {
    Shipping.SEA: lambda reader: reader.word("Ship by sea"),
    Shipping.AIR: lambda reader: reader.word("Ship by air"),
    Shipping.RAIL: lambda reader: reader.word("Ship by rail"),
    Shipping.EXPRESS: lambda reader: reader.word("Ship by express"),
}


def bring(reader: Reader, *, product_id: int = 0, negotiation_id: int = 0, count: int = 0) -> Button:
    """Opens freight below the card or the draft it stands on."""
    press = BringFreight(product_id=product_id, negotiation_id=negotiation_id, count=count)
    return Button(reader.word("🚚 Freight"), press.pack())


def of_product(reader: Reader, product_id: int, search: str) -> Button:
    """Opens freight in place of a product's page."""
    return Button(reader.word("🚚 Freight"), ShowFreight(product_id=product_id, search=search).pack())


def freight_buttons(reader: Reader, case: FreightCase, search: str) -> Rows:
    """Ways to ship that have a price, other quantities, the country, and the way back."""
    wanted = case.wanted
    ids = {"product_id": wanted.product_id, "negotiation_id": wanted.negotiation_id, "count": case.count}
    ways = [
        Button(_CHOOSE[each.method](reader), ShipBy(method=each.method, **ids).pack(), Style.PRIMARY)
        for each in case.estimate.options
    ]
    where = Button(reader.word("🌍 Another country"), AskDestination(**ids).pack())
    return (
        *grid(ways if case.may_choose else [], 2),
        *grid(_counts(reader, case, search), 2),
        *rows([where] if case.side is Side.BUYER else [], [leave(reader, case, search)]),
    )


def leave(reader: Reader, case: FreightCase, search: str) -> Button:
    """Back to the form, the card or the product."""
    wanted = case.wanted
    if wanted.draft:
        return back(reader, FormStep(about=wanted.draft, step=Step.STAY).pack())
    if wanted.negotiation_id:
        return back(reader, ShowNegotiation(negotiation_id=wanted.negotiation_id).pack())
    return back(reader, ShowProduct(product_id=wanted.product_id, search=search).pack())


def _counts(reader: Reader, case: FreightCase, search: str) -> list[Button]:
    product, wanted = case.product, case.wanted
    counts = {product.moq, case.standing, *(tier.at_least for tier in product.tiers)}
    nearest = sorted(counts - {case.count}, key=lambda count: abs(count - case.count))[:MOST_COUNTS]
    return [
        Button(
            quantity(reader, Quantity(count, product.unit)),
            ShowFreight(
                product_id=wanted.product_id, negotiation_id=wanted.negotiation_id, count=count, search=search
            ).pack(),
        )
        for count in sorted(nearest)
    ]
