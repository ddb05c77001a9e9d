"""Asking several suppliers at once, in both languages, and choosing one of them."""

import asyncio
from pathlib import Path

from bot.commands.invite import new_invitation
from storage.catalogue import StoredCatalogue
from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport
from storage.database import Connection, Database, open_database
from storage.files import FileStore
from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market

MUGS = Path(__file__).with_name("mugs.csv")


async def with_mugs(market: Market) -> None:
    """More suppliers of mugs come to the market; Olga sells for one of them, in English."""
    async with open_database(market.settings.database_url) as database:
        files = FileStore(market.settings.files_url)
        await CatalogueImport(database, files).run(open_catalogue(MUGS))
        invitation = await invited(database, "Jingdezhen Kiln")
    await enter(market.ann, market.li, market.invitation)
    await market.olga.types(f"/start {invitation}")
    await market.olga.sees("Jingdezhen Kiln")


async def invited(database: Database, supplier_name: str) -> str:
    async def work(connection: Connection) -> str:
        supplier = await StoredCatalogue(connection).supplier_named(supplier_name)
        assert supplier is not None
        return await new_invitation(connection, supplier.id)

    return await database.run(work)


async def test_a_buyer_asks_several_compares_and_chooses_one(market: Market) -> None:
    await with_mugs(market)
    await market.ann.types("coffee mug")
    await market.ann.presses("1", on=(await market.ann.sees("🔎", "Ceramic coffee mug")).id)
    page = await market.ann.sees("by quantity")
    assert "1" in await market.ann.presses("Add to compare", on=page.id)
    await market.ann.presses("Compare (1)", on=page.id)
    await market.ann.presses("Ask several suppliers", on=(await market.ann.sees("Side by side")).id)
    listed = await market.ann.sees("Who shall get your inquiry?", "Nobody can be reached")
    await market.ann.presses("Write the inquiry (6)", on=listed.id)
    await market.ann.sees("Your inquiry to 6 suppliers", "How many?")
    await market.ann.types("500 pcs, 30% deposit")
    card = await market.ann.sees("Nothing is sent yet", "its MOQ is 2,000 pieces", "sells by the set", "USD")
    await asyncio.gather(*(market.ann.presses("Send", on=card.id) for _ in range(2)))
    await market.ann.reads(card.id, "📨 Sent to 3 suppliers", "RFQ 1", "no answer yet")

    await market.olga.presses("Accept", on=(await market.olga.sees("Your turn", "CN¥7.00")).id)
    await market.li.presses("接受", on=(await market.li.sees("轮到您了", "¥6.80")).id)
    agreed = await market.ann.sees("Agreed", "Ningbo Cups")
    await market.ann.presses("RFQ 1", on=agreed.id)
    compared = await market.ann.sees("RFQ 1: 3 suppliers", "★", "Cheapest: Chaozhou Ceramics", "more")
    await market.ann.presses("Picture", on=compared.id)
    assert (await market.ann.sees("RFQ 1\n\n💡 Cheapest")).has_photo
    await market.ann.presses("Close the others (2)", on=agreed.id)
    await market.ann.reads(agreed.id, "You chose Ningbo Cups", "Jingdezhen Kiln", "Chaozhou Ceramics")
    await market.ann.presses("Yes", on=agreed.id)
    await market.ann.reads(agreed.id, "2 negotiations are closed with thanks")
    await market.olga.sees("The buyer thanks you for your offer", "Withdrawn")


async def test_a_negotiation_that_failed_goes_on_with_others_in_chinese(market: Market) -> None:
    await with_mugs(market)
    await inquire(market.ann, "500 pcs at 6.5, 15 days, by sea")
    await market.ann.types("/language")
    await market.ann.presses("简体中文", on=(await market.ann.sees("Which language")).id)
    card = await market.li.sees("轮到您了", "500件")
    await market.li.presses("拒绝", on=card.id)
    await market.li.presses("是", on=card.id)

    await market.ann.presses("换供应商", on=(await market.ann.sees("卖家拒绝了您的报价")).id)
    listed = await market.ann.sees("询价发给谁", "先沿用议价单 1", "¥6.50")
    assert "Ningbo" not in listed.text
    await market.ann.presses("☑ 1", on=listed.id)
    await market.ann.reads(listed.id, "已勾选 4 家")
    await market.ann.presses("写询价", on=listed.id)
    draft = await market.ann.sees("还没有发出", "海运", "¥6.20/件（它的标价比您出的低）")
    await market.ann.presses("发送", on=draft.id)
    await market.ann.reads(draft.id, "已发给 2 家供应商", "批量询价 1")

    await market.olga.sees("Your turn", "CN¥6.50", "sea freight", "15 days")
    await market.ann.types("/negotiations")
    await market.ann.sees("批量询价 1", "等待卖家回复")
    assert "草稿已不在" in await market.ann.presses("写询价", on=listed.id)
    await market.ann.types("/compare 齐柏林飞艇")
    await market.ann.sees("暂时没有别的供应商")
