"""Applying for a qualification: company, code, photos, a review, and Send."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.application import company_name
from domain.company_code import company_code
from domain.policy import Right
from handlers.desk import Desk, Reply
from handlers.filters import Pressed, Words
from handlers.qualification_drafts import Draft, draft_in, drop_draft, keep_draft, proof_in
from handlers.said import Attached
from handlers.searches import step_aside
from handlers.states import Applying
from language.clean import clean
from services.own_suppliers import suppliers_of
from services.qualifying import Qualifying
from services.said import Said
from views import qualification as views
from views.callback_data.qualification import (
    Apply,
    ListQualifications,
    PhotosDone,
    SendApplication,
    ShowQualification,
    WithdrawApplication,
)

router = Router(name="qualification")


@router.callback_query(Pressed(ListQualifications))
async def show_suppliers(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListQualifications
) -> Reply:
    """Whom the person owns; of one supplier its standing at once."""
    await step_aside(state)
    suppliers = await suppliers_of(desk.books, desk.person, Right.QUALIFICATION)
    if len(suppliers) == 1:
        return await _standing(desk, suppliers[0].id)
    return Reply(views.whose(desk.reader, suppliers, pressed.page))


@router.callback_query(Pressed(ShowQualification))
async def show_standing(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowQualification
) -> Reply:
    """What the platform vouches for; a draft is given up."""
    await step_aside(state)
    await drop_draft(state)
    return await _standing(desk, pressed.supplier_id)


@router.callback_query(Pressed(Apply))
async def begin(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Apply) -> Reply:
    """A new application."""
    standing = await Qualifying(desk.books, desk.person).may_apply(pressed.supplier_id, pressed.kind)
    await keep_draft(state, Draft(pressed.supplier_id, pressed.kind))
    await state.set_state(Applying.company)
    return Reply(views.ask_company(desk.reader, standing.supplier, pressed.kind))


@router.message(StateFilter(Applying.company), Words())
async def hear_company(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The company's name."""
    draft = await draft_in(state)
    await keep_draft(state, Draft(draft.supplier_id, draft.kind, company_name(clean(words))))
    await state.set_state(Applying.code)
    return Reply(views.ask_code(desk.reader, draft.supplier_id))


@router.message(StateFilter(Applying.code), Words())
async def hear_code(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """Its credit code, whose last character must fit."""
    draft = await draft_in(state)
    await keep_draft(state, Draft(draft.supplier_id, draft.kind, draft.name, company_code(clean(words))))
    await state.set_state(Applying.photos)
    return Reply(views.ask_photos(desk.reader, draft.supplier_id))


@router.message(StateFilter(Applying.photos), Attached())
async def take_photo(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """Each photo is kept as it comes; of an album only the first is answered."""
    draft, proof = await draft_in(state), proof_in(said)
    if proof is None:
        return Reply(views.no_photo(desk.reader, draft.supplier_id))
    if draft.is_full:
        return Reply(views.enough_photos(desk.reader, draft.supplier_id))
    await keep_draft(state, draft.with_proof(proof, said.album))
    if said.album and said.album == draft.album:
        return Reply()
    return Reply(views.photo_kept(desk.reader, draft.supplier_id))


@router.message(StateFilter(Applying.photos), Words())
async def hear_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """Words where photos are asked for."""
    return Reply(views.no_photo(desk.reader, (await draft_in(state)).supplier_id))


@router.callback_query(Pressed(PhotosDone))
async def review(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PhotosDone) -> Reply:
    """All photos are here; more may still be sent before Send."""
    request = (await draft_in(state, pressed.supplier_id)).request()
    standing = await Qualifying(desk.books, desk.person).may_apply(request.supplier_id, request.kind)
    return Reply(views.review(desk.reader, standing.supplier, request))


@router.callback_query(Pressed(SendApplication))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendApplication) -> Reply:
    """The application goes to the operators."""
    request = (await draft_in(state, pressed.supplier_id)).request()
    standing = await Qualifying(desk.books, desk.person).apply(request, sorted(desk.operator_ids))
    await step_aside(state)
    await drop_draft(state)
    return Reply(views.standing(desk.reader, standing))


@router.callback_query(Pressed(WithdrawApplication))
async def withdraw(query: CallbackQuery, desk: Desk, pressed: WithdrawApplication) -> Reply:
    """The supplier asks no more."""
    standing = await Qualifying(desk.books, desk.person).withdraw(pressed.application_id)
    return Reply(views.standing(desk.reader, standing))


async def _standing(desk: Desk, supplier_id: int) -> Reply:
    return Reply(views.standing(desk.reader, await Qualifying(desk.books, desk.person).of(supplier_id)))
