"""The operator's desk: the disputes that wait, each as one card, and the pages that he decides by."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.refusal import Refusal
from handlers.desk import Desk, Place, Reply
from handlers.filters import Operators, Pressed
from handlers.searches import step_aside
from services.arbitrating import Arbitrating
from services.cases import agreed_case_of
from services.dispute import Dispute, moves_of
from services.pages import page_at, pages_of
from services.refusals import NotFound
from views import dispute as views
from views import dispute_leaves as leaves
from views.agreement import agreement
from views.callback_data.disputes import Leaf, ListDisputes, SendPaper, ShowDispute, ShowLeaf, ShowSaid
from views.dispute_list import Waiting, waiting
from views.refusals import refusal_text
from views.talk_page import PAGE_SIZE

router = Router(name="disputes")


@router.callback_query(Pressed(ListDisputes), Operators())
async def show_waiting(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListDisputes) -> Reply:
    """The disputes, oldest first."""
    await step_aside(state)
    found = await Arbitrating(desk.books, desk.person).waiting(pressed.page)
    return Reply(waiting(desk.reader, Waiting(*found), desk.person))


@router.callback_query(Pressed(ShowDispute), Operators())
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowDispute) -> Reply:
    """One of them, as it stands now."""
    await step_aside(state)
    return await dispute_card(desk, pressed.claim_id)


@router.callback_query(Pressed(ShowLeaf), Operators())
async def show_leaf(query: CallbackQuery, desk: Desk, pressed: ShowLeaf) -> Reply:
    """A page of it."""
    dispute = await Arbitrating(desk.books, desk.person).see(pressed.claim_id)
    shown = await _LEAVES[pressed.leaf](desk, dispute, pressed.page)
    return Reply(leaves.leaf_page(desk.reader, dispute, shown))


@router.callback_query(Pressed(SendPaper), Operators())
async def send_paper(query: CallbackQuery, desk: Desk, pressed: SendPaper) -> Reply:
    """The agreement as both sides have it, below."""
    dispute = await Arbitrating(desk.books, desk.person).see(pressed.claim_id)
    case = await agreed_case_of(desk.books, dispute.order)
    return Reply(leaves.paper(desk.reader, dispute, agreement(desk.reader, case)), place=Place.BELOW)


@router.callback_query(Pressed(ShowSaid), Operators())
async def show_said(query: CallbackQuery, desk: Desk, pressed: ShowSaid) -> Reply:
    """A file that was sent in the talk about the order, below."""
    dispute = await Arbitrating(desk.books, desk.person).see(pressed.claim_id)
    message = await desk.books.talk.get(pressed.message_id)
    if message is None or message.negotiation_id != dispute.order.negotiation_id:
        raise NotFound(what="message")
    return Reply(leaves.attachment(desk.reader, dispute, message), place=Place.BELOW)


async def dispute_card(desk: Desk, claim_id: int, refusal: Refusal | None = None) -> Reply:
    """The dispute as it stands now, and why it is not what was pressed."""
    dispute = await Arbitrating(desk.books, desk.person).see(claim_id)
    toast = refusal_text(desk.reader, refusal) if refusal else ""
    return Reply(views.dispute_card(desk.reader, dispute), toast=toast, alert=bool(toast))


async def _agreed(desk: Desk, dispute: Dispute, page: int) -> leaves.Shown:
    return leaves.agreed(desk.reader, dispute)


async def _said(desk: Desk, dispute: Dispute, page: int) -> leaves.Shown:
    about, count = dispute.order.negotiation_id, dispute.messages
    number = page_at(page, count, PAGE_SIZE)
    found = await desk.books.talk.latest_of(about, number, PAGE_SIZE)
    return leaves.said(desk.reader, dispute, leaves.Talk(found, number, pages_of(count, PAGE_SIZE)))


async def _done(desk: Desk, dispute: Dispute, page: int) -> leaves.Shown:
    return leaves.done(desk.reader, await moves_of(desk.books, dispute), page)


async def _paid(desk: Desk, dispute: Dispute, page: int) -> leaves.Shown:
    bookings = await desk.books.money.bookings(dispute.order.id)
    standing = await desk.books.money.standing(dispute.order)
    return leaves.paid(desk.reader, bookings, standing, page)


async def _proposed(desk: Desk, dispute: Dispute, page: int) -> leaves.Shown:
    return leaves.proposed(desk.reader, dispute.versions, page)


_LEAVES: Final[Mapping[Leaf, Callable[[Desk, Dispute, int], Awaitable[leaves.Shown]]]] = {
    Leaf.AGREEMENT: _agreed,
    Leaf.MESSAGES: _said,
    Leaf.MOVES: _done,
    Leaf.MONEY: _paid,
    Leaf.VERSIONS: _proposed,
}
