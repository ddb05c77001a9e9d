"""A supplier's people: who they are, and links that bring in others."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from domain.catalogue import Supplier
from domain.people import Person
from domain.policy import Role
from services.briefing import Seat
from services.pages import entries_on, page_at, pages_of
from services.team_books import Invitation, Member
from views.buttons import back, to_menu
from views.callback_data.navigation import Go, Room
from views.callback_data.people import (
    InviteSeller,
    ListTeams,
    RemoveMember,
    SetRole,
    ShowMember,
    ShowTeam,
)
from views.markup import Html, bold, escape, lines, paragraphs
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Screen, Style, grid, rows
from views.suppliers import Choice, which_supplier
from views.titles import supplier_name

PAGE_SIZE: Final = 8
_TAIL: Final = 4

_NAMES: Final[Mapping[Role, Callable[[Reader, str], str]]] = {
    Role.OWNER: lambda reader, tail: reader.word("👑 owner …{tail}", tail=tail),
    Role.SALES: lambda reader, tail: reader.word("💼 sales …{tail}", tail=tail),
}
"""We keep no names: what somebody is, and the end of his Telegram id."""
_BECOMES: Final[Mapping[Role, Callable[[Reader, Html], Html]]] = {
    Role.OWNER: lambda reader, supplier: reader.say(
        "🔗 Whoever opens this link becomes an owner of {supplier}:", supplier=supplier
    ),
    Role.SALES: lambda reader, supplier: reader.say(
        "🔗 Whoever opens this link sells for {supplier}:", supplier=supplier
    ),
}
_IS_NOW: Final[Mapping[Role, Callable[[Reader, Html], Html]]] = {
    Role.OWNER: lambda reader, supplier: reader.say(
        "👥 You are an owner of {supplier} now: you invite its people and set what is usual.",
        supplier=supplier,
    ),
    Role.SALES: lambda reader, supplier: reader.say(
        "👥 You sell for {supplier} now and are no owner any more.", supplier=supplier
    ),
}


def whose(reader: Reader, suppliers: Sequence[Supplier], page: int) -> Screen:
    """The suppliers that the person owns, to choose one."""
    choice = Choice(
        reader.say("👥 People: of which supplier?"),
        lambda number: ShowTeam(supplier_id=number).pack(),
        lambda to: ListTeams(page=to).pack(),
    )
    return which_supplier(reader, suppliers, page, choice)


def team(reader: Reader, supplier: Supplier, members: Sequence[Member], seen: tuple[Person, int]) -> Screen:
    """The people of a supplier as `seen`: by whom, and at which page from 0."""
    person, page = seen
    pages, page = pages_of(len(members), PAGE_SIZE), page_at(page, len(members), PAGE_SIZE)
    shown = entries_on(page, members, PAGE_SIZE)
    text = paragraphs(
        _head(reader, supplier),
        lines(*(_member(reader, each, person) for each in shown)),
        reader.say(
            "Owners decide on people, accounts to be paid to, usual terms and qualification."
            " Sales negotiate and ship."
        ),
        page_line(reader, page + 1, pages),
    )
    names = [
        Button(name_of(reader, each), ShowMember(supplier_id=supplier.id, person_id=each.person_id).pack())
        for each in shown
    ]
    turns = page_buttons(page, pages, lambda to: ShowTeam(supplier_id=supplier.id, page=to).pack())
    invite = [
        Button(reader.word("➕ Invite sales"), InviteSeller(supplier_id=supplier.id, role=Role.SALES).pack()),
        Button(reader.word("➕ Invite owner"), InviteSeller(supplier_id=supplier.id, role=Role.OWNER).pack()),
    ]
    way_back = back(reader, Go(room=Room.SETTINGS).pack())
    return Screen(text, (*grid(names, 2), *rows(turns, invite, [way_back])))


def one(reader: Reader, supplier: Supplier, member: Member, person: Person) -> Screen:
    """One of the people, and what an owner can do with him."""
    about = {"supplier_id": supplier.id, "person_id": member.person_id}
    if member.role is Role.OWNER:
        text, other = reader.word("💼 Make sales"), Role.SALES
    else:
        text, other = reader.word("👑 Make owner"), Role.OWNER
    turn = Button(text, SetRole(**about, role=other).pack())
    remove = Button(reader.word("🚪 Remove"), RemoveMember(**about).pack(), Style.DANGER)
    shown = paragraphs(_head(reader, supplier), _member(reader, member, person))
    return Screen(shown, rows([turn, remove], [_to_team(reader, supplier)]))


def really_remove(reader: Reader, supplier: Supplier, member: Member, person: Person) -> Screen:
    """Asked once more: what happens, and to whom."""
    about = {"supplier_id": supplier.id, "person_id": member.person_id}
    asked = reader.say(
        "Remove {who} from {supplier}? This person sees and decides nothing here any more, at once."
        " Offers and orders stay with your other people.",
        who=name_of(reader, member),
        supplier=bold(supplier_name(reader, supplier)),
    )
    yes = Button(reader.word("Yes, remove"), RemoveMember(**about, is_sure=True).pack(), Style.DANGER)
    no = Button(reader.word("No"), ShowMember(**about).pack())
    return Screen(paragraphs(asked, _member(reader, member, person)), rows([yes, no]))


def invited(reader: Reader, supplier: Supplier, invitation: Invitation, bot_name: str) -> Screen:
    """A link to pass on."""
    text = invitation_text(reader, supplier, invitation, bot_name)
    return Screen(text, rows([_to_team(reader, supplier)]))


def invitation_text(reader: Reader, supplier: Supplier, invitation: Invitation, bot_name: str) -> Html:
    """The link and what it does; without the bot's name what is to be typed."""
    if bot_name:
        way = escape(f"https://t.me/{bot_name}?start={invitation.payload}")
    else:
        way = escape(f"/start {invitation.payload}")
    named = bold(supplier_name(reader, supplier))
    becomes = _BECOMES[invitation.role or Role.SALES](reader, named)
    once = reader.say(
        "It serves one person and ends {moment}. Send it only to whom it is for.",
        moment=reader.moment(invitation.expires_at),
    )
    return paragraphs(becomes, way, once)


def joined(reader: Reader, seat: Seat, person_id: int) -> Screen:
    """What owners hear of somebody new."""
    text = reader.say(
        "👥 Somebody (…{tail}) opened an invitation and now sells for {supplier}."
        " If that is nobody of yours, remove this person.",
        tail=tail_of(person_id),
        supplier=bold(supplier_name(reader, seat.supplier)),
    )
    about = ShowMember(supplier_id=seat.supplier.id, person_id=person_id)
    return Screen(text, rows([Button(reader.word("👥 Show"), about.pack())], [to_menu(reader)]))


def role_changed(reader: Reader, seat: Seat) -> Screen:
    """What somebody hears whom an owner made something else."""
    text = _IS_NOW[seat.role or Role.SALES](reader, bold(supplier_name(reader, seat.supplier)))
    return Screen(text, rows([to_menu(reader)]))


def removed(reader: Reader, supplier: Supplier) -> Screen:
    """What somebody hears whom an owner took out."""
    text = reader.say(
        "👥 You no longer sell for {supplier}. Its cards above do nothing any more; you can still buy here.",
        supplier=bold(supplier_name(reader, supplier)),
    )
    return Screen(text, rows([to_menu(reader)]))


def name_of(reader: Reader, member: Member) -> str:
    """How one of the people is called."""
    return _NAMES[member.role](reader, tail_of(member.person_id))


def tail_of(person_id: int) -> str:
    """The last digits of a Telegram id."""
    return str(person_id)[-_TAIL:]


def _member(reader: Reader, member: Member, person: Person) -> Html:
    name = name_of(reader, member)
    if member.person_id == person.id:
        name = reader.word("{name} (you)", name=name)
    if member.since is None:
        return reader.say("• {name}", name=name)
    return reader.say("• {name}, since {day}", name=name, day=reader.day(reader.own_day(member.since)))


def _head(reader: Reader, supplier: Supplier) -> Html:
    return lines(bold(reader.say("👥 People")), supplier_name(reader, supplier))


def _to_team(reader: Reader, supplier: Supplier) -> Button:
    return back(reader, ShowTeam(supplier_id=supplier.id).pack())
