"""The logo of a customization: taken where the form asks for it, shown to both sides."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Place, Reply
from handlers.drafts import keep, opened_form
from handlers.filters import Pressed
from handlers.said import Attached
from handlers.states import Offering
from services.cases import case_of
from services.keeping_logos import LOGO_KINDS, Logo
from services.logos import with_logo
from services.offer_fields import Field
from services.refusals import NotFound
from services.said import Said
from views import logo as views
from views import offer_form
from views.callback_data.negotiation import ShowLogo

router = Router(name="logo")


@router.message(StateFilter(Offering.form), Attached())
async def take_logo(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """A photo or a document sent while customization is asked is the logo; elsewhere the form says so."""
    form = await opened_form(desk, state)
    if form.draft.current is not Field.CUSTOMIZATION or said.kind not in LOGO_KINDS or said.file is None:
        return Reply(views.not_here(desk.reader))
    logo = Logo(said.kind, said.file)
    await desk.books.logos.keep(logo, desk.person.id, desk.books.now)
    form = with_logo(form, logo)
    await keep(state, form.draft)
    return Reply(offer_form.form(desk.reader, form))


@router.callback_query(Pressed(ShowLogo))
async def show_logo(query: CallbackQuery, desk: Desk, pressed: ShowLogo) -> Reply:
    """The logo of the offer on the table, below its card."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    logo = await desk.books.logos.get(case.negotiation.offer.terms.logo_file)
    if logo is None:
        raise NotFound(what="logo")
    return Reply(views.logo(desk.reader, case, logo), place=Place.BELOW)
