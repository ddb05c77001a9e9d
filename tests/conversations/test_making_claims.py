"""A claim on goods that arrived: asked question by question or said in one line, with photos, and sent."""

from pathlib import Path

import pytest

from bot.running import at_work
from domain.details import Line
from storage.database import open_database
from tests.builders import Trade
from tests.conversations.conftest import open_stage
from tests.conversations.deal import enter
from tests.conversations.market import Market
from tests.conversations.received import arrived, opens
from tests.faults.rig import press

COLOURS = (Line((("colour", "red"),), 200), Line((("colour", "blue"),), 300))


async def test_a_buyer_claims_question_by_question_with_photos(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await arrived(market)
    await ann.presses("Refund / return", on=(await opens(market)).id)
    await ann.presses("Return and refund", on=(await ann.sees("What would you like?")).id)
    await ann.presses("Damaged", on=(await ann.sees("What is wrong?")).id)
    await ann.sees("How many are affected?", "up to 500 pieces")
    await ann.types("600")
    await ann.sees("at most 500 can be claimed")
    await ann.types("20 pcs")
    asked = await ann.sees("Please show what is wrong", "At least one is needed")
    await ann.presses("Done", on=asked.id)
    await ann.sees("Please send at least one photo")
    await ann.sends("album", generate=3)
    await ann.presses("Done", on=(await ann.sees("3 files kept")).id)
    await ann.sees("Photos: 3", "Please describe it in one message")
    await ann.types("Handles <b>broke</b> off, the boxes were wet")
    await ann.sees("How much would you like back?")
    await ann.types("200")
    await ann.sees("up to CN¥132.00: so much the affected goods are worth")
    await ann.presses("50%: CN¥66.00")
    await ann.presses("The seller pays", on=(await ann.sees("Who shall pay the freight back?")).id)
    summary = await ann.sees("Nothing is sent yet", "20 pieces", "CN¥66.00", "Handles <b>broke</b> off")
    await ann.presses("Submit", on=summary.id)
    await ann.presses("No", on=(await ann.sees("Claim CN¥66.00 from Ningbo Cups for order YJ-000001?")).id)
    await ann.presses("Submit", on=(await ann.sees("Nothing is sent yet", "Photos: 3", "CN¥66.00")).id)
    sure = await ann.sees("Claim CN¥66.00 from Ningbo Cups for order YJ-000001?")
    await ann.presses("Yes", on=sure.id)
    await ann.sees("Waiting for the seller's answer", "CN¥66.00")

    told = await li.sees("轮到您了", "¥66.00", "Handles <b>broke</b> off")
    await ann.sends("photo", generate=1)
    await ann.sees("Kept as later evidence")
    await li.sees("📎", "YJ-000001")
    await ann.types(
        "One more: see the photo", reply_to=(await ann.sees("Waiting for the seller's answer")).id
    )
    await li.sees("One more: see the photo")
    await li.types("/returns")
    assert "✅ 同意" in told.buttons
    assert "轮到您了" in (await li.sees("退货退款 · 处理中", "退货退款 · 💥 破损 · ¥66.00")).text


async def test_a_buyer_claims_in_one_chinese_line_by_spec_and_changes_it(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    order = await arrived(market, COLOURS)
    await ann.types("/language")
    await ann.presses("简体中文")
    await ann.types(order.number)
    await ann.presses("申请退款/退货", on=(await ann.sees("已签收", order.number)).id)
    await ann.sees("您想怎么处理", "20件破了，退300元")
    await ann.types("红色20件、蓝色5件有污渍，退99元")
    async with open_database(market.settings.database_url) as database:
        await Trade(database).run_sql("UPDATE products SET title_en = 'Other', paused_at = 1, specs = '[]'")
    asked = await ann.sees("请拍照说明问题", "质量问题", "25件", "红色", "¥99.00")
    await ann.sends("photo", generate=1)
    await ann.presses("完成", on=asked.id)
    summary = await ann.sees("还没有发出", "💰 仅退款", "25件", "¥99.00", "红色20件、蓝色5件有污渍")

    await ann.presses("修改", on=summary.id)
    await ann.presses("涉及数量", on=(await ann.sees("要改哪一项")).id)
    asked = await ann.sees("还有其他规格有问题吗", "一行写全")
    await ann.presses("重新来", on=asked.id)
    await ann.presses("蓝色 · 300", on=(await ann.sees("有多少有问题", "点有问题的规格")).id)
    await ann.presses("一半：150", on=(await ann.sees("蓝色有多少有问题")).id)
    await ann.presses("完成", on=(await ann.sees("还有其他规格有问题吗")).id)
    changed = await ann.sees("还没有发出", "150件")
    await ann.presses("提交申请", on=changed.id)
    await ann.presses("是", on=(await ann.sees("确定向宁波杯业申请订单 YJ-000001 的退款 ¥99.00 吗")).id)
    await ann.sees("¥99.00", "红色20件、蓝色5件有污渍")
    await li.sees("轮到您了", "¥99.00", "红色20件、蓝色5件有污渍")


@pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)
async def test_drafts_of_two_orders_outlive_everything(
    database_url: str, tmp_path: Path, no_waiting: None
) -> None:
    async with open_stage(database_url, str(tmp_path / "files")) as market:
        ann, olga = market.ann, market.olga
        async with at_work(market.settings):
            await enter(ann, market.li, market.invitation)
            await olga.types("/start")
            await arrived(market)
            await arrived(market)
            await ann.presses("Refund / return", on=(await opens(market)).id)
            await ann.sees("YJ-000001", "What would you like?")
            await ann.types("20 pcs broken, refund 66")
            await ann.sees("YJ-000001", "Please show what is wrong")
            await ann.sends("album", generate=2)
            await ann.sees("2 files kept")
            await ann.presses("Refund / return", on=(await opens(market, "YJ-000002")).id)
            await ann.presses("Refund only", on=(await ann.sees("YJ-000002", "What would you like?")).id)
            await ann.sees("YJ-000002", "What is wrong?")

        async with at_work(market.settings):
            await ann.types("/start")
            await ann.sees("Welcome to Yijia")
            await ann.types("/cancel")
            await ann.types("/returns")
            listed = await ann.sees("2 claims are not sent yet")
            await ann.presses("Go on: YJ-000001", on=listed.id)
            asked = await ann.sees("YJ-000001", "Please show what is wrong", "20 pieces", "CN¥66.00")
            await ann.sends("photo", generate=9)
            assert (await ann.sees("3 files kept")).id > asked.id, "the count is where she looks"
            await ann.presses("Done", on=asked.id)
            summary = await ann.sees("Nothing is sent yet", "YJ-000001", "Photos: 3")
            await ann.presses("Submit", on=summary.id)
            sure = await ann.sees("Claim CN¥66.00 from Ningbo Cups for order YJ-000001?")
            forged = [
                await press(market, person.id, shown.id, data)
                for person, shown in (
                    (olga, await olga.sees("Yijia")),
                    (market.li, await market.li.sees("宁波杯业")),
                )
                for data in ("return:1", "submit:1:00000000:1", "cm:1:cancel", "ca:1:kind:refund")
            ]
            await ann.presses("Yes", on=sure.id)
            await ann.sees("Waiting for the seller's answer", "CN¥66.00")
            again = await ann.presses("Refund / return", on=(await opens(market)).id)
            await ann.types("/returns")
            await ann.presses("Go on: YJ-000002", on=(await ann.sees("1 claim is not sent yet")).id)
            await ann.sees("YJ-000002", "What is wrong?")

    assert "one at a time" in again
    assert all(answer["text"] for answer in forged)
