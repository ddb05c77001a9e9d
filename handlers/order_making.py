"""What an order form leads to: the next question, a new order, or the next revision of one."""

from dataclasses import replace
from typing import Final

from aiogram.fsm.context import FSMContext

from domain.amendment import AMENDABLE
from domain.details import Details
from domain.negotiation import BelowMoq, MoveNotAllowed, StaleVersion
from domain.order import Order, OrderMoveNotAllowed, StaleOrder
from domain.refusal import Refusal
from domain.sample_request import SampleMoveNotAllowed, StaleQuote
from handlers.amendment_drafts import AmendmentDraft, begun_amendment, keep_amendment, reviewed
from handlers.bargains import card
from handlers.desk import Desk, Place, Reply
from handlers.order_drafts import forget_order, keep_order
from handlers.sample_cards import sample_shown
from services.cases import order_case_of
from services.order_answers import open_questions
from services.order_draft import Aim, OrderDraft, Step
from services.order_matter import OrderForm, order_form
from services.ordering import Ordering
from services.refusals import DraftGone
from services.sample_ordering import SampleOrdering
from views import order_form as views
from views.order import order_card
from views.order_made import made, with_question
from views.refusals import refusal_text

TOO_LATE: Final = (
    StaleVersion,
    MoveNotAllowed,
    StaleOrder,
    OrderMoveNotAllowed,
    StaleQuote,
    SampleMoveNotAllowed,
)
"""What an order is refused with when somebody was faster."""


async def carried_on(desk: Desk, state: FSMContext, form: OrderForm) -> Reply:
    """The next question, or what the form leads to; an answer on an order's card counts at once."""
    draft = form.draft
    is_open = draft.current is not None and not draft.is_on_card
    if form.problem is None and not is_open:
        return await _made(desk, state, form)
    await keep_order(state, draft)
    again = replace(await order_form(desk.books, desk.person, draft), problem=form.problem, page=form.page)
    if draft.is_on_card:
        return await _on_card(desk, again)
    return Reply(views.order_form(desk.reader, again))


async def _made(desk: Desk, state: FSMContext, form: OrderForm) -> Reply:
    """The order's card; if the deed came too late, what stands now and why."""
    draft = form.draft
    begun = await begun_amendment(state)
    if begun and form.matter.order and _amends(form.matter.order, begun):
        return await _amended(desk, state, draft, begun)
    try:
        order = await _carried_out(desk, draft)
    except BelowMoq as refusal:
        return await _fewer_than_now(desk, state, form, refusal)
    except TOO_LATE as refusal:
        await forget_order(state)
        return await too_late(desk, draft.aim, refusal)
    return await _shown(desk, state, form, order)


def _amends(order: Order, begun: AmendmentDraft) -> bool:
    return order.id == begun.order_id and order.status in AMENDABLE


async def _amended(desk: Desk, state: FSMContext, draft: OrderDraft, begun: AmendmentDraft) -> Reply:
    """What was answered joins the amendment that is in the making."""
    case = await order_case_of(desk.books, desk.person, begun.order_id)
    begun = replace(begun, details=draft.changed(begun.details or case.order.details))
    await forget_order(state)
    await keep_amendment(state, begun)
    return await reviewed(desk, case, begun)


async def _carried_out(desk: Desk, draft: OrderDraft) -> Order:
    """Places the order, or edits it where the answers change anything."""
    ordering, aim = Ordering(desk.books, desk.person), draft.aim
    if aim.order_id:
        order, _ = await ordering.see(aim.order_id)
        details = draft.changed(order.details)
        return order if details == order.details else await ordering.edit(aim.order, details)
    if draft.delivery is None:
        raise DraftGone()
    details = Details(draft.delivery, draft.lines)
    samples = SampleOrdering(desk.books, desk.person)
    if aim.request_id:
        return await samples.order_quoted(aim.sample, details)
    if aim.is_sample:
        return await samples.order_listed(aim.product_id, draft.count, details)
    if aim.product_id:
        return await ordering.order_now(aim.product_id, draft.count, details)
    return await ordering.place(aim.target, details)


async def _shown(desk: Desk, state: FSMContext, form: OrderForm, order: Order) -> Reply:
    """The card, with what its address leaves open as a question."""
    draft, delivery = form.draft, order.details.delivery
    left = draft.to_ask if draft.is_on_card else open_questions(delivery) if draft.typed else ()
    if not left:
        await forget_order(state)
        case = await order_case_of(desk.books, desk.person, order.id)
        return Reply(order_card(desk.reader, case, made(desk.reader, form, order)))
    aim = Aim(order_id=order.id, revision=order.revision)
    asking = OrderDraft(aim, left, delivery=delivery, bad_phone=draft.bad_phone)
    await keep_order(state, asking)
    return await _on_card(desk, await order_form(desk.books, desk.person, asking))


async def _on_card(desk: Desk, form: OrderForm) -> Reply:
    case = await order_case_of(desk.books, desk.person, form.draft.aim.order_id)
    return Reply(with_question(desk.reader, case, form))


async def _fewer_than_now(desk: Desk, state: FSMContext, form: OrderForm, refusal: BelowMoq) -> Reply:
    """The MOQ rose meanwhile: the quantity is asked again, and how it splits; the address is known."""
    steps = (Step.QUANTITY, Step.SPECS) if form.matter.specs else (Step.QUANTITY,)
    draft = replace(form.draft.reopened(Step.SPECS), to_ask=steps, asked=(), count=0)
    await keep_order(state, draft)
    again = await order_form(desk.books, desk.person, draft)
    return Reply(views.order_form(desk.reader, again.failed(refusal)))


async def too_late(desk: Desk, aim: Aim, refusal: Refusal) -> Reply:
    """The current card, below, where the newest belongs."""
    if aim.negotiation_id:
        return await card(desk, aim.negotiation_id, refusal)
    if aim.request_id:
        return await sample_shown(desk, aim.request_id, refusal)
    case = await order_case_of(desk.books, desk.person, aim.order_id)
    toast = refusal_text(desk.reader, refusal)
    return Reply(order_card(desk.reader, case), toast=toast, alert=True, place=Place.BELOW)
