"""What is said above the card of an order that was just made or changed."""

from datetime import timedelta

from domain.order import Order
from domain.terms import changes, from_record
from services.cases import OrderCase
from services.order_draft import Step
from services.order_matter import OrderForm
from views.markup import Html, lines, paragraphs
from views.order import order_card
from views.order_buttons import deeds
from views.order_form import question
from views.order_form_buttons import answers, moves
from views.reader import Reader
from views.screen import Screen
from views.terms import only_changes


def made(reader: Reader, form: OrderForm, order: Order) -> Html:
    """What differs from what the form showed, and what cannot be quite as wished."""
    return paragraphs(_listing_changed(reader, form, order), _too_soon(reader, form, order))


def with_question(reader: Reader, case: OrderCase, form: OrderForm) -> Screen:
    """The card, with a question about its address above; its answers take the place of what only looks."""
    screen = order_card(reader, case, question(reader, form))
    extra = (*answers(reader, form), *moves(reader, form))
    return Screen(screen.text, (*extra, *deeds(reader, case)), card=screen.card)


def _listing_changed(reader: Reader, form: OrderForm, order: Order) -> Html:
    listed = form.draft.listed
    before = from_record(listed) if listed else order.terms
    if not changes(before, order.terms):
        return Html()
    said = reader.say("⚠️ The listing changed meanwhile. The order has today's terms:")
    return lines(said, only_changes(reader, order.terms, before))


def _too_soon(reader: Reader, form: OrderForm, order: Order) -> Html:
    """A wanted day before the goods can be ready even if they were paid today."""
    wanted, days = order.details.wanted_on, order.terms.lead_time_days
    if Step.WANTED not in form.draft.asked or not wanted or not days:
        return Html()
    ready = form.matter.today + timedelta(days=days)
    if wanted >= ready:
        return Html()
    return reader.say(
        "⏱ With a lead time of {days} the goods are ready on {ready} at the earliest."
        " Your date stays on the order as a wish; better ask the seller.",
        days=reader.days(days),
        ready=reader.day(ready),
    )
