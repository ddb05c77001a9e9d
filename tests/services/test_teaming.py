"""A supplier's people: invited, made something else, taken out."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.people import Person
from domain.policy import Role
from services.absence import note_absence
from services.arriving import accept_invitation
from services.briefing import brief
from services.notices import News, Notice
from services.refusals import InvitationUnusable, NotFound
from services.teaming import VALIDITY, LastOwner, Teaming
from storage.books import StoredBooks
from storage.tables.people import conversations
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, SELLER, SUPPLIER, Trade

MINUTE = timedelta(minutes=1)


async def invites(trade: Trade, role: Role, person_id: int = SELLER) -> str:
    _, invitation = await trade.does(person_id, lambda b, p: Teaming(b, p).invite(SUPPLIER, role))
    return invitation.payload


async def joins(trade: Trade, person_id: int, payload: str, later: timedelta = timedelta(0)) -> Person:
    async def deed(books: StoredBooks, person: Person) -> Person:
        return (await accept_invitation(books, person, payload))[0]

    return await trade.does(person_id, deed, later=later)


async def removes(trade: Trade, person_id: int, other_id: int) -> None:
    await trade.does(person_id, lambda b, p: Teaming(b, p).remove(SUPPLIER, other_id))


async def set_role(trade: Trade, person_id: int, other_id: int, role: Role) -> None:
    await trade.does(person_id, lambda b, p: Teaming(b, p).set_role(SUPPLIER, other_id, role))


async def roles(trade: Trade) -> dict[int, Role]:
    team = await trade.does(SELLER, lambda b, _: b.teams.of(SUPPLIER))
    return {member.person_id: member.role for member in team}


@pytest.mark.parametrize("role", Role)
async def test_a_link_makes_what_it_says_and_the_owners_hear_of_it(trade: Trade, role: Role) -> None:
    payload = await invites(trade, role)

    joined = await joins(trade, BUYER, payload, VALIDITY - MINUTE)

    assert joined.role_in(SUPPLIER) is role
    assert await trade.told() == [(SELLER, "seller_joined")]


async def test_a_link_made_in_the_chat_runs_out_and_serves_one(trade: Trade) -> None:
    late, used = await invites(trade, Role.SALES), await invites(trade, Role.SALES)
    await joins(trade, BUYER, used)

    for payload, later in ((late, VALIDITY + MINUTE), (used, timedelta(0))):
        with pytest.raises(InvitationUnusable):
            await joins(trade, OTHER_BUYER, payload, later)


@pytest.mark.parametrize("leaves", [True, False])
async def test_a_link_counts_only_while_its_maker_is_an_owner(trade: Trade, leaves: bool) -> None:
    payload = await invites(trade, Role.OWNER)
    await set_role(trade, SELLER, COLLEAGUE, Role.OWNER)
    if leaves:
        await removes(trade, COLLEAGUE, SELLER)
    else:
        await set_role(trade, COLLEAGUE, SELLER, Role.SALES)

    for person in (SELLER, BUYER):
        with pytest.raises(InvitationUnusable):
            await joins(trade, person, payload)


async def test_who_sells_already_stays_what_he_is_whatever_link_he_opens(trade: Trade) -> None:
    payload = await invites(trade, Role.OWNER)

    joined = await joins(trade, COLLEAGUE, payload)

    assert joined.role_in(SUPPLIER) is Role.SALES
    assert await trade.told() == []


async def test_the_last_owner_stays(trade: Trade) -> None:
    for deed in (removes(trade, SELLER, SELLER), set_role(trade, SELLER, SELLER, Role.SALES)):
        with pytest.raises(LastOwner):
            await deed
    await set_role(trade, SELLER, COLLEAGUE, Role.OWNER)
    await set_role(trade, SELLER, SELLER, Role.SALES)

    assert await roles(trade) == {COLLEAGUE: Role.OWNER, SELLER: Role.SALES}
    assert await trade.told() == [(COLLEAGUE, "role_changed")]


async def test_who_was_removed_hears_nothing_more_of_its_deals(trade: Trade) -> None:
    asked = await trade.inquires()
    await trade.run_sql(
        f"INSERT INTO conversations VALUES ({COLLEAGUE}, 'Offering:form', '{{\"offer\": 1}}')"
    )

    await removes(trade, SELLER, COLLEAGUE)

    under_way = Notice(News.OFFER_RECEIVED, asked.id, 1)
    assert await trade.does(COLLEAGUE, lambda b, p: brief(b, p, under_way)) is None
    assert await trade.does(SELLER, lambda b, p: brief(b, p, under_way))
    assert (COLLEAGUE, "seller_removed") in await trade.told()
    standing = await trade.rows(select(conversations.c.state, conversations.c.data))
    assert [tuple(row) for row in standing] == [(None, {"offer": 1})]


async def test_time_stands_still_when_the_last_one_who_could_be_reached_is_removed(trade: Trade) -> None:
    asked = await trade.inquires()
    await trade.does(SELLER, lambda b, p: note_absence(b, p.id))

    await removes(trade, SELLER, COLLEAGUE)

    assert (await trade.negotiation(asked.id)).frozen_at is not None


async def test_who_is_gone_already_cannot_be_removed_or_promoted(trade: Trade) -> None:
    await removes(trade, SELLER, COLLEAGUE)

    for deed in (removes(trade, SELLER, COLLEAGUE), set_role(trade, SELLER, COLLEAGUE, Role.OWNER)):
        with pytest.raises(NotFound):
            await deed
