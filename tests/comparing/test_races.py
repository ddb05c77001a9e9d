"""The buyer closes the others, or a seller states freight, at the moment when somebody else moves."""

from collections.abc import AsyncIterator

import pytest

from domain.lifecycle import NegotiationStatus
from domain.negotiation import Negotiation
from domain.people import Person
from domain.terms import Shipping
from services.comparing.awarding import award_of, close_others
from services.negotiating import Target
from services.stating_freight import Statement, state_freight
from storage.books import StoredBooks
from storage.database import open_database
from storage.tables.freight import freight_figures
from tests.builders import BUYER, COLLEAGUE, SELLER, Trade, draft
from tests.comparing.mugs import Mugs
from tests.storage.test_races import at_once, broken

ROUNDS = 6
_N = NegotiationStatus


@pytest.fixture
async def rival(database_url: str) -> AsyncIterator[Trade]:
    """Another worker on the same database."""
    async with open_database(database_url) as database:
        yield Trade(database)


async def closes(trade: Trade, kept: Negotiation) -> None:
    """The buyer keeps this one and closes the others as they are then."""

    async def deed(books: StoredBooks, person: Person) -> None:
        await close_others(books, person, await award_of(books, person, kept.id))

    await trade.does(BUYER, deed)


async def states(trade: Trade, seller: int, standing: Negotiation, minor: int) -> Negotiation:
    """A seller says what sea freight costs."""
    statement = Statement(Target(standing.id, standing.offer.number), Shipping.SEA, minor)
    return await trade.does(seller, lambda b, p: state_freight(b, p, statement))


async def test_closing_the_others_meets_a_counter_offer_of_one(mugs: Mugs, rival: Trade) -> None:
    outcomes = set()
    for _ in range(ROUNDS):
        sent = await mugs.sends((101, 102, 103), draft("7.5", 500))
        kept, other, third = await mugs.negotiations(sent.rfq_id)
        await mugs.trade.accepts(101, kept)

        said = await at_once(closes(mugs.trade, kept), rival.counters(102, other, draft("7.7", 500)))

        ends = [(await mugs.trade.negotiation(each.id)).status for each in (other, third)]
        outcomes.add((*said, *ends))
        await mugs.trade.withdraws(BUYER, await mugs.trade.negotiation(kept.id))
        await _end(mugs, other, third)
    assert outcomes <= {
        ("done", "MoveNotAllowed", _N.WITHDRAWN, _N.WITHDRAWN),
        ("done", "done", _N.DECLINED, _N.WITHDRAWN),
        ("StaleVersion", "done", _N.AWAITING_BUYER, _N.AWAITING_SELLER),
    }
    assert await broken(mugs.trade) == []


async def test_two_answers_that_are_chosen_at_once_leave_one(mugs: Mugs, rival: Trade) -> None:
    for _ in range(ROUNDS):
        sent = await mugs.sends((101, 102, 103), draft("7.5", 500))
        negotiations = await mugs.negotiations(sent.rfq_id)
        for seller, each in zip((101, 102), negotiations, strict=False):
            await mugs.trade.accepts(seller, each)

        await at_once(closes(mugs.trade, negotiations[0]), closes(rival, negotiations[1]))

        left = [each for each in await mugs.negotiations(sent.rfq_id) if each.status is _N.AGREED]
        assert len(left) <= 1
        await _end(mugs, *left)
    assert await broken(mugs.trade) == []


async def test_a_figure_for_freight_meets_another_and_a_counter_offer(mugs: Mugs, rival: Trade) -> None:
    trade = mugs.trade
    for _ in range(ROUNDS):
        asked = await trade.inquires()

        await at_once(
            states(trade, SELLER, asked, 230_000),
            states(rival, COLLEAGUE, asked, 240_000),
            rival.counters(COLLEAGUE, asked, draft("13", 700)),
        )

        now = await trade.negotiation(asked.id)
        rows = await trade.rows(
            freight_figures.select().where(freight_figures.c.negotiation_id == asked.id).order_by("id")
        )
        assert [each.cost.minor for each in now.freight] == [row.minor for row in rows[-1:]]
    assert await broken(trade) == []


async def _end(mugs: Mugs, *negotiations: Negotiation) -> None:
    """Whatever is still open ends, so that the next inquiry is a new one."""
    for each in negotiations:
        now = await mugs.trade.negotiation(each.id)
        if now.status is _N.AWAITING_BUYER:
            await mugs.trade.declines(BUYER, now)
        elif now.waits_for is not None:
            await mugs.trade.withdraws(BUYER, now)
