"""The product page."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Reply
from handlers.filters import Pressed
from handlers.search import leave_filter
from services.refusals import NotFound
from views.callback_data.navigation import Go, Room, ShowProduct
from views.callback_data.search import ShowResults
from views.product import Shown, product_page
from views.screen import Screen

router = Router(name="product")


@router.callback_query(Pressed(ShowProduct))
async def show_product(query: CallbackQuery, pressed: ShowProduct, desk: Desk, state: FSMContext) -> Reply:
    """Everything about one product; Back leads to the search it was found by."""
    await leave_filter(state)
    return Reply(await page_of(desk, pressed.product_id, pressed.search))


async def page_of(desk: Desk, product_id: int, search: str = "", compared: int = 0) -> Screen:
    """The page, also once the product was put beside `compared` others. Raises NotFound."""
    product = await desk.books.catalogue.product(product_id)
    if product is None:
        raise NotFound(what="product")
    is_own = product.supplier.id in desk.person.supplier_ids
    shown = Shown(
        product,
        _back_to(search),
        can_negotiate=not is_own,
        compared=compared,
        search=search,
        now=desk.books.now,
    )
    return product_page(desk.reader, shown)


def _back_to(search: str) -> str:
    return ShowResults(search=search).pack() if search else Go(room=Room.MENU).pack()
