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
    await market.ann.sees("The seller was told that you paid CN¥975.00", "due before production")

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
