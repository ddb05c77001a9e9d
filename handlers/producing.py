"""Production: the seller begins it and reports its stages, with photos."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.milestone import MOST_PHOTOS, NoteUnusable, Stage, StageReported, TooManyPhotos, check_report
from domain.order import OrderMoveNotAllowed, StaleOrder
from domain.refusal import Refusal
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_cards import order_card, shown
from handlers.said import Attached
from handlers.searches import step_aside
from handlers.states import Reporting
from language.clean import clean
from services.order_deeds import OrderTarget
from services.ordering import Ordering
from services.photos import PHOTO_KINDS, Photo, photos_from, photos_record
from services.producing import Producing, Report
from services.refusals import DraftGone
from services.said import Said
from views import producing as views
from views.callback_data.shipping import PickStage, ReportProgress, SendReport, StartProduction
from views.refusals import refusal_text

router = Router(name="producing")
_KEY: Final = "report"
_REFUSED: Final = (OrderMoveNotAllowed, StaleOrder, StageReported)


@router.callback_query(Pressed(StartProduction))
async def start(query: CallbackQuery, desk: Desk, pressed: StartProduction) -> Reply:
    """The seller begins; before the money is there he reads what is missing."""
    target = OrderTarget(pressed.order_id, pressed.revision)
    return await shown(desk, Producing(desk.books, desk.person).start(target), target)


@router.callback_query(Pressed(ReportProgress))
async def choose_stage(query: CallbackQuery, desk: Desk, pressed: ReportProgress) -> Reply:
    """Which stage was reached."""
    order, _ = await Ordering(desk.books, desk.person).see(pressed.order_id)
    reported = frozenset(each.stage for each in await desk.books.milestones.of_order(order.id))
    return Reply(views.choose_stage(desk.reader, order, reported), place=Place.BELOW)


@router.callback_query(Pressed(PickStage))
async def ask_photos(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PickStage) -> Reply:
    """Photos and words are collected from now on."""
    order, _ = await Ordering(desk.books, desk.person).see(pressed.order_id)
    await state.set_state(Reporting.stage)
    report = {"order": pressed.order_id, "revision": pressed.revision, "stage": pressed.stage.value}
    await state.update_data({_KEY: {**report, "note": "", "photos": [], "album": ""}})
    return Reply(views.ask_photos(desk.reader, order, pressed.stage))


@router.message(StateFilter(Reporting.stage), Words())
async def hear_note(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A few words; later ones take the place of earlier ones."""
    report = await _report(state)
    return await _kept(desk, state, {**report, "note": clean(words)})


@router.message(StateFilter(Reporting.stage), Attached())
async def take_photo(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """One more photo; of an album it is said once."""
    report = await _report(state)
    if said.kind not in PHOTO_KINDS or said.file is None:
        return await _asked(desk, report)
    photos = [*report["photos"], *photos_record([Photo(said.kind, said.file)])]
    note = said.body or report["note"]
    reply = await _kept(desk, state, {**report, "photos": photos, "note": note, "album": said.album})
    is_further = said.album and said.album == report["album"] and len(photos) <= MOST_PHOTOS
    return Reply() if is_further else reply


@router.callback_query(Pressed(SendReport))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendReport) -> Reply:
    """The buyer is told."""
    record = await _report(state)
    if (record["order"], record["stage"]) != (pressed.order_id, pressed.stage.value):
        raise DraftGone()
    target = OrderTarget(record["order"], record["revision"])
    report = Report(Stage(record["stage"]), record["note"], photos_from(record["photos"]))
    try:
        await Producing(desk.books, desk.person).report(target, report)
    except _REFUSED as refusal:
        await _end(state)
        return await order_card(desk, target.order_id, refusal_text(desk.reader, refusal))
    await _end(state)
    return await order_card(desk, target.order_id)


async def _report(state: FSMContext) -> dict[str, Any]:
    report: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    if report is None:
        raise DraftGone()
    return report


async def _kept(desk: Desk, state: FSMContext, report: dict[str, Any]) -> Reply:
    """Keeps the report; one that would hold too much stays as it was."""
    try:
        check_report(report["note"], len(report["photos"]))
    except (NoteUnusable, TooManyPhotos) as refusal:
        return await _asked(desk, report, refusal)
    await state.update_data({_KEY: report})
    return await _asked(desk, report)


async def _asked(desk: Desk, report: dict[str, Any], refusal: Refusal | None = None) -> Reply:
    order, _ = await Ordering(desk.books, desk.person).see(report["order"])
    problem = refusal_text(desk.reader, refusal) if refusal else ""
    asked = views.ask_photos(desk.reader, order, Stage(report["stage"]), problem, going_on=not refusal)
    return Reply(asked)


async def _end(state: FSMContext) -> None:
    await step_aside(state)
    await state.update_data({_KEY: None})
