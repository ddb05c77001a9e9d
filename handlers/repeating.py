"""Repeating an old order: at today's terms by one press, or by negotiating from its terms."""

from typing import Final

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.terms import to_record
from handlers.desk import Desk, Place, Reply
from handlers.drafts import about_product, open_form
from handlers.filters import Pressed
from handlers.order_drafts import keep_order
from handlers.searches import step_aside
from services.cases import order_case_of
from services.drafting import OfferDraft
from services.order_draft import Aim, OrderDraft, Step
from services.order_matter import order_form
from services.refusals import DraftGone, NotFound
from services.repeating import order_again, repeat_of
from views import offer_form
from views import repeating as views
from views.callback_data.order_form import NegotiateAgain, OrderAgain, RepeatOrder
from views.order import order_card
from views.order_form import order_form as shown

router = Router(name="repeating")
_KEY: Final = "repeats"


@router.callback_query(Pressed(RepeatOrder))
async def repeat(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: RepeatOrder) -> Reply:
    """What it would be today; the old card stays above."""
    await step_aside(state)
    found = await repeat_of(desk.books, desk.person, pressed.order_id)
    await state.update_data({_KEY: pressed.order_id})
    return Reply(views.repeated(desk.reader, found), place=Place.BELOW)


@router.callback_query(Pressed(OrderAgain))
async def order(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: OrderAgain) -> Reply:
    """Ordered as the screen shows it, once; a split that cannot stay is asked first."""
    if (await state.get_data()).get(_KEY) != pressed.order_id:
        raise DraftGone()
    found = await repeat_of(desk.books, desk.person, pressed.order_id)
    if found.terms is None or found.token != pressed.token:
        return Reply(views.repeated(desk.reader, found), toast=views.changed_since(desk.reader))
    await state.update_data({_KEY: None})
    if not found.must_split or found.product is None:
        made = await order_again(desk.books, desk.person, found)
        return Reply(order_card(desk.reader, await order_case_of(desk.books, desk.person, made.id)))
    draft = OrderDraft(
        Aim(product_id=found.product.id),
        (Step.SPECS,),
        count=found.terms.quantity.count,
        delivery=found.order.details.delivery,
        listed=to_record(found.terms),
    )
    await keep_order(state, draft)
    return Reply(shown(desk.reader, await order_form(desk.books, desk.person, draft)))


@router.callback_query(Pressed(NegotiateAgain))
async def negotiate(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: NegotiateAgain) -> Reply:
    """An inquiry with the old terms, not sent yet."""
    found = await repeat_of(desk.books, desk.person, pressed.order_id)
    if found.product is None or found.terms is None:
        raise NotFound(what="product")
    draft = OfferDraft(about_product(found.product.id), found.asked).ask()
    form = await open_form(desk, state, draft)
    return Reply(offer_form.form(desk.reader, form), place=Place.BELOW)
