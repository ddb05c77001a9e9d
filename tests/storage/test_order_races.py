"""Two people, or a person and the clock, meet on one order at PostgreSQL: one is first, and that holds."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from domain.lifecycle import OrderStatus
from domain.order import Order
from storage.database import open_database
from storage.doctor import examine
from storage.tables.shipping import consignments
from tests.builders import BUYER, COLLEAGUE, SELLER, Trade
from tests.orders_under_way import ALL, PART, UnderWay
from tests.storage.test_races import at_once

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
ROUNDS = 8
MILLISECOND = timedelta(milliseconds=1)
_S = OrderStatus


@pytest.fixture
def way(trade: Trade) -> UnderWay:
    """Orders under way, on a stocked market."""
    return UnderWay(trade)


@pytest.fixture
async def rival(database_url: str) -> Any:
    """Another worker on the same database."""
    async with open_database(database_url) as database:
        yield UnderWay(Trade(database))


Press = Callable[[UnderWay, Order], Awaitable[Any]]
Stand = Callable[[UnderWay], Awaitable[Order]]
NO = "OrderMoveNotAllowed"


def press(person: int, deed: str) -> Press:
    """A press of this name on the order."""
    return lambda way, order: way.does(person, order, deed)


def at_last(person: int, deed: str) -> Press:
    """The same in the last millisecond before the order's time is up."""
    return lambda way, order: way.press_at(order.expires_at - MILLISECOND, person, order, deed)


def clock(job: str, moment: str) -> Press:
    """The clock at the end that this field of the order names."""
    return lambda way, order: way.at(getattr(order, moment), job, order)


def ships(person: int, count: int) -> Press:
    """So many units leave."""
    return lambda way, order: way.ships(person, order, count)


PAIRS: dict[str, tuple[Stand, Press, Press, set[tuple[str, str, OrderStatus]]]] = {
    "cancelling meets the last confirmation": (
        UnderWay.unconfirmed,
        press(BUYER, "cancel"),
        press(SELLER, "confirm"),
        {("done", NO, _S.CANCELLED), ("done", "done", _S.CANCELLED)},
    ),
    "agreeing to cancel meets the last goods": (
        UnderWay.asked_by_buyer,
        press(SELLER, "agree to cancel"),
        ships(COLLEAGUE, ALL),
        {("done", NO, _S.CANCELLED), (NO, "done", _S.SHIPPED)},
    ),
    "agreeing meets refusing": (
        UnderWay.asked_by_buyer,
        press(SELLER, "agree to cancel"),
        press(COLLEAGUE, "refuse to cancel"),
        {("done", NO, _S.CANCELLED), (NO, "done", _S.IN_PRODUCTION)},
    ),
    "both ask to cancel": (
        UnderWay.in_production,
        press(BUYER, "ask to cancel"),
        press(SELLER, "ask to cancel"),
        {("done", NO, _S.IN_PRODUCTION), (NO, "done", _S.IN_PRODUCTION)},
    ),
    "two sellers ship the rest": (
        UnderWay.partly_shipped,
        ships(SELLER, ALL - PART),
        ships(COLLEAGUE, ALL - PART),
        {("done", NO, _S.SHIPPED), (NO, "done", _S.SHIPPED)},
    ),
    "two sellers ship more than there is": (
        UnderWay.in_production,
        ships(SELLER, 300),
        ships(COLLEAGUE, 300),
        {("done", "ShipsTooMuch", _S.IN_PRODUCTION), ("ShipsTooMuch", "done", _S.IN_PRODUCTION)},
    ),
    "the buyer receives as the clock does": (
        UnderWay.shipped,
        at_last(BUYER, "receive"),
        clock("run_out_order", "expires_at"),
        {("done", "done", _S.DELIVERED), (NO, "done", _S.DELIVERED)},
    ),
    "the buyer waits longer as the clock receives": (
        UnderWay.shipped,
        at_last(BUYER, "prolong"),
        clock("run_out_order", "expires_at"),
        {("done", "done", _S.SHIPPED), (NO, "done", _S.DELIVERED)},
    ),
    "two sellers begin production": (
        UnderWay.funded,
        press(SELLER, "start"),
        press(COLLEAGUE, "start"),
        {("done", NO, _S.IN_PRODUCTION), (NO, "done", _S.IN_PRODUCTION)},
    ),
}
"""Where the order stands, what meets, and every outcome that one being first can have."""


@pytest.mark.parametrize("name", PAIRS)
async def test_one_is_first_and_nothing_is_done_twice(way: UnderWay, rival: UnderWay, name: str) -> None:
    bring, one, other, allowed = PAIRS[name]
    outcomes = set()
    for _ in range(ROUNDS):
        order = await bring(way)

        said = await at_once(one(way, order), other(rival, order))

        outcomes.add((*said, (await way.trade.order(order.id)).status))
    assert outcomes <= allowed
    assert await way.trade.count(consignments) <= 2 * ROUNDS
    assert [each.says for each in await examine(way.trade.database) if each.rows] == []
