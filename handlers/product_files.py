"""Catalogue files sent in /products: read beside everything else, imported by a press, all or nothing."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from handlers.said import Attached
from handlers.stall import STALL
from handlers.states import Stocking
from services.said import Kind, Said
from services.taking_files import TakingFiles
from views import product_file as views
from views import product_template
from views.callback_data.stall import FileDeed, HandleFile, SendTemplate

router = Router(name="product_files")


@router.message(StateFilter(Stocking.open), Attached())
async def receive(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """A document is taken in; whoever reads it tells what is in it."""
    if said.kind is not Kind.DOCUMENT or said.file is None:
        return Reply(views.not_a_catalogue(desk.reader))
    supplier_id = (await state.get_data())[STALL][0]
    file = await TakingFiles(desk.books, desk.person).receive(supplier_id, said.file, said.telegram_id)
    return Reply(views.product_file(desk.reader, file))


@router.callback_query(Pressed(HandleFile, deed=FileDeed.PROBLEMS))
async def send_problems(query: CallbackQuery, desk: Desk, pressed: HandleFile) -> Reply:
    """All problems as a file, below."""
    file = await TakingFiles(desk.books, desk.person).see(pressed.file_id)
    return Reply(views.all_problems(desk.reader, file), place=Place.BELOW)


@router.callback_query(Pressed(SendTemplate))
async def send_template(query: CallbackQuery, desk: Desk, pressed: SendTemplate) -> Reply:
    """A sheet to fill in, below."""
    return Reply(product_template.template(desk.reader), place=Place.BELOW)


@router.callback_query(Pressed(HandleFile))
async def handle(query: CallbackQuery, desk: Desk, pressed: HandleFile) -> Reply:
    """Imports the file or drops it; pressed again, it shows how the file stands."""
    files = TakingFiles(desk.books, desk.person)
    deed = files.want if pressed.deed is FileDeed.IMPORT else files.drop
    return Reply(views.product_file(desk.reader, await deed(pressed.file_id)))
