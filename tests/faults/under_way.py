"""A market in which everything is under way at once: what an attacker would like to get hold of."""

from typing import Any, Final

from sqlalchemy import func, select

from storage.database import open_database
from storage.tables.catalogue import supplier_terms
from storage.tables.comparing import rfqs
from storage.tables.freight import freight_figures
from storage.tables.talk import consents, messages
from storage.tables.trade import confirmations, moves, negotiations, offers, orders
from tests.builders import Trade
from tests.conversations.deal import counter, inquire, order
from tests.conversations.market import Market
from tests.conversations.test_comparing import with_mugs
from tests.conversations.test_freight import with_rates
from tests.faults.claims_of_all_kinds import SECRETS as OF_CLAIMS
from tests.faults.claims_of_all_kinds import TABLES as CLAIM_TABLES
from tests.faults.claims_of_all_kinds import claims_of_all_kinds
from tests.faults.orders_of_all_kinds import SECRETS as OF_ORDERS
from tests.faults.orders_of_all_kinds import TABLES as ORDER_TABLES
from tests.faults.orders_of_all_kinds import orders_of_all_kinds
from tests.faults.rig import ask, press, said
from tests.orders_under_way import UnderWay

SECRETS: Final = (
    "Harbour",
    "RFQ",
    "2,300",
    "the blue ones",
    "901820",
    "6.41",
    "6.60",
    *OF_ORDERS,
    *OF_CLAIMS,
)
"""What only the parties may read, besides their orders' numbers: address, inquiry, freight, phone, prices."""

_TRADE: Final = (negotiations, offers, orders, confirmations, moves, messages, freight_figures, rfqs)


async def everything_under_way(market: Market) -> None:
    """An order of 李, an inquiry to three with a freight figure and a question, and a phone number given."""
    ann, li, olga = market.ann, market.li, market.olga
    await with_rates(market)
    await with_mugs(market)
    await inquire(ann)
    await counter(li)
    await order(ann, li)
    await ask_several(market)
    card = await li.sees("轮到您了", "6.41")
    await li.types("海运费 2300", reply_to=card.id)
    await li.presses("发送", on=(await li.sees("¥2,300.00")).id)
    told = await ann.sees("CN¥2,300.00")
    await ann.types("the blue ones, please", reply_to=told.id)
    await li.sees("the blue ones")
    await ann.presses("Call supplier", on=told.id)
    await ann.presses("Share my number", on=(await ann.sees("0574-555-0101")).id)
    await ann.presses("Yes", on=(await ann.sees("Share your phone number")).id)
    await ann.types("+49 30 901820")
    await li.sees("901820")
    await olga.sees("Your turn", "6.41")
    await orders_of_all_kinds(market)
    async with open_database(market.settings.database_url) as database:
        await claims_of_all_kinds(UnderWay(Trade(database, market.settings.operator_ids)))


async def ask_several(market: Market) -> None:
    """Ann sends one inquiry to three suppliers."""
    ann = market.ann
    await ann.types("/compare coffee mug")
    listed = await ann.sees("Who shall get your inquiry?")
    await ann.presses(listed.buttons[-2], on=listed.id)
    await ann.sees("Your inquiry to", "How many?")
    await ann.types("500 pcs at 6.41, 30% deposit")
    card = await ann.sees("Nothing is sent yet", "6.41")
    await ann.presses("Send", on=card.id)
    await ann.reads(card.id, "Sent to")


async def facts(market: Market, besides: int = 0) -> dict[str, int]:
    """How many facts of the trade there are; a listed number anybody may ask for.

    What somebody `besides` the parties bought or asked for himself does not count.
    """
    counted = {
        table.name: select(func.count()).select_from(table)
        for table in (*_TRADE, *ORDER_TABLES, *CLAIM_TABLES, supplier_terms)
    }
    own = select(negotiations.c.id).where(negotiations.c.buyer_id == besides)
    begun = (moves.c.person_id == besides) & moves.c.from_status.is_(None)
    others = (
        (negotiations, negotiations.c.buyer_id != besides),
        (offers, offers.c.negotiation_id.not_in(own)),
        (orders, orders.c.buyer_id != besides),
        (moves, begun.is_not(True)),
    )
    counted |= {table.name: counted[table.name].where(which) for table, which in others}
    counted["consents"] = select(func.count(consents.c.negotiation_id))
    async with open_database(market.settings.database_url) as database:
        return {
            name: (await database.run(lambda c, q=query: c.execute(q))).scalar_one()
            for name, query in counted.items()
        }


async def press_all(market: Market, person: int, deeds: list[str], typed: tuple[str, ...] = ()) -> None:
    """Presses all of it on the newest message, and writes some words now and then."""
    shown = (await ask(market, "GET", f"/chats/{person}"))["messages"][-1]["message_id"]
    for number, data in enumerate(deeds):
        await press(market, person, shown, data)
        if typed and number % 7 == 0:
            await ask(market, "POST", f"/chats/{person}/messages", {"text": typed[number // 7 % len(typed)]})


async def told(market: Market, person: int) -> list[str]:
    """All that the bot sent to a chat, keyboards too, in its order."""
    entries = await said(market, "*")
    return [str(_readable(each["params"])) for each in entries if each["chat_id"] == person]


def _readable(params: Any) -> Any:
    return {name: value for name, value in (params or {}).items() if name != "chat_id"}
