"""A list of changes in the making: each message of words is one, photos go with the last, then Send."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.golden import check_received
from domain.wanted_changes import MAX_WORDS, MOST_WISHES, TooManyWishes, Wish, WordsUnusable
from handlers import gathering
from handlers.changes import card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_cards import order_card
from handlers.searches import step_aside
from handlers.states import WantingChanges as Listing
from language.clean import clean
from services.cases import order_case_of
from services.evidence import Purpose
from services.gathering import Gathering
from services.refusals import DraftGone
from services.wanting_changes import WantingChanges
from views import wishes as views
from views.callback_data.evidence import CancelGathering, DoneGathering
from views.callback_data.golden import DropWish, LeaveWishes, NextWish, SendWishes, WantChanges
from views.refusals import refusal_text

router = Router(name="wishing")
_KEY: Final = "wishes"
_Draft = dict[str, Any]
gathering.listen(router, Listing.items)


@router.callback_query(Pressed(WantChanges))
async def begin(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: WantChanges) -> Reply:
    """An empty list, or the one that was begun for this sample; the card stays above."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    check_received(case.order, case.side)
    kept: _Draft | None = (await state.get_data()).get(_KEY)
    if kept and kept["order"] == pressed.order_id:
        draft = await _resumed(desk, state, kept)
    else:
        draft = await _another(desk, state, {"order": pressed.order_id, "items": []})
    reply = await _shown(desk, draft)
    return Reply(reply.screen, place=Place.BELOW)


@router.message(StateFilter(Listing.items), Words())
async def hear(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """Words for the item that has none yet, else one more item."""
    draft, said = await _draft(state), clean(words).strip()
    if not 0 < len(said) <= MAX_WORDS:
        return await _shown(desk, draft, refusal_text(desk.reader, WordsUnusable(most=MAX_WORDS)))
    if draft["items"][-1]["words"]:
        if len(draft["items"]) >= MOST_WISHES:
            return await _shown(desk, draft, refusal_text(desk.reader, TooManyWishes(most=MOST_WISHES)))
        draft = await _another(desk, state, draft)
    draft["items"][-1]["words"] = said
    await state.update_data({_KEY: draft})
    return await _shown(desk, draft)


@router.callback_query(Pressed(DoneGathering, purpose=Purpose.CHANGES))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: DoneGathering) -> Reply:
    """The list with the photos that came."""
    return await _shown(desk, await _draft(state))


@router.callback_query(Pressed(NextWish))
async def begin_next(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: NextWish) -> Reply:
    """What comes now belongs to the next item; an empty one is not left behind."""
    draft = await _draft(state, pressed.order_id)
    last = draft["items"][-1]
    is_stated = last["words"] or await desk.books.evidence.count(last["bundle"])
    if is_stated and len(draft["items"]) < MOST_WISHES:
        draft = await _another(desk, state, draft)
    return await _shown(desk, draft)


@router.callback_query(Pressed(DropWish))
async def drop(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: DropWish) -> Reply:
    """The last item that says anything goes, and what comes now takes its place."""
    draft = await _draft(state, pressed.order_id)
    stated = [wish for wish, drafted in await _with_photos(desk, draft) if drafted.words or drafted.photos]
    return await _shown(desk, await _another(desk, state, {**draft, "items": stated[:-1]}))


@router.callback_query(Pressed(SendWishes))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendWishes) -> Reply:
    """The seller gets the list; it becomes its card."""
    draft = await _draft(state, pressed.order_id)
    stated = [wish for wish, drafted in await _with_photos(desk, draft) if drafted.words or drafted.photos]
    wishes = [Wish(each["words"], each["bundle"]) for each in stated]
    sent = await WantingChanges(desk.books, desk.person).send(pressed.order_id, wishes)
    await step_aside(state)
    await state.update_data({_KEY: None})
    return await card(desk, sent.id)


@router.callback_query(Pressed(LeaveWishes))
@router.callback_query(Pressed(CancelGathering, purpose=Purpose.CHANGES))
async def give_up(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: LeaveWishes | CancelGathering
) -> Reply:
    """Nothing was sent, and the list is forgotten."""
    draft = await _draft(state)
    await step_aside(state)
    await state.update_data({_KEY: None})
    return await order_card(desk, draft["order"])


async def _resumed(desk: Desk, state: FSMContext, draft: _Draft) -> _Draft:
    """The list as it was left; photos that come now belong to its last item."""
    bundle = await desk.books.evidence.get(draft["items"][-1]["bundle"])
    if bundle is None:
        raise DraftGone()
    await gathering.start(state, bundle, Listing.items)
    return draft


async def _another(desk: Desk, state: FSMContext, draft: _Draft) -> _Draft:
    """The draft with one more item, whose photos come from now on."""
    bundle = await Gathering(desk.books, desk.person).begin(Purpose.CHANGES, draft["order"])
    await gathering.start(state, bundle, Listing.items)
    longer = {**draft, "items": [*draft["items"], {"words": "", "bundle": bundle.id}]}
    await state.update_data({_KEY: longer})
    return longer


async def _draft(state: FSMContext, order_id: int = 0) -> _Draft:
    draft: _Draft | None = (await state.get_data()).get(_KEY)
    if draft is None or order_id not in (0, draft["order"]):
        raise DraftGone()
    return draft


async def _with_photos(desk: Desk, draft: _Draft) -> list[tuple[_Draft, views.Drafted]]:
    counted = [(item, await desk.books.evidence.count(item["bundle"])) for item in draft["items"]]
    return [(item, views.Drafted(item["words"], count)) for item, count in counted]


async def _shown(desk: Desk, draft: _Draft, problem: str = "") -> Reply:
    case = await order_case_of(desk.books, desk.person, draft["order"])
    drafted = [each for _, each in await _with_photos(desk, draft)]
    return Reply(views.wishes_form(desk.reader, case, drafted, problem))
