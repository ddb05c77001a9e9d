"""An order is paid: by card, by transfer with a slip, in part, too much, and given back."""

from pathlib import Path

import pytest

from tests.conversations.conftest import open_market
from tests.conversations.market import Market
from tests.conversations.paying import owe, set_bank


@pytest.fixture
async def shop(database_url: str, tmp_path: Path, no_waiting: None) -> object:
    """The market with a payment provider."""
    async with open_market(
        database_url, str(tmp_path / "files"), payment_provider_token="1:TEST:x"
    ) as opened:
        yield opened


async def test_the_deposit_is_paid_by_card_and_the_same_bill_not_twice(shop: Market) -> None:
    card = await owe(shop)
    assert "Deposit: CN¥975.00 · due before production" in card.text

    await shop.ann.presses("Pay", on=card.id)
    ways = await shop.ann.sees("Pay order YJ-", "To pay now: CN¥975.00 (Deposit)", "no escrow")
    await shop.ann.presses("Card", on=ways.id)
    bill = await shop.ann.gets_bill()
    paid = await shop.ann.pays(bill)
    thanks = await shop.ann.sees("Your payment of CN¥975.00 has arrived", "✅ received")
    told = await shop.li.sees("已入账", "定金")
    again = await shop.ann.pays(bill)

    assert (bill["total_amount"], bill["currency"], paid["ok"]) == (97_500, "CNY", True)
    assert "✖️ Cancel" not in thanks.buttons
    assert "✅" in told.text
    assert again["ok"] is False
    assert "paid already" in again["error_message"]


async def test_the_buyer_transfers_and_the_seller_finds_another_amount(market: Market) -> None:
    card = await owe(market)
    await set_bank(market)
    await market.ann.presses("Pay", on=card.id)
    ways = await market.ann.sees("To pay now", "Card is not offered")
    assert "💳 Card" not in ways.buttons
    await market.ann.presses("Company transfer", on=ways.id)
    shown = await market.ann.sees("6222021234567890", "BKNBCN2N", "changed this account")
    await market.ann.presses("I have paid", on=shown.id)
    asked = await market.ann.sees("You paid CN¥975.00", "Payment received")
    await market.ann.sends("photo")
    await market.ann.sends("document")
    await market.ann.presses("Done", on=(await market.ann.sees("2 slips are here")).id)
    await market.ann.sees("The seller was told that you paid CN¥975.00", "CN¥975.00 stated as paid")

    stated = (await market.li.finds("photo"))[-1]
    assert "买家说已为订单" in stated.text
    await market.li.presses("确认收款", on=stated.id)
    sure = await market.li.sees("收到了吗", "975.00")
    await market.li.types("400")
    sure = await market.li.sees("收到了吗", "400.00")
    await market.li.presses("是", on=sure.id)
    await market.li.reads(sure.id, "已到账 ¥400.00，还差 ¥575.00")
    partly = await market.ann.sees("The seller has received your payment of CN¥400.00", "CN¥575.00 lacking")
    toast = await market.li.presses("确认收款", on=stated.id)

    assert "Pay" in " ".join(partly.buttons)
    assert asked.buttons[0] == "Skip"
    assert "已经有人答复过" in toast


async def test_an_alipay_payment_is_missed_then_found_too_large_and_the_rest_given_back(
    market: Market,
) -> None:
    card = await owe(market, "500 pcs at 6.5, 15 days, alipay")
    await market.ann.presses("Pay", on=card.id)
    await market.ann.presses("Alipay", on=(await market.ann.sees("To pay now", "Full amount")).id)
    await market.ann.sees("The supplier has not entered an account for this yet")
    await market.li.presses("收款账户", on=(await market.li.sees("想这样付款：支付宝")).id)
    await market.li.presses("支付宝", on=(await market.li.sees("还没有填写")).id)
    await market.li.sees("请发送支付宝账号")
    await market.li.types("call me")
    await market.li.sees("这不是支付宝账号")
    await market.li.sends("photo")
    await market.li.sees("已保存", "收款码")

    await market.ann.presses("Back", on=card.id)
    await market.ann.presses("Alipay", on=(await market.ann.sees("To pay now", "Full amount")).id)
    code = (await market.ann.finds("photo"))[-1]
    await market.ann.presses("I have paid", on=code.id)
    await market.ann.types("3,260 yuan")
    await market.ann.sends("voice")
    await market.ann.presses("Skip", on=(await market.ann.sees("You paid CN¥3,260.00")).id)
    await market.li.presses("未收到", on=(await market.li.sees("买家说已为订单", "3,260.00")).id)
    await market.li.sees("怎么回复买家")
    await market.li.types("账户里没有这笔钱")
    told = await market.ann.sees("has not received your payment of CN¥3,260.00", "账户里没有这笔钱")

    await market.li.presses("确认收款", on=(await market.li.sees("已告知买家")).id)
    await market.li.sees("到账多少")
    await market.li.types("3260")
    await market.li.presses("是", on=(await market.li.sees("收到了吗", "3,260.00")).id)
    over = await market.ann.sees("has received your payment of CN¥3,260.00", "is to be given back")
    await market.li.presses("已退款", on=(await market.li.sees("¥10.00 应由卖家退给买家")).id)
    await market.li.presses("是", on=(await market.li.sees("已把 ¥10.00 退给订单")).id)
    back = await market.ann.sees("CN¥10.00 was sent back to you", "Given back to the buyer: CN¥10.00")

    assert "💳 Pay" in told.buttons
    assert "💳 Pay" not in over.buttons
    assert "is to be given back" not in back.text
