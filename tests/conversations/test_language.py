"""Changing the language, at any step."""

from tests.conversations.market import Market


async def test_a_buyer_who_chooses_chinese_reads_chinese_from_then_on(market: Market) -> None:
    await market.ann.types("/language")
    await market.ann.sees("Which language do you read?")

    await market.ann.presses("简体中文")

    await market.ann.sees("以后都用中文", "您想找什么货")
    await market.ann.types("/help")
    assert "三步买到工厂货" in (await market.ann.sees("想了解什么")).buttons


async def test_somebody_from_taipei_may_read_traditional_script(market: Market) -> None:
    await market.li.types("/language")
    await market.li.sees("Which language do you read?")

    await market.li.presses("繁體中文")

    shown = await market.li.sees("您想找什麼貨")
    assert "⚙️ 設置" in shown.buttons


async def test_a_filter_that_is_open_stays_open_when_the_language_changes(market: Market) -> None:
    await market.ann.types("bottle")
    await market.ann.sees("2 products")
    await market.ann.presses("Filters")
    await market.ann.sees("No filter is set")
    await market.ann.presses("MOQ")
    await market.ann.sees("How many do you want to order?")

    await market.ann.types("/language")
    await market.ann.sees("Which language do you read?")
    await market.ann.presses("简体中文")
    await market.ann.sees("刚才填的都还在")
    await market.ann.types("100")

    await market.ann.sees("起订量 ≤ 100")


async def test_a_form_goes_on_in_the_new_language(market: Market) -> None:
    await market.ann.types("coffee mug")
    await market.ann.presses("1", on=(await market.ann.sees("Ceramic coffee mug", "MOQ")).id)
    await market.ann.presses("Negotiate", on=(await market.ann.sees("Price per piece")).id)
    await market.ann.sees("How many?")
    await market.ann.types("500 pcs")
    await market.ann.sees("Which unit price")

    await market.ann.types("/language")
    await market.ann.presses("简体中文", on=(await market.ann.sees("Which language")).id)

    shown = await market.ann.sees("刚才填的都还在", "数量：500件", "单价多少")
    assert "跳过" in shown.buttons
