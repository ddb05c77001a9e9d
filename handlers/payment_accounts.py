"""The accounts a supplier is paid to: shown and entered under the settings."""

from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.payment_account import AccountUnusable, PaymentAccount, alipay_account, bank_account, cards
from domain.terms import PaymentMethod
from handlers.desk import Desk, Reply
from handlers.filters import Pressed, Words
from handlers.said import Attached
from handlers.searches import step_aside
from handlers.states import SettingAccount
from language.clean import clean
from services.payment_accounts import PaymentAccounts
from services.refusals import NotFound
from services.said import Kind, Said
from views import payment_accounts as views
from views.callback_data.payment_accounts import EditAccount, ListAccounts, ShowAccounts, TakeCards
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="payment_accounts")
_KEY: Final = "payment_account"


@router.callback_query(Pressed(ListAccounts))
async def show_suppliers(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListAccounts) -> Reply:
    """Whom the person sells for; of one supplier its accounts at once."""
    await step_aside(state)
    suppliers = await PaymentAccounts(desk.books, desk.person).suppliers()
    if len(suppliers) == 1:
        return await _shown(desk, suppliers[0].id)
    return Reply(views.whose(desk.reader, suppliers, pressed.page))


@router.callback_query(Pressed(ShowAccounts))
async def show_accounts(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowAccounts) -> Reply:
    """The accounts of one supplier."""
    await step_aside(state)
    return await _shown(desk, pressed.supplier_id)


@router.callback_query(Pressed(TakeCards))
async def take_cards(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TakeCards) -> Reply:
    """Buyers may pay by card from now on, or no more."""
    await step_aside(state)
    await PaymentAccounts(desk.books, desk.person).set(pressed.supplier_id, cards(taken=pressed.taken))
    return await _shown(desk, pressed.supplier_id)


@router.callback_query(Pressed(EditAccount))
async def ask_account(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: EditAccount) -> Reply:
    """Asks for an account, where there is one to write."""
    if pressed.method is PaymentMethod.CARD:
        raise NotFound(what="account")
    supplier = await PaymentAccounts(desk.books, desk.person).to_change(pressed.supplier_id)
    await step_aside(state)
    await state.set_state(SettingAccount.account)
    await state.update_data({_KEY: [pressed.supplier_id, pressed.method.value]})
    return Reply(views.ask_account(desk.reader, supplier, pressed.method))


@router.message(StateFilter(SettingAccount.account), Words())
async def hear_account(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The account in writing."""
    supplier_id, method = (await state.get_data())[_KEY]
    try:
        account = _read(PaymentMethod(method), words)
    except AccountUnusable as refusal:
        supplier = await PaymentAccounts(desk.books, desk.person).to_change(supplier_id)
        problem = escape(refusal_text(desk.reader, refusal))
        return Reply(views.ask_account(desk.reader, supplier, PaymentMethod(method), problem))
    return await _kept(desk, state, account)


@router.message(StateFilter(SettingAccount.account), Attached())
async def take_code(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """A photo of an Alipay QR code; of a bank account only writing counts."""
    supplier_id, method = (await state.get_data())[_KEY]
    if said.kind is Kind.PHOTO and said.file and method == PaymentMethod.ALIPAY:
        return await _kept(desk, state, alipay_account(qr=said.file.id))
    supplier = await PaymentAccounts(desk.books, desk.person).to_change(supplier_id)
    return Reply(views.ask_account(desk.reader, supplier, PaymentMethod(method)))


def _read(method: PaymentMethod, words: str) -> PaymentAccount:
    if method is PaymentMethod.ALIPAY:
        return alipay_account(clean(words))
    return bank_account([line for line in map(clean, words.splitlines()) if line.strip()])


async def _kept(desk: Desk, state: FSMContext, account: PaymentAccount) -> Reply:
    supplier_id, _ = (await state.get_data())[_KEY]
    await PaymentAccounts(desk.books, desk.person).set(supplier_id, account)
    await step_aside(state)
    return await _shown(desk, supplier_id, is_new=True)


async def _shown(desk: Desk, supplier_id: int, *, is_new: bool = False) -> Reply:
    supplier, accounts = await PaymentAccounts(desk.books, desk.person).of(supplier_id)
    above = views.kept(desk.reader) if is_new else ""
    return Reply(views.payment_accounts(desk.reader, supplier, accounts, above))
