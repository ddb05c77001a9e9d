"""The card of an order: what both sides are to confirm, and who already has."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from domain.lifecycle import OrderStatus
from domain.order import Order
from domain.people import Side
from services.cases import OrderCase
from services.mail import Card
from services.moves import Subject
from views.after_sample import after_sample_lines
from views.amendment import waiting_amendment
from views.callback_data.navigation import ShowOrder
from views.callback_data.order import CancelOrder
from views.claim_section import claim_section
from views.fitting import MESSAGE_LENGTH, QUOTED, shortened, visible_length
from views.journey import request_in_short, shipped_lines
from views.late_section import late_section
from views.markup import Html, bold, folded, lines, paragraphs
from views.negotiation import counterparty
from views.order_buttons import order_buttons
from views.order_details import details_shown
from views.order_turns import turn, until
from views.payment import money_lines, next_payment
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.terms import term_lines, total
from views.titles import supplier_name, title

_Sentence = Callable[[Reader], Html]
MOST_TITLE: Final = 160

_TO_CONFIRM: Final[Mapping[Side, _Sentence]] = {
    Side.BUYER: lambda reader: reader.say("🔔 Your turn: please check and confirm the order"),
    Side.SELLER: lambda reader: reader.say("🔔 Your turn: the buyer ordered, please check and confirm"),
}
_ONLY_MINE_MISSING: Final[Mapping[Side, _Sentence]] = {
    Side.BUYER: lambda reader: reader.say("🔔 Your turn: the seller confirmed, please check and confirm too"),
    Side.SELLER: _TO_CONFIRM[Side.SELLER],
}
_CONFIRMED: Final[Mapping[Side, _Sentence]] = {
    Side.BUYER: lambda reader: reader.say("⏳ You confirmed. Waiting for the seller"),
    Side.SELLER: lambda reader: reader.say("⏳ You confirmed. Waiting for the buyer"),
}


def order_card(reader: Reader, case: OrderCase, above: Html | str = "") -> Screen:
    """The order as this side sees it now; `above` is said first."""
    text = paragraphs(above, *(section(reader, case) for section in _SECTIONS))
    if visible_length(text) > MESSAGE_LENGTH:
        shorter = (_SHORTER.get(section, section) for section in _SECTIONS)
        text = paragraphs(above, *(section(reader, case) for section in shorter))
    return Screen(text, order_buttons(reader, case), card=card_of(case.order))


def _head(reader: Reader, case: OrderCase) -> Html:
    return lines(bold(headline(reader, case)), bold(named(reader, case.order)))


def named(reader: Reader, order: Order) -> Html:
    """The order's number, and that it is of a sample."""
    if order.is_sample:
        return reader.say("Order {number} · 🎁 Sample", number=order.number)
    return reader.say("Order {number}", number=order.number)


def headline(reader: Reader, case: OrderCase) -> Html:
    """Whose turn it is: what to do, or whom one waits for."""
    if case.order.status is not OrderStatus.AWAITING_CONFIRMATION:
        return turn(reader, case)
    if case.side not in case.order.unconfirmed_by:
        return _CONFIRMED[case.side](reader)
    is_last = case.side.other not in case.order.unconfirmed_by
    return (_ONLY_MINE_MISSING if is_last else _TO_CONFIRM)[case.side](reader)


def goods_and_terms(reader: Reader, case: OrderCase) -> Html:
    """What is ordered from whom, and the agreed terms."""
    return paragraphs(goods(reader, case), term_lines(reader, case.order.terms))


def agreed(reader: Reader, case: OrderCase) -> Html:
    """The terms, the split, where the goods go, when and the notes; folded once both know them."""
    order = case.order
    whole = paragraphs(term_lines(reader, order.terms), details_shown(reader, order.details))
    return whole if order.unconfirmed_by else folded(whole)


def agreed_in_short(reader: Reader, case: OrderCase) -> Html:
    """The same with free words cut, where a message could not hold everything."""
    order = case.order
    terms = replace(
        order.terms,
        quality_note=shortened(order.terms.quality_note, QUOTED),
        custom_note=shortened(order.terms.custom_note, QUOTED),
        note=shortened(order.terms.note, QUOTED),
    )
    where = reader.say("What is cut here stands whole on the offer: see Negotiations, All versions.")
    cut = paragraphs(term_lines(reader, terms), where, details_shown(reader, order.details))
    return cut if order.unconfirmed_by else folded(cut)


def goods(reader: Reader, case: OrderCase) -> Html:
    """What is ordered from whom."""
    named = shortened(title(reader, case.order.goods), MOST_TITLE)
    return lines(bold(named), counterparty(reader, case.side, case.supplier))


def card_of(order: Order) -> Card:
    """What a message that shows the order is about."""
    return Card(Subject.ORDER, order.id, order.revision, order.negotiation_id)


def belongs_to_order(order: Order) -> Card:
    """What a message about the order is about that is not its card; a reply to it is talk."""
    return replace(card_of(order), version=0)


def sure_to_cancel(reader: Reader, case: OrderCase) -> Screen:
    """Asks once more, naming the order, the amount and the other side."""
    order = case.order
    named: dict[str, object] = {
        "number": order.number,
        "total": total(reader, order.terms),
        "supplier": supplier_name(reader, case.supplier) if case.supplier else "",
    }
    question = (
        reader.say("<b>Cancel order {number} with {supplier} over {total}?</b>", **named)
        if case.side is Side.BUYER
        else reader.say("<b>Cancel the buyer's order {number} over {total}?</b>", **named)
    )
    press = CancelOrder(order_id=order.id, revision=order.revision, sure=True)
    stay = ShowOrder(order_id=order.id)
    answers = [
        Button(reader.word("Yes"), press.pack(), Style.DANGER),
        Button(reader.word("No"), stay.pack()),
    ]
    return Screen(paragraphs(question, goods_and_terms(reader, case)), rows(answers), card=card_of(order))


def _next_step(reader: Reader, case: OrderCase) -> Html:
    """Until when to confirm, or what comes after."""
    if case.order.unconfirmed_by:
        until_when = reader.moment(case.order.expires_at)
        if case.side in case.order.unconfirmed_by:
            return reader.say("Please confirm by {moment}", moment=until_when)
        return reader.say("⏰ Without a confirmation by {moment} the order is cancelled.", moment=until_when)
    return next_payment(reader, case)


_SHORTER: Final[Mapping[Callable[[Reader, OrderCase], Html], Callable[[Reader, OrderCase], Html]]] = {
    agreed: agreed_in_short,
}
"""What takes the place of a section where the card would be longer than a message."""
_SECTIONS: Final[tuple[Callable[[Reader, OrderCase], Html], ...]] = (
    _head,
    request_in_short,
    goods,
    agreed,
    after_sample_lines,
    money_lines,
    late_section,
    claim_section,
    shipped_lines,
    waiting_amendment,
    _next_step,
    until,
)
"""What the card says, from above; a section that has nothing to say is left out."""
