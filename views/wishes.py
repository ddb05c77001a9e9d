"""A list of changes in the making: what is written and shown so far, and how to go on."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.wanted_changes import MOST_WISHES
from services.cases import OrderCase
from views.callback_data.golden import DropWish, LeaveWishes, NextWish, SendWishes
from views.fitting import shortened
from views.markup import Html, bold, italic, lines, paragraphs
from views.order import belongs_to_order, goods
from views.reader import Reader
from views.screen import Button, Rows, Screen, Style, rows

_SHOWN = 240


@dataclass(frozen=True, slots=True)
class Drafted:
    """A change in the making: its words, and how many photos show it."""

    words: str
    photos: int


def wishes_form(reader: Reader, case: OrderCase, drafted: Sequence[Drafted], problem: str = "") -> Screen:
    """The list so far, and what to send next."""
    head = reader.say("📝 What should be changed in sample {number}?", number=case.order.number)
    how = reader.say(
        "Write one change per message, up to {most}; photos go with the change above them. Then press Send.",
        most=MOST_WISHES,
    )
    stated = [each for each in drafted if each.words or each.photos]
    listed = [_line(reader, place, each) for place, each in enumerate(stated, start=1)]
    text = paragraphs(problem, lines(bold(head), goods(reader, case)), lines(*listed), italic(how))
    return Screen(text, _buttons(reader, case, stated), card=belongs_to_order(case.order))


def _line(reader: Reader, place: int, drafted: Drafted) -> Html:
    words = shortened(drafted.words, _SHOWN) or reader.word("see the photos")
    if not drafted.photos:
        return reader.say("{number}. {words}", number=place, words=words)
    return reader.say_many(
        "{number}. {words} · 🖼 {count} photo",
        "{number}. {words} · 🖼 {count} photos",
        drafted.photos,
        number=place,
        words=words,
    )


def _buttons(reader: Reader, case: OrderCase, stated: Sequence[Drafted]) -> Rows:
    number = case.order.id
    leave = Button(reader.word("Cancel"), LeaveWishes(order_id=number).pack())
    if not stated:
        return rows([leave])
    send = Button(reader.word("📨 Send"), SendWishes(order_id=number).pack(), Style.SUCCESS)
    more = Button(reader.word("➕ Next change"), NextWish(order_id=number).pack())
    drop = Button(reader.word("✖️ Last one out"), DropWish(order_id=number).pack())
    return rows([send], [more, drop] if len(stated) < MOST_WISHES else [drop], [leave])
