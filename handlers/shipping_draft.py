"""The form of what leaves between two updates, kept with the conversation's state."""

from typing import Final

from aiogram.fsm.context import FSMContext

from domain.instalments import Due, due_by
from domain.money import Money
from domain.order import Order
from domain.refusal import Refusal
from handlers.desk import Desk, Place, Reply
from handlers.searches import step_aside
from handlers.states import Shipping
from services.cases import order_case_of
from services.refusals import DraftGone
from services.shipping_form import ShippingForm, Step, from_record, to_record
from views import shipping_form as views
from views.refusals import refusal_text

_KEY: Final = "shipping"


async def opened(state: FSMContext, order_id: int = 0) -> ShippingForm:
    """The form under way. Raises DraftGone when there is none, or it is not about this order."""
    record = (await state.get_data()).get(_KEY)
    if record is None or order_id not in (0, record["order_id"]):
        raise DraftGone()
    return from_record(record)


async def keep(state: FSMContext, form: ShippingForm) -> None:
    """Keeps the form for the next update."""
    await state.update_data({_KEY: to_record(form)})
    await state.set_state(Shipping.form)


async def drop(state: FSMContext) -> None:
    """Forgets the form: it was sent, or cannot be."""
    await step_aside(state)
    await state.update_data({_KEY: None})


async def asked(desk: Desk, form: ShippingForm, refusal: Refusal | None = None) -> Reply:
    """The present question, perhaps with what was wrong with the last answer."""
    case = await order_case_of(desk.books, desk.person, form.order_id)
    if form.step is Step.REVIEW:
        return Reply(views.review(desk.reader, case, form, await _due(desk, case.order)))
    problem = refusal_text(desk.reader, refusal) if refusal else ""
    return Reply(views.question(desk.reader, case, form, problem))


async def began(desk: Desk, state: FSMContext, form: ShippingForm) -> Reply:
    """A new form, below the card, which takes the place of an earlier one."""
    await keep(state, form)
    case = await order_case_of(desk.books, desk.person, form.order_id)
    return Reply(views.question(desk.reader, case, form), place=Place.BELOW)


async def _due(desk: Desk, order: Order) -> Money:
    """What is due before shipment and was not paid."""
    standing = await desk.books.money.standing(order)
    due = due_by(order.terms, Due.BEFORE_SHIPMENT)
    return Money(max(0, due.minor - standing.reached.minor), due.currency)
