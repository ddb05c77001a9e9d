"""The logo of a customization: taken where the form asks for it, shown to both sides."""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, PhotoSize

from handlers.desk import Desk, Place, Reply
from handlers.drafts import keep, opened_form
from handlers.filters import Pressed
from handlers.states import Offering
from services.briefing import case_of
from services.keeping_logos import Logo
from services.logos import with_logo
from services.offer_fields import Field
from services.refusals import NotFound
from views import logo as views
from views import offer_form
from views.callback_data.negotiation import ShowLogo

router = Router(name="logo")


class Picture(Filter):
    """A photo of the person himself; the handler gets its largest size as `photo`."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "a photo"

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Whether it is; with the largest size."""
        is_own = message.photo and message.forward_origin is None
        return {"photo": message.photo[-1]} if is_own and message.photo else False


class File(Filter):
    """A file that is no photo."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "a file"

    async def __call__(self, message: Message) -> bool:
        """Whether it is."""
        return message.document is not None and message.forward_origin is None


@router.message(StateFilter(Offering.form), Picture())
async def take_logo(message: Message, desk: Desk, state: FSMContext, photo: PhotoSize) -> Reply:
    """While customization is asked the photo is the logo; elsewhere the form says where it goes."""
    form = await opened_form(desk, state)
    if form.draft.current is not Field.CUSTOMIZATION:
        return Reply(views.not_here(desk.reader))
    logo = Logo(photo.file_unique_id, photo.file_id)
    await desk.books.logos.keep(logo, desk.person.id, desk.books.now)
    form = with_logo(form, logo)
    await keep(state, form.draft)
    return Reply(offer_form.form(desk.reader, form))


@router.message(StateFilter(Offering.form), File())
async def decline_file(message: Message, desk: Desk) -> Reply:
    """A file cannot be shown on a card: the logo is wanted as a photo."""
    return Reply(views.as_a_photo(desk.reader))


@router.callback_query(Pressed(ShowLogo))
async def show_logo(query: CallbackQuery, desk: Desk, pressed: ShowLogo) -> Reply:
    """The logo of the offer on the table, below its card."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    file_id = await desk.books.logos.file_id(case.negotiation.offer.terms.logo_file)
    if file_id is None:
        raise NotFound(what="logo")
    return Reply(views.logo(desk.reader, case, file_id), place=Place.BELOW)
