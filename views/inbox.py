"""A seller's inbox: what waits for him first, since when and until when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain.order_facts import order_number
from services.moves import Subject
from services.pages import entries_on, page_at, pages_of
from services.waits import MOST_OF_A_KIND, Kind, Wait, Waiting
from views.button_rows import fitted
from views.buttons import to_menu
from views.callback_data.claim import BringClaim
from views.callback_data.inbox import ShowInbox, ShowWaiting
from views.callback_data.navigation import BringNegotiation, BringOrder, Go, Room
from views.callback_data.samples import BringSample
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.titles import title

PAGE_SIZE: Final = 5
_TITLE_LENGTH: Final = 60
_BUTTON_LENGTH: Final = 40
_LEAST: Final = timedelta(minutes=1)

_TO_DO: Final[Mapping[Kind, Callable[[Reader], Html]]] = {
    Kind.CONFIRM: lambda reader: reader.say("📝 Order to confirm"),
    Kind.PAID: lambda reader: reader.say("💳 The buyer says he paid"),
    Kind.PRODUCE: lambda reader: reader.say("💰 Paid: start production"),
    Kind.SHIP: lambda reader: reader.say("🚚 To ship"),
    Kind.CANCEL: lambda reader: reader.say("✖️ The buyer asks to cancel"),
    Kind.CLAIM: lambda reader: reader.say("⚖️ Claim to answer or to settle"),
    Kind.OFFER: lambda reader: reader.say("🔔 Offer to answer"),
    Kind.SAMPLE: lambda reader: reader.say("🎁 Sample to quote"),
    Kind.MESSAGE: lambda reader: reader.say("✉️ Message to answer"),
    Kind.BUYERS: lambda reader: reader.say("⏳ The buyer's turn"),
}
_SHORT: Final[Mapping[Kind, Callable[[Reader], str]]] = {
    Kind.CONFIRM: lambda reader: reader.word("📝 Confirm"),
    Kind.PAID: lambda reader: reader.word("💳 Check payment"),
    Kind.PRODUCE: lambda reader: reader.word("💰 Produce"),
    Kind.SHIP: lambda reader: reader.word("🚚 To ship"),
    Kind.CANCEL: lambda reader: reader.word("✖️ Cancel?"),
    Kind.CLAIM: lambda reader: reader.word("⚖️ Claims"),
    Kind.OFFER: lambda reader: reader.word("🔔 Offers"),
    Kind.SAMPLE: lambda reader: reader.word("🎁 Samples"),
    Kind.MESSAGE: lambda reader: reader.word("✉️ Messages"),
    Kind.BUYERS: lambda reader: reader.word("⏳ Buyers"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """What of the inbox is looked at: one kind or all, and the page from 0."""

    kind: Kind | None = None
    page: int = 0

    def at(self, page: int) -> str:
        """The data of the button that opens another page of the same."""
        return ShowWaiting(kind=self.kind, page=page).pack() if self.kind else ShowInbox(page=page).pack()


def inbox(reader: Reader, waiting: Waiting, look: Look) -> Screen:
    """What waits for the person first, then what waits for buyers; a button for each kind and each matter.

    Negotiations also shows those in which he is the buyer.
    """
    found = waiting.of(look.kind)
    pages, page = pages_of(len(found), PAGE_SIZE), page_at(look.page, len(found), PAGE_SIZE)
    shown = list(enumerate(entries_on(page, found, PAGE_SIZE), page * PAGE_SIZE + 1))
    text = paragraphs(
        lines(bold(reader.say("📥 Inbox")), _how_many(reader, waiting)),
        *(_entry(reader, number, wait, waiting) for number, wait in shown),
        page_line(reader, page + 1, pages),
    )
    opened = [[_open(reader, number, wait)] for number, wait in shown]
    turns = page_buttons(page, pages, look.at)
    over = Button(reader.word("🗂 Ended"), Go(room=Room.ENDED).pack())
    every = Button(reader.word("💬 Negotiations"), Go(room=Room.NEGOTIATIONS).pack())
    kinds = fitted(_kinds(reader, waiting, look.kind), 3)
    return Screen(text, (*rows(*opened, turns), *kinds, *rows([every, over], [to_menu(reader)])))


def _how_many(reader: Reader, waiting: Waiting) -> Html:
    if not waiting.waits:
        return reader.say("Nothing is under way. New inquiries reach you here by themselves.")
    if not waiting.own:
        return reader.say("Nothing waits for you.")
    return reader.say_many("{count} matter waits for you.", "{count} matters wait for you.", waiting.own)


def _entry(reader: Reader, number: int, wait: Wait, waiting: Waiting) -> Html:
    name = shortened(title(reader, wait.goods), _TITLE_LENGTH)
    return lines(
        reader.say("{number}. {title}", number=number, title=bold(name)),
        reader.say("{matter} · {deal}", matter=_TO_DO[wait.kind](reader), deal=_deal(reader, wait)),
        _times(reader, wait, waiting),
    )


def _deal(reader: Reader, wait: Wait) -> Html | str:
    if wait.subject is Subject.ORDER:
        return order_number(wait.subject_id)
    if wait.subject is Subject.SAMPLE:
        return reader.say("request {number}", number=wait.subject_id)
    return reader.say("negotiation {number}", number=wait.subject_id)


def _times(reader: Reader, wait: Wait, waiting: Waiting) -> Html:
    since = reader.duration(max(waiting.now - wait.since, _LEAST))
    if wait.until is None:
        return reader.say("Waiting for {since}", since=since)
    if wait.until < waiting.now:
        late = reader.duration(waiting.now - wait.until)
        return reader.say("⚠️ Waiting for {since}, late by {late}", since=since, late=late)
    until = reader.moment(wait.until)
    return reader.say("Waiting for {since}, until {until}", since=since, until=until)


def _open(reader: Reader, number: int, wait: Wait) -> Button:
    if wait.claim_id:
        data = BringClaim(claim_id=wait.claim_id).pack()
    elif wait.subject is Subject.ORDER:
        data = BringOrder(order_id=wait.subject_id).pack()
    elif wait.subject is Subject.SAMPLE:
        data = BringSample(request_id=wait.subject_id).pack()
    else:
        data = BringNegotiation(negotiation_id=wait.subject_id).pack()
    return Button(shortened(f"{number} · {title(reader, wait.goods)}", _BUTTON_LENGTH), data)


def _kinds(reader: Reader, waiting: Waiting, chosen: Kind | None) -> list[Button]:
    """A filter for each kind there is, if there are several; the chosen one leads back to all."""
    there = [kind for kind in Kind if waiting.count(kind) or kind is chosen]
    return [_kind(reader, kind, waiting.count(kind), chosen) for kind in there] if len(there) > 1 else []


def _kind(reader: Reader, kind: Kind, count: int, chosen: Kind | None) -> Button:
    more = "+" if count >= MOST_OF_A_KIND else ""
    mark = "✓ " if kind is chosen else ""
    text = f"{mark}{_SHORT[kind](reader)} {reader.number(count)}{more}"
    return Button(text, Look(None if kind is chosen else kind).at(0))
