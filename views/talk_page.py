"""What the sides said to each other about an order, in pages, the latest first page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.people import Side
from services.cases import OrderCase
from services.said import Kind
from services.talk import Message
from views.buttons import back
from views.callback_data.navigation import ShowOrder
from views.callback_data.negotiation import AskQuestion
from views.callback_data.talk_page import ShowAttachment, ShowTalk
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs, quote
from views.order import belongs_to_order
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Attached, Button, Screen, rows
from views.talk import not_shown, words_of

PAGE_SIZE: Final = 5
_MOST: Final = 500
_THEM: Final[Mapping[Side, Callable[[Reader], str]]] = {
    Side.BUYER: lambda reader: reader.word("The buyer"),
    Side.SELLER: lambda reader: reader.word("The seller"),
}
_KINDS: Final[Mapping[Kind, Callable[[Reader], str]]] = {
    Kind.PHOTO: lambda reader: reader.word("📷 photo"),
    Kind.LOCATION: lambda reader: reader.word("📍 location"),
    Kind.VOICE: lambda reader: reader.word("🎤 voice message"),
    Kind.VIDEO: lambda reader: reader.word("🎬 video"),
}


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A page of the messages, oldest first; page 0 holds the latest of them."""

    messages: Sequence[Message]
    number: int = 0
    pages: int = 1


def talk_page(reader: Reader, case: OrderCase, page: TalkPage) -> Screen:
    """Who said what when; files can be seen again."""
    head = bold(reader.say("🗨 Messages about order {number}", number=case.order.number))
    entries = [message_entry(reader, case.side, number, each) for number, each in enumerate(page.messages, 1)]
    nothing = reader.say("Nothing was said yet. Press Message to write to the other side.")
    where = page_line(reader, page.number + 1, page.pages)
    files = [
        Button(f"📎 {number}", ShowAttachment(message_id=each.id).pack())
        for number, each in enumerate(page.messages, 1)
        if each.has_attachment
    ]
    write = Button(reader.word("💬 Message"), AskQuestion(negotiation_id=case.order.negotiation_id).pack())
    turns = page_buttons(page.number, page.pages, lambda to: _turn(case, to))
    leave = back(reader, ShowOrder(order_id=case.order.id).pack())
    text = paragraphs(head, *(entries or [nothing]), where)
    return Screen(text, rows(files, turns, [write, leave]), card=belongs_to_order(case.order))


def attachment(reader: Reader, side: Side, message: Message) -> Screen:
    """The file or place itself."""
    text = _who(reader, side, message)
    return Screen(text, attached=Attached(message.said, lines(text, not_shown(reader))))


def message_entry(reader: Reader, side: Side | None, number: int, message: Message) -> Html:
    """Who said what when, to somebody of a side, or to an operator (None)."""
    kind = _KINDS.get(message.said.kind, _file)
    words = shortened(words_of(reader, message), _MOST)
    return lines(
        reader.say("{number}. {who}", number=number, who=_who(reader, side, message)),
        kind(reader) if message.has_attachment else "",
        quote(words) if words else "",
    )


def _file(reader: Reader) -> str:
    return reader.word("📎 file")


def _who(reader: Reader, side: Side | None, message: Message) -> Html:
    name = reader.word("You") if message.side is side else _THEM[message.side](reader)
    return reader.say("<b>{name}</b>, {moment}", name=name, moment=reader.moment(message.at))


def _turn(case: OrderCase, page: int) -> str:
    return ShowTalk(order_id=case.order.id, page=page).pack()
