"""The list of orders: what waits for somebody is what his cards say, and each order stands in its places."""

from itertools import product

import pytest

from domain.lifecycle import OrderStatus
from domain.order import Order
from domain.people import Person, Side
from domain.policy import Role
from services.order_list import OrderFilter
from services.team_books import Member
from storage.books import StoredBooks
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, SUPPLIER, Trade

STATE = """UPDATE orders SET status = :status, cancel_asked_by = :asked, expires_at = 0,
    funded_at = CAST(:funded AS BIGINT)"""


async def waiting(trade: Trade, person_id: int) -> list[int]:
    """The orders that the list says wait for a person, as counted and as listed."""

    async def work(books: StoredBooks, person: Person) -> list[int]:
        orders = books.order_list
        ids = list(await orders.page(person, OrderFilter.TO_DO, 0, 9))
        assert (await orders.tally(person))[OrderFilter.TO_DO] == len(ids)
        return ids

    return await trade.does(person_id, work)


@pytest.mark.parametrize("confirmed_by", [(), (BUYER,), (SELLER,), (BUYER, SELLER)], ids=len)
async def test_what_waits_for_a_side_is_what_its_card_says(
    trade: Trade, confirmed_by: tuple[int, ...]
) -> None:
    order = await trade.ordered()
    for person_id in confirmed_by:
        await trade.confirms(person_id, order)

    differing = []
    for status, asked, funded in product(OrderStatus, (None, *Side), (None, 1)):
        if status is OrderStatus.AWAITING_CONFIRMATION and len(confirmed_by) == 2:
            continue
        await trade.run_sql(STATE, status=status.value, asked=asked and asked.value, funded=funded)
        stands = await trade.order(order.id)
        said = {Side.BUYER: await waiting(trade, BUYER), Side.SELLER: await waiting(trade, COLLEAGUE)}
        listed = tuple(side for side in Side if said[side])
        if listed != stands.waits_for:
            differing.append((status, asked, funded, listed, stands.waits_for))

    assert differing == []


async def shown_to(trade: Trade, person_id: int) -> dict[OrderFilter, list[int]]:
    """What each filter lists, which must be as many as it counts."""

    async def work(books: StoredBooks, person: Person) -> dict[OrderFilter, list[int]]:
        orders = books.order_list
        found = {shown: list(await orders.page(person, shown, 0, 20)) for shown in OrderFilter}
        assert {shown: len(ids) for shown, ids in found.items()} == await orders.tally(person)
        return found

    return await trade.does(person_id, work)


async def bought_by(trade: Trade, buyer_id: int) -> Order:
    """An order of a buyer that nobody confirmed."""
    return await trade.orders(buyer_id, await trade.accepts(SELLER, await trade.inquires(buyer_id)))


async def test_who_buys_and_sells_sees_all_his_orders_once_the_latest_first(trade: Trade) -> None:
    own = await bought_by(trade, OTHER_BUYER)
    sold = await bought_by(trade, BUYER)
    cancelled = await trade.cancels(BUYER, await bought_by(trade, BUYER))
    await trade.does(
        OTHER_BUYER, lambda books, _: books.teams.join(Member(OTHER_BUYER, Role.SALES), SUPPLIER)
    )

    both, buyer, rival = [await shown_to(trade, each) for each in (OTHER_BUYER, BUYER, RIVAL)]

    assert both[OrderFilter.ALL] == [cancelled.id, sold.id, own.id]
    assert (both[OrderFilter.TO_DO], both[OrderFilter.CANCELLED]) == ([sold.id, own.id], [cancelled.id])
    assert buyer[OrderFilter.ALL] == [cancelled.id, sold.id]
    assert not any(rival.values())


async def test_pages_follow_one_another_without_a_gap(trade: Trade) -> None:
    placed = [(await bought_by(trade, BUYER)).id for _ in range(5)]

    async def pages(books: StoredBooks, person: Person) -> list[list[int]]:
        orders = books.order_list
        return [list(await orders.page(person, OrderFilter.ALL, page, 2)) for page in range(4)]

    assert await trade.does(SELLER, pages) == [placed[:2:-1], placed[2:0:-1], placed[:1], []]
