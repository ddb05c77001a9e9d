"""The draft of an order between two updates, kept with the conversation's state."""

from typing import Final

from aiogram.fsm.context import FSMContext

from handlers.desk import Desk
from handlers.searches import step_aside
from handlers.states import Ordering
from services.order_draft import OrderDraft, draft_of, draft_record
from services.order_matter import OrderForm, order_form
from services.refusals import DraftGone

_KEY: Final = "order"


async def opened_order(desk: Desk, state: FSMContext, about: str = "") -> OrderForm:
    """The form under way. Raises DraftGone when there is none, or `about` names another."""
    return await order_form(desk.books, desk.person, await kept_order(state, about))


async def kept_order(state: FSMContext, about: str = "") -> OrderDraft:
    """The draft under way, whatever became of its goods. Raises DraftGone as `opened_order` does."""
    record = (await state.get_data()).get(_KEY)
    draft = draft_of(record) if record else None
    if draft is None or about not in ("", draft.aim.key):
        raise DraftGone()
    return draft


async def keep_order(state: FSMContext, draft: OrderDraft) -> None:
    """Keeps the draft for the next update, which answers its question."""
    await state.set_state(Ordering.form)
    await state.update_data({_KEY: draft_record(draft)})


async def keep_menu(state: FSMContext, draft: OrderDraft) -> None:
    """Keeps the draft for the next update, which says what to change."""
    await state.set_state(Ordering.menu)
    await state.update_data({_KEY: draft_record(draft)})


async def forget_order(state: FSMContext) -> None:
    """Nothing is under way any more, and its buttons lead nowhere."""
    await step_aside(state)
    await state.update_data({_KEY: None})
