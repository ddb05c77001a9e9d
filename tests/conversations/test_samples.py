"""Samples: given on standing terms, or quoted on request; ordered, paid, sent and received like any order."""

import pytest

from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import ADDRESS, enter, inquire
from tests.conversations.market import Market
from tests.conversations.people import Phone, Shown
from tests.orders_under_way import UnderWay


@pytest.fixture
async def opened(market: Market) -> Market:
    """Both have come in."""
    await enter(market.ann, market.li, market.invitation)
    return market


async def mug_page(ann: Phone) -> Shown:
    """The page of the coffee mug."""
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("🔎", "Ceramic coffee mug", "MOQ")).id)
    return await ann.sees("Ceramic coffee mug", "by quantity")


async def own_policy(li: Phone) -> Shown:
    """李 opens the terms on which he gives samples of the mug."""
    await li.types("/products")
    await li.presses("2", on=(await li.sees("共 3 个商品")).id)
    await li.presses("样品", on=(await li.sees("陶瓷咖啡杯", "起订量")).id)
    return await li.sees("这款商品的样品条件", "每次单独报价")


async def requested(market: Market, wishes: str = "Red lid please") -> Shown:
    """Ann asks for two mugs; returns 李's card."""
    await market.ann.presses("Request sample", on=(await mug_page(market.ann)).id)
    await market.ann.presses("2", on=(await market.ann.sees("How many pieces do you need?")).id)
    await market.ann.sees("Any wishes", "2 pieces")
    await market.ann.types(wishes)
    await market.ann.sees("Waiting for the seller to quote the sample", wishes)
    return await market.li.sees("轮到您了：买家索要样品", "陶瓷咖啡杯", "2件", wishes)


async def paid(market: Market, order_id: int = 1) -> None:
    """The money is there, and booked."""
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        await UnderWay(trade).pays(await trade.order(order_id))


async def test_a_standing_policy_answers_at_once_and_the_sample_goes_all_the_way(opened: Market) -> None:
    ann, li = opened.ann, opened.li
    await own_policy(li)
    await li.types("样品费50，运费30，5天，下大货退样品费")
    said = await li.sees("样品单价：¥50.00", "运费：¥30.00", "5天", "下大货后退还样品费")
    await li.presses("保存", on=said.id)
    await li.sees("已保存", "¥50.00")

    await ann.presses("Request sample", on=(await mug_page(ann)).id)
    form = await ann.sees("Sample, each: CN¥50.00", "Freight charge: CN¥30.00", "refunded", "How many?")
    await ann.presses("2 pieces · CN¥130.00", on=form.id)
    await ann.types(ADDRESS)
    placed = await ann.sees(
        "Order YJ-000001 · 🎁 Sample", "of which freight CN¥30.00", "CN¥130.00", "express"
    )
    await ann.presses("Confirm order", on=placed.id)
    asked = await li.sees("订单 YJ-000001 · 🎁 样品", "¥130.00", "全款预付")
    await li.presses("确认下单", on=asked.id)
    await paid(opened)
    await li.presses("开始生产", on=(await li.reads(asked.id, "等待付款")).id)
    await li.presses("发货", on=(await li.reads(asked.id, "生产中")).id)
    await li.types("dhl 1234567890")
    await li.presses("全部 2件")
    await li.presses("跳过")
    await li.presses("完成", on=(await li.sees("有装箱单照片吗")).id)
    await li.presses("是", on=(await li.sees("通知买家已发货吗", "2件")).id)
    await ann.sees("Please confirm when the goods are there", "DHL 1234567890")
    await ann.types("/samples")
    listed = await ann.sees("🎁 Your samples", "Order YJ-000001")
    await ann.presses("1 · Ceramic coffee mug", on=listed.id)
    await ann.presses("Confirm receipt")
    await ann.sees("🎁 Sample", "Delivered")


async def test_a_request_is_quoted_asked_about_quoted_anew_and_ordered(opened: Market) -> None:
    ann, li = opened.ann, opened.li
    card = await requested(opened)

    await li.types("样品五十，到付吧", reply_to=card.id)
    assert "每次" not in (await li.sees("没看懂", "样品一件多少钱")).text
    await li.types("50+30运费，5天")
    draft = await li.sees("还没有发出", "样品单价：¥50.00", "2件共 ¥130.00")
    await li.presses("☐ 下大货退样品费", on=draft.id)
    await li.presses("发送报价")
    quoted = await ann.sees("the seller quoted your sample", "Quote 1", "CN¥130.00 for 2 pieces", "refunded")
    await ann.presses("Ask", on=quoted.id)
    await ann.sees("What do you want to ask or change?")
    await ann.types("Can you send it by sea?")
    again = await li.sees("买家对样品报价有疑问", "Can you send it by sea?")
    await li.presses("报样品价", on=again.id)
    await li.sees("还没有发出", "样品单价：¥50.00")
    await li.types("运费10")
    await li.presses("☐ 以后都按这个条件", on=(await li.sees("运费：¥10.00")).id)
    await li.presses("发送报价")
    await ann.sees("Quote 2", "CN¥110.00 for 2 pieces")
    await ann.presses("Order sample")
    await ann.types(ADDRESS)
    await ann.presses("Skip", on=(await ann.sees("Order YJ-000001 · 🎁 Sample", "CN¥110.00")).id)
    await ann.presses("Request sample", on=(await mug_page(ann)).id)
    await ann.sees("Sample, each: CN¥50.00", "Freight charge: CN¥10.00", "How many?")


async def test_a_request_is_declined_with_a_reason_and_others_are_a_press_away(opened: Market) -> None:
    ann, li = opened.ann, opened.li
    card = await requested(opened, "blue")
    await ann.presses("Request sample", on=(await mug_page(ann)).id)
    await ann.sees("Waiting for the seller to quote the sample")

    await li.presses("拒绝", on=card.id)
    await li.sees("为什么提供不了样品")
    await li.types("模具在维修")
    await li.sees("已拒绝", "模具在维修")
    over = await ann.sees("The seller cannot send a sample", "Reason:", "模具在维修")
    assert {"🎁 Request sample", "🔁 Other suppliers"} <= set(over.buttons)
    await ann.types("thanks anyway", reply_to=over.id)
    await ann.sees("Declined", "Sample request 1")


async def test_where_no_samples_are_given_the_buyer_is_told_kindly(opened: Market) -> None:
    ann, li = opened.ann, opened.li
    policy = await own_policy(li)
    await li.presses("不提供样品", on=policy.id)
    await li.presses("保存", on=(await li.sees("🚫 不提供样品。")).id)
    await li.sees("已保存")

    await ann.presses("Request sample", on=(await mug_page(ann)).id)

    told = await ann.sees("Ningbo Cups gives no samples of this product")
    assert {"💬 Message", "🔁 Other suppliers"} <= set(told.buttons)


async def test_a_form_is_left_though_the_sample_is_given_no_more(opened: Market) -> None:
    ann, li = opened.ann, opened.li
    await own_policy(li)
    await li.types("样品费50，运费30")
    await li.presses("保存", on=(await li.sees("样品单价：¥50.00")).id)
    await ann.presses("Request sample", on=(await mug_page(ann)).id)
    form = await ann.sees("Sample, each: CN¥50.00", "How many?")
    await li.types("/products")
    await li.presses("2", on=(await li.sees("共 3 个商品")).id)
    await li.presses("样品", on=(await li.sees("陶瓷咖啡杯", "起订量")).id)
    await li.presses("不提供样品", on=(await li.sees("这款商品的样品条件", "¥50.00")).id)
    await li.presses("保存", on=(await li.sees("🚫 不提供样品。")).id)
    await li.sees("已保存", "🚫 不提供样品。")

    assert "gives no samples" in await ann.presses("2 pieces · CN¥130.00", on=form.id)
    await ann.presses("Cancel", on=form.id)

    await ann.reads(form.id, "Cancelled, nothing was sent")


async def test_a_sample_is_asked_for_in_a_negotiation_and_waits_in_the_inbox(opened: Market) -> None:
    ann, li = opened.ann, opened.li
    await inquire(ann)
    await ann.presses("Request sample", on=(await ann.sees("Waiting for the seller", "500 pieces")).id)
    await ann.presses("1", on=(await ann.sees("How many pieces do you need?")).id)
    await ann.presses("Send without wishes")
    sent = await ann.sees("Waiting for the seller to quote the sample", "Sample request 1")
    assert "💬 Message" in sent.buttons

    await li.types("/samples")
    await li.sees("您的样品", "样品申请 1", "轮到您了")
    await ann.presses("Withdraw", on=sent.id)
    await li.sees("买家撤回了样品申请")
