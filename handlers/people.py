"""A supplier's people: shown to its owners, invited by a link, made something else, taken out."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.policy import Right
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from handlers.searches import step_aside
from services.own_suppliers import suppliers_of
from services.teaming import Teaming
from views import people as views
from views.callback_data.people import (
    InviteSeller,
    ListTeams,
    RemoveMember,
    SetRole,
    ShowMember,
    ShowTeam,
)
from views.menu import settings

router = Router(name="people")


@router.callback_query(Pressed(ListTeams))
async def show_suppliers(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListTeams) -> Reply:
    """Whom the person owns; of one supplier its people at once."""
    await step_aside(state)
    suppliers = await suppliers_of(desk.books, desk.person, Right.PEOPLE)
    if len(suppliers) == 1:
        return await _team(desk, suppliers[0].id)
    return Reply(views.whose(desk.reader, suppliers, pressed.page))


@router.callback_query(Pressed(ShowTeam))
async def show_team(query: CallbackQuery, desk: Desk, pressed: ShowTeam) -> Reply:
    """The people of one supplier."""
    return await _team(desk, pressed.supplier_id, pressed.page)


@router.callback_query(Pressed(InviteSeller))
async def invite(query: CallbackQuery, desk: Desk, pressed: InviteSeller) -> Reply:
    """A link for one person, below, so that it can be passed on."""
    supplier, invitation = await Teaming(desk.books, desk.person).invite(pressed.supplier_id, pressed.role)
    bot_name = await desk.books.teams.bot_name()
    return Reply(views.invited(desk.reader, supplier, invitation, bot_name), place=Place.BELOW)


@router.callback_query(Pressed(ShowMember))
async def show_member(query: CallbackQuery, desk: Desk, pressed: ShowMember) -> Reply:
    """One of the people."""
    supplier, member = await Teaming(desk.books, desk.person).one(pressed.supplier_id, pressed.person_id)
    return Reply(views.one(desk.reader, supplier, member, desk.person))


@router.callback_query(Pressed(SetRole))
async def set_role(query: CallbackQuery, desk: Desk, pressed: SetRole) -> Reply:
    """He is something else from now on."""
    team = Teaming(desk.books, desk.person)
    await team.set_role(pressed.supplier_id, pressed.person_id, pressed.role)
    return await _after(desk, pressed.supplier_id)


@router.callback_query(Pressed(RemoveMember, is_sure=False))
async def ask_once_more(query: CallbackQuery, desk: Desk, pressed: RemoveMember) -> Reply:
    """Before somebody is taken out."""
    supplier, member = await Teaming(desk.books, desk.person).one(pressed.supplier_id, pressed.person_id)
    return Reply(views.really_remove(desk.reader, supplier, member, desk.person))


@router.callback_query(Pressed(RemoveMember, is_sure=True))
async def remove(query: CallbackQuery, desk: Desk, pressed: RemoveMember) -> Reply:
    """He has no part in the supplier from now on."""
    await Teaming(desk.books, desk.person).remove(pressed.supplier_id, pressed.person_id)
    return await _after(desk, pressed.supplier_id)


async def _team(desk: Desk, supplier_id: int, page: int = 0) -> Reply:
    supplier, members = await Teaming(desk.books, desk.person).of(supplier_id)
    return Reply(views.team(desk.reader, supplier, members, (desk.person, page)))


async def _after(desk: Desk, supplier_id: int) -> Reply:
    """The people as they are now; the settings for him who acted on himself and is no owner any more."""
    person = await desk.books.people.get(desk.person.id) or desk.person
    if person.may(Right.PEOPLE, supplier_id):
        return await _team(desk, supplier_id)
    return Reply(settings(desk.reader, person))
