"""The bot is killed again and again on the way of an order: paid for, made, shipped and written down."""

from pathlib import Path
from typing import Final

import pytest

from storage.tables.agreement import agreements
from storage.tables.catalogue import products
from storage.tables.money import bookings, charges, statement_answers
from storage.tables.shipping import consignments, milestone_files, milestones
from storage.tables.trade import confirmations, orders
from tests.conversations.deal import ADDRESS, enter, inquire, order_at_once
from tests.conversations.market import Market
from tests.conversations.paying import LINE, set_bank
from tests.conversations.people import Phone
from tests.crash.supervised import supervised
from tests.crash.test_kills import repeated
from tests.faults.rig import ailments, dead, rest, table_rows
from tests.faults.workers import open_workshop
from tests.importing.seller_files import csv_text, cups

PLAN: Final = (
    "update.before_commit:10",  # the order form is complete
    "update.after_commit:4",  # the agreement is to be made
    "update.before_commit:3",  # Telegram asks before the payment by card
    "update.before_commit:2",  # Telegram tells of the payment
    "update.before_commit:6",  # the second photo of a stage's album
    "update.after_commit:2",  # the stage is to be told, with its album
    "update.before_commit:10",  # the seller has received a payment
    "update.before_commit:7",  # the goods leave
    "update.after_commit:4",  # the order book is to be made
    "update.before_commit:3",  # a file that was checked is to be imported
)
"""Where the bot dies, start after start; counted from the update that the last kill left undone."""
LEFT: Final = {
    orders: 1,
    confirmations: 2,
    agreements: 1,
    charges: 1,
    statement_answers: 1,
    bookings: 2,
    milestones: 1,
    milestone_files: 2,
    consignments: 1,
    products: 37,
}


@pytest.mark.timeout(600)
async def test_an_order_goes_all_the_way_and_nothing_of_it_twice(database_url: str, tmp_path: Path) -> None:
    async with open_workshop(database_url, str(tmp_path / "files")) as workshop:
        market = workshop.market()
        environment = {**workshop.environment(), "PAYMENT_PROVIDER_TOKEN": "1:TEST:x"}

        async with supervised(environment, list(PLAN)) as bot:
            await trade(market)
            await rest(workshop, database_url)

        assert (bot.kills, bot.errors) == (len(PLAN), [])
        assert await repeated(workshop.session, workshop.url) <= bot.kills
    assert {table: await table_rows(database_url, table) for table in LEFT} == LEFT
    assert (await dead(database_url), await ailments(database_url)) == ((0, 0), [])


async def trade(market: Market) -> None:
    """Ordered, agreed on paper, paid in two ways, made, shipped and written down; then goods are imported."""
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await inquire(ann, LINE)
    _, asked = await order_at_once(ann, li, ADDRESS)
    await li.presses("确认下单", on=asked.id)
    card = await ann.sees("Both sides confirmed: order YJ-", "Awaiting payment")
    await ann.presses("Agreement", on=card.id)
    await ann.finds("document")
    await pay_by_card(ann, card.id)
    await make(ann, li)
    await set_bank(market)
    await transfer(ann, li)
    await ship(ann, li)
    await ann.types("/orders")
    await ann.presses("Export", on=(await ann.sees("Your orders · All")).id)
    await ann.presses("CSV", on=(await ann.sees("Export your order book")).id)
    await ann.finds("document", 2)
    await li.types("/products")
    await li.sees("共 3 个商品")
    await li.sends_file("cups.csv", csv_text(cups(30)).encode())
    await li.presses("导入（30 行）", on=(await li.sees("新增 30")).id)
    await li.sees("✅ 已导入 30 行")


async def pay_by_card(ann: Phone, card_id: int) -> None:
    await ann.presses("Pay", on=card_id)
    await ann.presses("Card", on=(await ann.sees("To pay now: CN¥975.00 (Deposit)")).id)
    paid = await ann.pays(await ann.gets_bill())
    assert paid["ok"], paid
    await ann.sees("Your payment of CN¥975.00 has arrived")


async def make(ann: Phone, li: Phone) -> None:
    paid = await li.sees("已入账", "定金")
    await li.presses("开始生产", on=paid.id)
    await li.presses("汇报进度", on=(await li.sees("生产中", "最晚发货时间")).id)
    await li.presses("备料完成")
    await li.sees("请发照片（最多 10 张）")
    await li.sends("album", generate=2)
    await li.sees("收到", "发完请点“完成”")
    await li.presses("完成")
    await ann.sees("🏭 Order YJ-", ": Materials ready")
    await ann.finds("photo", 2)


async def ship(ann: Phone, li: Phone) -> None:
    await li.presses("发货", on=(await li.sees("生产中", "尾款：¥2,275.00 · ✅")).id)
    await li.types("dhl 1234567890")
    await li.presses("全部 500件")
    await li.presses("跳过", on=(await li.sees("预计什么时候到")).id)
    await li.presses("完成", on=(await li.sees("有装箱单照片吗")).id)
    await li.presses("是", on=(await li.sees("通知买家已发货吗", "500件")).id)
    await ann.sees("Shipped: 500 of 500 pieces", "DHL 1234567890")


async def transfer(ann: Phone, li: Phone) -> None:
    await ann.presses("Pay")
    await ann.presses("Company transfer", on=(await ann.sees("To pay now")).id)
    await ann.presses("I have paid", on=(await ann.sees("6222021234567890")).id)
    await ann.presses("Skip", on=(await ann.sees("You paid CN¥2,275.00")).id)
    await li.presses("确认收款", on=(await li.sees("买家说已为订单")).id)
    sure = await li.sees("收到了吗", "2,275.00")
    await li.presses("是", on=sure.id)
    await ann.sees("The seller has received your payment of CN¥2,275.00")
