"""The bot is killed again and again on the way of a claim, from its first photo to the refund."""

from datetime import datetime
from pathlib import Path
from typing import Final

import pytest

from domain.consignment import Consignment, Parcel
from domain.order import Order
from domain.people import Person
from storage.database import open_database
from storage.tables.case_files import case_files
from storage.tables.claims import claim_versions, claims
from storage.tables.copies import awaited_copies, copies
from storage.tables.evidence import evidence_bundles, exhibits
from storage.tables.money import bookings
from tests.builders import Trade
from tests.conversations.deal import enter
from tests.conversations.market import Market
from tests.conversations.people import Phone
from tests.conversations.received import arrived, opens
from tests.crash.supervised import Supervised, supervised
from tests.crash.test_kills import repeated
from tests.faults.rig import ailments, dead, rest, table_rows
from tests.faults.workers import open_workshop
from tests.orders_under_way import DHL, UnderWay
from tests.payments import cny

PLAN: Final = (
    "copy.downloaded:1",  # a photo is to be kept
    "update.before_commit:1",  # Done, or the second photo
    "update.after_commit:5",  # the claim is sent, its card is not
    "update.before_commit:4",  # the operator is called in
    "update.before_commit:6",  # the operator decides
    "update.before_commit:3",  # the refund is booked
    "update.after_commit:3",  # the case file is to be made
)
"""Where the bot dies, start after start; counted from the update that the last kill left undone."""
LEFT: Final = {
    claims: 1,
    claim_versions: 3,
    evidence_bundles: 1,
    exhibits: 2,
    bookings: 2,
    case_files: 1,
}


PHOTOS: Final = 2


@pytest.mark.timeout(600)
async def test_a_claim_goes_all_the_way_and_nothing_of_it_twice(database_url: str, tmp_path: Path) -> None:
    async with open_workshop(database_url, str(tmp_path / "files")) as workshop:
        market = workshop.market()

        async with supervised(workshop.environment(), list(PLAN)) as bot:
            await received(market)
            await claim(market, bot)
            await refuse(market)
            await decide(market.olga)
            await repay(market)
            await rest(workshop, database_url)

        assert (bot.kills, bot.errors) == (len(PLAN), [])
        assert await repeated(workshop.session, workshop.url) <= bot.kills
    assert {table: await table_rows(database_url, table) for table in LEFT} == LEFT
    assert await table_rows(database_url, copies) + await table_rows(database_url, awaited_copies) == PHOTOS
    assert (await dead(database_url), await ailments(database_url)) == ((0, 0), [])


async def received(market: Market) -> None:
    """Ann has the mugs, and paid for some."""
    await market.olga.types("/start")
    await enter(market.ann, market.li, market.invitation)
    order = await arrived(market)
    async with open_database(market.settings.database_url) as database:
        way = UnderWay(Trade(database))
        await way.pays(order, cny(6_600))
        await way.trade.does(
            market.li.id, lambda b, p: b.consignments.add(order.id, sent(order, p, b.now), [])
        )
    await market.ann.presses("Refund / return", on=(await opens(market)).id)


def sent(order: Order, person: Person, now: datetime) -> Consignment:
    """All of it in one parcel."""
    return Consignment(1, Parcel(order.terms.quantity.count, DHL), person.id, now)


async def claim(market: Market, bot: Supervised) -> None:
    """She claims for twenty of them, once the bot has died over her first photo.

    Whoever takes that photo in hand again does so after two minutes, so that nobody waits for it here.
    """
    ann = market.ann
    await ann.presses("Refund only", on=(await ann.sees("What would you like?")).id)
    await ann.presses("Damaged", on=(await ann.sees("What is wrong?")).id)
    await ann.sees("How many are affected?")
    await ann.types("20 pcs")
    await ann.sees("Please show what is wrong")
    await ann.sends("album", generate=2)
    kept = await ann.sees("2 files kept")
    await bot.died.wait()
    await ann.presses("Done", on=kept.id)
    await ann.sees("Please describe it in one message")
    await ann.types("Handles broke off")
    await ann.sees("How much would you like back?")
    await ann.types("66")
    await ann.presses("Submit", on=(await ann.sees("Nothing is sent yet", "CN¥66.00")).id)
    await ann.presses("Yes", on=(await ann.sees("Claim CN¥66.00 from Ningbo Cups")).id)
    await ann.sees("Waiting for the seller's answer")


async def refuse(market: Market) -> None:
    """李 refuses, and Ann calls the operator in."""
    ann, li = market.ann, market.li
    await li.presses("拒绝", on=(await li.sees("轮到您了", "¥66.00")).id)
    await li.types("包装是您后来改的")
    await ann.presses("Escalate", on=(await ann.sees("the seller refuses the claim")).id)
    await ann.presses("Yes", on=(await ann.sees("Call the operator in for order YJ-000001")).id)


async def decide(olga: Phone) -> None:
    """The operator decides for all of it."""
    case = await olga.sees("A new dispute", "CN¥66.00")
    await olga.presses("Decide", on=case.id)
    await olga.presses("Refund, goods are kept", on=(await olga.reads(case.id, "How is it settled?")).id)
    await olga.presses("✅ CN¥66.00", on=(await olga.reads(case.id, "Now: CN¥66.00")).id)
    await olga.presses("The photos show the defect.", on=(await olga.reads(case.id, "Why?")).id)
    await olga.presses("Yes", on=(await olga.reads(case.id, "Decide order YJ-000001")).id)
    await olga.reads(case.id, "It is over")


async def repay(market: Market) -> None:
    """李 pays, and Ann has the whole history made into a file."""
    ann, li = market.ann, market.li
    await li.presses("已退款", on=(await li.sees("已裁决", "请退款")).id)
    await li.presses("是", on=(await li.sees("¥66.00 已经退给买家了吗")).id)
    await ann.sees("The refund is paid in full")
    await ann.presses("Case file", on=(await opens(market)).id)
    await ann.sees("🗂 Case file of order YJ-000001", "the whole history as your side sees it")
