"""The clocks of an order: each does what its card says, not a millisecond early, once, and tells both."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from domain.lifecycle import OrderStatus
from domain.money import Money
from domain.order import Order, OrderMoveNotAllowed
from services.statements import Stating
from services.waking import give_time_back
from storage.doctor import examine
from tests.builders import BUYER, COLLEAGUE, SELLER, STRANGER, Trade, draft
from tests.orders_under_way import UnderWay, dearer
from tests.payments import Till

MILLISECOND, DAY = timedelta(milliseconds=1), timedelta(days=1)
EVERYBODY = [BUYER, SELLER, COLLEAGUE]
WARNED = {"both": EVERYBODY, "buyer": [BUYER], "seller": [SELLER, COLLEAGUE]}
_S = OrderStatus

Stand = Callable[[UnderWay], Awaitable[Order]]
CLOCKS: dict[str, tuple[Stand, OrderStatus, str, str]] = {
    "unconfirmed": (UnderWay.unconfirmed, _S.CANCELLED, "order_expired", "both"),
    "unpaid": (UnderWay.unpaid, _S.CANCELLED, "order_not_paid", "buyer"),
    "funded": (UnderWay.funded, _S.AWAITING_PAYMENT, "order_still_open", "seller"),
    "in production": (UnderWay.in_production, _S.IN_PRODUCTION, "order_still_open", "seller"),
    "shipped": (UnderWay.shipped, _S.DELIVERED, "goods_count_as_received", "buyer"),
    "delivered": (UnderWay.delivered, _S.COMPLETED, "order_completed", "buyer"),
}
"""Where an order stands, where its clock leads, what both are told of it, and who is warned before."""


@pytest.fixture
def way(trade: Trade) -> UnderWay:
    """Orders under way, on a stocked market."""
    return UnderWay(trade)


@pytest.mark.parametrize("name", CLOCKS)
async def test_a_clock_keeps_to_the_millisecond_and_warns_before(way: UnderWay, name: str) -> None:
    bring, leads_to, news, warned = CLOCKS[name]
    order = await bring(way)
    await way.trade.forget_letters()

    for moment in (order.warns_at - MILLISECOND, order.warns_at, order.expires_at - MILLISECOND):
        await way.at(moment, "warn_of_order", order)
    early = await way.at(order.expires_at - MILLISECOND, "run_out_order", order)
    before = await way.trade.told()
    after = await way.at(order.expires_at, "run_out_order", order)
    again = await way.at(order.expires_at, "run_out_order", order)

    assert (early, again) == (order, after)
    assert after.status is leads_to
    assert sorted(before) == [(person, "order_runs_out") for person in WARNED[warned]]
    assert sorted((await way.trade.told())[len(before) :]) == [(person, news) for person in EVERYBODY]


async def test_who_says_he_paid_is_not_cancelled_before_the_seller_looked(way: UnderWay) -> None:
    till, order = Till(way.trade), await way.unpaid()
    stated = await till.states(order, 100_000)

    kept = await way.at(order.expires_at, "run_out_order", order)
    await way.trade.does(SELLER, lambda books, person: Stating(books, person).not_received(stated.id, "none"))
    ended = await way.at(kept.expires_at, "run_out_order", order)

    assert (kept.status, ended.status) == (_S.AWAITING_PAYMENT, _S.CANCELLED)


async def test_a_promised_day_is_not_moved_and_both_hear_every_week_that_it_passed(way: UnderWay) -> None:
    agreed = await way.trade.accepts(SELLER, await way.trade.inquires(BUYER, draft(lead_time_days=15)))
    ordered = await way.trade.orders(BUYER, agreed)
    await way.trade.confirms(BUYER, ordered)
    order = await way.does(SELLER, await way.pays(await way.trade.confirms(SELLER, ordered)), "start")
    await way.trade.forget_letters()

    await way.trade.does(STRANGER, lambda books, _: give_time_back(books, DAY))
    first = await way.at(order.expires_at, "run_out_order", order)
    second = await way.at(first.expires_at, "run_out_order", order)

    assert order.expires_at == order.promised_at == first.promised_at == second.promised_at
    assert second.expires_at - order.expires_at == 14 * DAY
    assert sorted(await way.trade.told()) == sorted([(person, "order_late") for person in EVERYBODY] * 2)
    assert (await way.trade.moves_of("order"))[-2:] == [("remind", "clock")] * 2


async def test_time_lost_in_an_outage_is_given_back_where_nothing_was_promised(way: UnderWay) -> None:
    shipped, asked = await way.shipped(), await way.asked_by_buyer()

    await way.trade.does(STRANGER, lambda books, _: give_time_back(books, DAY))

    assert (await way.trade.order(shipped.id)).expires_at == shipped.expires_at + DAY
    later = await way.trade.order(asked.id)
    assert asked.cancel_until
    assert (later.cancel_until, later.expires_at) == (asked.cancel_until + DAY, asked.expires_at)


async def test_an_order_that_something_was_paid_for_is_never_cancelled_by_the_clock(way: UnderWay) -> None:
    order = await way.pays(await way.unpaid(), Money(100, "CNY"))

    later = await way.at(order.expires_at, "run_out_order", order)

    assert (later.status, later.expires_at - order.expires_at) == (_S.AWAITING_PAYMENT, 7 * DAY)


async def test_an_order_that_is_owed_for_is_never_completed_by_the_clock(way: UnderWay) -> None:
    order = await way.delivered()
    await way.trade.run_sql("UPDATE orders SET amended = '" + dearer(order) + "'")
    await way.trade.forget_letters()

    later = await way.at(order.expires_at, "run_out_order", order)

    assert (later.status, later.expires_at - order.expires_at) == (_S.DELIVERED, 7 * DAY)
    assert sorted(await way.trade.told()) == [(person, "order_owed") for person in EVERYBODY]


async def test_a_request_that_nobody_answers_counts_as_refused(way: UnderWay) -> None:
    order = await way.asked_by_buyer()
    until = order.cancel_until
    assert until
    await way.trade.forget_letters()

    early = await way.at(until - MILLISECOND, "leave_unanswered", order)
    with pytest.raises(OrderMoveNotAllowed):
        await way.press_at(until, SELLER, order, "agree to cancel")
    after = await way.at(until, "leave_unanswered", order)

    assert (early, after.status, after.cancel_asked_by) == (order, _S.IN_PRODUCTION, None)
    assert sorted(await way.trade.told()) == [(person, "cancel_unanswered") for person in EVERYBODY]
    assert (await way.trade.moves_of("order"))[-1] == ("refuse_to_cancel", "clock")
    assert (await way.press_at(until, BUYER, after, "ask to cancel")).cancel_until == until + 3 * DAY


async def test_what_is_due_is_found_and_what_is_over_is_not(way: UnderWay) -> None:
    shipped, asked = await way.shipped(), await way.asked_by_buyer()
    await way.completed()
    await way.cancelled()
    moment = max(shipped.expires_at, asked.expires_at) + MILLISECOND

    due = set(await way.due(moment))
    for job, number in due:
        await way.at(moment, job, await way.trade.order(number))

    assert due == {
        ("run_out_order", shipped.id),
        ("run_out_order", asked.id),
        ("leave_unanswered", asked.id),
        ("warn_of_order", shipped.id),
        ("warn_of_order", asked.id),
    }
    assert await way.due(moment) == []
    assert [each.says for each in await examine(way.trade.database) if each.rows] == []
