"""Receipt and completion: asks once more, naming what it is about."""

from services.cases import OrderCase
from views.callback_data.navigation import ShowOrder
from views.callback_data.negotiation import AskQuestion
from views.callback_data.shipping import CompleteOrder, ReceiveGoods
from views.journey import shipped_lines
from views.markup import bold, lines, paragraphs
from views.order import card_of
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.terms import total
from views.titles import supplier_name, title
from views.units import quantity


def sure_received(reader: Reader, case: OrderCase) -> Screen:
    """Names what was shipped; what is missing is for the talk."""
    order = case.order
    ask = reader.say(
        "Did all {amount} of order {number} arrive?",
        amount=quantity(reader, order.terms.quantity),
        number=order.number,
    )
    hint = reader.say(
        "If a part is missing or damaged, press Something is missing and tell the seller first."
    )
    press = ReceiveGoods(order_id=order.id, revision=order.revision, sure=True)
    missing = AskQuestion(negotiation_id=order.negotiation_id)
    buttons = rows(
        [Button(reader.word("Yes"), press.pack(), Style.SUCCESS), _stay(reader, case)],
        [Button(reader.word("💬 Something is missing"), missing.pack())],
    )
    text = paragraphs(lines(bold(ask), title(reader, order.goods)), shipped_lines(reader, case), hint)
    return Screen(text, buttons, card=card_of(order))


def prolonged(reader: Reader) -> str:
    """A toast."""
    return reader.word("The seller was told. You have ten days more.")


def sure_completed(reader: Reader, case: OrderCase) -> Screen:
    """Names the order, the amount and the supplier."""
    order = case.order
    ask = reader.say(
        "Complete order {number} with {supplier} over {total}?",
        number=order.number,
        supplier=supplier_name(reader, case.supplier) if case.supplier else "",
        total=total(reader, order.terms),
    )
    hint = reader.say("Complete it when the goods are checked and everything is in order.")
    press = CompleteOrder(order_id=order.id, revision=order.revision, sure=True)
    answers = [Button(reader.word("Yes"), press.pack(), Style.SUCCESS), _stay(reader, case)]
    return Screen(paragraphs(bold(ask), hint), rows(answers), card=card_of(order))


def _stay(reader: Reader, case: OrderCase) -> Button:
    return Button(reader.word("No"), ShowOrder(order_id=case.order.id).pack())
