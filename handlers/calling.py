"""Phone numbers: the supplier's listed one at a press, the buyer's own only after his yes."""

from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.said import NotPassedOn
from handlers.searches import step_aside
from handlers.states import Sharing
from language.clean import clean
from services import calling
from services.calling import NumberUnusable
from services.cases import case_of
from views import calling as views
from views.callback_data.calling import CallCounterpart, CallSupplier, ShareNumber
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="calling")
_KEY: Final = "shared_in"


@router.callback_query(Pressed(CallSupplier))
async def call_listed(query: CallbackQuery, desk: Desk, pressed: CallSupplier) -> Reply:
    """The listed number of a product's supplier; the page stays."""
    supplier = await calling.call_listed(desk.books, desk.person, pressed.product_id)
    return Reply(views.listed_number(desk.reader, supplier), place=Place.BELOW)


@router.callback_query(Pressed(CallCounterpart))
async def call_counterpart(query: CallbackQuery, desk: Desk, pressed: CallCounterpart) -> Reply:
    """The same from a negotiation; the buyer may give his own number, too."""
    supplier = await calling.call_counterpart(desk.books, desk.person, pressed.negotiation_id)
    shown = views.listed_number(desk.reader, supplier, pressed.negotiation_id)
    return Reply(shown, place=Place.BELOW)


@router.callback_query(Pressed(ShareNumber, sure=False))
async def ask_whether_sure(query: CallbackQuery, desk: Desk, pressed: ShareNumber) -> Reply:
    """Asks before anything is given."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    return Reply(views.sure(desk.reader, case), place=Place.BELOW)


@router.callback_query(Pressed(ShareNumber, sure=True))
async def ask_number(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShareNumber) -> Reply:
    """After the yes the buyer is asked which number."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    await state.set_state(Sharing.number)
    await state.update_data({_KEY: pressed.negotiation_id})
    return Reply(views.ask_number(desk.reader, case))


@router.message(StateFilter(Sharing.number), Words())
async def hear_number(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A typed number goes to the supplier."""
    return await _share(desk, state, clean(words))


@router.message(StateFilter(Sharing.number), NotPassedOn())
async def hear_contact(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """So does one's own contact, but nobody else's."""
    contact = message.contact
    is_own = contact is not None and contact.user_id == desk.person.id
    return await _share(desk, state, _international(contact.phone_number) if contact and is_own else "")


async def _share(desk: Desk, state: FSMContext, typed: str) -> Reply:
    negotiation_id = (await state.get_data())[_KEY]
    case = await case_of(desk.books, desk.person, negotiation_id)
    try:
        consent = await calling.share_number(desk.books, desk.person, negotiation_id, typed)
    except NumberUnusable as refusal:
        return Reply(views.ask_number(desk.reader, case, escape(refusal_text(desk.reader, refusal))))
    await step_aside(state)
    return Reply(views.number_shared(desk.reader, case, consent))


def _international(number: str) -> str:
    """Telegram's contacts have the code of the country, but not always the plus before it."""
    return number if number.startswith("+") else f"+{number}"
