"""Approving a sample: photos, the agreed standard, once more Yes; then the offer for the lot."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.catalogue import ProductPaused
from domain.golden import GoldenSample, StandardTooLong, check_standard
from handlers import gathering
from handlers.desk import Desk, Place, Reply
from handlers.drafts import open_form
from handlers.filters import Pressed, Words
from handlers.order_cards import order_card
from handlers.searches import step_aside
from handlers.shortlisting import list_instead
from handlers.states import ApprovingSample
from language.clean import clean
from services.approving import Approving, bulk_draft
from services.cases import order_case_of
from services.evidence import Purpose
from services.refusals import DraftGone
from views import golden as views
from views import offer_form
from views.callback_data.evidence import CancelGathering, DoneGathering
from views.callback_data.golden import ApproveSample, KeepGolden, OtherThanSample, ShowGolden, SkipStandard
from views.refusals import refusal_text

router = Router(name="approving")
_KEY: Final = "golden"
gathering.listen(router, ApprovingSample.standard, ApprovingSample.sure)


@router.callback_query(Pressed(ApproveSample))
async def begin(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ApproveSample) -> Reply:
    """Asks for photos, beside those that came; of an approved sample the offer for the lot comes at once."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    approving = Approving(desk.books, desk.person)
    golden = await approving.known(pressed.order_id)
    if golden:
        return await _offer(desk, state, golden)
    kept: dict[str, Any] = (await state.get_data()).get(_KEY) or {}
    is_begun = kept.get("order") == pressed.order_id
    bundle = await desk.books.evidence.get(kept["bundle"]) if is_begun else None
    bundle = bundle or await approving.begin(pressed.order_id)
    await gathering.start(state, bundle)
    draft = {"order": pressed.order_id, "bundle": bundle.id, "standard": ""}
    await state.update_data({_KEY: draft})
    asked = views.ask_photos(desk.reader, case, bundle, await _count(desk, draft))
    return Reply(asked, place=Place.BELOW)


@router.callback_query(Pressed(DoneGathering, purpose=Purpose.GOLDEN))
async def ask_standard(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: DoneGathering) -> Reply:
    """The photos are there; more may still come until the sample is approved."""
    draft = await _draft(state)
    if draft["bundle"] != pressed.bundle_id:
        raise DraftGone()
    await state.set_state(ApprovingSample.standard)
    case = await order_case_of(desk.books, desk.person, draft["order"])
    return Reply(views.ask_standard(desk.reader, case, await _count(desk, draft)))


@router.message(StateFilter(ApprovingSample.standard, ApprovingSample.sure), Words())
async def hear_standard(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The agreed standard; later words take the place of earlier ones."""
    return await _ask_once_more(desk, state, clean(words).strip())


@router.callback_query(Pressed(SkipStandard))
async def skip_standard(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SkipStandard) -> Reply:
    """The photos say it all."""
    return await _ask_once_more(desk, state, "", pressed.order_id)


@router.callback_query(Pressed(KeepGolden))
async def keep(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: KeepGolden) -> Reply:
    """Approves what was asked about, once, and opens the offer for the lot."""
    draft = await _draft(state)
    if (draft["order"], draft["bundle"]) != (pressed.order_id, pressed.bundle_id):
        raise DraftGone()
    approving = Approving(desk.books, desk.person)
    golden = await approving.approve(pressed.order_id, pressed.bundle_id, draft["standard"])
    await step_aside(state)
    await state.update_data({_KEY: None})
    return await _offer(desk, state, golden)


@router.callback_query(Pressed(CancelGathering, purpose=Purpose.GOLDEN))
async def give_up(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: CancelGathering) -> Reply:
    """Nothing is approved, and the photos are left behind."""
    draft = await _draft(state)
    await step_aside(state)
    await state.update_data({_KEY: None})
    return await order_card(desk, draft["order"])


@router.callback_query(Pressed(ShowGolden))
async def show(query: CallbackQuery, desk: Desk, pressed: ShowGolden) -> Reply:
    """Photos and standard, below the card."""
    seen = await Approving(desk.books, desk.person).look(pressed.order_id)
    return Reply(views.golden_page(desk.reader, seen), place=Place.BELOW)


@router.callback_query(Pressed(OtherThanSample))
async def others(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: OtherThanSample) -> Reply:
    """Other suppliers of the like, on what was asked of this one; the card stays above."""
    return await list_instead(desk, state, pressed.order_id)


async def _offer(desk: Desk, state: FSMContext, golden: GoldenSample) -> Reply:
    """The offer form; where the goods are sold no more, the golden sample and why."""
    draft = await bulk_draft(desk.books, desk.person, golden)
    try:
        form = await open_form(desk, state, draft)
    except ProductPaused as refusal:
        seen = await Approving(desk.books, desk.person).look(golden.order_id)
        page = views.golden_page(desk.reader, seen, refusal_text(desk.reader, refusal))
        return Reply(page, place=Place.BELOW)
    told = views.kept(desk.reader, golden)
    return Reply(offer_form.form(desk.reader, form), toast=told, place=Place.BELOW)


async def _ask_once_more(desk: Desk, state: FSMContext, standard: str, order_id: int = 0) -> Reply:
    draft = await _draft(state)
    if order_id not in (0, draft["order"]):
        raise DraftGone()
    case = await order_case_of(desk.books, desk.person, draft["order"])
    count = await _count(desk, draft)
    try:
        check_standard(standard)
    except StandardTooLong as refusal:
        problem = refusal_text(desk.reader, refusal)
        return Reply(views.ask_standard(desk.reader, case, count, problem))
    await state.set_state(ApprovingSample.sure)
    await state.update_data({_KEY: {**draft, "standard": standard}})
    return Reply(views.sure(desk.reader, case, views.Asked(draft["bundle"], count, standard)))


async def _draft(state: FSMContext) -> dict[str, Any]:
    draft: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    if draft is None:
        raise DraftGone()
    return draft


async def _count(desk: Desk, draft: dict[str, Any]) -> int:
    return await desk.books.evidence.count(draft["bundle"])
