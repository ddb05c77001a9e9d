"""An order shows its whole money history: what was paid, what went back, and what is still owed."""

from tests.conversations.market import Market
from tests.conversations.paying import owe


async def test_every_payment_and_what_went_back_is_on_one_page(market: Market) -> None:
    ann, li = market.ann, market.li
    card = await owe(market)
    assert "💰 Money" not in card.buttons
    await li.presses("确认收款", on=(await li.sees("下一步：等买家付款")).id)
    await li.sees("到账多少")
    await li.types("3300")
    await li.presses("是", on=(await li.sees("收到了吗", "3,300.00")).id)
    await li.presses("已退款", on=(await li.sees("¥50.00 应由卖家退给买家")).id)
    await li.presses("是", on=(await li.sees("已把 ¥50.00 退给订单")).id)

    back = await ann.sees("CN¥50.00 was sent back to you")
    await ann.presses("Money", on=back.id)
    page = await ann.reads(back.id, "Money of order YJ-000001")
    await li.presses("款项", on=(await li.sees("已退给买家：¥50.00")).id)
    own = await li.sees("订单 YJ-000001 的款项", "退还买家 · 公司转账")

    assert "The buyer paid · Company transfer\n+CN¥3,300.00 · CN¥3,300.00 paid in all" in page.text
    assert "Given back to the buyer · Company transfer\n−CN¥50.00 · CN¥3,250.00 paid in all" in page.text
    assert "Nothing is owed." in page.text
    assert "−¥50.00，累计实付 ¥3,250.00" in own.text
    await ann.presses("Back", on=page.id)
    await ann.reads(page.id, "Order YJ-000001", "Payment, CN¥3,250.00 in all")
