"""Choosing the country that goods are sent to."""

from collections.abc import Sequence
from typing import Final

from services.freight_case import FreightCase
from views.button_rows import fitted
from views.callback_data.freight import ChooseDestination, ShowFreight
from views.freight_buttons import leave
from views.markup import Html, bold, italic, lines, paragraphs
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.titles import title

USUAL: Final = (
    "US", "CA", "MX", "GB", "DE", "FR", "NL", "ES", "PL",
    "RU", "KZ", "TR", "AE", "SA", "NG", "ZA", "AU", "JP",
)  # fmt: skip
"""Countries on buttons; every other can be typed."""


def ask_country(
    reader: Reader, case: FreightCase, search: str = "", problem: Html | str = "", near: Sequence[str] = ()
) -> Screen:
    """Where to? `near` are countries whose names look like what was typed."""
    text = paragraphs(
        lines(bold(reader.say("🚚 Freight")), title(reader, case.product)),
        problem,
        lines(
            bold(reader.say("Which country shall the goods go to?")),
            reader.say("Press one, or write its name."),
        ),
        italic(reader.say("I remember it. A seller with whom you negotiate sees the country, no address.")),
    )
    buttons = [_country(reader, case, code) for code in near or USUAL]
    return Screen(text, (*fitted(buttons, 3), *rows([_back(reader, case, search)])))


def unknown_country(reader: Reader, words: str) -> Html:
    """What was typed names no country."""
    return reader.say("I know no country called “{words}”.", words=words)


def not_understood(reader: Reader) -> Html:
    """What was typed on the freight screen is no quantity, country, weight or size."""
    return reader.say("I could not read that. Nothing has changed.")


def _country(reader: Reader, case: FreightCase, code: str) -> Button:
    wanted = case.wanted
    press = ChooseDestination(
        product_id=wanted.product_id,
        negotiation_id=wanted.negotiation_id,
        count=case.count,
        country=code,
    )
    return Button(reader.country(code), press.pack())


def _back(reader: Reader, case: FreightCase, search: str) -> Button:
    """To the estimate if there is a country already, else to where freight was opened."""
    if not case.country:
        return leave(reader, case, search)
    wanted = case.wanted
    press = ShowFreight(
        product_id=wanted.product_id,
        negotiation_id=wanted.negotiation_id,
        count=case.count,
        search=search,
    )
    return Button(reader.word("◀ Back"), press.pack())
