"""Goods go back, or others come in their place, and money is given back: by hand, by card, off the price."""

from pathlib import Path

import pytest

from domain.settlement import Remedy
from storage.database import open_database
from tests.builders import Trade
from tests.conversations.conftest import open_market
from tests.conversations.market import Market
from tests.conversations.paying import owe
from tests.refund_counter import Counter


@pytest.fixture
async def shop(database_url: str, tmp_path: Path, no_waiting: None) -> object:
    """The market with a payment provider."""
    async with open_market(
        database_url, str(tmp_path / "files"), payment_provider_token="1:TEST:x"
    ) as opened:
        yield opened


async def paid(market: Market) -> None:
    """An order of 3,250 yuan, all of it received by transfer."""
    await owe(market)
    await market.li.presses("确认收款", on=(await market.li.sees("下一步：等买家付款")).id)
    await market.li.sees("到账多少")
    await market.li.types("3250")
    await market.li.presses("是", on=(await market.li.sees("收到了吗", "3,250.00")).id)
    await market.ann.sees("has received your payment of CN¥3,250.00")


async def claimed(market: Market, minor: int, remedy: Remedy) -> None:
    """Ann claims for twenty broken cups, and Li agrees."""
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        await Counter(trade).claims(await trade.order(1), minor, remedy=remedy, count=200)
    asked = await market.li.sees("轮到您了：买家申请", "涉及 200件")
    await market.li.presses("同意", on=asked.id)
    await market.li.presses("是", on=(await market.li.sees("和买家达成一致吗")).id)


async def test_goods_go_back_and_the_money_returns_in_two_parts(market: Market) -> None:
    ann, li = market.ann, market.li
    await paid(market)
    await claimed(market, 30_000, Remedy.RETURN)

    agreed = await ann.sees("Your turn: send the goods back", "8 Port Road, Ningbo")
    await ann.presses("Sent back", on=agreed.id)
    await ann.presses("DHL", on=(await ann.sees("Who carries the goods?", "8 Port Road")).id)
    await ann.types("soon")
    await ann.sees("That is no tracking number", "What is the tracking number of DHL?")
    await ann.types("1234567890")
    await ann.presses("Yes", on=(await ann.sees("Tell the seller that the goods of order YJ-000001")).id)
    await ann.sees("The goods are on their way back to the seller", "DHL 1234567890")

    coming = await li.sees("买家已把货寄回", "DHL 1234567890")
    assert {"✅ 已收到退货", "⚠️ 退货有问题", "🔗 DHL 1234567890"} <= set(coming.buttons)
    await li.presses("已收到退货", on=coming.id)
    await li.presses("是", on=(await li.sees("退货收到了吗", "¥300.00")).id)
    owed = await li.sees("货物已退回", "还需退款：¥300.00")
    await ann.sees("The seller has the goods again", "Waiting for the seller's refund")
    await li.presses("已退款", on=owed.id)
    await li.sees("¥300.00 已经退给买家了吗")
    await li.types("301元")
    await li.sees("¥300.00", "不超过")
    await li.types("100元")
    await li.presses("是", on=(await li.sees("¥100.00 已经退给买家了吗")).id)
    rest = await li.sees("已退款：¥100.00", "还需退款：¥200.00")
    await ann.sees("The seller says CN¥100.00 was sent back to you", "Not arrived? Press Message")
    await li.presses("已退款", on=rest.id)
    await li.presses("是", on=(await li.sees("¥200.00 已经退给买家了吗")).id)

    done = await ann.sees("The refund is paid in full", "Refunded so far: CN¥300.00")
    await ann.presses("Order YJ-000001", on=done.id)
    card = await ann.sees("Payment, CN¥3,250.00 in all", "Refunded by claim: CN¥300.00")
    await ann.presses("Money", on=card.id)
    await ann.sees("Refunded for a claim · Company transfer\n−CN¥200.00 · CN¥2,950.00 paid in all")


async def test_what_came_back_or_in_its_place_is_wrong_or_right(market: Market) -> None:
    ann, li, olga = market.ann, market.li, market.olga
    await paid(market)
    async with open_database(market.settings.database_url) as database:
        counter = Counter(Trade(database))
        claim = await counter.claims(await counter.trade.order(1), 30_000, count=200)
        await counter.proposes(claim, 0, Remedy.REPLACEMENT, by=li.id)
    await ann.presses("Agree", on=(await ann.sees("Your turn", "replacement")).id)
    await ann.presses("Yes", on=(await ann.sees("Agree with Ningbo Cups on order YJ-000001")).id)

    owed = await li.sees("轮到您了：请补发")
    await li.presses("已补发", on=owed.id)
    await li.types("顺丰 SF1234567890123")
    await li.presses("是", on=(await li.sees("告诉买家订单 YJ-000001 的货已补发吗")).id)
    coming = await ann.sees("The seller sent a replacement", "SF Express SF1234567890123")
    await ann.presses("Confirm receipt", on=coming.id)
    await ann.presses("Yes", on=(await ann.sees("Do you have the replacement for order YJ-000001")).id)
    await li.sees("买家已收到补发的货")

    await claimed(market, 30_000, Remedy.RETURN)
    await ann.presses("Sent back", on=(await ann.sees("Your turn: send the goods back")).id)
    await ann.types("DHL 1234567890")
    await ann.presses("Yes", on=(await ann.sees("Tell the seller that the goods of order YJ-000001")).id)
    await li.presses("退货有问题", on=(await li.sees("买家已把货寄回")).id)
    await li.sees("哪里有问题")
    await li.sends("photo")
    await li.presses("完成", on=(await li.sees("📎")).id)
    await li.types("盒子是空的")
    await li.presses("是", on=(await li.sees("申请平台介入吗", "盒子是空的")).id)

    told = await ann.sees(
        "The operator was called in", "something is wrong with what came back", "盒子是空的"
    )
    await li.sees("平台客服正在处理", "退回的货有问题")
    assert "📦 Sent back" not in told.buttons
    await ann.presses("Show evidence", on=told.id)
    await ann.sees("Evidence on order YJ-000001", "1.")
    await olga.types("/admin")
    await olga.presses("Disputes (1)", on=(await olga.sees("Nothing has failed")).id)
    await olga.presses("2 · YJ-000001", on=(await olga.sees("Disputes, oldest first")).id)
    await olga.presses("Decide", on=(await olga.sees("盒子是空的", "👤 Buyer")).id)
    asked = await olga.sees("Your decision", "How is it settled?")
    assert "💰 Refund, goods are kept" in asked.buttons
    assert "↩️ Return and refund" not in asked.buttons


async def test_the_operator_refunds_what_was_paid_by_card_and_the_rest_is_deducted(shop: Market) -> None:
    ann, li, olga = shop.ann, shop.li, shop.olga
    await ann.presses("Pay", on=(await owe(shop)).id)
    await ann.presses("Card", on=(await ann.sees("To pay now: CN¥975.00")).id)
    await ann.pays(await ann.gets_bill())
    await ann.sees("Your payment of CN¥975.00 has arrived")
    await olga.types("/start")
    await claimed(shop, 120_000, Remedy.REFUND)

    asked = await li.sees("还需退款：¥1,200.00", "其中 ¥975.00 是银行卡付的", "可从中扣除 ¥1,200.00")
    assert "✅ 已退款" not in asked.buttons
    due = await olga.sees("CN¥975.00 of order YJ-000001 is to be refunded at the payment provider")
    await olga.presses("Refund sent", on=due.id)
    await olga.sees("CN¥975.00 of order YJ-000001 is booked as refunded")
    await ann.sees("The operator refunded CN¥975.00 to your card")

    rest = await li.sees("平台客服已把 ¥975.00 退回买家的银行卡", "可从中扣除 ¥225.00")
    await li.presses("从尾款中扣除", on=rest.id)
    await li.presses("是", on=(await li.sees("从买家订单 YJ-000001", "¥225.00")).id)
    paid_off = await ann.sees("CN¥225.00 was deducted from what you still owe", "The refund is paid in full")
    await ann.presses("Order YJ-000001", on=paid_off.id)
    await ann.sees("CN¥225.00 received, CN¥2,050.00 lacking", "Refunded by claim: CN¥1,200.00")
