"""What a seller does with his products: listing, changing, pausing and importing them in the chat."""

from datetime import UTC, datetime, timedelta

from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market
from tests.conversations.people import Phone
from tests.conversations.test_order_list import document
from tests.faults.rig import rest

GBK = """sku;title_zh;title_en;moq;price_tiers;unit;supplier
NB-2;陶瓷咖啡杯;Ceramic coffee mug;50;"50:7.50;500:6.50";件;
NB-9;竹盖玻璃杯;Glass cup with bamboo lid;100;100:9.90;件;宁波杯业
"""


async def open_products(market: Market) -> Phone:
    """Li comes in and opens his products."""
    await market.li.types(f"/start {market.invitation}")
    await market.li.sees("宁波杯业")
    await market.li.types("/products")
    await market.li.sees("共 3 个商品", "陶瓷咖啡杯", "🟢 在售")
    return market.li


async def test_a_product_is_listed_in_the_chat_and_found_by_a_buyer_at_once(market: Market) -> None:
    li = await open_products(market)
    await li.presses("添加商品")
    await li.sees("请发一张商品照片")
    await li.types("陶瓷马克杯350毫升，50件12.5元，500件11元，15天")
    await li.sees("英文名叫什么")
    await li.types("Stoneware mug 350 ml")
    await li.presses("水杯水壶", on=(await li.sees("属于哪个类目")).id)
    await li.presses("50", on=(await li.sees("起订量多少")).id)
    await li.sees("有哪些规格可选")
    await li.types("随便")
    asked = await li.sees("规格“随便”看不懂")
    await li.sends("photo")
    await rest(market, market.settings.database_url)
    again = await li.sees("有哪些规格可选")
    assert again.id != asked.id
    await li.types("颜色:红,蓝 尺码:S,M")
    await li.sees("单件多重")
    await li.presses("全部跳过")
    preview = await li.sees("还没有发布", "陶瓷马克杯350毫升", "• 颜色：红, 蓝", "15 天")
    assert preview.has_photo
    assert await li.presses("发布", on=preview.id) == "已发布！买家现在就能搜到。"
    await market.ann.types("stoneware mug")
    await market.ann.presses("1", on=(await market.ann.sees("🔎", "Stoneware mug")).id)
    page = await market.ann.sees("Stoneware mug 350 ml", "• colour: ", "50–499", "15 days")
    assert page.has_photo
    await li.types("/products")
    await li.sees("共 4 个商品")


async def test_a_changed_or_paused_product_leaves_deals_under_way_alone(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    page = await _page_of_the_mug(market.ann)
    li = market.li
    await li.types("/products")
    await li.sees("共 3 个商品")
    await li.types("咖啡杯 NB-2")
    await li.presses("1", on=(await li.sees("找到 1 个商品", "货号 NB-2")).id)
    await li.presses("修改", on=(await li.sees("陶瓷咖啡杯", "≥ 500")).id)
    await li.presses("价格")
    await li.sees("单价多少")
    await li.types("贵")
    await li.sees("价格“贵”看不懂")
    await li.types("50件9元 500件8元")
    await li.presses("修改", on=(await li.sees("已修改", "¥9.00", "¥8.00")).id)
    await li.presses("样品价")
    await li.sees("样品多少钱")
    await li.types("20元")
    await li.sees("已修改", "样品价：20")
    await _page_of_the_mug(market.ann, "9.00")

    assert "正在谈的单照常进行" in await li.presses("暂停")
    await li.sees("已暂停销售")

    assert "paused this product" in await market.ann.presses("Negotiate", on=page)
    card = await li.sees("轮到您了", "500件")
    await li.presses("接受", on=card.id)
    await market.ann.sees("The seller accepted", "6.50")
    await li.presses("恢复上架")
    await _page_of_the_mug(market.ann, "9.00")


async def _page_of_the_mug(buyer: Phone, price: str = "8.00") -> int:
    await buyer.types("coffee mug")
    await buyer.presses("1", on=(await buyer.sees("🔎", "Ceramic coffee mug", price)).id)
    return (await buyer.sees("Ceramic coffee mug", "by quantity", price)).id


async def test_a_file_is_read_shown_imported_and_the_same_again_changes_nothing(market: Market) -> None:
    li = await open_products(market)
    bad = GBK.replace(";100;", ";许多;") + "X-1;小熊;Bear;1;1:1;件;Yiwu Toys\n"
    await li.sends_file("商品.csv", bad.encode("gbk"))
    refused = await li.sees("还不能导入", "第 3 行 moq", "许多", "第 4 行 supplier", "是别家供应商")
    assert "导入（" not in "".join(refused.buttons)

    await li.sends_file("商品.csv", GBK.encode("gbk"))
    ready = await li.sees("读到 2 行", "新增 1 · 修改 1 · 不变 0")
    await li.presses("导入（2 行）", on=ready.id)
    await li.reads(ready.id, "✅ 已导入 2 行")
    await market.ann.types("glass cup bamboo lid")
    await market.ann.sees("Glass cup with bamboo lid", "9.90")

    await li.sends_file("商品.csv", GBK.encode("utf-8-sig"))
    same = await li.sees("读到 2 行", "新增 0 · 修改 0 · 不变 2")
    assert same.buttons == ("◀ 返回",)


async def test_a_seller_gets_a_sheet_to_fill_in_and_it_can_be_sent_as_it_is(market: Market) -> None:
    li = await open_products(market)
    await li.presses("表格模板")
    await li.sees("一行一个商品", "阶梯价（price_tiers）必填")
    await li.sends_file("杯子.csv", b"moq,price_tiers\n50,50:9\n")
    short = await li.sees("杯子.csv", "现在缺：title_en / title_zh")
    assert "📄 表格模板" in short.buttons
    await li.sends_file("products.xlsx", await document(market, li))

    ready = await li.sees("读到 1 行", "新增 1 · 修改 0 · 不变 0")
    await li.presses("导入（1 行）", on=ready.id)
    await li.reads(ready.id, "✅ 已导入 1 行")


async def test_an_english_seller_tells_buyers_of_days_off(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.types("/language")
    await market.li.presses("English", on=(await market.li.sees("Which language")).id)
    await market.li.sees("I speak English with you")
    await market.li.types("/products")
    await market.li.sees("3 products.")
    await market.li.presses("Holiday notice")
    await market.li.sees("No notice now")

    await market.li.types("tomorrow")
    await market.li.sees("Please name a first and a last day")
    await market.li.types(f"{_day(3)} {_day(9)} no dispatch <b>")

    await market.li.sees("The supplier is closed from", "no dispatch <b>")
    await market.ann.sees("The supplier is closed from", "no dispatch <b>", "Negotiation 1")
    await market.li.presses("Take it back")
    await market.li.sees("No notice now")


def _day(ahead: int) -> str:
    return (datetime.now(UTC) + timedelta(days=ahead)).date().isoformat()
