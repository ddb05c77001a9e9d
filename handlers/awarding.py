"""Awarding one supplier: the others of the same inquiry are closed when the buyer says so."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Reply
from handlers.filters import Pressed
from services.comparing.awarding import Award, award_of, close_others
from services.comparing.comparison import comparison_of_rfq
from views import awarding as views
from views import comparison
from views.callback_data.comparing import CloseOthers
from views.negotiation import belongs_to
from views.screen import Screen

router = Router(name="awarding")


@router.callback_query(Pressed(CloseOthers))
async def close(query: CallbackQuery, desk: Desk, pressed: CloseOthers) -> Reply:
    """Names them and asks once more; after Yes they are closed, unless one of them moved in between."""
    award = await award_of(desk.books, desk.person, pressed.negotiation_id)
    if not award.others:
        return Reply(await _answers(desk, award), toast=views.nobody_left(desk.reader))
    if not pressed.token:
        return Reply(views.close_whom(desk.reader, award))
    if pressed.token != award.token:
        return Reply(views.close_whom(desk.reader, award), toast=views.changed_since(desk.reader))
    await close_others(desk.books, desk.person, award)
    return Reply(await _answers(desk, award, closed=len(award.others)))


async def _answers(desk: Desk, award: Award, closed: int = 0) -> Screen:
    above = views.closed(desk.reader, closed) if closed else ""
    found = await comparison_of_rfq(desk.books, desk.person, award.rfq_id)
    shown = comparison.rfq(desk.reader, found, above=above)
    return replace(shown, card=belongs_to(award.kept.negotiation))
