"""Negotiating every term of a deal: by buttons alone, in one line, and with what a supplier usually asks."""

import pytest

from tests.conversations.deal import enter, inquire, open_form
from tests.conversations.market import Market
from tests.faults.rig import rest

FURTHER = (
    ("MOQ", "how many at least", "25 pieces"),
    ("Freight and trade term", "Who pays the freight", "FOB"),
    ("Quality", "checked against", "inspection AQL 2.5"),
    ("If late", "for each day the goods are late", "0.5% of the total a day, at most 10%"),
    ("Offer valid for", "How many days", "7 days"),
)


async def test_every_term_is_agreed_by_buttons_alone(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    form = await open_form(ann)
    for words in ("500 pieces", "CN¥6.80", "15 days", "sea freight", "Company transfer, 30% deposit", "Skip"):
        await ann.presses(words, on=form.id)
    await ann.sees("Nothing is sent yet", "15 days", "sea freight", "30% deposit, 70% before shipment")

    for field, question, answer in FURTHER:
        await ann.presses("Edit", on=form.id)
        await ann.presses("More terms", on=form.id)
        await ann.presses(field, on=form.id)
        await ann.sees(question)
        await ann.presses(answer, on=form.id)
        await ann.sees("Nothing is sent yet")
    await ann.presses("Send", on=form.id)

    card = await li.sees("轮到您了", "FOB Ningbo", "按该贸易条款由买家付", "按 AQL 2.5 验货", "起订量：25件")
    assert "每延期一天赔总价的 0.5%，最多 10%" in card.text
    assert "报价有效期：7 天" in card.text


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_customizing_changes_the_total_and_a_lower_moq_is_asked_for(market: Market, kind: str) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("🔎", "Ceramic coffee mug", "MOQ")).id)
    await ann.presses("Customize", on=(await ann.sees("Ceramic coffee mug", "by quantity")).id)
    form = await ann.sees("What is customized")
    await ann.sends(kind)
    await ann.sees("Customization: logo", "Logo: file attached")
    await ann.types("0.5")
    asked = await ann.sees("the fee for each piece, or once")
    await ann.presses("CN¥0.50 / piece", on=asked.id)
    form = await ann.sees("Customization: logo", "Customization fee: CN¥0.50 / piece")
    await ann.presses("Done", on=form.id)
    await ann.types("40 pcs at 7, 15 days")
    refused = await ann.sees("40 pieces is below the MOQ")
    await ann.presses("Ask for an MOQ of 40 pieces", on=refused.id)
    draft = await ann.sees("Nothing is sent yet", "MOQ: 40 pieces", "Total: CN¥300.00")
    await ann.presses("Send", on=draft.id)

    card = await li.sees("轮到您了", "起订量：40件", "定制费：¥0.50/件", "总价：¥300.00", "含定制费 ¥20.00")
    await li.presses("LOGO", on=card.id)
    assert "第 1 版报价的 LOGO" in (await li.finds(kind))[0].text
    await li.presses("接受", on=card.id)

    await ann.sees("Agreed", "MOQ: 40 pieces", "Total: CN¥300.00")


async def test_terms_that_contradict_each_other_are_refused_kindly(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await inquire(ann)
    card = await li.sees("轮到您了", "500件")
    await li.presses("还价", on=card.id)
    form = await li.sees("要改哪一项")
    await li.presses("单价：¥6.50/件", on=form.id)
    await li.types("500:7 1000:7.5")
    await li.sees("阶梯价最多 6 档", "单价不能越买越贵")
    await li.types("500:7 1000:6.5")
    await li.sees(
        "还没有发出", "阶梯价：500 起 ¥7.00 · 1,000 起 ¥6.50", "¥7.00/件", "总价：¥3,250.00 → ¥3,500.00"
    )
    await li.presses("发送")

    countered = await ann.sees("Your turn", "Price tiers: from 500: CN¥7.00 · from 1,000: CN¥6.50")
    await rest(market, market.settings.database_url)
    await ann.types("1000 pcs", reply_to=countered.id)

    await ann.sees("Nothing is sent yet", "CN¥7.00 / piece → CN¥6.50 / piece", "→ CN¥6,500.00")


async def test_what_a_supplier_usually_asks_fills_what_the_buyer_leaves_open(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await li.types("/settings")
    await li.presses("常用条款", on=(await li.sees("设置", "语言")).id)
    usual = await li.sees("常用条款", "宁波杯业", "还没设置")
    await li.types("走海运，公司转账，定金30%")
    usual = await li.sees("常用条款", "付款：公司转账 · 定金 30%，发货前付尾款 70%", "运输：海运")
    await li.presses("质量标准", on=usual.id)
    await li.presses("与封样一致", on=(await li.sees("平时按什么质量标准交货")).id)
    await li.sees("质量标准：与封样一致")

    await open_form(ann)
    await ann.types("500 pcs at 6.5, by air")
    draft = await ann.sees("Nothing is sent yet", "the supplier's usual terms")
    await ann.presses("Send", on=draft.id)

    assert "Payment: Company transfer · 30% deposit, 70% before shipment ◦" in draft.text
    assert "Shipping: air freight\n" in draft.text
    card = await li.sees("轮到您了", "空运", "与封样一致", "定金 30%")
    assert "◦" not in card.text
