"""The guide: pages of questions, and answers with buttons that lead into one's own deals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.people import Person, Side
from services.cases import Case
from services.helping import OwnCase, Topic
from services.pages import entries_on, page_at, pages_of
from views import help_deeds
from views import negotiation as negotiation_views
from views import order as order_views
from views.buttons import back, to_menu
from views.callback_data.help import AskHelp, ListQuestions
from views.fitting import shortened
from views.help_buyers import BUYERS
from views.help_entry import Entry
from views.help_orders import BUYERS_WITH_ORDERS
from views.help_sellers import SELLERS
from views.help_steps import commands_told
from views.markup import Html, bold, lines, paragraphs
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Rows, Screen, grid, rows
from views.titles import title

PAGE_SIZE: Final = 9
MOST_SHOWN: Final = 6
_TITLE_LENGTH: Final = 60
_BUTTON_LENGTH: Final = 40

ENTRIES: Final[Mapping[Side, Mapping[Topic, Entry]]] = {
    Side.BUYER: {**BUYERS, **BUYERS_WITH_ORDERS},
    Side.SELLER: SELLERS,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a side; `own` is what its answer may be about, in the middle of something nothing.

    `is_chosen`: the person picked the one thing that is left.
    """

    side: Side
    topic: Topic
    own: Sequence[OwnCase] = ()
    is_midway: bool = False
    is_chosen: bool = False

    @property
    def entry(self) -> Entry:
        """The question with its answer."""
        return ENTRIES[self.side][self.topic]


def questions(reader: Reader, person: Person, listed: ListQuestions, *, midway: bool = False) -> Screen:
    """A page of questions; whoever sells may look at those of buyers, too. Midway none leads away."""
    entries = ENTRIES[listed.side]
    page, pages = page_at(listed.page, len(entries), PAGE_SIZE), pages_of(len(entries), PAGE_SIZE)
    text = paragraphs(
        bold(reader.say("❓ What would you like to know?")),
        commands_told(reader, person) if not page else "",
        page_line(reader, page + 1, pages),
    )
    shown = [
        [Button(entries[topic].question(reader), AskHelp(side=listed.side, topic=topic).pack())]
        for topic in entries_on(page, list(entries), PAGE_SIZE)
    ]
    turns = page_buttons(page, pages, lambda to: ListQuestions(side=listed.side, page=to).pack())
    leave = [] if midway else [to_menu(reader)]
    return Screen(text, rows(*shown, turns, _other_side(reader, person, listed.side), leave))


def answer(reader: Reader, person: Person, asked: Asked) -> Screen:
    """The answer, and what can be done about it now: one own thing at once, of several each by a button."""
    entry = asked.entry
    possible = [case for case in asked.own if asked.is_chosen or _deeds(reader, entry, case)]
    text = paragraphs(
        bold(entry.question(reader)) if asked.topic is not Topic.STEPS else "",
        entry.answer(reader),
        _own(reader, asked, possible),
    )
    buttons = () if asked.is_midway else _buttons(reader, asked, possible)
    ways = () if asked.is_midway else _ways(reader, person, entry)
    return Screen(text, (*buttons, *ways, (_back(reader, asked),)))


def _own(reader: Reader, asked: Asked, possible: Sequence[OwnCase]) -> Html | str:
    if asked.is_midway:
        return reader.say("Finish what you are doing first, or /cancel it; nothing of it is lost by reading.")
    if asked.entry.reach is None:
        return ""
    if not possible:
        return reader.say("👉 None of your own deals is at this point now.")
    if len(possible) == 1:
        return lines(reader.say("👉 Yours:"), _named(reader, possible[0]))
    return lines(reader.say("👉 Which one is it about?"), *(_named(reader, each) for each in _some(possible)))


def _named(reader: Reader, case: OwnCase) -> Html:
    """Which it is, and whose turn."""
    if isinstance(case, Case):
        name = shortened(title(reader, case.negotiation.goods), _TITLE_LENGTH)
        head = reader.say("<b>Negotiation {number}</b> · {title}", number=case.negotiation.id, title=name)
        return lines(head, negotiation_views.headline(reader, case))
    name = shortened(title(reader, case.order.goods), _TITLE_LENGTH)
    head = reader.say("<b>{number}</b> · {title}", number=case.order.number, title=name)
    return lines(head, order_views.headline(reader, case))


def _buttons(reader: Reader, asked: Asked, possible: Sequence[OwnCase]) -> Rows:
    if not possible:
        return ()
    if len(possible) > 1:
        return rows(*([_choose(reader, asked, each)] for each in _some(possible)))
    return grid(_deeds(reader, asked.entry, possible[0]) or [_card(reader, possible[0])], 2)


def _some(possible: Sequence[OwnCase]) -> Sequence[OwnCase]:
    return possible[:MOST_SHOWN]


def _deeds(reader: Reader, entry: Entry, case: OwnCase) -> list[Button]:
    return [button for deed in entry.deeds if (button := deed(reader, case))]


def _card(reader: Reader, case: OwnCase) -> Button:
    return help_deeds.offer(reader, case) if isinstance(case, Case) else help_deeds.order(reader, case)


def _choose(reader: Reader, asked: Asked, case: OwnCase) -> Button:
    if isinstance(case, Case):
        number, name = case.negotiation.id, f"{case.negotiation.id} · {title(reader, case.negotiation.goods)}"
    else:
        number, name = case.order.id, f"{case.order.number} · {title(reader, case.order.goods)}"
    press = AskHelp(side=asked.side, topic=asked.topic, number=number)
    return Button(shortened(name, _BUTTON_LENGTH), press.pack())


def _ways(reader: Reader, person: Person, entry: Entry) -> Rows:
    owner_ways = entry.owner_ways if person.owned_ids else ()
    return grid([way(reader) for way in (*entry.ways, *owner_ways)], 2)


def _other_side(reader: Reader, person: Person, side: Side) -> list[Button]:
    """Who sells may buy as well."""
    if not person.is_seller:
        return []
    text = reader.word("🛒 When you buy") if side is Side.SELLER else reader.word("🏭 When you sell")
    return [Button(text, ListQuestions(side=side.other).pack())]


def _back(reader: Reader, asked: Asked) -> Button:
    """To the page on which the question stands."""
    page = list(ENTRIES[asked.side]).index(asked.topic) // PAGE_SIZE
    return back(reader, ListQuestions(side=asked.side, page=page).pack())
