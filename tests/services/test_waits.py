"""What waits for a supplier's people: every kind once, and nothing of anybody else's."""

from domain.lifecycle import OrderStatus
from domain.order_clock import promised
from domain.people import Person
from services.asking import say
from services.said import Said
from services.waits import Kind, Waiting, by_urgency
from storage.books import StoredBooks
from tests import late_orders as late
from tests.builders import BUYER, COLLEAGUE, RIVAL, SELLER, STRANGER, SUPPLIER, Trade, draft
from tests.payments import Till


async def waiting(trade: Trade, person_id: int = SELLER) -> Waiting:
    """What waits for a person."""
    return await trade.does(person_id, look)


async def look(books: StoredBooks, person: Person) -> Waiting:
    return by_urgency(await books.waits.of(person), books.now)


def seen(found: Waiting) -> list[tuple[Kind, int]]:
    return [(wait.kind, wait.subject_id) for wait in found.waits]


async def says(trade: Trade, person_id: int, negotiation_id: int, words: str) -> None:
    await trade.does(person_id, lambda b, p: say(b, p, negotiation_id, Said(words)))


async def test_an_offer_waits_until_it_is_answered(trade: Trade) -> None:
    asked = await trade.inquires()

    before = await waiting(trade)
    await trade.counters(SELLER, asked, draft("13"))

    assert seen(before) == [(Kind.OFFER, asked.id)]
    assert before.waits[0].until == asked.expires_at
    assert seen(await waiting(trade, COLLEAGUE)) == [(Kind.BUYERS, asked.id)]
    assert (await waiting(trade, RIVAL)).waits == []


async def test_a_message_waits_until_somebody_writes_or_offers(trade: Trade) -> None:
    first = await trade.counters(SELLER, await trade.inquires(), draft("13"))
    second = await trade.counters(SELLER, await trade.inquires(), draft("13"))
    for negotiation in (first, second):
        await says(trade, BUYER, negotiation.id, "Any news?")

    before = (await waiting(trade)).of(Kind.MESSAGE)
    await says(trade, COLLEAGUE, first.id, "Tomorrow")
    after = (await waiting(trade)).of(Kind.MESSAGE)

    assert [wait.subject_id for wait in before] == [first.id, second.id]
    assert [wait.subject_id for wait in after] == [second.id]


async def test_an_order_waits_for_each_thing_in_turn(trade: Trade) -> None:
    order = await trade.ordered()
    to_confirm = seen(await waiting(trade))
    await trade.confirms(SELLER, order)
    confirmed = seen(await waiting(trade))
    await trade.run_sql("UPDATE orders SET status = 'in_production', funded_at = 1")
    to_ship = seen(await waiting(trade))
    await trade.run_sql("UPDATE orders SET cancel_asked_by = 'buyer'")
    to_answer = seen(await waiting(trade))
    await trade.run_sql("UPDATE orders SET status = 'completed', cancel_asked_by = NULL")

    assert (to_confirm, confirmed) == ([(Kind.CONFIRM, order.id)], [(Kind.BUYERS, order.id)])
    assert to_ship == [(Kind.SHIP, order.id)]
    assert sorted(to_answer) == [(Kind.CANCEL, order.id), (Kind.SHIP, order.id)]
    assert seen(await waiting(trade)) == []


async def test_what_is_paid_waits_from_the_payment_until_the_promised_day(trade: Trade) -> None:
    asked = await trade.inquires(offered=draft(lead_time_days=15))
    order = await trade.orders(BUYER, await trade.accepts(SELLER, asked))
    await trade.run_sql("UPDATE orders SET status = 'awaiting_payment', funded_at = 1000, expires_at = 5")

    found = (await waiting(trade)).waits

    assert [(wait.kind, wait.subject_id) for wait in found] == [(Kind.PRODUCE, order.id)]
    assert found[0].until == promised(found[0].since, 15)
    assert (await trade.order(order.id)).status is OrderStatus.AWAITING_PAYMENT


async def test_a_stated_payment_waits_until_it_is_answered(trade: Trade) -> None:
    till = Till(trade)
    order = await till.owed()
    unpaid = await waiting(trade)

    stated = await till.states(order, 187_500)
    found = await waiting(trade)
    await till.receives(stated, 187_500)

    assert seen(unpaid) == [(Kind.BUYERS, order.id)]
    assert seen(found) == [(Kind.PAID, order.id)]
    assert found.waits[0].until == order.expires_at
    assert seen(await waiting(trade)) == [(Kind.PRODUCE, order.id)]


async def test_a_claim_waits_for_an_answer_and_then_for_its_payment(trade: Trade) -> None:
    order = await late.promised(trade)
    claim = await late.claims(trade, order)
    claimed = await waiting(trade)
    proposed = await late.proposes(trade, SELLER, claim, 9_000)
    countered = await waiting(trade)
    await late.agrees(trade, BUYER, proposed)
    agreed = await waiting(trade)

    assert seen(claimed) == [(Kind.SHIP, order.id), (Kind.CLAIM, order.id)]
    assert [(each.until, each.claim_id) for each in claimed.of(Kind.CLAIM)] == [(claim.expires_at, claim.id)]
    assert seen(countered) == [(Kind.SHIP, order.id), (Kind.BUYERS, order.id)]
    assert agreed.count(Kind.CLAIM) == 1


async def test_the_most_urgent_is_on_top_and_what_waits_for_buyers_below(trade: Trade) -> None:
    for_buyer = await trade.counters(SELLER, await trade.inquires(), draft("13"))
    later = await trade.inquires()
    sooner = await trade.ordered()
    await trade.run_sql(f"UPDATE orders SET expires_at = expires_at - 86400000 WHERE id = {sooner.id}")
    talked = await trade.counters(SELLER, await trade.inquires(), draft("13"))
    await says(trade, BUYER, talked.id, "Hello?")

    found = await waiting(trade)

    assert seen(found)[:3] == [(Kind.CONFIRM, sooner.id), (Kind.OFFER, later.id), (Kind.MESSAGE, talked.id)]
    assert set(seen(found)[3:]) == {(Kind.BUYERS, for_buyer.id), (Kind.BUYERS, talked.id)}
    assert found.own == 3


async def test_who_buys_from_his_own_supplier_is_only_the_buyer_there(trade: Trade) -> None:
    await trade.inquires()
    await trade.run_sql(f"INSERT INTO memberships VALUES ({BUYER}, {SUPPLIER}, 'sales', 0)")

    assert (await waiting(trade, BUYER)).waits == []
    assert (await waiting(trade, STRANGER)).waits == []
