"""A supplier's own products: /products lists them, finds them, shows one, changes it and pauses it."""

from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.policy import Right
from handlers.desk import Desk, Reply
from handlers.filters import Command, Pressed, Words
from handlers.said import Attached
from handlers.searches import step_aside
from handlers.states import Stocking
from language.clean import clean
from services.importing.cells_back import cells_of
from services.listing_answers import AnswerUnread, answer_cells, cleared
from services.listing_check import ListingUnfit
from services.listing_fields import ListingField
from services.listing_values import answer_of, categories_of
from services.own_suppliers import owned, suppliers_of
from services.pictures import PHOTO_MARK
from services.said import Kind, Said
from services.stall import Stall
from views import listing_form as form
from views import stall as views
from views.callback_data.navigation import Go, Room
from views.callback_data.stall import (
    AskListed,
    EditListed,
    ListStalls,
    PauseListed,
    SetListed,
    ShowListed,
    ShowStall,
)

router = Router(name="stall")

STALL: Final = "stall"
_FIELD: Final = "listed"
_MOST_WORDS: Final = 100


@router.message(Command("products"))
@router.callback_query(Pressed(Go, room=Room.PRODUCTS))
@router.callback_query(Pressed(ListStalls))
async def open_products(
    event: TelegramObject, desk: Desk, state: FSMContext, pressed: ListStalls | Go | None = None
) -> Reply:
    """Whom the person sells for; of one supplier its products at once."""
    suppliers = await suppliers_of(desk.books, desk.person, Right.PRODUCTS)
    await step_aside(state)
    if not suppliers:
        return Reply(views.not_a_seller(desk.reader))
    if len(suppliers) == 1:
        return await shown(desk, state, suppliers[0].id)
    return Reply(views.whose(desk.reader, suppliers, pressed.page if pressed else 0))


@router.callback_query(Pressed(ShowStall))
async def turn(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowStall) -> Reply:
    """A page of all products, or of those found by the words last typed."""
    kept = (await state.get_data()).get(STALL) or [0, ""]
    is_same = pressed.found and kept[0] == pressed.supplier_id
    return await shown(desk, state, pressed.supplier_id, kept[1] if is_same else "", pressed.page)


@router.message(StateFilter(Stocking.open), Words())
async def find(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """Words search the supplier's own products."""
    supplier_id = (await state.get_data())[STALL][0]
    return await shown(desk, state, supplier_id, " ".join(clean(words).split())[:_MOST_WORDS])


@router.callback_query(Pressed(ShowListed))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowListed) -> Reply:
    """A product as a buyer sees it, and what can be done."""
    await step_aside(state)
    product = await Stall(desk.books, desk.person).product(pressed.product_id)
    return Reply(views.listed(desk.reader, product, desk.books.now))


@router.callback_query(Pressed(EditListed))
async def choose_field(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: EditListed) -> Reply:
    """What do you want to change?"""
    await step_aside(state)
    product = await Stall(desk.books, desk.person).product(pressed.product_id)
    return Reply(views.what_to_change(desk.reader, product))


@router.callback_query(Pressed(AskListed))
async def ask_field(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskListed) -> Reply:
    """One field is asked; typed words answer it."""
    return await _asked(desk, state, pressed.product_id, form.Asked(pressed.field))


@router.callback_query(Pressed(SetListed))
async def set_field(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SetListed) -> Reply:
    """A usual answer, or none at all."""
    if not pressed.value:
        subject = (pressed.product_id, pressed.field)
        return await _changed(desk, state, subject, cleared(pressed.field))
    product = await Stall(desk.books, desk.person).product(pressed.product_id)
    said = await answer_of(desk.books, product.supplier.id, pressed.field, pressed.value)
    return await _answered(desk, state, (pressed.product_id, pressed.field), said)


@router.message(StateFilter(Stocking.field), Words())
async def hear_field(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The answer counts at once; what breaks a rule is asked again."""
    product_id, field = (await state.get_data())[_FIELD]
    return await _answered(desk, state, (product_id, ListingField(field)), clean(words))


@router.message(StateFilter(Stocking.field), Attached())
async def take_photo(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """A photo, where the photo is asked."""
    product_id, field = (await state.get_data())[_FIELD]
    if field != ListingField.PHOTO or said.kind is not Kind.PHOTO or said.file is None:
        return Reply(form.photo_wanted(desk.reader))
    subject = (product_id, ListingField.PHOTO)
    return await _changed(desk, state, subject, {"image": f"{PHOTO_MARK}{said.file.id}"})


@router.callback_query(Pressed(PauseListed))
async def pause(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PauseListed) -> Reply:
    """Off sale, or on sale again."""
    await step_aside(state)
    own = Stall(desk.books, desk.person)
    product = await (own.pause if pressed.pause else own.resume)(pressed.product_id)
    screen = views.listed(desk.reader, product, desk.books.now)
    return Reply(screen, toast=views.paused(desk.reader, product))


async def shown(desk: Desk, state: FSMContext, supplier_id: int, words: str = "", page: int = 0) -> Reply:
    """The products of a supplier; typed words search them from now on. Raises NotFound."""
    supplier = await owned(desk.books, desk.person, supplier_id, Right.PRODUCTS)
    found = await Stall(desk.books, desk.person).page(supplier_id, words, page)
    await state.set_state(Stocking.open)
    await state.update_data({STALL: [supplier_id, words]})
    return Reply(views.stall(desk.reader, supplier, found, words))


async def _asked(desk: Desk, state: FSMContext, product_id: int, asked: form.Asked) -> Reply:
    product = await Stall(desk.books, desk.person).product(product_id)
    known = await categories_of(desk.books, product.supplier.id) if _is_category(asked) else ()
    await state.set_state(Stocking.field)
    await state.update_data({_FIELD: [product_id, asked.field.value]})
    whole = form.Asked(asked.field, known, asked.problems, asked.refusal)
    return Reply(form.change(desk.reader, product, whole))


async def _answered(desk: Desk, state: FSMContext, subject: tuple[int, ListingField], said: str) -> Reply:
    product_id, field = subject
    listed = await desk.books.stall.get_for_update(product_id)
    try:
        cells = answer_cells(field, said, cells_of(listed.listing) if listed else {})
        return await _changed(desk, state, subject, cells)
    except (ListingUnfit, AnswerUnread) as refusal:
        return await _asked(desk, state, product_id, form.Asked(field, refusal=refusal))


async def _changed(
    desk: Desk, state: FSMContext, subject: tuple[int, ListingField], written: dict[str, str]
) -> Reply:
    product_id, field = subject
    product = await Stall(desk.books, desk.person).change(product_id, written)
    await step_aside(state)
    above = views.changed_to(desk.reader, field, written)
    return Reply(views.listed(desk.reader, product, desk.books.now, above))


def _is_category(asked: form.Asked) -> bool:
    return asked.field is ListingField.CATEGORY
