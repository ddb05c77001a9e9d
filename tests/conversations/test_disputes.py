"""A claim that the sides do not settle goes to the operator, who sees it all, asks, suggests and decides."""

import pytest

from domain.claim_facts import ClaimKind, ClaimReason, Ground
from services.ruling_draft import Step
from storage.database import open_database
from storage.doctor import examine, examine_claims
from tests.builders import Trade
from tests.conversations.market import Market
from tests.conversations.people import Shown
from tests.conversations.test_late import ordered, pass_days
from tests.faults.rig import press, rest
from tests.goods_claims import claims_goods, goods_back
from views.callback_data.disputes import AnswerRuling, AskEvidence, BeginRuling, SendRuling, ShowDispute

ANN, LI, OLGA = 9001, 9002, 9003


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock looks often."""
    monkeypatch.setattr("bot.clock.JOB_SECONDS", 0.1)


async def refused(market: Market) -> Shown:
    """李 refuses Ann's claim of CN¥99.00; returns her card."""
    ann, li = market.ann, market.li
    await market.olga.types("/start")
    await ordered(market)
    await pass_days(market, 21)
    await ann.presses("Send claim", on=(await ann.sees("6 days late")).id)
    await li.presses("拒绝", on=(await li.sees("轮到您了：买家申请延期赔付")).id)
    await li.types("包装是您后来改的")
    return await ann.sees("the seller refuses the claim", "包装是您后来改的")


async def escalated(market: Market) -> Shown:
    """Ann calls the operator in; returns Olga's card."""
    ann = market.ann
    await ann.presses("Escalate", on=(await refused(market)).id)
    asked = await ann.sees("Call the operator in for order YJ-000001, over CN¥99.00?")
    await ann.presses("Yes", on=asked.id)
    return await market.olga.sees("A new dispute", "Late delivery · order YJ-000001", "CN¥99.00")


async def claimed_for_goods(market: Market) -> None:
    """Ann claims for broken mugs, and the week of talking is over."""
    async with open_database(market.settings.database_url) as database:
        trade, ground = Trade(database), Ground(ClaimKind.RETURN, ClaimReason.DAMAGED, count=20)
        await claims_goods(trade, await trade.order(1), goods_back(13_200), ground)
        await trade.run_sql("UPDATE claims SET expires_at = 1")


async def broken(market: Market) -> list[str]:
    async with open_database(market.settings.database_url) as database:
        found = [*await examine(database), *await examine_claims(database)]
    return [finding.says for finding in found if finding.rows]


async def test_the_operator_sees_it_all_asks_for_evidence_and_his_suggestion_is_agreed_to(
    market: Market,
) -> None:
    ann, li, olga = market.ann, market.li, market.olga
    case = await escalated(market)
    await li.sees("平台已介入", "平台客服正在处理")
    for button, shown in (
        ("What was agreed", "6.60"),
        ("Messages", "There is nothing here"),
        ("Record", "Operator called in"),
        ("Money", "Still owed"),
        ("Versions", "nothing, it is refused"),
    ):
        word = "Agreement" if button == "What was agreed" else button
        await olga.presses(word, on=case.id)
        await olga.reads(case.id, button, shown)
        await olga.presses("Back", on=case.id)
        await olga.reads(case.id, "Orders: 1, cancelled: 0", "Claims: 1")

    await olga.presses("Ask for evidence", on=case.id)
    await olga.presses("The buyer", on=(await olga.reads(case.id, "Whom do you ask")).id)
    await olga.presses(
        "Close photos of the defects", on=(await olga.reads(case.id, "What do you ask for?")).id
    )
    await olga.presses("1 day", on=(await olga.reads(case.id, "How long do they have?")).id)
    await olga.reads(case.id, "Evidence asked for", "The buyer, until", "Close photos of the defects")
    wanted = await ann.sees("The operator asks you for evidence until", "Close photos of the defects")
    await ann.presses("Add evidence", on=wanted.id)
    await ann.sees("Please send photos or PDF files")
    await ann.sends("album", generate=2)
    await rest(market, market.settings.database_url)
    await ann.presses("Done", on=(await ann.sees("2 files kept")).id)
    await olga.sees("New evidence came", "Dispute 1")
    await li.sees("凭证", "YJ-000001")
    case = await olga.sees("New evidence came")
    assert "📎 Evidence: buyer 2, seller 0" in case.buttons

    await olga.presses("Suggest", on=case.id)
    await olga.presses("Compensation", on=(await olga.reads(case.id, "How is it settled?")).id)
    await olga.presses("50%", on=(await olga.reads(case.id, "Now: CN¥99.00")).id)
    await olga.presses("+1%", on=(await olga.reads(case.id, "Now: CN¥49.50")).id)
    await olga.presses("CN¥50.49", on=(await olga.reads(case.id, "Now: CN¥50.49")).id)
    await olga.presses("Both sides share it.", on=(await olga.reads(case.id, "Why?")).id)
    await olga.presses("Yes", on=(await olga.reads(case.id, "It binds nobody until both agree")).id)
    suggested = await ann.sees("The operator suggests a settlement", "CN¥50.49", "Both sides share it.")
    await ann.presses("Agree", on=suggested.id)
    await ann.presses("Yes", on=(await ann.sees("on order YJ-000001: compensation of CN¥50.49?")).id)
    read = await li.sees("¥50.49", "双方都有责任")
    await li.presses("同意", on=read.id)
    await li.presses("是")
    await li.sees("请支付赔付款", "¥50.49")
    await ann.sees("The seller agrees too, so what the operator suggested holds.")
    await olga.sees("The sides ended this dispute themselves", "It is over")
    assert await broken(market) == []


async def test_a_decision_is_made_once_in_chinese_and_told_to_both_sides(market: Market) -> None:
    ann, li, olga = market.ann, market.li, market.olga
    await escalated(market)
    await olga.types("/language")
    await olga.presses("简体中文")
    await olga.types("/admin")
    await olga.presses("纠纷（1）", on=(await olga.sees("一切正常")).id)
    await olga.presses("1 · YJ-000001", on=(await olga.sees("待处理的纠纷", "¥99.00")).id)
    case = await olga.sees("纠纷 1", "延期", "买家 …9001")

    await olga.presses("裁决", on=case.id)
    await olga.presses("赔付", on=(await olga.reads(case.id, "如何解决")).id)
    await olga.presses("75%", on=(await olga.reads(case.id, "当前：¥99.00")).id)
    await olga.presses("✅ ¥74.25", on=(await olga.reads(case.id, "当前：¥74.25")).id)
    await olga.presses("发货晚于约定时间。", on=(await olga.reads(case.id, "理由是什么")).id)
    asked = await olga.reads(case.id, "确定对订单 YJ-000001 这样裁决吗", "¥74.25", "最终结果")
    await olga.presses("是", on=asked.id)
    await olga.reads(case.id, "已结束", "由 …9003 裁决")

    decided = await ann.sees("The operator has decided", "CN¥74.25", "The goods left later than agreed")
    owed = await li.sees("平台客服已做出裁决", "请支付赔付款", "¥74.25", "发货晚于约定时间", "最终结果")
    assert "⚖️ Escalate" not in decided.buttons
    again = await press(market, OLGA, case.id, SendRuling(claim_id=1, version=2).pack())
    assert again["text"]
    await li.presses("已赔付", on=owed.id)
    await li.presses("是", on=(await li.sees("¥74.25 已经付给买家了吗")).id)
    await ann.sees("The compensation is settled", "CN¥74.25")
    assert await broken(market) == []


async def test_a_return_is_decided_and_neither_side_nor_a_party_operator_may(market: Market) -> None:
    ann, li, olga = market.ann, market.li, market.olga
    await olga.types("/start")
    await ordered(market)
    await claimed_for_goods(market)
    case = await olga.sees("A new dispute", "20", "damaged", "The handles are broken")
    card = await ann.sees("The operator was called in")
    for phone, message in ((ANN, card.id), (LI, (await li.sees("平台已介入")).id)):
        for data in (
            ShowDispute(claim_id=1).pack(),
            AskEvidence(claim_id=1).pack(),
            BeginRuling(claim_id=1, is_final=True).pack(),
            AnswerRuling(claim_id=1, step=Step.REMEDY, value="refund").pack(),
        ):
            await press(market, phone, message, data)

    await olga.presses("Decide", on=case.id)
    await olga.presses("Return and refund", on=(await olga.reads(case.id, "How is it settled?")).id)
    await olga.presses("✅ CN¥132.00", on=(await olga.reads(case.id, "Now: CN¥132.00")).id)
    await olga.presses(
        "The seller pays: freight collect", on=(await olga.reads(case.id, "Who pays for the way back?")).id
    )
    to = (await olga.reads(case.id, "Where do the goods go back to?")).buttons[0]
    await olga.presses(to, on=case.id)
    await olga.presses("Back", on=(await olga.reads(case.id, "Why?", "宁波")).id)
    await olga.presses(to, on=(await olga.reads(case.id, "Where do the goods go back to?")).id)
    await olga.presses("The photos show the defect.", on=(await olga.reads(case.id, "Why?")).id)
    await olga.presses("Yes", on=(await olga.reads(case.id, "Decide order YJ-000001", "CN¥132.00")).id)
    await olga.reads(case.id, "It is over")
    await ann.sees("Your turn: send the goods back", "宁波杯业", "CN¥132.00", "This is final here")
    await li.sees("已裁决", "等待买家寄回货物", "照片能证明问题属实")

    await claimed_for_goods(market)
    second = await olga.sees("A new dispute", "Dispute 2")
    async with open_database(market.settings.database_url) as database:
        await Trade(database).run_sql(
            "INSERT INTO memberships (person_id, supplier_id, role, since)"
            " SELECT 9003, supplier_id, 'sales', 4000000000000 FROM orders"
        )
    toast = await olga.presses("Decide", on=second.id)
    assert "another operator decides" in toast
    await olga.types("/admin")
    await olga.presses("Disputes (1)", on=(await olga.sees("Nothing has failed")).id)
    listed = await olga.sees("Disputes, oldest first", "You have a part in it")
    assert not [button for button in listed.buttons if "YJ-" in button]
    assert await broken(market) == []
