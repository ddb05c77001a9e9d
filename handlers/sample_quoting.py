"""What a seller says of samples: a quote for a request, and the policy that answers later ones."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.lifecycle import Deed
from domain.refusal import Refusal
from domain.sample_request import SampleMoveNotAllowed, StaleQuote
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.sample_cards import sample_done, sample_shown
from handlers.searches import step_aside
from handlers.states import Sampling as Standing
from language.clean import clean
from services.refusals import DraftGone, NotFound
from services.sample_case import sample_case_of
from services.sample_draft import SampleDraft, heard, pressed_part, quote_draft
from services.sample_draft_record import draft_of, draft_record
from services.sample_policies import SamplePolicies
from services.sampling import SampleTarget, Sampling
from services.usual_terms import UsualTerms
from views import sample_draft as views
from views.callback_data.samples import (
    DropDraft,
    KeepDraft,
    ListPolicies,
    QuoteSample,
    SetPart,
    SetPolicy,
)

router = Router(name="sample_quoting")
_KEY: Final = "sample_draft"
_SUPPLIERS_CURRENCY: Final = "CNY"
"""What is said of all products is said in the factories' own currency."""


@router.callback_query(Pressed(QuoteSample))
async def quote(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: QuoteSample) -> Reply:
    """The first question; what is known of the product's samples is filled in."""
    return await _quoted(desk, state, SampleTarget(pressed.request_id, pressed.version))


@router.callback_query(Pressed(ListPolicies))
async def choose_supplier(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListPolicies
) -> Reply:
    """Whom the person sells for; of one supplier its policy at once."""
    suppliers = await UsualTerms(desk.books, desk.person).suppliers()
    if len(suppliers) == 1:
        draft = SampleDraft(_SUPPLIERS_CURRENCY, suppliers[0].samples, supplier_id=suppliers[0].id)
        return await _shown(desk, state, draft)
    return Reply(
        views.whose(desk.reader, suppliers, pressed.page, lambda number: SetPolicy(supplier_id=number).pack())
    )


@router.callback_query(Pressed(SetPolicy))
async def set_policy(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SetPolicy) -> Reply:
    """On which terms samples of a product, or of all of a supplier's, are given."""
    policies = SamplePolicies(desk.books, desk.person)
    if pressed.product_id:
        product = await policies.product(pressed.product_id)
        draft = SampleDraft(product.currency, product.own_samples, product_id=product.id)
    else:
        supplier = await policies.supplier(pressed.supplier_id)
        draft = SampleDraft(_SUPPLIERS_CURRENCY, supplier.samples, supplier_id=supplier.id)
    return await _shown(desk, state, draft)


@router.callback_query(Pressed(SetPart))
async def answer(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SetPart) -> Reply:
    """A usual answer, or a part that is to be said anew."""
    draft = await _opened(state, pressed.about)
    return await _shown(desk, state, pressed_part(draft, pressed.part, pressed.value))


@router.message(StateFilter(Standing.quote), Words())
async def hear(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The answer to the question, or all of it in one line; what is unclear is asked again."""
    return await _heard(desk, state, await _opened(state), clean(words))


@router.callback_query(Pressed(KeepDraft))
async def keep(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: KeepDraft) -> Reply:
    """The quote goes to the buyer, or the policy counts from now on."""
    draft = await _opened(state, pressed.about)
    await _forget(state)
    if draft.is_quote:
        deed = Sampling(desk.books, desk.person).quote(draft.target, draft.asked, is_policy=draft.is_standing)
        return await sample_done(desk, deed, draft.target)
    policies = SamplePolicies(desk.books, desk.person)
    if draft.product_id:
        product = await policies.of_product(draft.product_id, draft.said)
        return Reply(views.kept(desk.reader, product, product.supplier))
    return Reply(views.kept(desk.reader, None, await policies.of_supplier(draft.supplier_id, draft.said)))


@router.callback_query(Pressed(DropDraft))
async def drop(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: DropDraft) -> Reply:
    """Given up; the card of the request stands."""
    draft = await _opened(state, pressed.about)
    await _forget(state)
    if draft.is_quote:
        return await sample_shown(desk, draft.target.request_id)
    return Reply(views.left(desk.reader))


async def quote_in_words(desk: Desk, state: FSMContext, target: SampleTarget, words: str) -> Reply:
    """A quote drafted from a line that was said in reply to the request's card."""
    case = await sample_case_of(desk.books, desk.person, target.request_id)
    product = await desk.books.catalogue.product(case.request.goods.product_id)
    return await _heard(desk, state, quote_draft(case.request, product), words)


async def _quoted(desk: Desk, state: FSMContext, target: SampleTarget) -> Reply:
    case = await sample_case_of(desk.books, desk.person, target.request_id)
    if case.request.version != target.version:
        refusal: Refusal = StaleQuote(version=target.version, current=case.request.version)
        return await sample_shown(desk, target.request_id, refusal)
    if not case.may(Deed.QUOTE):
        refusal = SampleMoveNotAllowed(status=case.request.status)
        return await sample_shown(desk, target.request_id, refusal)
    product = await desk.books.catalogue.product(case.request.goods.product_id)
    reply = await _shown(desk, state, quote_draft(case.request, product))
    return Reply(reply.screen, place=Place.BELOW)


async def _heard(desk: Desk, state: FSMContext, draft: SampleDraft, words: str) -> Reply:
    try:
        return await _shown(desk, state, heard(draft, words))
    except Refusal as refusal:
        if isinstance(refusal, NotFound):
            raise
        return await _shown(desk, state, draft, refusal)


async def _shown(desk: Desk, state: FSMContext, draft: SampleDraft, problem: Refusal | None = None) -> Reply:
    await state.set_state(Standing.quote)
    await state.update_data({_KEY: draft_record(draft)})
    return Reply(views.drafted(desk.reader, await _about(desk, draft, problem)))


async def _about(desk: Desk, draft: SampleDraft, problem: Refusal | None) -> views.Drafted:
    policies = SamplePolicies(desk.books, desk.person)
    if draft.is_quote:
        case = await sample_case_of(desk.books, desk.person, draft.target.request_id)
        product = await desk.books.catalogue.product(case.request.goods.product_id)
        return views.Drafted(draft, case, product, problem=problem)
    if draft.product_id:
        return views.Drafted(draft, product=await policies.product(draft.product_id), problem=problem)
    supplier = await policies.supplier(draft.supplier_id)
    return views.Drafted(draft, supplier=supplier, problem=problem)


async def _opened(state: FSMContext, about: str = "") -> SampleDraft:
    """The draft under way. Raises DraftGone when there is none, or `about` names another."""
    record: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    draft = draft_of(record) if record else None
    if draft is None or about not in ("", draft.key):
        raise DraftGone()
    return draft


async def _forget(state: FSMContext) -> None:
    await step_aside(state)
    await state.update_data({_KEY: None})
