"""A seller looks at his freight figure before the buyer is told."""

from domain.money import Money
from domain.quantity import Quantity
from domain.terms import Shipping
from services.freight_case import FreightCase
from views.callback_data.freight import ShowFreight, StateFreight
from views.freight_figures import WAYS
from views.markup import Html, bold, lines, paragraphs
from views.negotiation import belongs_to
from views.reader import Reader
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.titles import title
from views.units import quantity


def confirm_figure(reader: Reader, case: FreightCase, cost: Money, method: Shipping | None) -> Screen:
    """The seller looks at his figure before the buyer is told; without a way to ship he chooses one."""
    amount = quantity(reader, Quantity(case.standing, case.product.unit))
    said = {"cost": bold(reader.money(cost)), "quantity": amount}
    if method:
        what = reader.say("{way}: freight of {cost} for {quantity}", way=WAYS[method](reader), **said)
        asked = reader.say("Tell the buyer this?")
    else:
        what = reader.say("Freight of {cost} for {quantity}", **said)
        asked = reader.say("Which way? The buyer hears of it as soon as you press.")
    text = paragraphs(title(reader, case.product), lines(what, _to(reader, case)), bold(asked))
    back_to = ShowFreight(negotiation_id=case.wanted.negotiation_id)
    steps = [Button(reader.word("Cancel"), back_to.pack())]
    card = belongs_to(case.negotiation) if case.negotiation else None
    return Screen(text, (*_figure_buttons(reader, case, cost, method), *rows(steps)), card=card)


def _figure_buttons(reader: Reader, case: FreightCase, cost: Money, method: Shipping | None) -> Rows:
    def button(way: Shipping, text: str) -> Button:
        press = StateFreight(
            negotiation_id=case.wanted.negotiation_id, version=case.version, method=way, minor=cost.minor
        )
        return Button(text, press.pack(), Style.PRIMARY)

    if method:
        return rows([button(method, reader.word("📨 Send"))])
    return grid([button(way, WAYS[way](reader)) for way in Shipping], 2)


def _to(reader: Reader, case: FreightCase) -> Html:
    return reader.say("To {country}", country=reader.country(case.country)) if case.country else Html()
