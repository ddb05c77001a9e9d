"""Answers to a deed in a request for a sample: its card, with a kind word when the deed came too late."""

from collections.abc import Awaitable

from domain.refusal import Refusal
from domain.sample_request import SampleMoveNotAllowed, SampleRequest, StaleQuote
from handlers.desk import Desk, Place, Reply
from services.sample_case import SampleCase, sample_case_of
from services.sampling import SampleTarget
from views.markup import Html
from views.refusals import refusal_text
from views.sample import sample_card


async def sample_shown(
    desk: Desk, request_id: int, refusal: Refusal | None = None, above: Html | str = ""
) -> Reply:
    """The request as it stands now, and why it is not what was pressed."""
    case = await sample_case_of(desk.books, desk.person, request_id)
    toast = refusal_text(desk.reader, refusal) if refusal else ""
    place = Place.BELOW if isinstance(refusal, StaleQuote) else Place.HERE
    return Reply(sample_card(desk.reader, case, above), toast=toast, alert=bool(toast), place=place)


async def sample_done(desk: Desk, deed: Awaitable[SampleRequest], target: SampleTarget) -> Reply:
    """The card after the deed; if the deed came too late, the current card and why."""
    try:
        await deed
    except (StaleQuote, SampleMoveNotAllowed) as refusal:
        return await sample_shown(desk, target.request_id, refusal)
    return await sample_shown(desk, target.request_id)


async def stale_sample(desk: Desk, target: SampleTarget) -> Reply | None:
    """The current card and a kind word when this quote is not the person's to answer any more."""
    case = await sample_case_of(desk.books, desk.person, target.request_id)
    refusal = _too_late(case, target)
    return await sample_shown(desk, target.request_id, refusal) if refusal else None


def _too_late(case: SampleCase, target: SampleTarget) -> Refusal | None:
    if case.request.version != target.version:
        return StaleQuote(version=target.version, current=case.request.version)
    return None if case.is_my_turn else SampleMoveNotAllowed(status=case.request.status)
