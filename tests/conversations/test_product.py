"""Looking at a product."""

from tests.conversations.market import Market


async def test_a_product_opens_from_the_results_and_leads_back(market: Market) -> None:
    await market.ann.types("bottle")
    results = await market.ann.sees("2 products")

    await market.ann.presses("1")
    page = await market.ann.sees("Price per piece, by quantity", "≥ 2,000", "MOQ: 100 pieces")
    await market.ann.presses("Back")

    back = await market.ann.sees("bottle", "2 products")
    assert page.buttons == (
        "💬 Negotiate",
        "🛒 Order now",
        "🎁 Request sample",
        "🎨 Customize",
        "🚚 Freight",
        "⚖️ Add to compare",
        "📞 Call supplier",
        "⭐ Reviews",
        "◀ Back",
    )
    assert page.id == back.id == results.id


async def test_a_seller_reads_it_in_chinese_and_cannot_buy_from_himself(market: Market) -> None:
    await market.li.types(f"/start {market.invitation}")
    await market.li.sees("宁波杯业")
    await market.li.types("保温杯")
    await market.li.sees("共 1 款")

    await market.li.presses("1")

    page = await market.li.sees("不锈钢保温杯500毫升", "阶梯价", "起订量：100件", "交期：15 天")
    assert page.buttons == ("⭐ 评价", "◀ 返回")


async def test_back_returns_to_the_page_the_product_stood_on(market: Market) -> None:
    await market.ann.types("/search")
    await market.ann.sees("What are you looking for?")
    await market.ann.presses("Show everything")
    await market.ann.sees("Page 1 of 2")
    await market.ann.presses("▶")
    await market.ann.sees("Page 2 of 2")

    await market.ann.presses("2")
    await market.ann.sees("MOQ:")
    await market.ann.presses("Back")

    await market.ann.sees("Page 2 of 2")
