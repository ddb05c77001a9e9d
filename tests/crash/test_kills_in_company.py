"""The bot is killed again and again while people ask several suppliers, talk and choose one."""

from pathlib import Path
from typing import Final

import pytest

from storage.tables.comparing import rfqs
from storage.tables.copies import awaited_copies, copies
from storage.tables.freight import freight_figures
from storage.tables.talk import messages
from storage.tables.trade import negotiations
from tests.conversations.market import Market
from tests.conversations.people import Phone
from tests.conversations.test_comparing import with_mugs
from tests.crash.supervised import supervised
from tests.crash.test_kills import repeated
from tests.faults.rig import ailments, dead, rest, table_rows
from tests.faults.workers import open_workshop

PLAN: Final = (
    "update.before_commit:11",  # the inquiry to several is being sent
    "update.after_commit:3",  # the seller has said what freight costs
    "update.before_commit:3",  # the third photo of the album
    "update.before_commit:4",  # the edit
    "update.after_commit:4",  # a picture is to be made
    "update.before_commit:2",  # the others are being closed
)
"""Where the bot dies, start after start; counted from the update that the last kill left undone."""
LEFT: Final = {rfqs: 1, negotiations: 3, freight_figures: 1, messages: 6}
"""Tables and their rows at the end: an album of four, a question and its edit are six messages."""


@pytest.mark.timeout(600)
async def test_nothing_is_lost_or_done_twice(database_url: str, tmp_path: Path) -> None:
    async with open_workshop(database_url, str(tmp_path / "files")) as workshop:
        market = workshop.market()

        async with supervised(workshop.environment(), list(PLAN)) as bot:
            await trade(market)
            await rest(workshop, database_url)

        assert (bot.kills, bot.errors) == (len(PLAN), [])
        assert await repeated(workshop.session, workshop.url) <= bot.kills
    assert {table: await table_rows(database_url, table) for table in LEFT} == LEFT
    assert await table_rows(database_url, copies) + await table_rows(database_url, awaited_copies) == 4
    assert (await dead(database_url), await ailments(database_url)) == ((0, 0), [])


async def trade(market: Market) -> None:
    """Three suppliers are asked; one says what freight costs, sees an album and an edit, and is chosen."""
    await with_mugs(market)
    await ask_several(market.ann)
    card = await market.li.sees("轮到您了", "500件")
    await state_freight(market.li, card.id)
    await talk(market.ann, market.li)
    await market.li.presses("接受")
    await choose(market.ann)
    await market.olga.sees("The buyer thanks you for your offer", "Withdrawn")


async def ask_several(ann: Phone) -> None:
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("🔎", "Ceramic coffee mug")).id)
    page = await ann.sees("by quantity")
    await ann.presses("Add to compare", on=page.id)
    await ann.presses("Compare (1)", on=page.id)
    await ann.presses("Ask several suppliers", on=(await ann.sees("Side by side")).id)
    await ann.presses("Write the inquiry (6)", on=(await ann.sees("Who shall get your inquiry?")).id)
    await ann.sees("Your inquiry to 6 suppliers", "How many?")
    await ann.types("500 pcs at 6.8")
    card = await ann.sees("Nothing is sent yet")
    await ann.presses("Send", on=card.id)
    await ann.reads(card.id, "📨 Sent to 3 suppliers")


async def state_freight(li: Phone, card_id: int) -> None:
    await li.types("海运运费2300", reply_to=card_id)
    await li.presses("发送", on=(await li.sees("海运：500件运费¥2,300.00")).id)
    await li.sees("轮到您", "（卖家报的运费）")


async def talk(ann: Phone, li: Phone) -> None:
    told = await ann.sees("The seller says what freight costs")
    await ann.sends("album", generate=4, reply_to=told.id)
    await li.finds("photo", 4)
    asked = await ann.types("In blue?", reply_to=told.id)
    await li.sees("买家留言", "In blue?")
    await ann.edits(asked, "In red?")
    await li.sees("买家修改了一条消息", "In blue?", "In red?")


async def choose(ann: Phone) -> None:
    await ann.sees("Agreed", "Ningbo Cups")
    await ann.presses("RFQ")
    await ann.presses("Picture", on=(await ann.sees(": 3 suppliers", "★")).id)
    await ann.finds("photo")
    await ann.presses("Close the others (2)")
    await ann.presses("Yes", on=(await ann.sees("You chose Ningbo Cups")).id)
    await ann.sees("2 negotiations are closed with thanks")
