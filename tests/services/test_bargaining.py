"""From the first offer to a binding order: what is kept, recorded and told."""

import pytest

from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.negotiation import BelowMoq, MoveNotAllowed, NothingChanged, StaleVersion
from domain.order import OrderMoveNotAllowed, StaleOrder
from domain.quantity import Quantity
from domain.terms import Shipping, TermsDraft
from services.asking import say
from services.negotiating import Negotiating
from services.said import Said
from services.talk import MAX_MESSAGE_LENGTH, MessageUnusable
from storage.tables.trade import confirmations, moves, offers, orders
from tests.builders import BUYER, COLLEAGUE, MOQ, SELLER, Trade, draft, price, terms

ELSEWHERE = "7 Hill Street, Accra"


async def test_an_empty_inquiry_asks_for_the_least_quantity_at_the_listed_price(trade: Trade) -> None:
    asked = await trade.inquires(offered=TermsDraft())

    assert asked.offer.terms == terms("12.50", MOQ)
    assert await trade.negotiation(asked.id) == asked


async def test_a_large_inquiry_gets_the_price_of_its_tier(trade: Trade) -> None:
    asked = await trade.inquires(offered=TermsDraft(Quantity(1000)))

    assert asked.offer.terms.unit_price == price("11")


async def test_what_a_counter_leaves_open_stays_as_it_was_offered(trade: Trade) -> None:
    first = await trade.inquires(offered=draft("12", lead_time_days=15, shipping=Shipping.SEA))

    second = await trade.counters(SELLER, first, TermsDraft(unit_price=price("12.30")))

    assert second.offer.terms == terms("12.30", lead_time_days=15, shipping=Shipping.SEA)
    assert second.status is NegotiationStatus.AWAITING_BUYER
    assert await trade.negotiation(second.id) == second


async def test_every_version_stays_on_record(trade: Trade) -> None:
    first = await trade.inquires(offered=draft("10"))
    second = await trade.counters(SELLER, first, draft("12"))
    third = await trade.counters(BUYER, second, draft("11"))

    history = await trade.does(COLLEAGUE, lambda b, p: Negotiating(b, p).history(third.id))

    assert [offer.number for offer in history] == [1, 2, 3]
    assert [offer.terms for offer in history] == [terms("10"), terms("12"), terms("11")]
    assert [offer.author_id for offer in history] == [BUYER, SELLER, BUYER]


async def test_each_change_is_recorded_once_with_its_doer(trade: Trade) -> None:
    await trade.bound()

    assert await trade.moves_of("negotiation") == [
        ("counter", "buyer"),
        ("accept", "seller"),
        ("place", "buyer"),
    ]
    assert await trade.moves_of("order") == [("place", "buyer"), ("confirm", "buyer"), ("confirm", "seller")]


async def test_every_seller_of_the_supplier_is_told_and_never_the_one_who_pressed(trade: Trade) -> None:
    first = await trade.inquires()
    second = await trade.counters(COLLEAGUE, first, draft("12.80"))
    await trade.declines(BUYER, second)

    told = await trade.told()

    assert sorted(told[:2]) == [(SELLER, "offer_received"), (COLLEAGUE, "offer_received")]
    assert told[2:3] == [(BUYER, "offer_received")]
    assert sorted(told[3:]) == [(SELLER, "declined"), (COLLEAGUE, "declined")]


@pytest.mark.parametrize("presser", [BUYER, SELLER])
async def test_the_last_confirmation_is_told_to_the_other_side(trade: Trade, presser: int) -> None:
    order = await trade.ordered()
    await trade.confirms(SELLER if presser == BUYER else BUYER, order)
    await trade.forget_letters()

    bound = await trade.confirms(presser, order)

    others = [SELLER, COLLEAGUE] if presser == BUYER else [BUYER]
    assert bound.status is OrderStatus.AWAITING_PAYMENT
    assert sorted(await trade.told()) == [(person, "order_confirmed") for person in others]


async def test_pressing_confirm_twice_has_one_effect_and_tells_nobody_twice(trade: Trade) -> None:
    order = await trade.ordered()
    await trade.confirms(BUYER, order)
    told = await trade.told()

    again = await trade.confirms(BUYER, order)

    assert again.waits_for == ("seller",)
    assert await trade.told() == told
    assert await trade.count(confirmations) == 1


async def test_a_refused_deed_leaves_nothing_behind(trade: Trade) -> None:
    standing = await trade.inquires()
    told, recorded = await trade.told(), await trade.count(moves)

    with pytest.raises(BelowMoq):
        await trade.counters(SELLER, standing, TermsDraft(Quantity(MOQ - 1)))
    with pytest.raises(NothingChanged):
        await trade.counters(SELLER, standing, TermsDraft())
    with pytest.raises(MoveNotAllowed):
        await trade.orders(BUYER, standing)

    assert (await trade.told(), await trade.count(moves)) == (told, recorded)
    assert await trade.negotiation(standing.id) == standing


async def test_an_old_button_accepts_nothing_after_a_counter(trade: Trade) -> None:
    first = await trade.inquires()
    second = await trade.counters(SELLER, first, draft("12.80"))

    with pytest.raises(StaleVersion):
        await trade.accepts(SELLER, first)
    with pytest.raises(StaleVersion):
        await trade.withdraws(BUYER, first)

    assert await trade.negotiation(first.id) == second


async def test_an_agreement_is_ordered_once(trade: Trade) -> None:
    agreed = await trade.agreed()
    order = await trade.orders(BUYER, agreed)

    with pytest.raises(MoveNotAllowed):
        await trade.orders(BUYER, agreed)

    assert (await trade.count(orders), await trade.count(offers)) == (1, 1)
    assert (await trade.negotiation(agreed.id)).status is NegotiationStatus.ORDERED
    assert await trade.order(order.id) == order


async def test_an_order_keeps_what_was_agreed_when_the_listing_changes(trade: Trade) -> None:
    order = await trade.ordered()

    await trade.run_sql("UPDATE products SET title_en = 'Tin cup', moq = 9000, tiers = '[[1, 1]]'")

    kept = await trade.order(order.id)
    assert (kept.goods.title_en, kept.goods.moq) == ("Steel cup", MOQ)
    assert kept.terms == terms()


async def test_another_address_asks_both_sides_again(trade: Trade) -> None:
    order = await trade.ordered()
    await trade.confirms(SELLER, order)
    await trade.forget_letters()

    edited = await trade.edits(BUYER, order, ELSEWHERE)

    with pytest.raises(StaleOrder):
        await trade.confirms(BUYER, order)
    assert (await trade.order(order.id)).waits_for == ("buyer", "seller")
    assert sorted(await trade.told()) == [(SELLER, "order_edited"), (COLLEAGUE, "order_edited")]
    assert (await trade.confirms(BUYER, edited)).waits_for == ("seller",)


async def test_a_cancelled_order_is_over_and_the_other_side_knows(trade: Trade) -> None:
    bound = await trade.bound()
    await trade.forget_letters()

    cancelled = await trade.cancels(SELLER, bound)

    with pytest.raises(OrderMoveNotAllowed):
        await trade.confirms(BUYER, cancelled)
    assert await trade.told() == [(BUYER, "order_cancelled")]


async def test_words_reach_the_other_side_and_change_nothing(trade: Trade) -> None:
    standing = await trade.inquires()
    await trade.forget_letters()

    message = await trade.does(BUYER, lambda b, p: say(b, p, standing.id, Said(" Is 11 possible? /confirm ")))

    assert message is not None
    assert message.body == "Is 11 possible? /confirm"
    assert sorted(await trade.told()) == [(SELLER, "message"), (COLLEAGUE, "message")]
    assert await trade.negotiation(standing.id) == standing


@pytest.mark.parametrize("body", ["", " \n ", "x" * (MAX_MESSAGE_LENGTH + 1)])
async def test_no_words_and_far_too_many_are_refused(trade: Trade, body: str) -> None:
    standing = await trade.inquires()

    with pytest.raises(MessageUnusable):
        await trade.does(BUYER, lambda b, p: say(b, p, standing.id, Said(body)))
