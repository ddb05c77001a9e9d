"""A buyer asks for a sample: a policy answers at once, or the seller is asked; and other suppliers."""

from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.refusal import Refusal
from domain.sample_policy import check_pieces
from domain.sample_request import SampleWordsUnusable
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_form import open_order_form
from handlers.sample_cards import sample_shown
from handlers.searches import step_aside
from handlers.shortlisting import list_words
from handlers.states import Sampling as Standing
from language.clean import clean
from services.order_draft import Aim, OrderDraft, Step
from services.sampling import AskedAlready, Sampling, Wanted, sampled_product
from views import sample_form as views
from views.callback_data.samples import CountSample, OthersOf, RequestSample, SendRequest
from views.screen import Screen
from views.titles import title

router = Router(name="sampling")
_WANTED: Final = "sample_wanted"


@router.callback_query(Pressed(RequestSample))
async def request(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: RequestSample) -> Reply:
    """The policy answers at once: the order form, or that none are given; else the seller is to be asked."""
    await step_aside(state)
    product = await sampled_product(desk.books, desk.person, pressed.product_id)
    if product.samples.is_refused:
        return _below(views.not_offered(desk.reader, product, pressed.negotiation_id))
    if product.samples.is_complete:
        aim = Aim(product_id=product.id, is_sample=True)
        draft = OrderDraft(aim, (Step.QUANTITY, Step.SPECS, Step.ADDRESS))
        return await open_order_form(desk, state, draft)
    standing = await desk.books.samples.open_of(desk.person.id, product.id)
    if standing:
        refusal = AskedAlready(number=standing.id)
        return replace(await sample_shown(desk, standing.id, refusal), place=Place.BELOW)
    return _below(views.ask_count(desk.reader, product, pressed.negotiation_id))


@router.callback_query(Pressed(CountSample))
async def count(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: CountSample) -> Reply:
    """Wishes are asked for; typed words are sent with the request."""
    check_pieces(pressed.count)
    product = await sampled_product(desk.books, desk.person, pressed.product_id)
    await state.set_state(Standing.wishes)
    await state.update_data({_WANTED: [pressed.product_id, pressed.count, pressed.negotiation_id]})
    wanted = Wanted(product.id, pressed.count, negotiation_id=pressed.negotiation_id)
    return Reply(views.ask_wishes(desk.reader, product, wanted))


@router.callback_query(Pressed(SendRequest))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendRequest) -> Reply:
    """The request goes out without wishes."""
    wanted = Wanted(pressed.product_id, pressed.count, negotiation_id=pressed.negotiation_id)
    return await _sent(desk, state, wanted)


@router.message(StateFilter(Standing.wishes), Words())
async def hear_wishes(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The request goes out with the typed words."""
    product_id, pieces, negotiation_id = (await state.get_data())[_WANTED]
    return await _sent(desk, state, Wanted(product_id, pieces, clean(words).strip(), negotiation_id))


@router.callback_query(Pressed(OthersOf))
async def others(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: OthersOf) -> Reply:
    """Other suppliers of such goods."""
    await step_aside(state)
    product = await sampled_product(desk.books, desk.person, pressed.product_id)
    return await list_words(desk, state, title(desk.reader, product))


async def _sent(desk: Desk, state: FSMContext, wanted: Wanted) -> Reply:
    """The card of the request; of words that are too long the same question again."""
    try:
        sent = await Sampling(desk.books, desk.person).request(wanted)
    except AskedAlready as refusal:
        await step_aside(state)
        standing = await desk.books.samples.open_of(desk.person.id, wanted.product_id)
        return await sample_shown(desk, standing.id if standing else 0, refusal)
    except SampleWordsUnusable as refusal:
        return await _again(desk, wanted, refusal)
    await step_aside(state)
    is_heard = await desk.books.people.has_reachable_seller(sent.supplier_id)
    above = "" if is_heard else views.cannot_be_reached(desk.reader)
    return await sample_shown(desk, sent.id, above=above)


async def _again(desk: Desk, wanted: Wanted, refusal: Refusal) -> Reply:
    product = await sampled_product(desk.books, desk.person, wanted.product_id)
    return Reply(views.ask_wishes(desk.reader, product, wanted, refusal))


def _below(screen: Screen) -> Reply:
    return Reply(screen, place=Place.BELOW)
