"""The list of claims: open or all, whose turn it is, and a button to open each below."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.claim_facts import ClaimKind
from domain.lifecycle import ClaimStatus
from domain.order_facts import order_number
from domain.people import Side
from services.claim_case import ClaimCase
from services.claim_list import ClaimFilter, ClaimTally
from services.pages import pages_of
from views.buttons import to_menu
from views.callback_data.claim import BringClaim
from views.callback_data.claim_form import MakeClaim
from views.callback_data.claim_list import ListClaims
from views.callback_data.navigation import Go, Room
from views.claim_answers import KINDS, REASONS
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Rows, Screen, rows
from views.titles import title

PAGE_SIZE: Final = 5
_TITLE_LENGTH: Final = 60
_BUTTON_LENGTH: Final = 40
_S: Final = ClaimStatus

_TURN: Final[Mapping[Side, Callable[[Reader], Html]]] = {
    Side.BUYER: lambda reader: reader.say("⏳ The buyer's turn"),
    Side.SELLER: lambda reader: reader.say("⏳ The seller's turn"),
}
_ENDS: Final[Mapping[ClaimStatus, Callable[[Reader], Html]]] = {
    _S.ESCALATED: lambda reader: reader.say("⚖️ The operator looks into it"),
    _S.REFUNDED: lambda reader: reader.say("✅ Refunded"),
    _S.SETTLED: lambda reader: reader.say("✅ Settled"),
    _S.CLOSED: lambda reader: reader.say("✖️ Closed"),
    _S.WITHDRAWN: lambda reader: reader.say("↩️ Withdrawn"),
    _S.UNANSWERED: lambda reader: reader.say("⌛ Not answered in time"),
}
_FILTERS: Final[Mapping[ClaimFilter, Callable[[Reader], str]]] = {
    ClaimFilter.OPEN: lambda reader: reader.word("Open"),
    ClaimFilter.ALL: lambda reader: reader.word("All"),
}


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A page (from 0) of the claims that pass a filter; on the orders `begun` claims are not sent yet."""

    shown: ClaimFilter
    number: int
    tally: ClaimTally
    begun: Sequence[int] = ()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return pages_of(self.tally[self.shown], PAGE_SIZE)


def claims(reader: Reader, cases: Sequence[ClaimCase], page: ClaimPage) -> Screen:
    """The person's claims that pass the filter, the latest change first."""
    head = bold(reader.say("↩️ Returns and refunds · {filter}", filter=_FILTERS[page.shown](reader)))
    entries = [_entry(reader, case) for case in cases] or [_none(reader, page)]
    begun = reader.say_many(
        "✏️ {count} claim is not sent yet; go on below.",
        "✏️ {count} claims are not sent yet; go on below.",
        len(page.begun),
    )
    where = page_line(reader, page.number + 1, page.count)
    text = paragraphs(head, *entries, begun if page.begun else "", where)
    return Screen(text, _rows(reader, cases, page))


def _entry(reader: Reader, case: ClaimCase) -> Html:
    claim, order = case.claim, case.order
    name = shortened(title(reader, order.goods), _TITLE_LENGTH)
    wanted = (
        reader.say("⏰ Late-delivery compensation · {amount}", amount=reader.money(claim.claimed))
        if claim.ground.kind is ClaimKind.LATE
        else reader.say(
            "{kind} · {reason} · {amount}",
            kind=KINDS[claim.ground.kind](reader),
            reason=REASONS[claim.ground.reason](reader),
            amount=reader.money(claim.claimed),
        )
    )
    return lines(
        reader.say("<b>{number}</b> · {title}", number=order.number, title=name), wanted, _turn(reader, case)
    )


def _turn(reader: Reader, case: ClaimCase) -> Html:
    if case.is_my_turn:
        return reader.say("🔔 Your turn")
    waits_for = case.claim.waits_for
    return _TURN[waits_for](reader) if waits_for else _ENDS[case.claim.status](reader)


def _none(reader: Reader, page: ClaimPage) -> Html:
    """How to make one, or that all are over."""
    if page.tally[ClaimFilter.ALL]:
        return reader.say("☕ No claim is open.")
    return reader.say(
        "No claims. Are goods not right? Open the order, and press Refund / return within 30 days of receipt."
    )


def _rows(reader: Reader, cases: Sequence[ClaimCase], page: ClaimPage) -> Rows:
    begun = [[_go_on(reader, order_id)] for order_id in page.begun]
    opening = [[_open(reader, case)] for case in cases]
    turns = page_buttons(page.number, page.count, lambda to: ListClaims(shown=page.shown, page=to).pack())
    orders = Button(reader.word("📦 Orders"), Go(room=Room.ORDERS).pack())
    return rows(*begun, *opening, turns, _filters(reader, page), [orders, to_menu(reader)])


def _go_on(reader: Reader, order_id: int) -> Button:
    label = reader.word("✏️ Go on: {number}", number=order_number(order_id))
    return Button(label, MakeClaim(order_id=order_id).pack())


def _open(reader: Reader, case: ClaimCase) -> Button:
    name = f"{case.order.number} · {title(reader, case.order.goods)}"
    return Button(shortened(name, _BUTTON_LENGTH), BringClaim(claim_id=case.claim.id).pack())


def _filters(reader: Reader, page: ClaimPage) -> list[Button]:
    """The other filter, with how many it shows."""
    return [
        Button(f"{word(reader)} · {reader.number(page.tally[shown])}", ListClaims(shown=shown).pack())
        for shown, word in _FILTERS.items()
        if shown is not page.shown and page.tally[shown]
    ]
