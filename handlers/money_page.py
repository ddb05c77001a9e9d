"""Looking at the money history of an order."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Reply
from handlers.filters import Pressed
from services.money_history import money_history_of
from views.callback_data.payment import ShowMoney
from views.money_page import money_page

router = Router(name="money_page")


@router.callback_query(Pressed(ShowMoney))
async def show_money(query: CallbackQuery, desk: Desk, pressed: ShowMoney) -> Reply:
    """A page of it, in place of the card."""
    history = await money_history_of(desk.books, desk.person, pressed.order_id)
    return Reply(money_page(desk.reader, history, pressed.page))
