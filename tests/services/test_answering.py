"""How soon a supplier usually answers is measured in its working hours."""

from datetime import datetime, timedelta

import pytest

from domain.china import next_opening
from domain.negotiation import Negotiation
from services.answering import measure_answers
from services.negotiating import Negotiating, Target
from storage.answers import StoredAnswers
from tests.builders import BUYER, CUP, SELLER, STRANGER, SUPPLIER, Trade, draft

HOUR = timedelta(hours=1)


async def opening(trade: Trade) -> timedelta:
    """How long it is until a morning on which the supplier works, by the database's clock."""
    now: datetime = await trade.does(STRANGER, lambda books, _: at(books.now))
    return next_opening(now + timedelta(days=1)) - now


async def at(now: datetime) -> datetime:
    return now


async def asks(trade: Trade, later: timedelta) -> Negotiation:
    return await trade.does(BUYER, lambda b, p: Negotiating(b, p).inquire(CUP, draft()), later=later)


async def answers(trade: Trade, asked: Negotiation, later: timedelta) -> None:
    target = Target(asked.id, 1)
    await trade.does(SELLER, lambda b, p: Negotiating(b, p).counter(target, draft("12.80")), later=later)


async def usual(trade: Trade) -> timedelta | None:
    """What is known of the supplier after measuring."""
    await trade.does(STRANGER, lambda books, _: measure_answers(books))
    supplier = await trade.does(STRANGER, lambda books, _: books.catalogue.supplier(SUPPLIER))
    assert supplier is not None
    return supplier.answers_in


async def test_the_median_of_three_answers_counts_and_the_night_does_not(trade: Trade) -> None:
    morning = await opening(trade)
    asked = [await asks(trade, morning - 10 * HOUR) for _ in range(3)]
    for number, hours in enumerate((1, 2)):
        await answers(trade, asked[number], morning + hours * HOUR)
    too_few = await usual(trade)

    await answers(trade, asked[2], morning + 5 * HOUR)

    assert too_few is None
    assert await usual(trade) == pytest.approx(2 * HOUR, abs=timedelta(minutes=1))


async def test_only_suppliers_that_did_something_are_measured_again(trade: Trade) -> None:
    morning = await opening(trade)
    await answers(trade, await asks(trade, morning), morning + HOUR)

    newly = [
        await trade.database.run(lambda connection: StoredAnswers(connection).newly_answered())
        for _ in range(2)
    ]

    assert newly == [[SUPPLIER], []]
