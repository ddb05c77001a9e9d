"""One person who sells for one supplier and buys from another."""

from bot.commands.invite import new_invitation
from storage.catalogue import StoredCatalogue
from storage.database import Connection, open_database
from tests.conversations.deal import ADDRESS, enter, inquire
from tests.conversations.market import Market
from tests.conversations.people import Shown


async def invitation_to(market: Market, name: str) -> str:
    """An invitation to sell for another supplier of the market."""

    async def invited(connection: Connection) -> str:
        supplier = await StoredCatalogue(connection).supplier_named(name)
        assert supplier is not None
        return await new_invitation(connection, supplier.id)

    async with open_database(market.settings.database_url) as database:
        return await database.run(invited)


async def both_trade_both_ways(market: Market) -> tuple[Shown, Shown]:
    """Ann asks 李 for mugs and 李 asks Ann for bears; returns the card that each of them is to answer."""
    await enter(market.ann, market.li, market.invitation)
    await market.ann.types(f"/start {await invitation_to(market, 'Yiwu Toys')}")
    await market.ann.sees("Yiwu Toys")
    await inquire(market.ann)
    mugs = await market.li.sees("轮到您了：买家发来报价", "500件")
    await market.li.types("毛绒小熊")
    await market.li.presses("1", on=(await market.li.sees("毛绒小熊30厘米", "起订量")).id)
    await market.li.presses("议价", on=(await market.li.sees("阶梯价", "毛绒小熊")).id)
    await market.li.types("300件 10元 15天")
    await market.li.sees("还没有发出")
    await market.li.presses("发送")
    return await market.ann.sees("Your turn: the buyer made you an offer", "Plush bear"), mugs


async def test_his_list_says_what_he_owes_as_a_seller_and_whom_he_waits_for_as_a_buyer(
    market: Market,
) -> None:
    await both_trade_both_ways(market)

    await market.li.types("/negotiations")
    await market.ann.types("/inbox")
    inbox = await market.ann.sees("📥 Inbox", "1 matter waits for you", "1. Plush bear 30 cm")
    await market.ann.presses("Negotiations", on=inbox.id)

    his = await market.li.sees("正在议价", "有 1 笔等您回复")
    hers = await market.ann.sees("Open negotiations", "1 waits for your answer")
    assert entries(his) == [
        ("1. 陶瓷咖啡杯", "🔔 轮到您了：买家发来报价"),
        ("2. 毛绒小熊30厘米", "⏳ 等待卖家回复"),
    ]
    assert entries(hers) == [
        ("1. Plush bear 30 cm", "🔔 Your turn: the buyer made you an offer"),
        ("2. Ceramic coffee mug", "⏳ Waiting for the seller"),
    ]


def entries(listed: Shown) -> list[tuple[str, str]]:
    """Goods and status of each entry of a list."""
    found = [entry.splitlines() for entry in listed.text.split("\n\n")[1:]]
    return [(entry[0], entry[-1]) for entry in found]


async def test_terms_typed_plainly_answer_the_offer_that_waits_for_him(market: Market) -> None:
    bears, _ = await both_trade_both_ways(market)

    await market.li.types("6.6元 20天")
    await market.li.sees("您的还价", "陶瓷咖啡杯", "确定把这份 ¥3,300.00 的报价发给买家吗")
    await market.li.presses("发送")
    await market.ann.sees("Your turn: the seller made you an offer", "6.60")
    await market.ann.types("10.5, 20 days")

    asked = await market.ann.sees("Which one do you mean?", "the seller made you", "the buyer made you")
    await market.ann.presses("2 · Plush bear 30 cm", on=asked.id)
    await market.ann.sees("Your turn: the buyer made you an offer", "Plush bear", "reply to this message")
    await market.ann.reads(bears.id, "The current card: see below ↓")


async def test_he_orders_from_one_and_is_ordered_from_by_the_other(market: Market) -> None:
    bears, mugs = await both_trade_both_ways(market)
    await market.ann.presses("Accept", on=bears.id)
    await market.li.presses("接受", on=mugs.id)
    await market.li.presses("下单", on=(await market.li.sees("卖家接受了您的报价")).id)
    await market.li.types("李先生，宁波市海曙区1号")
    await market.li.presses("确认下单", on=(await market.li.sees("YJ-", "海曙区")).id)
    await market.ann.presses("Place order", on=(await market.ann.sees("The seller accepted")).id)
    await market.ann.types(ADDRESS)
    await market.ann.presses("Confirm order", on=(await market.ann.sees("YJ-", ADDRESS)).id)
    await market.li.sees("买家已下单，请核对并确认", "陶瓷咖啡杯")

    await market.li.types("/orders")

    listed = await market.li.sees("我的订单", "陶瓷咖啡杯", "毛绒小熊")
    assert "您已确认，等待卖家确认" in listed.text
    assert "买家已下单，请核对并确认" in listed.text
