"""The pages of a dispute: what was agreed, said, done, paid and proposed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.ledger import Booking
from domain.lifecycle import Actor
from domain.proposal import Proposal
from domain.standing import Standing
from services.dispute import Dispute
from services.money_history import money_lines
from services.moves import Move, Subject
from services.talk import Message
from views.buttons import back
from views.callback_data.disputes import Leaf, SendPaper, ShowDispute, ShowLeaf, ShowSaid
from views.claim_entries import claim_entry
from views.dispute_words import reason_words
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs, quote
from views.money_page import money_entry
from views.order_details import details_shown
from views.order_entries import carried_on
from views.paging import page_buttons, page_line, parted
from views.reader import Reader
from views.screen import Attached, Button, Screen, rows
from views.settlement import in_short, way_back
from views.talk import not_shown
from views.talk_page import message_entry
from views.terms import term_lines

MOST_ON_A_PAGE: Final = 8
UNITS_ON_A_PAGE: Final = 2_800
_MOST_SAID: Final = 600
_MOST_AGREED: Final = 400


@dataclass(frozen=True, slots=True)
class Shown:
    """Entries of a page, which page (from 0) of how many it is, and buttons for single entries."""

    leaf: Leaf
    entries: Sequence[Html]
    page: int = 0
    pages: int = 1
    more: Sequence[Button] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """A page of the messages, oldest first, which one it is of how many; page 0 holds the latest."""

    messages: Sequence[Message]
    page: int
    pages: int


def leaf_page(reader: Reader, dispute: Dispute, shown: Shown) -> Screen:
    """One page, with the way back to the dispute."""
    number = dispute.claim.id
    head = reader.say(
        "{leaf} · dispute {number}, order {order}",
        leaf=_HEADS[shown.leaf](reader),
        number=number,
        order=dispute.order.number,
    )
    nothing = reader.say("There is nothing here.")
    turns = page_buttons(
        shown.page,
        shown.pages,
        lambda to: ShowLeaf(claim_id=number, leaf=shown.leaf, page=to).pack(),
    )
    text = paragraphs(
        bold(head), *(shown.entries or [nothing]), page_line(reader, shown.page + 1, shown.pages)
    )
    leave = back(reader, ShowDispute(claim_id=number).pack())
    return Screen(text, rows(list(shown.more), turns, [leave]))


def agreed(reader: Reader, dispute: Dispute) -> Shown:
    """The terms and details of the order, its free words cut as need be, and its document."""
    order = dispute.order
    paper = Button(reader.word("📄 Agreement as a file"), SendPaper(claim_id=dispute.claim.id).pack())
    terms = replace(
        order.terms,
        quality_note=shortened(order.terms.quality_note, _MOST_AGREED),
        custom_note=shortened(order.terms.custom_note, _MOST_AGREED),
        note=shortened(order.terms.note, _MOST_AGREED),
    )
    details = replace(order.details, note=shortened(order.details.note, _MOST_AGREED))
    entries = [term_lines(reader, terms), details_shown(reader, details)]
    return Shown(Leaf.AGREEMENT, entries, more=[paper])


def paper(reader: Reader, dispute: Dispute, screen: Screen) -> Screen:
    """The agreement's document with the way back to the dispute instead of that to the order."""
    leave = back(reader, ShowDispute(claim_id=dispute.claim.id).pack())
    return replace(screen, rows=rows([leave]), card=None)


def said(reader: Reader, dispute: Dispute, talk: Talk) -> Shown:
    """What the sides wrote to each other, one page of it; files can be seen."""
    entries = [message_entry(reader, None, number, each) for number, each in enumerate(talk.messages, 1)]
    files = [
        Button(f"📎 {number}", ShowSaid(claim_id=dispute.claim.id, message_id=each.id).pack())
        for number, each in enumerate(talk.messages, 1)
        if each.has_attachment
    ]
    return Shown(Leaf.MESSAGES, entries, talk.page, talk.pages, files)


def attachment(reader: Reader, dispute: Dispute, message: Message) -> Screen:
    """The file or place of a message, below."""
    text = reader.say("Dispute {number}, {moment}", number=dispute.claim.id, moment=reader.moment(message.at))
    leave = back(reader, ShowDispute(claim_id=dispute.claim.id).pack())
    attached = Attached(message.said, lines(text, not_shown(reader)))
    return Screen(text, rows([leave]), attached=attached)


def done(reader: Reader, moves: Sequence[Move], page: int) -> Shown:
    """Every deed in the order and in its claims, first to last."""
    entries = [(claim_entry if move.subject is Subject.CLAIM else carried_on)(reader, move) for move in moves]
    return _parted(Leaf.MOVES, entries, page)


def paid(reader: Reader, bookings: Sequence[Booking], standing: Standing, page: int) -> Shown:
    """Every booking, and how the order stands."""
    stands = lines(
        reader.say("Total: {amount}", amount=reader.money(standing.total)),
        reader.say("Paid: {amount}", amount=reader.money(standing.paid)),
        reader.say("Given back: {amount}", amount=reader.money(standing.refunded)),
        reader.say("Given back for claims: {amount}", amount=reader.money(standing.allowed)),
        reader.say("Still owed: {amount}", amount=reader.money(standing.owed)),
    )
    entries = (money_entry(reader, *each) for each in enumerate(money_lines(bookings), 1))
    return _parted(Leaf.MONEY, [*entries, stands], page)


def proposed(reader: Reader, versions: Sequence[Proposal], page: int) -> Shown:
    """Every settlement that was on the table."""
    return _parted(Leaf.VERSIONS, [_version(reader, each) for each in versions], page)


def _version(reader: Reader, proposal: Proposal) -> Html:
    head = _BY[proposal.by](
        reader,
        {
            "version": reader.number(proposal.number),
            "moment": reader.moment(proposal.at),
            "proposal": in_short(reader, proposal.settlement),
        },
    )
    words = shortened(reason_words(reader, proposal), _MOST_SAID)
    return lines(head, way_back(reader, proposal.settlement), quote(words) if words else "")


def _parted(leaf: Leaf, entries: Sequence[Html], page: int) -> Shown:
    """The wanted page, or the nearest there is by now."""
    pages = parted(entries, MOST_ON_A_PAGE, UNITS_ON_A_PAGE)
    number = min(max(page, 0), len(pages) - 1)
    return Shown(leaf, [entries[index] for index in pages[number]], number, len(pages))


_HEADS: Final[Mapping[Leaf, Callable[[Reader], str]]] = {
    Leaf.AGREEMENT: lambda reader: reader.word("📄 What was agreed"),
    Leaf.MESSAGES: lambda reader: reader.word("🗨 Messages"),
    Leaf.MOVES: lambda reader: reader.word("📜 Record"),
    Leaf.MONEY: lambda reader: reader.word("💰 Money"),
    Leaf.VERSIONS: lambda reader: reader.word("🔢 Versions"),
}
_BY: Final[Mapping[Actor, Callable[[Reader, dict[str, object]], Html]]] = {
    Actor.BUYER: lambda reader, named: reader.say(
        "<b>{version}. The buyer</b>, {moment}: {proposal}", **named
    ),
    Actor.SELLER: lambda reader, named: reader.say(
        "<b>{version}. The seller</b>, {moment}: {proposal}", **named
    ),
    Actor.OPERATOR: lambda reader, named: reader.say(
        "<b>{version}. The operator</b>, {moment}: {proposal}", **named
    ),
}
