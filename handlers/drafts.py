"""The draft of an offer between two updates, kept with the conversation's state."""

from typing import Final

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.desk import Desk
from handlers.states import Offering
from services.drafting import Form, OfferDraft, draft_of, draft_record
from services.matter import About, matter_of
from services.refusals import DraftGone

_KEY: Final = "offer"


async def open_form(desk: Desk, state: FSMContext, draft: OfferDraft) -> Form:
    """A new form, which takes the place of an earlier one. Raises ProductPaused."""
    matter = await matter_of(desk.books, desk.person, draft.about)
    if matter.product and not (matter.negotiation or matter.several):
        matter.product.check_on_sale()
    await keep(state, draft)
    return Form(draft, matter)


async def opened_form(desk: Desk, state: FSMContext, about: str = "") -> Form:
    """The form under way. Raises DraftGone when there is none, or `about` names another."""
    record = (await state.get_data()).get(_KEY)
    draft = draft_of(record) if record else None
    if draft is None or about not in ("", draft.about.key):
        raise DraftGone()
    return Form(draft, await matter_of(desk.books, desk.person, draft.about))


async def pressed_form(desk: Desk, state: FSMContext, query: CallbackQuery, about: str) -> Form:
    """The form under way, by a button of its own. Raises DraftGone where the form became an offer's card."""
    shown = query.message
    if shown and await desk.books.cards.shown(shown.chat.id, shown.message_id):
        raise DraftGone()
    return await opened_form(desk, state, about)


async def keep(state: FSMContext, draft: OfferDraft) -> None:
    """Keeps the draft for the next update."""
    await state.set_state(Offering.form)
    await state.update_data({_KEY: draft_record(draft)})


def about_product(product_id: int) -> About:
    """An inquiry about a product."""
    return About(product_id=product_id)


def about_several(product_id: int, product_ids: tuple[int, ...]) -> About:
    """An inquiry about several products, of which one leads; about one product it is like any other."""
    several = product_ids if len(product_ids) > 1 else ()
    return About(product_id=product_id, several=several)


def about_offer(negotiation_id: int, version: int) -> About:
    """An answer to a version."""
    return About(negotiation_id=negotiation_id, version=version)
