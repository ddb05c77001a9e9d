"""The order form: what is ordered so far, the question, and its usual answers."""

from collections.abc import Callable, Mapping
from typing import Final

from services.order_draft import Aim, Step
from services.order_matter import OrderForm
from views.buttons import back
from views.callback_data.navigation import ShowNegotiation, ShowOrder, ShowProduct
from views.callback_data.samples import ShowSample
from views.hints import cancelled
from views.markup import Html, bold, italic, lines, paragraphs
from views.order_details import read_shown, split_shown
from views.order_form_buttons import answers, moves
from views.order_form_problems import said_wrong
from views.order_form_split import specs_how, specs_question
from views.reader import Reader
from views.sample_words import each
from views.screen import Screen, rows
from views.terms import labelled, summary, total
from views.titles import title

_QUESTIONS: Final[Mapping[Step, Callable[[Reader, OrderForm], Html]]] = {
    Step.QUANTITY: lambda reader, form: reader.say("How many?"),
    Step.SPECS: specs_question,
    Step.ADDRESS: lambda reader, form: reader.say("📍 Where shall the goods be delivered?"),
    Step.COUNTRY: lambda reader, form: reader.say("🌍 Which country is that in?"),
    Step.PHONE: lambda reader, form: reader.say("📞 Which phone number may the carrier call there?"),
    Step.WANTED: lambda reader, form: reader.say("📅 By which day do you want the goods to leave?"),
    Step.NOTE: lambda reader, form: reader.say("📝 What else shall the seller know?"),
}
_HOW: Final[Mapping[Step, Callable[[Reader, OrderForm], Html]]] = {
    Step.QUANTITY: lambda reader, form: reader.say("Press one, or write a number."),
    Step.SPECS: specs_how,
    Step.ADDRESS: lambda reader, form: reader.say(
        "Please write name, phone, street, city, postcode and country in one message."
        " The supplier sees it on the order."
    ),
    Step.COUNTRY: lambda reader, form: reader.say("Press it, or write its name."),
    Step.PHONE: lambda reader, form: reader.say(
        "Please write it with the country code, or just go on without."
    ),
    Step.WANTED: lambda reader, form: reader.say("Press one, or write a date such as 15 March."),
    Step.NOTE: lambda reader, form: reader.say("Marks, packing, papers: whatever the order should say."),
}


def order_form(reader: Reader, form: OrderForm) -> Screen:
    """The form as it stands."""
    text = paragraphs(_head(reader, form), _so_far(reader, form), question(reader, form))
    return Screen(text, (*answers(reader, form), *moves(reader, form)))


def question(reader: Reader, form: OrderForm) -> Html:
    """What was wrong, what is asked, and how to answer."""
    step = form.draft.current
    if step is None:
        return Html()
    asked = lines(bold(_QUESTIONS[step](reader, form)), italic(_HOW[step](reader, form)))
    return paragraphs(said_wrong(reader, form), asked)


def left(reader: Reader, aim: Aim) -> Screen:
    """The form was given up: nothing was ordered, or nothing changed."""
    return Screen(cancelled(reader), rows([back(reader, leads_back(aim))]))


def leads_back(aim: Aim) -> str:
    """What a button carries that leads to where the form was opened."""
    if aim.request_id:
        return ShowSample(request_id=aim.request_id).pack()
    if aim.order_id:
        return ShowOrder(order_id=aim.order_id).pack()
    if aim.product_id:
        return ShowProduct(product_id=aim.product_id).pack()
    return ShowNegotiation(negotiation_id=aim.negotiation_id).pack()


def _head(reader: Reader, form: OrderForm) -> Html:
    matter = form.matter
    order, terms = matter.order, matter.terms
    return lines(
        bold(reader.say("Order {number}", number=order.number)) if order else "",
        bold(reader.say("🎁 Sample")) if matter.sample else "",
        bold(title(reader, matter.goods)),
        each(reader, matter.sample) if matter.sample else "",
        summary(reader, terms) if terms else "",
        labelled(reader, reader.word("Total"), bold(total(reader, terms))) if terms else "",
    )


def _so_far(reader: Reader, form: OrderForm) -> Html:
    """What was answered, and in an order that is edited what stands."""
    draft, order = form.draft, form.matter.order
    delivery = draft.delivery or (order.details.delivery if order else None)
    is_edited = order is not None and draft.current is Step.SPECS and not draft.lines
    split = order.details.lines if order and is_edited else draft.lines
    address = delivery.address if delivery and draft.current is Step.ADDRESS else ""
    return paragraphs(
        split_shown(reader, split),
        lines(address, read_shown(reader, delivery)) if delivery and address else "",
    )
