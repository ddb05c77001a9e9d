"""A qualification is applied for with photos and decided once by somebody who has no part in it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import select

from domain.application import (
    MOST_PHOTOS,
    ApplicationDecided,
    ApplicationStatus,
    NothingToApplyFor,
    PhotosMissing,
    Reason,
)
from domain.catalogue import Qualification
from services.briefing import brief
from services.deciding import Dossier, OwnCause
from services.notices import News, Notice
from services.qualifying import AlreadyApplied, Qualifying
from services.refusals import NotFound
from services.searching import Filters, SearchQuery
from storage.catalogue import StoredCatalogue
from storage.search import index_products_read
from storage.tables.applications import application_photos, application_steps
from tests.applications import (
    OPERATOR,
    SECOND_OPERATOR,
    applies,
    decides,
    hire_operators,
    request,
)
from tests.builders import BUYER, COLLEAGUE, CUP, SELLER, STRANGER, SUPPLIER, TOY, Trade

VERIFIED = SearchQuery("cup", Filters(qualification=Qualification.VERIFIED_FACTORY))


async def found(trade: Trade) -> Sequence[int]:
    """Cups of verified factories."""
    return (await trade.does(BUYER, lambda b, _: b.search.find(VERIFIED))).product_ids


async def steps(trade: Trade) -> list[tuple[object, ...]]:
    c = application_steps.c
    query = select(c.step, c.person_id, c.before, c.after).order_by(c.id)
    return [tuple(row) for row in await trade.rows(query)]


async def test_a_grant_is_seen_by_buyers_in_the_search_and_in_the_record(trade: Trade) -> None:
    await hire_operators(trade)
    await trade.database.run(lambda c: index_products_read(c, [CUP, TOY], StoredCatalogue(c).products))
    number = await applies(trade)
    before = await found(trade)

    dossier = await decides(trade, OPERATOR, lambda each: each.grant(number))

    assert (before, await found(trade)) == ((), (CUP,))
    assert dossier.supplier.qualification is Qualification.VERIFIED_FACTORY
    assert await trade.told() == [
        (OPERATOR, "application_received"),
        (SELLER, "application_decided"),
        (COLLEAGUE, "application_decided"),
    ]
    assert await steps(trade) == [
        ("apply", SELLER, None, None),
        ("grant", OPERATOR, "unverified", "verified_factory"),
    ]


async def test_a_refusal_says_why_and_another_application_may_follow(trade: Trade) -> None:
    await hire_operators(trade)
    number = await applies(trade)

    await decides(trade, OPERATOR, lambda each: each.refuse(number, Reason.OTHER, "执照过期"))

    standing = await trade.does(SELLER, lambda b, p: Qualifying(b, p).of(SUPPLIER))
    assert standing.application
    assert standing.application.outcome
    assert standing.application.outcome.words == "执照过期"
    assert standing.supplier.qualification is Qualification.UNVERIFIED
    assert await applies(trade) == number + 1


async def test_one_application_waits_at_a_time_with_its_photos(trade: Trade) -> None:
    for photos in (0, MOST_PHOTOS + 1):
        with pytest.raises(PhotosMissing):
            await applies(trade, asked=request(photos=photos))
    number = await applies(trade, asked=request(photos=MOST_PHOTOS))
    with pytest.raises(AlreadyApplied):
        await applies(trade)

    await trade.does(SELLER, lambda b, p: Qualifying(b, p).withdraw(number))

    assert await trade.count(application_photos) == MOST_PHOTOS
    assert await applies(trade) > number


async def test_what_a_supplier_is_already_is_neither_applied_for_nor_granted(trade: Trade) -> None:
    await hire_operators(trade)
    lower = replace(request(), kind=Qualification.TRUSTPASS)
    number = await applies(trade, asked=lower)
    await trade.run_sql("UPDATE suppliers SET qualification = 'verified_factory'")

    with pytest.raises(NothingToApplyFor):
        await decides(trade, OPERATOR, lambda each: each.grant(number))
    await decides(trade, OPERATOR, lambda each: each.refuse(number, Reason.UNREADABLE))
    for asked in (request(), lower):
        with pytest.raises(NothingToApplyFor):
            await applies(trade, asked=asked)
    supplier = await trade.does(BUYER, lambda b, _: b.catalogue.supplier(SUPPLIER))
    assert supplier
    assert supplier.qualification is Qualification.VERIFIED_FACTORY


async def test_an_operator_with_a_part_in_the_supplier_does_not_decide(trade: Trade) -> None:
    await hire_operators(trade)
    number = await applies(trade)

    for person in (SELLER, COLLEAGUE):
        with pytest.raises(OwnCause):
            await decides(trade, person, lambda each: each.grant(number))
    await trade.run_sql(f"UPDATE memberships SET role = 'owner' WHERE person_id = {COLLEAGUE}")
    await trade.run_sql(f"DELETE FROM memberships WHERE person_id = {SELLER}")
    with pytest.raises(OwnCause):
        await decides(trade, SELLER, lambda each: each.refuse(number, Reason.UNREADABLE))

    assert await steps(trade) == [("apply", SELLER, None, None)]


@pytest.mark.parametrize("person", [STRANGER, BUYER, SELLER])
async def test_nobody_but_an_operator_sees_or_decides_anything(trade: Trade, person: int) -> None:
    number = await applies(trade)

    for deed in (
        lambda each: each.pending(0),
        lambda each: each.see(number),
        lambda each: each.grant(number),
        lambda each: each.refuse(number, Reason.UNREADABLE),
    ):
        with pytest.raises(NotFound):
            await decides(trade, person, deed, is_operator=False)
    received = Notice(News.APPLICATION_RECEIVED, number)
    assert await trade.does(person, lambda b, p: brief(b, p, received)) is None


async def test_the_suppliers_people_never_get_the_photos_back(trade: Trade) -> None:
    await hire_operators(trade)
    number = await applies(trade)
    await decides(trade, OPERATOR, lambda each: each.grant(number))
    decision = Notice(News.APPLICATION_DECIDED, number)

    told = await trade.does(COLLEAGUE, lambda b, p: brief(b, p, decision))

    assert told
    assert isinstance(told.facts, Dossier)
    assert (told.facts.application.status, told.facts.proofs) == (ApplicationStatus.GRANTED, ())
    assert await trade.does(BUYER, lambda b, p: brief(b, p, decision)) is None


async def test_the_second_of_two_decisions_comes_too_late(trade: Trade) -> None:
    await hire_operators(trade)
    number = await applies(trade)
    await decides(trade, OPERATOR, lambda each: each.grant(number))

    for deed in (lambda each: each.refuse(number, Reason.UNREADABLE), lambda each: each.grant(number)):
        with pytest.raises(ApplicationDecided):
            await decides(trade, SECOND_OPERATOR, deed)
    with pytest.raises(ApplicationDecided):
        await trade.does(SELLER, lambda b, p: Qualifying(b, p).withdraw(number))
