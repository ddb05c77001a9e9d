"""/orders: filters with counts, an order by its number, its record and talk, and the order book as a file."""

import asyncio
import csv
import io

from domain.lifecycle import OrderStatus
from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import ADDRESS, counter, enter, inquire, strike
from tests.conversations.market import Market
from tests.conversations.people import Phone
from tests.faults.rig import ask, rest
from tests.orders import carried_to


async def document(market: Market, phone: Phone, number: int = 0) -> bytes:
    """The bytes of the document that arrived in a chat, the first unless another is meant."""
    shown = (await phone.finds("document", number + 1))[number]
    chat = await ask(market, "GET", f"/chats/{phone.id}?last=50")
    message = next(each for each in chat["messages"] if each["message_id"] == shown.id)
    async with market.session.get(market.url + message["document"]["url"]) as response:
        return await response.read()


async def test_a_buyer_filters_opens_by_number_reads_again_and_exports(market: Market) -> None:
    ann, li = market.ann, market.li
    await strike(ann, li, market.invitation)
    await ann.types("/orders")
    listed = await ann.sees("Your orders · All", "YJ-000001")
    assert {"To do · 1", "Unpaid · 1", "📤 Export"} <= set(listed.buttons)
    await ann.presses("Unpaid · 1", on=listed.id)
    await ann.reads(listed.id, "Your orders · Unpaid", "YJ-000001")

    await ann.types("7")
    await ann.sees("You have no order with the number 7")
    await ann.types("1")
    card = await ann.sees("Order YJ-000001", ADDRESS)
    await ann.presses("Message", on=card.id)
    await ann.types("Please pack in cartons of 50")
    asked = await li.sees("Please pack in cartons of 50", "订单 YJ-000001")
    await li.types("好的，没问题", reply_to=asked.id)
    await ann.sees("好的，没问题", "Order YJ-000001")
    await ann.presses("Done")
    await ann.types("yj-1")
    card = await ann.sees("Order YJ-000001", "Awaiting payment")
    await ann.presses("All messages", on=card.id)
    talk = await ann.reads(card.id, "1. You", "cartons of 50", "2. The seller", "好的，没问题")
    await ann.presses("Back", on=talk.id)
    await ann.presses("Record", on=card.id)
    await ann.reads(card.id, "Order confirmed · the seller", "Checked just now")

    await ann.presses("Export", on=listed.id)
    asked_format = await ann.sees("Export your order book", "As a buyer: 1 order")
    await ann.presses("CSV", on=asked_format.id)
    rows = list(csv.reader(io.StringIO((await document(market, ann)).decode("utf-8-sig"), newline="")))
    book = dict(zip(rows[0], rows[1], strict=True))
    assert [book[head] for head in ("Order", "Quantity", "Total")] == ["YJ-000001", "500", "3300.00"]
    assert len(rows) == 2


async def test_files_made_at_once_reach_only_those_who_asked(market: Market) -> None:
    ann, li = market.ann, market.li
    await strike(ann, li, market.invitation)
    for phone, words in ((ann, "Export"), (li, "导出")):
        await phone.types("/orders")
        await phone.presses(words, on=(await phone.sees("YJ-000001", "📦")).id)
    asked = [(ann, await ann.sees("As a buyer: 1 order")), (li, await li.sees("我卖的：1 笔订单"))]

    presses = [
        phone.presses(kind, on=shown.id) for phone, shown in asked for kind in ("CSV", "XLSX", "JSON") * 2
    ]
    await asyncio.gather(*presses)
    await rest(market, market.settings.database_url)

    for phone, side in ((ann, "buyer"), (li, "seller")):
        chat = (await ask(market, "GET", f"/chats/{phone.id}?last=50"))["messages"]
        names = [each["document"]["name"] for each in chat if each.get("document")]
        assert sorted(names) == sorted(f"orders-{side}.{kind}" for kind in ("csv", "xlsx", "json") * 2)


async def test_a_seller_sees_what_waits_for_him_in_chinese_and_exports_too(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await inquire(ann)
    await counter(li)
    await ann.presses("Accept", on=(await ann.sees("6.60")).id)
    await ann.presses("Place order")
    await ann.types(ADDRESS)
    await ann.presses("Confirm order", on=(await ann.sees("YJ-", ADDRESS)).id)
    await li.sees("YJ-000001")

    await li.types("/orders")
    listed = await li.sees("我的订单 · 全部", "YJ-000001")
    await li.presses("待我处理 · 1", on=listed.id)
    await li.reads(listed.id, "我的订单 · 待我处理", "请核对并确认")
    await li.presses("确认下单")
    await li.sees("等待付款")
    await li.presses("全部 · 1", on=listed.id)
    await li.reads(listed.id, "我的订单 · 全部")
    await li.types("订单1")
    await li.sees("订单 YJ-000001", "等待付款")
    await li.presses("导出", on=listed.id)
    await li.presses("JSON", on=(await li.sees("导出订单", "我卖的：1 笔订单")).id)
    content = (await document(market, li)).decode()
    assert '"number": "YJ-000001"' in content
    assert '"total": 3300.00' in content


async def test_a_number_means_an_order_only_where_nothing_else_is_asked(market: Market) -> None:
    ann = market.ann
    await strike(ann, market.li, market.invitation)
    await ann.types("/orders")
    await ann.sees("Your orders")
    await ann.types("coffee mug")
    await ann.sees("🔎", "Ceramic coffee mug")
    await ann.types("/menu")
    await rest(market, market.settings.database_url)

    await ann.types("1")

    await ann.sees("🤷", "1")
    async with open_database(market.settings.database_url) as database:
        await carried_to(Trade(database), OrderStatus.IN_PRODUCTION, await Trade(database).order(1))
    await ann.types("YJ-000001")
    await ann.sees("In production", "YJ-000001")
