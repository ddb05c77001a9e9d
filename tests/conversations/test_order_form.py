"""Orders as they are filled in: how many, which specs, where to; edited, and once more."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport
from storage.database import open_database
from storage.files import FileStore
from tests.conversations.deal import enter
from tests.conversations.market import Market
from tests.conversations.people import Phone

SPECS = Path(__file__).with_name("specs.csv")


async def with_specs(market: Market) -> None:
    """T-shirts and plush cats of several colours come to the market."""
    async with open_database(market.settings.database_url) as database:
        await CatalogueImport(database, FileStore(market.settings.files_url)).run(open_catalogue(SPECS))
    await enter(market.ann, market.li, market.invitation)


async def looks_at(buyer: Phone, words: str, title: str) -> None:
    """The buyer finds the goods and opens their page."""
    await buyer.types(words)
    found = await buyer.sees(title, "1.")
    await buyer.presses("1", on=found.id)
    await buyer.sees(title, "🏭")


async def test_a_buyer_orders_at_the_listed_price_and_writes_everything_in_lines(market: Market) -> None:
    await with_specs(market)
    ann, li = market.ann, market.li
    await looks_at(ann, "cotton t-shirt", "Cotton T-shirt")
    await ann.presses("Order now")
    await ann.sees("How many?")
    await ann.types("90 pcs")
    await ann.sees("90 pieces is below the MOQ")
    await ann.presses("500 pieces · CN¥18.00")
    await ann.sees("CN¥9,000.00", "How shall the 500 pieces be split?")
    await ann.types("red S 200, red M 280")
    await ann.sees("adds up to 480: 20 of 500 are missing")
    await ann.types("red S 200, M 200, blue S 100")
    await ann.sees("red: S 200, M 200", "Where shall the goods be delivered?")

    await ann.types("Ann Buyer, 5 Harbour Street, Hamburg")
    asked = await ann.sees("YJ-000001", "👤 Ann Buyer", "Which country is that in?")
    assert "✅ Confirm order" in asked.buttons
    await ann.presses("Germany", on=asked.id)
    await ann.sees("🌍 Germany", "Which phone number")
    await ann.types("12345")
    await ann.sees("“12345” is no number I could call", "+49 1512 3456789")
    await ann.types("040 301234")
    card = await ann.sees("📞 +4940301234", "🌍 Germany", "blue: S 100")
    await ann.presses("Confirm order", on=card.id)
    told = await li.sees("买家已下单，请核对并确认", "红色：S 200、M 200", "蓝色：S 100", "¥18.00")
    await li.presses("确认下单", on=told.id)
    await ann.sees("Both sides confirmed: order YJ-000001")

    assert "修改了订单" not in told.text


async def test_a_chinese_buyer_presses_values_edits_and_finds_his_address_again(market: Market) -> None:
    await with_specs(market)
    li = market.li
    await looks_at(li, "毛绒猫", "毛绒猫")
    await li.presses("立即下单")
    await li.types("300件")
    await li.presses("黑色", on=(await li.sees("300件怎么分规格")).id)
    await li.sees("黑色要多少")
    await li.types("100")
    await li.presses("白色", on=(await li.sees("还剩200件")).id)
    await li.presses("剩下的200")
    await li.sees("白色：200", "货发到哪里")
    await li.types("李先生，宁波市海曙区1号，13812345678")
    placed = await li.sees("YJ-000001", "黑色：100", "📞 +8613812345678", "🌍 中国")

    await li.presses("修改", on=placed.id)
    await li.presses("期望日期", on=(await li.sees("要改哪一项")).id)
    await li.types("2020-01-01")
    await li.sees("这一天已经过去了")
    soon = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    await li.types(soon)
    dated = await li.sees("期望发货日", "最快")
    await li.presses("修改", on=dated.id)
    await li.presses("备注", on=(await li.sees("要改哪一项", "期望发货日")).id)
    await li.types("唛头 A-1")
    noted = await li.sees("唛头 A-1", "期望发货日", "黑色：100")
    await li.presses("取消", on=noted.id)
    await li.presses("是")
    over = await li.reads(noted.id, "已取消")
    assert "🔁 再次下单" in over.buttons

    await looks_at(li, "毛绒猫", "毛绒猫")
    await li.presses("立即下单")
    await li.presses("100件 · ¥12.00")
    await li.presses("平均分")
    await li.presses("李先生，宁波市海曙区1号，13812345678")
    await li.sees("YJ-000002", "黑色：50", "白色：50", "📞 +8613812345678")


async def test_an_old_order_is_ordered_once_more_or_negotiated(market: Market) -> None:
    await with_specs(market)
    ann = market.ann
    await looks_at(ann, "cotton t-shirt", "Cotton T-shirt")
    await ann.presses("Order now")
    await ann.presses("100 pieces · CN¥20.00")
    await ann.presses("Skip")
    await ann.types("Ann, 5 Harbour Street, Rotterdam, Netherlands, +31 10 412 3456")
    placed = await ann.sees("YJ-000001", "CN¥2,000.00")
    await ann.presses("Cancel", on=placed.id)
    await ann.presses("Yes")
    await ann.reads(placed.id, "Cancelled")

    await ann.presses("Repeat order", on=placed.id)
    again = await ann.sees("Order YJ-000001 once more", "Everything is as it was.")
    await ann.presses("Negotiate", on=again.id)
    await ann.sees("Nothing is sent yet", "Cotton T-shirt", "20.00")
    toasts = await asyncio.gather(*(ann.presses("Order at today's terms", on=again.id) for _ in range(2)))
    await ann.reads(again.id, "YJ-000002", "CN¥2,000.00", "Rotterdam")
    await ann.types("/orders")
    assert "YJ-000003" not in (await ann.sees("YJ-000002", "YJ-000001")).text
    assert sorted(toasts) == ["", "There is no draft any more: it was sent already or given up."]

    await ann.types("/settings")
    await ann.presses("Addresses", on=(await ann.sees("Settings")).id)
    await ann.presses("Ann, 5 Harbour Street, Rotterdam…")
    entry = await ann.sees("👤 Ann", "🌍 Netherlands")
    await ann.presses("Warehouse", on=entry.id)

    assert "✓ Warehouse" in (await ann.reads(entry.id, "🏢 Warehouse")).buttons


async def test_a_listing_that_changes_while_the_form_is_filled_in_counts_as_it_is_now(market: Market) -> None:
    await with_specs(market)
    ann = market.ann
    await looks_at(ann, "cotton t-shirt", "Cotton T-shirt")
    await ann.presses("Order now")
    await ann.presses("100 pieces · CN¥20.00")
    await ann.presses("Skip", on=(await ann.sees("How shall the 100 pieces be split?")).id)
    await ann.sees("Where shall the goods be delivered?")
    await relisted(market, "moq = 200, tiers = '[[200, 210000]]'")
    await ann.types("Ann, 5 Harbour Street, Rotterdam, Netherlands, +31 10 412 3456")
    again = await ann.sees("100 pieces is below the MOQ", "How many?")
    await ann.presses("200 pieces · CN¥21.00", on=again.id)
    await relisted(market, "tiers = '[[200, 220000]]'")
    await ann.presses("Evenly")

    card = await ann.sees("The listing changed meanwhile", "CN¥21.00", "YJ-000001", "red: S 50, M 50")
    assert "Total: CN¥4,400.00" in card.text


async def relisted(market: Market, change: str) -> None:
    """The seller changes the T-shirt's listing."""
    statement = f"UPDATE products SET {change} WHERE sku = 'NB-9'"

    async with open_database(market.settings.database_url) as database:
        await database.run(lambda connection: connection.execute(text(statement)))
