"""People come in, choose a language and accept invitations."""

import asyncio
from datetime import timedelta

import pytest

from domain.people import Language, Person
from services.absence import note_absence
from services.arriving import accept_invitation, arrive, change_language
from services.refusals import InvitationUnusable
from services.team_books import Invitation
from storage.books import StoredBooks
from tests.builders import (
    BUYER,
    COLLEAGUE,
    OTHER_BUYER,
    RIVAL_SUPPLIER,
    SELLER,
    STRANGER,
    SUPPLIER,
    Trade,
)

PAYLOAD = "aZ09-_invitation"
DAY = timedelta(days=1)


async def invited(trade: Trade) -> None:
    await trade.does(STRANGER, lambda b, _: b.teams.invite(Invitation(PAYLOAD, SUPPLIER, b.now + DAY)))


async def joins(
    trade: Trade, person_id: int, payload: str = PAYLOAD, later: timedelta = timedelta(0)
) -> Person:
    async def deed(books: StoredBooks, person: Person) -> Person:
        return (await accept_invitation(books, person, payload))[0]

    return await trade.does(person_id, deed, later=later)


async def test_somebody_new_starts_as_a_buyer_in_his_language(trade: Trade) -> None:
    arrived = await trade.does(STRANGER, lambda b, _: arrive(b, STRANGER, Language.CHINESE, False))

    assert arrived == Person(STRANGER, Language.CHINESE)
    assert await trade.does(STRANGER, lambda b, _: b.people.get(STRANGER)) == arrived


async def test_somebody_known_keeps_the_language_he_chose(trade: Trade) -> None:
    await trade.does(BUYER, lambda b, person: change_language(b, person, Language.TRADITIONAL))

    arrived = await trade.does(BUYER, lambda b, _: arrive(b, BUYER, Language.ENGLISH, True))

    assert arrived.language is Language.TRADITIONAL
    assert arrived.is_operator


async def test_an_invitation_makes_a_seller(trade: Trade) -> None:
    await invited(trade)

    joined = await joins(trade, BUYER)

    assert joined.supplier_ids == {SUPPLIER}
    assert await trade.does(BUYER, lambda b, _: b.people.get(BUYER)) == joined


async def test_offers_that_waited_for_nobody_run_again_once_somebody_sells(trade: Trade) -> None:
    asked = await trade.inquires(OTHER_BUYER)
    for gone in (SELLER, COLLEAGUE):
        await trade.does(STRANGER, lambda b, _, g=gone: note_absence(b, g))
    await invited(trade)
    frozen = await trade.negotiation(asked.id)

    await joins(trade, BUYER)

    assert frozen.frozen_at is not None
    assert (await trade.negotiation(asked.id)).frozen_at is None


async def test_the_same_person_may_use_his_invitation_again_without_effect(trade: Trade) -> None:
    await invited(trade)
    await joins(trade, BUYER)

    assert (await joins(trade, BUYER)).supplier_ids == {SUPPLIER}


async def test_an_invitation_serves_nobody_else(trade: Trade) -> None:
    await invited(trade)
    await joins(trade, BUYER)

    with pytest.raises(InvitationUnusable):
        await joins(trade, OTHER_BUYER)


async def test_of_two_who_press_one_link_at_once_one_becomes_a_seller(trade: Trade) -> None:
    await invited(trade)

    outcomes = await asyncio.gather(
        *(joins(trade, person) for person in (BUYER, OTHER_BUYER)), return_exceptions=True
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["InvitationUnusable", "Person"]


async def test_a_seller_who_was_removed_does_not_come_back_by_his_old_link(trade: Trade) -> None:
    await invited(trade)
    await joins(trade, BUYER)
    await trade.run_sql("DELETE FROM memberships WHERE person_id = :person", person=BUYER)

    with pytest.raises(InvitationUnusable):
        await joins(trade, BUYER)


@pytest.mark.parametrize(("late", "usable"), [(-timedelta(minutes=1), True), (timedelta(minutes=1), False)])
async def test_an_invitation_runs_out_after_its_day(trade: Trade, late: timedelta, usable: bool) -> None:
    await invited(trade)

    if usable:
        assert (await joins(trade, BUYER, later=DAY + late)).is_seller
    else:
        with pytest.raises(InvitationUnusable):
            await joins(trade, BUYER, later=DAY + late)


@pytest.mark.parametrize(
    "payload", ["", " ", PAYLOAD.upper(), PAYLOAD[:-1], "%", "' OR 1=1 --", "x" * 5000, "发"]
)
async def test_a_payload_that_nobody_issued_makes_no_seller(trade: Trade, payload: str) -> None:
    await invited(trade)

    with pytest.raises(InvitationUnusable):
        await joins(trade, BUYER, payload)

    assert not (await joins(trade, OTHER_BUYER)).supplier_ids & {RIVAL_SUPPLIER}
