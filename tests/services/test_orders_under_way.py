"""Every press on an order, wherever it stands and whoever makes it: done where the table says, or refused."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import product

import pytest

from domain.carriers import Waybill
from domain.consignment import ArrivalUnusable, Parcel
from domain.milestone import Stage, StageReported, TooManyPhotos
from domain.money import Money
from domain.order import NotPaidYet, NotSettled, Order, PaidAlready
from domain.people import Person
from domain.refusal import Refusal
from services.cancelling import Cancelling, ReasonUnusable
from services.dispatching import Dispatching
from services.journey import timeline_of
from services.order_deeds import OrderTarget
from services.order_holds import PaymentUnderWay
from services.producing import Producing, Report
from services.receiving import ProlongedEnough
from storage.books import StoredBooks
from storage.doctor import examine
from storage.tables.shipping import consignments, milestone_files
from storage.tables.trade import moves
from tests.builders import BUYER, COLLEAGUE, NOON, OTHER_BUYER, RIVAL, SELLER, STRANGER, Trade
from tests.orders_under_way import ALL, DEEDS, DHL, PART, PHOTO, OrderDeed, UnderWay, dearer

Stand = Callable[[UnderWay], Awaitable[Order]]
BOTH = {"buyer", "seller"}
B, S = {"buyer"}, {"seller"}

MATRIX: dict[str, tuple[Stand, dict[str, set[str]]]] = {
    "unconfirmed": (UnderWay.unconfirmed, {"confirm": BOTH, "edit": B, "cancel": BOTH}),
    "unpaid": (UnderWay.unpaid, {"cancel": BOTH, "ask to cancel": BOTH}),
    "funded": (UnderWay.funded, {"start": S, "ask to cancel": BOTH}),
    "in production": (UnderWay.in_production, {"report": S, "ship": S, "ask to cancel": BOTH}),
    "partly shipped": (
        UnderWay.partly_shipped,
        {"report": S, "ship": S, "correct": S, "ask to cancel": BOTH},
    ),
    "asked by the buyer": (
        UnderWay.asked_by_buyer,
        {"report": S, "ship": S, "agree to cancel": S, "refuse to cancel": S},
    ),
    "shipped": (UnderWay.shipped, {"receive": B, "prolong": B, "correct": S}),
    "delivered": (UnderWay.delivered, {"complete": B}),
    "completed": (UnderWay.completed, {}),
    "cancelled": (UnderWay.cancelled, {}),
}
"""Who may press what where; everything that is not here is refused."""
OUTSIDERS = (OTHER_BUYER, RIVAL, STRANGER)
AT_A_REVISION = [press for name, press in DEEDS.items() if name not in {"correct", "report"}]
"""What left and what is made stays so, whatever was agreed meanwhile."""


class Undone(Exception):
    """A deed went well and is rolled back, so that the next one meets the same order."""


@pytest.fixture
def way(trade: Trade) -> UnderWay:
    """Orders under way, on a stocked market."""
    return UnderWay(trade)


async def outcome(way: UnderWay, person_id: int, deed: OrderDeed, target: OrderTarget) -> str:
    """What a press comes to, without its effects."""

    async def press(books: StoredBooks, person: Person) -> None:
        await deed(books, person, target)
        raise Undone

    try:
        await way.trade.does(person_id, press)
    except Undone:
        return "done"
    except Refusal as refusal:
        return type(refusal).__name__
    raise AssertionError("neither done nor refused")


@pytest.mark.parametrize("name", MATRIX)
async def test_a_press_does_what_the_table_says_and_nothing_else(way: UnderWay, name: str) -> None:
    bring, allowed = MATRIX[name]
    order = await bring(way)
    target, stale = OrderTarget(order.id, order.revision), OrderTarget(order.id, order.revision + 1)
    people = {"buyer": BUYER, "seller": SELLER}
    made = await way.trade.count(moves)

    done = {
        (deed, side)
        for deed, press in DEEDS.items()
        for side, person in people.items()
        if await outcome(way, person, press, target) == "done"
    }
    late = [await outcome(way, *press, stale) for press in product(people.values(), AT_A_REVISION)]
    foreign = [await outcome(way, *press, target) for press in product(OUTSIDERS, DEEDS.values())]

    assert done == {(deed, side) for deed, sides in allowed.items() for side in sides}
    assert "done" not in late
    assert set(foreign) == {"NotFound"}
    assert (await way.trade.order(order.id), await way.trade.count(moves)) == (order, made)
    assert [each.says for each in await examine(way.trade.database) if each.rows] == []


async def test_production_begins_only_once_what_is_due_by_then_is_paid(way: UnderWay) -> None:
    order = await way.unpaid()
    half = Money(order.terms.total().minor // 2, "CNY")

    with pytest.raises(NotPaidYet):
        await way.does(SELLER, order, "start")
    await way.pays(order, half)
    with pytest.raises(NotPaidYet):
        await way.does(SELLER, order, "start")
    with pytest.raises(PaidAlready):
        await way.does(BUYER, order, "cancel")
    funded = await way.pays(order, half)

    assert funded.is_funded
    assert (await way.does(COLLEAGUE, funded, "start")).status == "in_production"


async def test_parts_leave_until_nothing_is_left_and_each_is_told(way: UnderWay) -> None:
    order = await way.in_production()
    await way.trade.forget_letters()

    target = OrderTarget(order.id, order.revision)
    refused = [await outcome(way, SELLER, _ships(count), target) for count in (0, -1, ALL + 1)]
    await way.ships(SELLER, order, PART)
    await way.ships(COLLEAGUE, order, ALL - PART)
    again = await outcome(way, SELLER, _ships(1), target)

    timeline = await way.trade.does(BUYER, lambda b, p: timeline_of(b, p, order.id))
    assert refused == ["ShipsTooMuch"] * 3
    assert again == "OrderMoveNotAllowed"
    assert [(each.number, each.parcel.quantity) for each in timeline.consignments] == [(1, 200), (2, 300)]
    assert await way.trade.told() == [(BUYER, "consignment_sent")] * 2
    assert (await way.trade.moves_of("order"))[-2:] == [("ship", "seller"), ("ship_rest", "seller")]


async def test_a_wrong_number_is_put_right_beside_the_first(way: UnderWay) -> None:
    order = await way.shipped()
    await way.trade.forget_letters()
    other = Waybill(None, "Yiwu Trucks", "A-7701")

    for waybill in (replace(DHL, tracking="1234567891"), other, other):
        await way.trade.does(SELLER, lambda b, p, w=waybill: Dispatching(b, p).correct(order.id, 1, w))

    (sent,) = (await way.trade.does(SELLER, lambda b, p: timeline_of(b, p, order.id))).consignments
    assert (sent.parcel.waybill, sent.is_corrected, sent.parcel.quantity) == (other, True, ALL)
    assert await way.trade.told() == [(BUYER, "waybill_corrected")] * 2
    assert await way.trade.count(consignments) == 1


async def test_a_stage_is_reported_once_with_its_photos(way: UnderWay) -> None:
    order = await way.in_production()
    target = OrderTarget(order.id, order.revision)
    await way.trade.forget_letters()

    few, many = Report(Stage.HALF, "", [PHOTO] * 2), Report(Stage.PACKED, "", [PHOTO] * 11)
    await way.trade.does(SELLER, lambda b, p: Producing(b, p).report(target, few))
    with pytest.raises(StageReported):
        await way.does(SELLER, order, "report")
    with pytest.raises(TooManyPhotos):
        await way.trade.does(SELLER, lambda b, p: Producing(b, p).report(target, many))

    assert await way.trade.told() == [(BUYER, "milestone_photo")] * 2 + [(BUYER, "milestone")]
    assert await way.trade.count(milestone_files) == 2


async def test_goods_arrive_on_a_day_to_come(way: UnderWay) -> None:
    order = await way.in_production()
    past = replace(Parcel(PART, DHL), arrives_on=NOON.date())

    with pytest.raises(ArrivalUnusable):
        await way.trade.does(SELLER, lambda b, p: Dispatching(b, p).ship(OrderTarget(order.id, 1), past))

    assert await way.trade.count(consignments) == 0
    assert (await way.trade.order(order.id)).shipped == 0


async def test_the_buyer_waits_longer_three_times_and_then_has_to_ask(way: UnderWay) -> None:
    order = await way.shipped()
    for _ in range(3):
        order = await way.does(BUYER, order, "prolong")

    with pytest.raises(ProlongedEnough):
        await way.does(BUYER, order, "prolong")

    assert (order.expires_at - order.funded_at).days == 30 + 3 * 10  # type: ignore[operator]


async def test_nobody_completes_an_order_that_is_owed_for(way: UnderWay) -> None:
    order = await way.delivered()
    await way.trade.run_sql("UPDATE orders SET amended = '" + dearer(order) + "'")
    order = await way.trade.order(order.id)

    with pytest.raises(NotSettled):
        await way.does(BUYER, order, "complete")


async def test_asking_needs_a_reason_and_one_request_is_open_at_a_time(way: UnderWay) -> None:
    order = await way.in_production()
    target = OrderTarget(order.id, order.revision)
    for reason in ("", "  ", "x" * 501):
        with pytest.raises(ReasonUnusable):
            await way.trade.does(BUYER, lambda b, p, r=reason: Cancelling(b, p).ask(target, r))
    await way.trade.forget_letters()

    await way.does(BUYER, order, "ask to cancel")
    again = [await outcome(way, person, DEEDS["ask to cancel"], target) for person in (BUYER, SELLER)]
    await way.does(COLLEAGUE, order, "refuse to cancel")

    assert again == ["OrderMoveNotAllowed"] * 2
    assert sorted(await way.trade.told()) == [
        (BUYER, "cancel_refused"),
        (SELLER, "cancel_asked"),
        (COLLEAGUE, "cancel_asked"),
    ]


async def test_nobody_ends_an_order_while_a_card_is_charged(way: UnderWay) -> None:
    order, asked = await way.unpaid(), await way.asked_by_buyer()

    async def hold(books: StoredBooks, _: Person) -> None:
        for each in (order, asked):
            await books.money.hold(each.id, BUYER, books.now, books.now.replace(year=books.now.year + 1))

    await way.trade.does(BUYER, hold)
    for person, which, deed in ((BUYER, order, "cancel"), (SELLER, asked, "agree to cancel")):
        with pytest.raises(PaymentUnderWay):
            await way.does(person, which, deed)
    late = await way.at(order.expires_at, "run_out_order", order)

    assert late.status == "awaiting_payment"


def _ships(count: int) -> OrderDeed:
    return lambda b, p, t: Dispatching(b, p).ship(t, Parcel(count, DHL))
