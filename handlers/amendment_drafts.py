"""The amendment in the making between two updates, kept with the conversation's state."""

from dataclasses import dataclass
from typing import Any, Final

from aiogram.fsm.context import FSMContext

from domain import details, terms
from domain.details import Details
from domain.terms import NOTHING_STATED, TermsDraft
from handlers.desk import Desk, Reply
from handlers.searches import step_aside
from handlers.states import Amending as Writing
from services.amendment_line import amended_by
from services.cases import OrderCase
from services.drafting import Form
from services.refusals import DraftGone
from views import amending as views

_KEY: Final = "amendment"


@dataclass(frozen=True, slots=True)
class AmendmentDraft:
    """What was stated of an order's terms so far, and its details if others are wanted."""

    order_id: int
    stated: TermsDraft = NOTHING_STATED
    details: Details | None = None


async def keep_amendment(state: FSMContext, draft: AmendmentDraft) -> None:
    """Keeps the draft for the next update, whose words change the terms."""
    wanted = details.to_record(draft.details) if draft.details else None
    record = {"order": draft.order_id, "terms": terms.to_record(draft.stated), "details": wanted}
    await state.set_state(Writing.line)
    await state.update_data({_KEY: record})


async def opened_amendment(state: FSMContext) -> AmendmentDraft:
    """The draft under way. Raises DraftGone."""
    draft = await begun_amendment(state)
    if draft is None:
        raise DraftGone()
    return draft


async def begun_amendment(state: FSMContext) -> AmendmentDraft | None:
    """The draft under way, if there is one."""
    record: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    if record is None:
        return None
    wanted = record.get("details")
    return AmendmentDraft(
        record["order"],
        terms.from_record(record["terms"]),
        details.from_record(wanted) if wanted else None,
    )


async def forget_amendment(state: FSMContext) -> None:
    """It was sent."""
    await state.update_data({_KEY: None})
    await step_aside(state)


async def amended_form(desk: Desk, case: OrderCase, draft: AmendmentDraft) -> Form:
    """The form of the terms, whose standing ones are the order's."""
    return await amended_by(desk.books, desk.person, case.order, draft.stated)


async def reviewed(desk: Desk, case: OrderCase, draft: AmendmentDraft) -> Reply:
    """Old and new side by side, before it is sent."""
    form = await amended_form(desk, case, draft)
    return Reply(views.review(desk.reader, case, form.whole, draft.details or case.order.details))
