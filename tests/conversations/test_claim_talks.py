"""A claim for goods is talked over: refund, return and replacement, proposed and agreed on the chat."""

import pytest

from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import ADDRESS, enter, inquire, order_at_once
from tests.conversations.market import Market
from tests.goods_claims import claims_goods, refund

KILN = "宁波市江北区窑厂路12号 李先生 13800138000"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock looks often."""
    monkeypatch.setattr("bot.clock.JOB_SECONDS", 0.1)


async def broken(market: Market) -> None:
    """Ann's cups came broken, and she asks Li for 300 yuan."""
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    _, asked = await order_at_once(market.ann, market.li, ADDRESS)
    await market.li.presses("确认下单", on=asked.id)
    await market.ann.sees("Both sides confirmed")
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        await trade.run_sql("UPDATE orders SET status = 'delivered', shipped = 500, funded_at = 1")
        await claims_goods(trade, await trade.order(1), refund(30_000))


async def test_a_refund_becomes_a_return_whose_address_the_seller_gives(market: Market) -> None:
    ann, li = market.ann, market.li
    await broken(market)

    asked = await li.sees("轮到您了：买家申请退款", "仅退款 · 订单 YJ-000001", "涉及 20件（共 500件），破损")
    await li.presses("协商", on=asked.id)
    await li.sees("您想怎么解决", "退货，运费我们出，退¥150.00")
    await li.types("随便")
    await li.sees("没看懂您的方案")
    await li.types("退200元，货不用退")
    await li.sees("您的方案：退款 ¥200.00，货不用退", "理由是什么")
    await li.types("只是杯把有点松")
    await li.sees("发给买家吗？订单 YJ-000001")
    await li.presses("发送")
    await li.sees("等待买家回复", "第2版方案")

    offered = await ann.sees(
        "the seller proposes another solution", "refund of CN¥200.00, the goods are kept"
    )
    await ann.presses("Propose", on=offered.id)
    form = await ann.sees("What do you propose?")
    await ann.presses("Return and refund", on=form.id)
    await ann.sees("Which amount do you propose?", "up to CN¥300.00")
    await ann.presses("100%: CN¥300.00")
    await ann.sees("Who pays for sending the goods back?")
    await ann.presses("Back")
    await ann.presses("75%: CN¥225.00")
    await ann.presses("The seller pays: freight collect")
    await ann.sees("Why?", "goods back, then a refund of CN¥225.00", "the seller pays (freight collect)")
    await ann.types("Half of the handles came off")
    await ann.presses("Send", on=(await ann.sees("Send this to the seller?", "Half of the handles")).id)

    back = await li.sees("买家提出了新方案", "第3版方案（买家提出）：退货，退款 ¥225.00", "卖家出（到付）")
    await li.presses("同意", on=back.id)
    await li.sees("货退到哪里")
    await li.types(KILN)
    sure = await li.sees("确定按“退货，退款 ¥225.00”和买家达成一致吗", KILN, "卖家出（到付）")
    await li.presses("是", on=sure.id)
    await li.sees("等待买家寄回货物")

    agreed = await ann.sees("The seller agreed", "Your turn: send the goods back", "Goes back to:", KILN)
    await ann.presses("All proposals", on=agreed.id)
    listed = await ann.sees("Proposal 1, by the buyer", "Proposal 4, by the seller", "exactly as it was sent")
    assert "The handles are broken" in listed.text
    await ann.presses("Back", on=listed.id)
    await ann.presses("Order YJ-000001", on=(await ann.sees("Your turn: send the goods back")).id)
    await ann.sees("goods back, then a refund of CN¥225.00 · the buyer is to send the goods back")


async def test_a_replacement_is_agreed_and_an_older_card_leads_to_the_current_one(market: Market) -> None:
    ann, li = market.ann, market.li
    await broken(market)
    claimed = await li.sees("轮到您了：买家申请退款")

    await li.presses("协商", on=claimed.id)
    await li.presses("补发/换货", on=(await li.sees("您想怎么解决")).id)
    await li.sees("您的方案：补发/换货", "理由是什么")
    await li.types("包装没打好，给您补发")
    await li.presses("发送", on=(await li.sees("发给买家吗")).id)
    await li.sees("等待买家回复")
    offered = await ann.sees("replacement, the seller sends again", "包装没打好")
    await ann.presses("Agree", on=offered.id)
    sure = await ann.sees("Agree with Ningbo Cups on order YJ-000001: replacement", "The claim of CN¥300.00")
    await ann.presses("Yes", on=sure.id)

    await ann.sees("Waiting for the seller's replacement")
    mine = await li.sees("买家同意了您的方案", "轮到您了：请补发", "补发截止")
    assert not {"✅ 同意", "✍️ 协商", "✖️ 拒绝"} & set(mine.buttons)


async def test_a_refusal_is_a_version_to_which_the_buyer_answers_or_gives_up(market: Market) -> None:
    ann, li = market.ann, market.li
    await broken(market)
    claimed = await li.sees("轮到您了：买家申请退款")

    await li.presses("拒绝", on=claimed.id)
    await li.sees("您拒绝的是：退款 ¥300.00，货不用退", "申请平台介入")
    await li.types("发货前照片上都是好的")
    await li.sees("等待买家回复", "第2版方案（卖家提出）：不退不赔")
    refused = await ann.sees("the seller refuses the claim", "发货前照片上都是好的")
    assert "✅ Agree" not in refused.buttons
    await ann.presses("Propose", on=refused.id)
    await ann.types("refund 100, we keep them, because only the handles are loose")
    await ann.sees("refund of CN¥100.00, the goods are kept", "only the handles are loose", "Send this")
    await ann.presses("Cancel")
    await ann.presses("Withdraw", on=(await ann.sees("the seller refuses the claim")).id)
    await ann.presses("Yes", on=(await ann.sees("Take back the claim of CN¥300.00 to Ningbo Cups")).id)

    await ann.sees("The claim was withdrawn")
    await li.sees("申请已撤回")


async def test_a_draft_that_was_overtaken_is_looked_over_and_sent(market: Market) -> None:
    """Both sides of a dispute propose at the same time: the later one sees the other's and keeps his own."""
    ann, li = market.ann, market.li
    await broken(market)
    card = await li.sees("轮到您了：买家申请退款")
    async with open_database(market.settings.database_url) as database:
        await Trade(database).run_sql("UPDATE claims SET status = 'escalated'")
    await ann.types("YJ-000001")
    await ann.presses("Claim", on=(await ann.sees("Order YJ-000001", "the operator looks at it")).id)

    await li.presses("协商", on=card.id)
    await li.types("退250元，货不用退，因为只是杯把松了")
    mine = await li.sees("退款 ¥250.00", "只是杯把松了", "发给买家吗")
    await ann.presses("Propose", on=(await ann.sees("The operator looks at the claim")).id)
    await ann.types("refund 280 because they are not usable")
    await ann.presses("Send", on=(await ann.sees("Send this to the seller?")).id)
    hers = await li.sees("第2版方案（买家提出）：退款 ¥280.00")
    overtaken = await li.reads(mine.id, "最新进展请见下方")
    assert overtaken.buttons == ()
    await li.presses("协商", on=hers.id)
    await li.presses("发送", on=(await li.sees("退款 ¥250.00", "只是杯把松了", "发给买家吗")).id)

    both = await ann.sees("Proposal 3, by the seller: refund of CN¥250.00")
    await ann.presses("Agree", on=both.id)
    await ann.presses("Yes", on=(await ann.sees("Agree with Ningbo Cups")).id)
    await li.sees("轮到您了：请退款")
