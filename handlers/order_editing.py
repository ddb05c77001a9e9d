"""What to change in an order that waits for its confirmations: a part by a button, or typed words."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.amendment import AMENDABLE
from domain.order import OrderMoveNotAllowed, StaleOrder
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_drafts import keep_menu, keep_order, opened_order
from handlers.order_making import carried_on, too_late
from handlers.states import Ordering
from language.clean import clean
from services.order_answers import hear_answer
from services.order_draft import Aim, OrderDraft, Step
from services.order_matter import OrderForm, order_form
from views.callback_data.order import EditOrder
from views.callback_data.order_form import EditPart
from views.order_edit import edit_menu
from views.order_form import order_form as shown

router = Router(name="order_editing")


@router.callback_query(Pressed(EditOrder))
async def choose(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: EditOrder) -> Reply:
    """Everything that can be changed; the card stays above."""
    aim = Aim(order_id=pressed.order_id, revision=pressed.revision)
    form = await order_form(desk.books, desk.person, OrderDraft(aim))
    refusal = _stale(form)
    if refusal:
        return await too_late(desk, aim, refusal)
    await keep_menu(state, form.draft)
    return Reply(edit_menu(desk.reader, form), place=Place.BELOW)


@router.callback_query(Pressed(EditPart))
async def ask(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: EditPart) -> Reply:
    """One part is asked again; of a binding order what the answer makes is an amendment."""
    aim = Aim(order_id=pressed.order_id, revision=pressed.revision)
    form = await order_form(desk.books, desk.person, OrderDraft(aim, (pressed.part,)))
    refusal = None if _amends(form, pressed) else _stale(form)
    if refusal:
        return await too_late(desk, aim, refusal)
    if form.draft.current is None:
        return Reply(edit_menu(desk.reader, form))
    await keep_order(state, form.draft)
    return Reply(shown(desk.reader, form))


@router.message(StateFilter(Ordering.menu), Words())
async def hear(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A date or a split is what it says; anything else is the new address."""
    form = await opened_order(desk, state)
    text = clean(words)
    return await carried_on(desk, state, _heard(form, text))


def _heard(form: OrderForm, text: str) -> OrderForm:
    order = form.matter.order
    parts = (*((Step.SPECS,) if order and form.matter.specs else ()), Step.WANTED)
    tried = (hear_answer(_asking(form, part), text) for part in parts)
    understood = (found for found in tried if found.problem is None)
    return next(understood, None) or hear_answer(_asking(form, Step.ADDRESS), text)


def _asking(form: OrderForm, step: Step) -> OrderForm:
    return form.moved(OrderDraft(form.draft.aim, (step,)))


def _amends(form: OrderForm, pressed: EditPart) -> bool:
    order = form.matter.order
    if order is None or order.revision != pressed.revision:
        return False
    return order.status in AMENDABLE and pressed.part is not Step.SPECS


def _stale(form: OrderForm) -> StaleOrder | OrderMoveNotAllowed | None:
    """Why the order cannot be edited as the button says."""
    order, revision = form.matter.order, form.draft.aim.revision
    if order is None or revision != order.revision:
        return StaleOrder(revision=revision, current=order.revision if order else 0)
    return None if order.unconfirmed_by else OrderMoveNotAllowed(status=order.status)
