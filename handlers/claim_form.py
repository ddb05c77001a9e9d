"""The form of a claim on goods: begun on an order's card, answered question by question, and sent."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.claim_bounds import ClaimOpen
from handlers.claim_drafts import begun_claim, claim_of_bundle, forget_claim, keep_claim, opened_claim
from handlers.claim_sending import blocked, sent
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.gathering import listen, start
from handlers.searches import step_aside
from handlers.states import MakingClaim as Stand
from language.clean import clean
from services.claim_answers import hear_claim, photos_done, press_claim, rechecked
from services.claim_draft import ClaimDraft, Step
from services.claim_matter import ClaimForm, ClaimMatter, fitted
from services.evidence import Purpose
from services.gathering import Gathering
from services.making_claims import MakingClaims
from services.refusals import DraftGone
from views import claim_form as views
from views.callback_data.claim_form import AnswerClaim, AskAgain, MakeClaim, Move, MoveClaim, SubmitClaim
from views.callback_data.evidence import CancelGathering, DoneGathering

router = Router(name="claim_form")


@router.callback_query(Pressed(MakeClaim))
async def begin(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: MakeClaim) -> Reply:
    """The first question, or the one at which the draft of this order stood; the card stays above."""
    try:
        matter = await MakingClaims(desk.books, desk.person).begin(pressed.order_id)
    except ClaimOpen as refusal:
        return await blocked(desk, pressed.order_id, refusal)
    draft = await begun_claim(state, pressed.order_id) or ClaimDraft(pressed.order_id)
    reply = await shown(desk, state, await _form(desk, draft, matter))
    return replace(reply, place=Place.BELOW)


@router.callback_query(Pressed(AnswerClaim))
async def answer(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AnswerClaim) -> Reply:
    """A usual answer."""
    form = await opened(desk, state, pressed.order_id)
    return await shown(desk, state, press_claim(form, pressed.step, pressed.value))


@router.callback_query(Pressed(AskAgain))
async def ask_again(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskAgain) -> Reply:
    """One question again; whatever was answered to it stays until it is answered anew."""
    form = await opened(desk, state, pressed.order_id)
    return await shown(desk, state, form.moved(form.draft.asking(pressed.step)))


@router.callback_query(Pressed(MoveClaim, move=Move.EDIT))
async def edit(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: MoveClaim) -> Reply:
    """What shall be changed?"""
    return Reply(views.edit_menu(desk.reader, await opened(desk, state, pressed.order_id)))


@router.callback_query(Pressed(MoveClaim, move=Move.REVIEW))
async def look(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: MoveClaim) -> Reply:
    """The claim as it stands."""
    return await shown(desk, state, await opened(desk, state, pressed.order_id))


@router.callback_query(Pressed(MoveClaim, move=Move.BACK))
async def go_back(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: MoveClaim) -> Reply:
    """The question before."""
    form = await opened(desk, state, pressed.order_id)
    can_go_back = bool(form.draft.asked or form.draft.picked)
    return await shown(desk, state, form.moved(form.draft.back()) if can_go_back else form)


@router.callback_query(Pressed(MoveClaim, move=Move.CANCEL))
async def give_up(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: MoveClaim) -> Reply:
    """Nothing was sent, and the draft is forgotten."""
    form = await opened(desk, state, pressed.order_id)
    await forget_claim(state, pressed.order_id)
    return Reply(views.left(desk.reader, form))


@router.callback_query(Pressed(CancelGathering, purpose=Purpose.CLAIM))
async def give_up_photos(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: CancelGathering
) -> Reply:
    """The same from the line that counts the photos."""
    draft = await claim_of_bundle(state, pressed.bundle_id)
    form = await opened(desk, state, draft.order_id)
    await forget_claim(state, draft.order_id)
    return Reply(views.left(desk.reader, form))


@router.callback_query(Pressed(DoneGathering, purpose=Purpose.CLAIM))
async def end_photos(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: DoneGathering) -> Reply:
    """All photos are there; the next question follows."""
    draft = await claim_of_bundle(state, pressed.bundle_id)
    form = photos_done(await opened(desk, state, draft.order_id))
    if form.problem is None:
        await Gathering(desk.books, desk.person).done(pressed.bundle_id)
    return await shown(desk, state, form)


@router.message(StateFilter(Stand.form, Stand.photos), Words())
async def hear(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A typed answer, or a whole claim in one line."""
    form = await opened(desk, state)
    return await shown(desk, state, hear_claim(form, clean(words)))


listen(router, Stand.photos)


@router.callback_query(Pressed(SubmitClaim))
async def submit(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SubmitClaim) -> Reply:
    """Asks once more, then the claim goes to the seller; one that changed since is shown again instead."""
    form = await opened(desk, state, pressed.order_id)
    if form.draft.current is not None or form.draft.token != pressed.token:
        return await shown(desk, state, form)
    if not pressed.sure:
        return Reply(views.sure(desk.reader, form))
    made = await sent(desk, state, form)
    return made if isinstance(made, Reply) else await shown(desk, state, made)


async def opened(desk: Desk, state: FSMContext, order_id: int = 0) -> ClaimForm:
    """The form under way, with what can be claimed by now. Raises DraftGone."""
    draft = await opened_claim(state, order_id)
    return await _form(desk, draft, await MakingClaims(desk.books, desk.person).look(draft.order_id))


async def shown(desk: Desk, state: FSMContext, form: ClaimForm) -> Reply:
    """The form as it stands, kept for the next update: words and photos belong to it while it asks."""
    form = rechecked(form)
    draft = form.draft
    if draft.current is Step.PHOTOS and not draft.bundle_id:
        bundle = await Gathering(desk.books, desk.person).begin(Purpose.CLAIM, draft.order_id)
        draft = replace(draft, bundle_id=bundle.id)
    await keep_claim(state, draft)
    await _listen(desk, state, draft)
    return Reply(views.claim_form(desk.reader, replace(form, draft=draft)))


async def _form(desk: Desk, draft: ClaimDraft, matter: ClaimMatter) -> ClaimForm:
    """With all photos that are kept by now."""
    count = await desk.books.evidence.count(draft.bundle_id) if draft.bundle_id else 0
    return ClaimForm(fitted(replace(draft, photos=count), matter), matter)


async def _listen(desk: Desk, state: FSMContext, draft: ClaimDraft) -> None:
    if draft.current is None:
        return await step_aside(state)
    if draft.current is not Step.PHOTOS:
        return await state.set_state(Stand.form)
    bundle = await desk.books.evidence.get(draft.bundle_id)
    if bundle is None:
        raise DraftGone()
    return await start(state, bundle, Stand.photos)
