"""An order that is late: both hear of it, the buyer claims, they bargain, and the seller pays."""

import pytest

from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import ADDRESS, enter, inquire, order_at_once
from tests.conversations.market import Market
from tests.conversations.people import Shown

LINE = "500 pcs at 6.6, 15 days, balance on delivery, 0.5% per day late, max 10%"
A_DAY = 86_400_000


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock looks often."""
    monkeypatch.setattr("bot.clock.JOB_SECONDS", 0.1)


async def ordered(market: Market, line: str = LINE) -> Shown:
    """An order that both confirmed, as the buyer's card shows it."""
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann, line)
    _, asked = await order_at_once(market.ann, market.li, ADDRESS)
    await market.li.presses("确认下单", on=asked.id)
    return await market.ann.sees("Both sides confirmed")


async def pass_days(market: Market, days: int) -> None:
    """So many days pass for the order; its time is up then."""
    async with open_database(market.settings.database_url) as database:
        await Trade(database).run_sql(
            "UPDATE orders SET funded_at = funded_at - :passed, expires_at = 1", passed=days * A_DAY
        )


async def test_a_late_order_is_claimed_for_bargained_over_and_paid(market: Market) -> None:
    ann, li = market.ann, market.li
    await ordered(market)

    await pass_days(market, 21)
    await li.sees("已延期6天", "按约定应赔付：¥99.00")
    drafted = await ann.sees(
        "6 days late", "0.5% a day of the total of CN¥3,300.00", "500 pieces of 500 pieces"
    )
    await ann.presses("Send claim", on=drafted.id)
    await ann.sees(
        "Waiting for the seller's answer", "Claimed: CN¥99.00", "Otherwise the claim goes to the operator"
    )

    asked = await li.sees("轮到您了：买家申请延期赔付", "申请金额：¥99.00", "延期6天")
    await li.presses("协商", on=asked.id)
    question = await li.sees("您提议的金额是多少", "¥99.00")
    assert "50%：¥49.50" in question.buttons
    await li.types("改成300元")
    await li.sees("不超过申请金额 ¥99.00")
    await li.types("改成60元")
    await li.sees("您的方案：赔付 ¥60.00", "理由是什么")
    await li.types("原材料晚到了")
    await li.sees("发给买家吗", "赔付 ¥60.00", "原材料晚到了")
    await li.presses("发送")
    await li.sees("等待买家回复", "第2版方案", "¥60.00", "原材料晚到了")

    proposed = await ann.sees(
        "the seller proposes another solution", "Proposal 2", "CN¥60.00", "原材料晚到了"
    )
    await ann.presses("Agree", on=proposed.id)
    await ann.presses(
        "Yes", on=(await ann.sees("Agree with Ningbo Cups on order YJ-000001: compensation of CN¥60.00?")).id
    )
    await ann.sees("Waiting for the seller to pay", "CN¥60.00")

    owed = await li.sees("已谈妥", "¥60.00", "请支付赔付款")
    assert {"✅ 已赔付", "从尾款中扣除"} <= set(owed.buttons)
    await li.presses("已赔付", on=owed.id)
    await li.presses("是", on=(await li.sees("赔付款 ¥60.00 已经付给买家了吗")).id)
    await li.sees("赔付已结清")
    paid = await ann.sees("The compensation is settled", "CN¥60.00")
    await ann.presses("Order YJ-000001", on=paid.id)
    card = await ann.sees("Claim: compensation of CN¥60.00 · settled")
    assert "⏰ Claim compensation" not in card.buttons


async def test_a_refusal_is_given_a_reason_and_talk_goes_on(market: Market) -> None:
    ann, li = market.ann, market.li
    await ordered(market)
    await pass_days(market, 17)
    await ann.presses("Later", on=(await ann.sees("2 days late", "You may claim CN¥33.00 now")).id)
    card = await ann.sees("Order YJ-", "Compensation by the agreed terms: CN¥33.00")
    await ann.presses("Claim compensation", on=card.id)
    await ann.presses("Send claim", on=(await ann.sees("You may claim", "What you send stays as it is")).id)
    claim = await ann.sees("Waiting for the seller's answer")

    await li.presses("拒绝", on=(await li.sees("买家申请延期赔付")).id)
    await li.types("包装是您后来改的")
    refused = await li.sees("等待买家回复", "不退不赔", "包装是您后来改的")
    told = await ann.sees("the seller refuses the claim", "包装是您后来改的")
    await ann.reads(claim.id, "The current card")
    await ann.types("We changed the packing in March already", reply_to=told.id)
    await li.sees("We changed the packing in March already")
    assert "✖️ 拒绝" not in refused.buttons


async def test_where_no_compensation_was_agreed_both_are_told_to_talk(market: Market) -> None:
    await ordered(market, "500 pcs at 6.6, 15 days, balance on delivery")

    await pass_days(market, 16)

    told = await market.ann.sees("1 day late", "No late-delivery compensation was agreed")
    assert "⏰ Claim compensation" not in told.buttons
    await market.li.sees("已延期1天", "没有约定延期赔付")
