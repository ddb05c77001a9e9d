"""The operator's page: how the bot does, and suppliers with links for their people."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.desk import Desk, Place, Reply
from handlers.filters import Command, Operators, Pressed, Words
from handlers.searches import step_aside
from handlers.states import Administering
from language.clean import clean
from services.overseeing import Overseeing
from views import admin as views
from views.callback_data.admin import FindSupplier, InviteFor, ShowAdmin, ShowSupplier

router = Router(name="admin")


@router.message(Command("admin"), Operators())
@router.callback_query(Pressed(ShowAdmin), Operators())
async def show_overview(event: TelegramObject, desk: Desk, state: FSMContext) -> Reply:
    """How all of it does; to a stranger the command is unknown."""
    await step_aside(state)
    return Reply(views.overview(desk.reader, await Overseeing(desk.books, desk.person).overview()))


@router.callback_query(Pressed(FindSupplier), Operators())
async def ask_name(query: CallbackQuery, desk: Desk, state: FSMContext) -> Reply:
    """Typed words are a supplier's name from now on."""
    await state.set_state(Administering.supplier)
    return Reply(views.ask_name(desk.reader))


@router.message(StateFilter(Administering.supplier), Words())
async def find(message: Message, desk: Desk, words: str) -> Reply:
    """Suppliers of this name."""
    found = await Overseeing(desk.books, desk.person).found(clean(words).strip())
    return Reply(views.found(desk.reader, found))


@router.callback_query(Pressed(ShowSupplier), Operators())
async def show_supplier(query: CallbackQuery, desk: Desk, pressed: ShowSupplier) -> Reply:
    """One supplier."""
    company = await Overseeing(desk.books, desk.person).company(pressed.supplier_id)
    return Reply(views.company(desk.reader, company))


@router.callback_query(Pressed(InviteFor), Operators())
async def invite(query: CallbackQuery, desk: Desk, pressed: InviteFor) -> Reply:
    """A link of the platform's, below, so that it can be passed on."""
    overseeing = Overseeing(desk.books, desk.person)
    supplier, invitation = await overseeing.invite(pressed.supplier_id, pressed.role)
    bot_name = await desk.books.teams.bot_name()
    return Reply(views.invited(desk.reader, supplier, invitation, bot_name), place=Place.BELOW)
