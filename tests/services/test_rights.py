"""Who may see and do what: rights follow the numeric id, as things stand at the moment of the press."""

from collections.abc import Awaitable, Callable

import pytest

from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.negotiation import MoveNotAllowed, NoSelfDealing
from domain.people import Person
from domain.policy import Role
from services.asking import say
from services.calling import call_counterpart, share_number
from services.journey import timeline_of
from services.negotiating import Negotiating, Target
from services.order_deeds import OrderTarget
from services.ordering import Ordering
from services.refusals import NotFound
from services.said import Said
from services.team_books import Member
from storage.books import StoredBooks
from storage.tables.talk import messages
from storage.tables.trade import moves
from tests.builders import (
    BUYER,
    COLLEAGUE,
    DETAILS,
    OTHER_BUYER,
    RIVAL,
    SELLER,
    STRANGER,
    SUPPLIER,
    Trade,
    draft,
)

Deed = Callable[[StoredBooks, Person, int], Awaitable[object]]

NEGOTIATING: dict[str, Deed] = {
    "see": lambda b, p, n: Negotiating(b, p).see(n),
    "history": lambda b, p, n: Negotiating(b, p).history(n),
    "counter": lambda b, p, n: Negotiating(b, p).counter(Target(n, 1), draft("11")),
    "accept": lambda b, p, n: Negotiating(b, p).accept(Target(n, 1), "a"),
    "decline": lambda b, p, n: Negotiating(b, p).decline(Target(n, 1)),
    "withdraw": lambda b, p, n: Negotiating(b, p).withdraw(Target(n, 1)),
    "place": lambda b, p, n: Ordering(b, p).place(Target(n, 1), DETAILS),
    "say": lambda b, p, n: say(b, p, n, Said("hello")),
    "call": lambda b, p, n: call_counterpart(b, p, n),
    "share a number": lambda b, p, n: share_number(b, p, n, "+49 30 901820"),
}
ORDERING: dict[str, Deed] = {
    "see": lambda b, p, n: Ordering(b, p).see(n),
    "confirm": lambda b, p, n: Ordering(b, p).confirm(OrderTarget(n, 1)),
    "edit": lambda b, p, n: Ordering(b, p).edit(OrderTarget(n, 1), DETAILS),
    "cancel": lambda b, p, n: Ordering(b, p).cancel(OrderTarget(n, 1)),
    "follow": lambda b, p, n: timeline_of(b, p, n),
}
OUTSIDERS = (STRANGER, OTHER_BUYER, RIVAL)


async def refusal_of(trade: Trade, person_id: int, deed: Deed, number: int) -> str:
    with pytest.raises(NotFound) as refusal:
        await trade.does(person_id, lambda books, person: deed(books, person, number))
    return repr(refusal.value)


@pytest.mark.parametrize("verb", NEGOTIATING)
async def test_an_outsider_learns_nothing_about_a_negotiation(trade: Trade, verb: str) -> None:
    standing = await trade.inquires()

    said = {
        await refusal_of(trade, person, NEGOTIATING[verb], number)
        for person in OUTSIDERS
        for number in (standing.id, standing.id + 1, 0, -1, 2**40)
    }

    assert said == {"NotFound(what='negotiation')"}
    assert await trade.negotiation(standing.id) == standing
    assert (await trade.count(moves), await trade.count(messages)) == (1, 0)


@pytest.mark.parametrize("verb", ORDERING)
async def test_an_outsider_learns_nothing_about_an_order(trade: Trade, verb: str) -> None:
    order = await trade.ordered()

    said = {
        await refusal_of(trade, person, ORDERING[verb], number)
        for person in OUTSIDERS
        for number in (order.id, order.id + 1, 0, 2**40)
    }

    assert said == {"NotFound(what='order')"}
    assert await trade.order(order.id) == order


@pytest.mark.parametrize("verb", NEGOTIATING)
async def test_a_seller_who_left_between_card_and_press_is_a_stranger(trade: Trade, verb: str) -> None:
    standing = await trade.inquires()
    await trade.run_sql("DELETE FROM memberships WHERE person_id = :person", person=SELLER)

    await refusal_of(trade, SELLER, NEGOTIATING[verb], standing.id)

    assert await trade.negotiation(standing.id) == standing


async def test_a_seller_who_left_cannot_confirm_the_order(trade: Trade) -> None:
    order = await trade.ordered()
    await trade.run_sql("DELETE FROM memberships WHERE person_id = :person", person=SELLER)

    await refusal_of(trade, SELLER, ORDERING["confirm"], order.id)

    assert (await trade.confirms(COLLEAGUE, order)).confirmations[0].person_id == COLLEAGUE


async def test_any_seller_of_the_supplier_may_go_on_where_a_colleague_began(trade: Trade) -> None:
    countered = await trade.counters(SELLER, await trade.inquires(), draft("12.80"))

    withdrawn = await trade.withdraws(COLLEAGUE, countered)

    assert withdrawn.status is NegotiationStatus.WITHDRAWN


async def test_a_seller_does_not_buy_from_his_own_supplier(trade: Trade) -> None:
    with pytest.raises(NoSelfDealing):
        await trade.inquires(SELLER)


async def test_a_buyer_who_becomes_a_seller_of_the_supplier_still_only_buys(trade: Trade) -> None:
    standing = await trade.inquires()
    await trade.does(BUYER, lambda books, person: books.teams.join(Member(person.id, Role.SALES), SUPPLIER))

    with pytest.raises(MoveNotAllowed):
        await trade.accepts(BUYER, standing)
    order = await trade.orders(BUYER, await trade.accepts(SELLER, standing))
    await trade.confirms(BUYER, order)
    await trade.confirms(BUYER, order)

    assert (await trade.order(order.id)).status is OrderStatus.AWAITING_CONFIRMATION
    assert (BUYER, "order_to_confirm") not in await trade.told()


async def test_a_product_that_does_not_exist_cannot_be_asked_for(trade: Trade) -> None:
    for number in (0, -1, 3, 2**40):
        with pytest.raises(NotFound) as refusal:
            await trade.does(BUYER, lambda b, p, number=number: Negotiating(b, p).inquire(number, draft()))
        assert refusal.value.facts == {"what": "product"}
