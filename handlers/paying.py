"""Paying an order: which part, in which way, and what the buyer says to have paid by hand."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.money import Money
from domain.refusal import Refusal
from domain.terms import PaymentMethod
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.said import Attached
from handlers.searches import step_aside
from handlers.states import Paying as Stand
from language.paid_amount import read_paid
from services.card_payments import CardPayments
from services.cases import order_case_of
from services.paying import Paying
from services.payment_books import Statement
from services.photos import PHOTO_KINDS, Photo, photos_from, photos_record
from services.refusals import DraftGone, NotFound
from services.said import Said
from services.statements import MOST_SLIPS, AmountUnread, Stating
from views import order as orders
from views import paying as views
from views import paying_by_hand as by_hand
from views.callback_data.payment import HavePaid, Pay, PayBy, PayPart, SlipsDone
from views.markup import escape
from views.refusals import refusal_text
from views.screen import Screen

router = Router(name="paying")
_KEY: Final = "paid"


@router.callback_query(Pressed(Pay))
async def show_ways(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Pay) -> Reply:
    """How much is next, and how to pay it."""
    await step_aside(state)
    return Reply(views.ways_to_pay(desk.reader, await _paying(desk).look(pressed.order_id)))


@router.callback_query(Pressed(PayPart))
async def show_ways_of_part(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PayPart) -> Reply:
    """The same for another part."""
    await step_aside(state)
    return Reply(views.ways_to_pay(desk.reader, await _paying(desk).look(pressed.order_id, pressed.part)))


@router.callback_query(Pressed(PayBy, method=PaymentMethod.CARD))
async def send_bill(query: CallbackQuery, desk: Desk, pressed: PayBy) -> Reply:
    """A bill that Telegram lets him pay, below."""
    case = await _paying(desk).look(pressed.order_id, pressed.part)
    if pressed.method not in case.methods:
        raise case.why_no_card or NotFound(what="way to pay")
    _, bill = await CardPayments(desk.books, desk.person).bill(pressed.order_id, pressed.part)
    return Reply(views.bill(desk.reader, case, bill), place=Place.BELOW)


@router.callback_query(Pressed(PayBy))
async def show_account(query: CallbackQuery, desk: Desk, pressed: PayBy) -> Reply:
    """Where to send the money; a supplier without an account is asked for it."""
    paying = _paying(desk)
    case = await paying.look(pressed.order_id, pressed.part)
    if pressed.method not in case.methods:
        raise NotFound(what="way to pay")
    kept = case.accounts.get(pressed.method)
    if kept is None:
        await paying.want_account(case, pressed.method)
        return Reply(by_hand.no_account(desk.reader, case, pressed.method))
    place = Place.BELOW if kept.account.qr else Place.HERE
    return Reply(by_hand.account(desk.reader, case, kept), place=place)


@router.callback_query(Pressed(HavePaid))
async def ask_slip(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: HavePaid) -> Reply:
    """He says he paid this part: a slip may follow, or another amount."""
    case = await _paying(desk).look(pressed.order_id, pressed.part)
    await step_aside(state)
    await state.set_state(Stand.slip)
    stated: dict[str, Any] = {
        "order": case.order.id,
        "method": pressed.method.value,
        "minor": case.share.amount.minor,
        "currency": case.share.amount.currency,
        "account": pressed.account_id,
        "slips": [],
    }
    await state.update_data({_KEY: stated})
    return Reply(await _slip_screen(desk, stated), place=Place.BELOW)


@router.message(StateFilter(Stand.slip), Attached())
async def take_slip(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """A photo or a document; parts of an album come one by one."""
    stated = (await state.get_data())[_KEY]
    if said.kind in PHOTO_KINDS and said.file is not None and len(stated["slips"]) < MOST_SLIPS:
        stated = {**stated, "slips": [*stated["slips"], *photos_record([Photo(said.kind, said.file)])]}
        await state.update_data({_KEY: stated})
    return Reply(await _slip_screen(desk, stated))


@router.message(StateFilter(Stand.slip), Words())
async def change_amount(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """Another amount than that of the part."""
    stated = (await state.get_data())[_KEY]
    try:
        stated = {**stated, "minor": amount_of(words, stated["currency"]).minor}
    except Refusal as refusal:
        return Reply(await _slip_screen(desk, stated, refusal))
    await state.update_data({_KEY: stated})
    return Reply(await _slip_screen(desk, stated))


@router.callback_query(Pressed(SlipsDone))
async def send_statement(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SlipsDone) -> Reply:
    """The seller is told; pressed twice it is said once."""
    stated = (await state.get_data()).get(_KEY)
    if not stated or stated["order"] != pressed.order_id or await state.get_state() != Stand.slip.state:
        raise DraftGone
    statement = await Stating(desk.books, desk.person).state(_statement(desk, stated))
    await step_aside(state)
    await state.update_data({_KEY: None})
    case = await order_case_of(desk.books, desk.person, statement.order_id)
    return Reply(orders.order_card(desk.reader, case, views.stated(desk.reader, statement.amount)))


def amount_of(words: str, currency: str) -> Money:
    """What was typed as an amount in this currency. Raises AmountUnread, CurrencyMismatch."""
    amount = read_paid(words, currency)
    if amount is None:
        raise AmountUnread
    return amount


def _statement(desk: Desk, stated: dict[str, Any]) -> Statement:
    return Statement(
        order_id=stated["order"],
        method=PaymentMethod(stated["method"]),
        amount=Money(stated["minor"], stated["currency"]),
        account_id=stated["account"],
        person_id=desk.person.id,
        slips=photos_from(stated["slips"]),
        at=desk.books.now,
    )


async def _slip_screen(desk: Desk, stated: dict[str, Any], refusal: Refusal | None = None) -> Screen:
    case = await order_case_of(desk.books, desk.person, stated["order"])
    amount = Money(stated["minor"], stated["currency"])
    above = escape(refusal_text(desk.reader, refusal)) if refusal else ""
    return views.ask_slip(desk.reader, case, amount, len(stated["slips"]), above)


def _paying(desk: Desk) -> Paying:
    return Paying(desk.books, desk.person, takes_cards=desk.takes_cards)
