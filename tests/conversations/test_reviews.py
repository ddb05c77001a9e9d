"""A review after receipt: stars, words, photos, Send; the seller's answer; and what others read of it."""

from domain.lifecycle import OrderStatus
from services.measuring import measure_figures
from storage.database import open_database
from tests.builders import STRANGER, Trade
from tests.conversations.deal import strike
from tests.conversations.market import Market
from tests.faults.rig import press
from tests.orders import carried_to


async def received(market: Market) -> Trade:
    """Ann and 李 struck a deal, and the goods have arrived; the seller's people are known by number."""
    await strike(market.ann, market.li, market.invitation)
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        await carried_to(trade, OrderStatus.DELIVERED, await trade.order(1))
        return trade


async def test_a_buyer_reviews_the_seller_answers_and_others_read_it(market: Market) -> None:
    ann, li, olga = market.ann, market.li, market.olga
    await received(market)
    await ann.types("YJ-000001")
    await ann.presses("Review", on=(await ann.sees("Delivered", "YJ-000001")).id)
    asked = await ann.sees("How was it?")
    forged = await press(market, ann.id, asked.id, "stars:1:1000000000000")
    await ann.presses("4 ⭐", on=asked.id)
    await ann.sees("What should other buyers know?")
    await ann.types("See www.cheap-cups.com")
    await ann.sees("Please leave out links")
    await ann.types("Sturdy <b>cups</b>, one was chipped")
    await ann.sees("Do you have photos")
    await ann.sends("album", generate=2)
    await ann.sees("Your photos are coming in")
    await ann.presses("Done")
    card = await ann.sees("Nothing is sent yet", "4 of 5 stars", "Sturdy <b>cups</b>", "2 photos")
    await ann.presses("Send", on=card.id)
    await ann.reads(card.id, "Thank you, your review is published")

    told = await li.sees("买家评价了这笔订单", "4 星", "Sturdy <b>cups</b>")
    await li.presses("回复", on=told.id)
    await li.sees("您想怎么回复")
    await li.types("谢谢，下次加固包装。")
    await li.presses("发送", on=(await li.sees("还没有发出", "谢谢")).id)
    await ann.sees("The seller answered your review", "谢谢，下次加固包装。")
    assert "↩️ 回复" not in (await li.sees("卖家回复", "谢谢")).buttons

    async with open_database(market.settings.database_url) as database:
        await Trade(database).does(STRANGER, lambda books, _: measure_figures(books))
    await olga.types("/start")
    await olga.sees("Yijia")
    await olga.types("coffee mug")
    found = await olga.sees("🔎", "⭐ 4.0 (1 review)")
    await olga.presses("1", on=found.id)
    page = await olga.sees("by quantity", "⭐ 4.0 (1 review)")
    await olga.presses("Reviews", on=page.id)
    read = await olga.sees("Buyer from Netherlands", "Sturdy <b>cups</b>", "The seller answers:")
    assert "Ann" not in read.text
    await olga.presses("📷 1", on=read.id)
    assert (await olga.finds("photo"))[-1].text.startswith("⭐⭐⭐⭐ 4 of 5 stars")
    assert "Please give one to five stars" in forged["text"]


async def test_a_review_is_changed_by_its_buyer_in_chinese_menus_too(market: Market) -> None:
    ann, li = market.ann, market.li
    await received(market)
    await ann.types("/language")
    await ann.presses("简体中文")
    await ann.types("YJ-000001")
    await ann.presses("评价", on=(await ann.sees("已签收", "YJ-000001")).id)
    await ann.presses("5 ⭐", on=(await ann.sees("这次合作怎么样")).id)
    await ann.presses("跳过", on=(await ann.sees("有什么想告诉其他买家的")).id)
    await ann.presses("完成", on=(await ann.sees("有货物的照片吗")).id)
    card = await ann.sees("还没有发出", "5 星")
    await ann.presses("发送", on=card.id)
    published = await ann.reads(card.id, "5 星", "评价已发布")

    await ann.presses("修改", on=published.id)
    await ann.presses("2 ⭐", on=(await ann.sees("这次合作怎么样")).id)
    await ann.types("掉漆")
    await ann.presses("完成", on=(await ann.sees("有货物的照片吗")).id)
    await ann.presses("发送")

    await li.sees("买家评价了这笔订单", "2 星", "掉漆")
    await li.types("/orders")
    listed = await li.sees("我的订单", "已签收")
    assert "完成 · 1" in listed.buttons
