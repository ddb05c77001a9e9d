"""Goods that Ann ordered from 李 and received, and the card of their order."""

from typing import Any

from domain.details import Delivery, Details, Line
from domain.lifecycle import OrderStatus
from domain.order import Order
from services.negotiating import Negotiating, Target
from services.ordering import Ordering
from storage.database import open_database
from tests.builders import ADDRESS, Trade, draft
from tests.conversations.market import Market
from tests.conversations.people import Shown
from tests.orders import carried_to

MUG = 1


async def arrived(market: Market, lines: tuple[Line, ...] = (), **agreed_on: Any) -> Order:
    """500 mugs at 6.60 that Ann ordered from 李 and received."""
    async with open_database(market.settings.database_url) as database:
        trade, ann, li = Trade(database), market.ann.id, market.li.id
        asked = await trade.does(ann, lambda b, p: Negotiating(b, p).inquire(MUG, draft("6.60", **agreed_on)))
        agreed = await trade.accepts(li, asked)
        target, details = Target(agreed.id, agreed.offer.number), Details(Delivery(ADDRESS), lines)
        order = await trade.does(ann, lambda b, p: Ordering(b, p).place(target, details))
        await trade.confirms(ann, order)
        return await carried_to(trade, OrderStatus.DELIVERED, await trade.confirms(li, order))


async def opens(market: Market, number: str = "YJ-000001") -> Shown:
    """Ann's card of the order."""
    await market.ann.types(f"/orders {number}")
    return await market.ann.sees("Delivered", number)
