"""Pages of negotiations: whose turn it is, and a button to open each below."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.cases import Case
from views import negotiation as negotiation_views
from views.buttons import back, to_menu
from views.callback_data.navigation import BringNegotiation, Go, Room
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs
from views.paging import page_line
from views.reader import Reader
from views.screen import Button, Rows, Screen, rows
from views.terms import summary, total
from views.titles import title

PAGE_SIZE: Final = 5
_TITLE_LENGTH: Final = 60
_BUTTON_LENGTH: Final = 40


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of a room this is, from 0, of how many, and whether a seller reads it."""

    room: Room
    number: int = 0
    count: int = 1
    by_seller: bool = False


def negotiations(reader: Reader, cases: Sequence[Case], page: Page, waiting: int) -> Screen:
    """The person's open negotiations, those that wait for him first."""
    if not cases:
        return _no_negotiations(reader, page)
    waits = reader.say_many("{count} waits for your answer.", "{count} wait for your answer.", waiting)
    head = lines(bold(reader.say("💬 Open negotiations")), waits if waiting else "")
    return _listed(reader, cases, page, head)


def ended(reader: Reader, cases: Sequence[Case], page: Page) -> Screen:
    """The person's negotiations that are over, the latest end first; each opens with its whole record."""
    if not cases:
        return Screen(reader.say("🗂 No negotiation is over yet."), rows([_to_open(reader)]))
    return _listed(reader, cases, page, bold(reader.say("🗂 Ended negotiations")))


def which_one(reader: Reader, cases: Sequence[Case], page: Page) -> Screen:
    """The person's answer fits several offers: he opens the one he means, and replies to its card."""
    asked = reader.say("🤔 Several offers wait for your answer. Which one do you mean?")
    how = reader.say("Open it, then reply to its card with the same words.")
    return _listed(reader, cases, page, lines(bold(asked), how))


def _listed(reader: Reader, cases: Sequence[Case], page: Page, head: Html) -> Screen:
    entries = [_negotiation(reader, number, case) for number, case in enumerate(cases, _first(page))]
    buttons = [
        [
            _open(
                number,
                title(reader, case.negotiation.goods),
                BringNegotiation(negotiation_id=case.negotiation.id).pack(),
            )
        ]
        for number, case in enumerate(cases, _first(page))
    ]
    return Screen(
        paragraphs(head, *entries, page_line(reader, page.number + 1, page.count)),
        _rows(reader, buttons, page),
    )


def _negotiation(reader: Reader, number: int, case: Case) -> Html:
    negotiation = case.negotiation
    name = shortened(title(reader, negotiation.goods), _TITLE_LENGTH)
    return lines(
        reader.say("{number}. <b>{title}</b>", number=number, title=name),
        _figures(reader, summary(reader, negotiation.offer.terms), total(reader, negotiation.offer.terms)),
        negotiation_views.headline(reader, case),
        reader.say("⚖️ RFQ {number}", number=case.rfq.rfq_id) if case.rfq else "",
    )


def _figures(reader: Reader, terms: Html, amount: str) -> Html:
    return reader.say("{terms} = {total}", terms=terms, total=amount)


def _first(page: Page) -> int:
    return page.number * PAGE_SIZE + 1


def _open(number: int | str, name: str, data: str) -> Button:
    return Button(shortened(f"{number} · {name}", _BUTTON_LENGTH), data)


def _no_negotiations(reader: Reader, page: Page) -> Screen:
    if page.by_seller:
        text = reader.say("📥 Nothing is being negotiated. New inquiries reach you here by themselves.")
        return Screen(text, rows(_ways(reader, page)))
    text = reader.say("No negotiation is open. Find a product and press Negotiate.")
    return Screen(text, rows([_to_search(reader)], _ways(reader, page)))


def _to_search(reader: Reader) -> Button:
    return Button(reader.word("🔎 Search"), Go(room=Room.SEARCH).pack())


def _ways(reader: Reader, page: Page) -> list[Button]:
    """Out of the list: from what is open to what is over as well, and back."""
    if page.room is Room.ENDED:
        return [_to_open(reader)]
    over = [_to_ended(reader)] if page.room is Room.NEGOTIATIONS else []
    return [*over, to_menu(reader)]


def _to_ended(reader: Reader) -> Button:
    return Button(reader.word("🗂 Ended"), Go(room=Room.ENDED).pack())


def _to_open(reader: Reader) -> Button:
    return back(reader, Go(room=Room.NEGOTIATIONS).pack())


def _rows(reader: Reader, buttons: list[list[Button]], page: Page) -> Rows:
    earlier = [Button("◀", Go(room=page.room, page=page.number - 1).pack())] if page.number else []
    is_last = page.number + 1 >= page.count
    later = [] if is_last else [Button("▶", Go(room=page.room, page=page.number + 1).pack())]
    return rows(*buttons, [*earlier, *later], _ways(reader, page))
