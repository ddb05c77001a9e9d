"""The record of a negotiation: every version, its chart, and a card that shows only what changed."""

import io
from typing import Any

from PIL import Image

from tests.conversations.deal import counter, enter, inquire
from tests.conversations.market import Market
from tests.conversations.people import Phone
from tests.faults.rig import ask, rest, said, suffer

FIRST = "500 pcs at 6, 15 days, by sea, 30% deposit by company transfer, blue lids"
ROUNDS = ("6.7元", "6.2", "6.6元", "6.3", "6.5元", "6.4")
"""Counter-offers in turn, the seller's first."""


async def haggle(market: Market, rounds: tuple[str, ...]) -> None:
    """An inquiry with every term, then counter-offers in turn, each in reply to the newest card."""
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann, FIRST)
    for number, line in enumerate(rounds, 2):
        phone, version = (market.ann, "offer {}, yours") if number % 2 else (market.li, "第 {} 版，您的报价")
        before = (await rest_and_chat(market, phone))[-1].id
        await phone.types(line, reply_to=before)
        await rest(market, market.settings.database_url)
        await phone.presses("Send" if number % 2 else "发送")
        await phone.sees(version.format(number))


async def rest_and_chat(market: Market, phone: Phone) -> list[Any]:
    """The chat when all has been said."""
    await rest(market, market.settings.database_url)
    return await phone.chat()


async def picture(market: Market, message_id: int) -> bytes:
    """The bytes of a picture in Ann's chat."""
    chat = await ask(market, "GET", f"/chats/{market.ann.id}?last=50")
    shown = next(each for each in chat["messages"] if each["message_id"] == message_id)
    async with market.session.get(market.url + shown["photo"]["url"]) as response:
        return await response.read()


async def test_the_whole_record_can_be_read_by_both_sides(market: Market) -> None:
    await haggle(market, ROUNDS)
    await rest(market, market.settings.database_url)
    await market.li.presses("接受")
    agreed = await market.ann.sees("The seller accepted your offer", "blue lids")

    await market.ann.presses("All versions", on=agreed.id)
    newest = await market.ann.reads(agreed.id, "The seller accepted offer 7", "Checked just now")
    assert newest.buttons[:6] == ("📄 3", "📄 4", "📄 5", "📄 6", "📄 7", "◀")
    await market.ann.presses("◀", on=agreed.id)
    oldest = await market.ann.reads(agreed.id, "Offer 1, by the buyer", "Page 1 of 2")
    assert FIRST in oldest.text

    await market.ann.presses("📄 1", on=agreed.id)
    await market.ann.reads(agreed.id, "CN¥6.00", "30% deposit", "As it was sent", "Read from your words:")
    await market.ann.presses("Back", on=agreed.id)
    await market.ann.reads(agreed.id, "Page 1 of 2")

    await market.li.presses("历次报价")
    his = await market.li.sees("卖家接受了第 7 版", "刚刚核对过：每一版都与发出时完全一致")
    assert "6.4" in his.text
    await market.li.presses("📄 7", on=his.id)
    assert "根据您的原话" not in (await market.li.reads(his.id, "与发出时完全一致", "¥6.40")).text


async def test_what_is_over_stays_within_reach_with_its_record(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await market.ann.types("/negotiations")
    await market.ann.presses("Ended", on=(await market.ann.sees("No negotiation is open")).id)
    await market.ann.sees("No negotiation is over yet")
    await inquire(market.ann)
    card = await market.li.sees("轮到您了", "500件")
    await market.li.presses("拒绝", on=card.id)
    await market.li.presses("是", on=card.id)
    await market.li.sees("已拒绝")
    await rest(market, market.settings.database_url)

    await market.li.types("/inbox")
    listed = await market.li.sees("目前没有进行中的生意")
    await market.li.presses("已结束", on=listed.id)
    await market.li.presses(
        "1 · 陶瓷咖啡杯", on=(await market.li.reads(listed.id, "已结束的议价", "已拒绝")).id
    )
    await rest(market, market.settings.database_url)
    await market.li.presses("历次报价")

    await market.li.sees("第 1 版 · 买家", "卖家拒绝了第 1 版报价", "刚刚核对过")


async def test_the_price_is_drawn_for_both_sides(market: Market) -> None:
    await haggle(market, ROUNDS[:3])
    card = (await rest_and_chat(market, market.ann))[-1]

    await market.ann.presses("All versions", on=card.id)
    await market.ann.reads(card.id, "Offer 4, by the seller")
    await market.ann.presses("Price chart", on=card.id)
    hers = await market.ann.sees("Buyer: CN¥6.00 → CN¥6.20", "Seller: CN¥6.70 → CN¥6.60")
    await market.li.presses("历次报价")
    await market.li.sees("第 4 版 · 卖家")
    await market.li.presses("价格走势")
    his = await market.li.sees("买家：¥6.00 → ¥6.20", "卖家：¥6.70 → ¥6.60")

    assert Image.open(io.BytesIO(await picture(market, hers.id))).size == (900, 600)
    assert (his.has_photo, his.buttons) == (True, ("📄 查看报价",))
    await market.ann.presses("Show offer", on=hers.id)
    assert (await market.ann.sees("Your turn", "6.60")).id > hers.id


async def test_a_chart_that_cannot_be_sent_is_said_in_words(market: Market) -> None:
    await haggle(market, ROUNDS[:1])
    card = (await rest_and_chat(market, market.ann))[-1]
    await market.ann.presses("All versions", on=card.id)
    await market.ann.reads(card.id, "Offer 2, by the seller")
    refused = {"kind": "error", "method": "sendPhoto", "code": 400, "description": "IMAGE_PROCESS_FAILED"}
    await suffer(market, refused)

    await market.ann.presses("Price chart", on=card.id)

    shown = await market.ann.sees("Buyer: CN¥6.00\nSeller: CN¥6.70", "The picture could not be made just now")
    assert not shown.has_photo
    assert len(await said(market, "sendPhoto")) == 1


async def test_a_card_shows_what_changed_and_everything_on_request(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann, FIRST)
    await counter(market.li, "6.6元 20天")
    card = await market.ann.sees("Your turn", "CN¥6.60", "20 days", "+ 3 other terms as before")
    assert "Payment" not in card.text

    await market.ann.presses("All terms", on=card.id)
    whole = await market.ann.reads(card.id, "sea freight", "30% deposit", "blue lids", "CN¥6.60")
    assert whole.buttons[:2] == ("✅ Accept", "✍️ Counter")
    await market.ann.presses("Only changes", on=card.id)
    await market.ann.reads(card.id, "+ 3 other terms as before")

    his = await market.li.sees("等待买家回复", "+ 其他 3 项条款不变")
    await market.li.presses("全部条款", on=his.id)
    assert "📄 只看变化" in (await market.li.reads(his.id, "海运", "30%", "blue lids")).buttons
