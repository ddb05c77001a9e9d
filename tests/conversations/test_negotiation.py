"""Haggling with buttons and replies, and what comes too late."""

from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market

ANSWERS = (
    ("500 pieces", "Which unit price"),
    ("Skip", "How many days"),
    ("15 days", "How shall the goods travel?"),
    ("sea freight", "Payment: which way"),
    ("Alipay", "Anything else"),
    ("Skip", "Nothing is sent yet"),
)


async def test_questions_cross_the_table_and_words_of_agreement_accept_nothing(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    card = await market.li.sees("轮到您了", "500件")

    await market.li.presses("提问", on=card.id)
    await market.li.sees("想对买家说什么")
    await market.li.types("杯子要什么颜色？")
    question = await market.ann.sees("The seller writes", "杯子要什么颜色？")
    await market.ann.types("Blue, please", reply_to=question.id)
    await market.li.sees("买家留言", "Blue, please")
    await market.li.types("同意", reply_to=card.id)

    agreed = await market.li.sees("请点“接受”")
    assert "✅ 接受" in agreed.buttons
    assert "Waiting for the seller" in (await market.ann.sees("Waiting for the seller")).text
    assert sent.buttons == (
        "❓ Ask",
        "↩️ Withdraw",
        "🚚 Freight",
        "🎁 Request sample",
        "📞 Call supplier",
    )


async def test_a_form_filled_by_buttons_is_sent_once(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await market.ann.types("coffee mug")
    await market.ann.presses("1", on=(await market.ann.sees("Ceramic coffee mug", "MOQ")).id)
    await market.ann.presses("Negotiate", on=(await market.ann.sees("Price per piece")).id)
    form = await market.ann.sees("How many?")
    for words, question in ANSWERS:
        await market.ann.presses(words, on=form.id)
        await market.ann.sees(question)
    await market.ann.presses("Send", on=form.id)

    card = await market.ann.sees("Waiting for the seller", "CN¥6.80", "sea freight", "Alipay")
    await market.li.sees("轮到您了", "¥6.80", "海运", "支付宝")

    assert card.id == form.id


async def test_a_note_is_removed_and_the_other_side_sees_it(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann, "500 pcs at 6.5, 15 days, blue lids")
    card = await market.li.sees("轮到您了", "备注：blue lids")

    await market.li.presses("还价", on=card.id)
    form = await market.li.sees("要改哪一项")
    await market.li.presses("备注：blue lids", on=form.id)
    await market.li.sees("还有什么要备注的吗")
    await market.li.presses("不要备注", on=form.id)
    await market.li.sees("还没有发出", "备注：blue lids → 已删除")
    await market.li.presses("发送", on=form.id)

    await market.ann.sees("Your turn", "Note: blue lids → removed", "15 days")


async def test_a_refusal_asks_once_more_and_both_know_the_end(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    card = await market.li.sees("轮到您了", "500件")

    await market.li.presses("拒绝", on=card.id)
    await market.li.sees("确定拒绝买家的第 1 版报价")
    await market.li.presses("是", on=card.id)

    await market.li.sees("已拒绝")
    declined = await market.ann.sees("The seller declined your offer")
    await market.ann.presses("Negotiate", on=declined.id)
    await market.ann.sees("Your inquiry", "How many?")


async def test_an_order_is_edited_cancelled_and_listed(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    card = await market.li.sees("轮到您了", "500件")
    await market.li.presses("接受", on=card.id)
    agreed = await market.ann.sees("The seller accepted your offer")
    await market.ann.presses("Place order", on=agreed.id)
    await market.ann.sees("Where shall the goods be delivered?")
    await market.ann.types("1 Old Street, Leeds")
    order = await market.ann.sees("YJ-", "1 Old Street, Leeds")
    await market.ann.presses("Edit", on=order.id)
    await market.ann.sees("Order YJ-", "What shall be changed?", "1 Old Street")
    await market.ann.types("2 New Street, Leeds")
    edited = await market.ann.sees("YJ-", "2 New Street, Leeds", "confirm")

    await market.ann.presses("Cancel", on=edited.id)
    await market.ann.sees("Cancel order YJ-")
    await market.ann.presses("Yes", on=edited.id)

    await market.li.sees("买家取消了订单")
    await market.ann.types("/negotiations")
    await market.ann.sees("No negotiation is open")
