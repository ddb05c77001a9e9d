"""An address book keeps what its owner used last, and nobody else reads or changes it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.details import Delivery, Details, PlaceKind
from services.address_book import MOST_ADDRESSES, AddressBook
from services.refusals import NotFound
from tests.builders import BUYER, OTHER_BUYER, Trade

HARBOUR = Delivery("5 Harbour Street, Rotterdam", "Ann Buyer", "+31104123456", "NL", PlaceKind.WAREHOUSE)


async def kept(trade: Trade, person_id: int, delivery: Delivery, hours: int) -> None:
    """The person has goods sent there, some hours from now."""
    later = timedelta(hours=hours)
    await trade.does(person_id, lambda b, p: b.addresses.keep(p.id, delivery, b.now), later=later)


async def book(trade: Trade, person_id: int = BUYER) -> list[Delivery]:
    """What the person's book offers."""
    entries = await trade.does(person_id, lambda b, p: AddressBook(b.addresses, p).entries())
    return [entry.delivery for entry in entries]


async def test_the_latest_used_comes_first_and_the_longest_unused_gives_way(trade: Trade) -> None:
    for number in range(MOST_ADDRESSES):
        await kept(trade, BUYER, Delivery(f"{number} Dock Road, Lagos"), number)
    await kept(trade, BUYER, Delivery("0 Dock Road, Lagos", phone="+2348021234567"), 30)
    await kept(trade, BUYER, HARBOUR, 40)

    found = await book(trade)

    assert len(found) == MOST_ADDRESSES
    assert found[:2] == [HARBOUR, Delivery("0 Dock Road, Lagos", phone="+2348021234567")]
    assert Delivery("1 Dock Road, Lagos") not in found


async def test_nobody_sees_or_changes_the_book_of_another(trade: Trade) -> None:
    await kept(trade, BUYER, HARBOUR, 0)
    entry = (await trade.does(BUYER, lambda b, p: b.addresses.of(p.id)))[0]

    with pytest.raises(NotFound):
        await trade.does(OTHER_BUYER, lambda b, p: AddressBook(b.addresses, p).entry(entry.id))
    with pytest.raises(NotFound):
        await trade.does(OTHER_BUYER, lambda b, p: AddressBook(b.addresses, p).remove(entry.id))
    await trade.does(OTHER_BUYER, lambda b, p: b.addresses.change(p.id, entry.id, Delivery("x")))

    assert await book(trade, OTHER_BUYER) == []
    assert await book(trade) == [HARBOUR]


async def test_an_address_that_becomes_another_is_one_with_it_and_can_be_removed(trade: Trade) -> None:
    await kept(trade, BUYER, HARBOUR, 0)
    await kept(trade, BUYER, Delivery("7 Hill Street, Accra"), 1)
    hill = (await trade.does(BUYER, lambda b, p: b.addresses.of(p.id)))[0]

    moved = replace(HARBOUR, place=PlaceKind.COMPANY)
    await trade.does(BUYER, lambda b, p: AddressBook(b.addresses, p).change(hill.id, moved))
    assert await book(trade) == [moved]

    await trade.does(BUYER, lambda b, p: AddressBook(b.addresses, p).remove(hill.id))
    assert await book(trade) == []


async def test_an_order_keeps_its_address_when_the_book_forgets_it(trade: Trade) -> None:
    agreed = await trade.agreed()
    order = await trade.orders(BUYER, agreed)
    entry = (await trade.does(BUYER, lambda b, p: b.addresses.of(p.id)))[0]

    await trade.does(BUYER, lambda b, p: AddressBook(b.addresses, p).remove(entry.id))

    assert (await trade.order(order.id)).details == Details(entry.delivery)
