"""Words, pictures, voices and places cross the table; terms never change by them, and nobody is named."""

import asyncio
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.database import open_database
from storage.tables.copies import copies
from storage.tables.talk import messages
from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market
from tests.faults.rig import ask, rest, said, trade_rows

KINDS = ("voice", "video", "video_note", "audio", "animation", "document", "sticker", "location")
ONE_INQUIRY = {"negotiations": 1, "offers": 1, "orders": 0, "confirmations": 0}


@pytest.fixture
async def haggling(market: Market) -> Market:
    """Ann inquired, and 李 has her card."""
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    return market


async def test_an_open_talk_carries_everything_until_done(haggling: Market) -> None:
    ann, li = haggling.ann, haggling.li
    await li.presses("提问", on=(await li.sees("轮到您了")).id)
    assert (await li.sees("现在发的内容都会转给买家")).buttons == ("💬 常用语", "完成")

    await li.types("杯子要什么颜色？")
    await li.sends("photo", caption="这是蓝色的")
    for kind in KINDS:
        await li.sends(kind)
    await ann.finds("location")
    await li.presses("完成")
    await li.types("保温杯")

    await li.sees("不锈钢保温杯")
    await ann.sees("The seller writes", "杯子要什么颜色？")
    assert (await ann.sees("The seller sends a photo", "这是蓝色的")).attachment == "photo"
    assert [shown.attachment for shown in await ann.chat() if shown.attachment][1:] == list(KINDS)
    assert "保温杯" not in "".join(shown.text for shown in await ann.chat())


async def test_an_album_arrives_shuffled_and_doubled_and_is_carried_once(haggling: Market) -> None:
    ann, li = haggling.ann, haggling.li
    card = await ann.sees("Waiting for the seller")
    await ask(haggling, "PUT", "/updates", {"hold": True})

    await ann.sends("album", generate=4, reply_to=card.id)
    await ask(haggling, "POST", "/updates/release", {"order": [2, 0, 2, 3, 1]})

    photos = await li.finds("photo", 4)
    await rest(haggling, haggling.settings.database_url)
    assert len(await li.finds("photo", 4)) == 4
    assert all("买家发来一张照片" in photo.text and "🖼" in photo.text for photo in photos)
    assert [shown.text.count("Sent to the seller") for shown in await ann.chat()].count(1) == 1
    assert await trade_rows(haggling.settings.database_url) == ONE_INQUIRY


async def test_answers_hang_on_the_words_they_answer_and_edits_on_the_words_they_change(
    haggling: Market,
) -> None:
    ann, li = haggling.ann, haggling.li
    asked = await ann.types("Can you print our logo?", reply_to=(await ann.sees("Waiting")).id)
    question = await li.sees("买家留言", "Can you print our logo?")

    await li.types("可以，请把文件发来", reply_to=question.id)
    answer = await ann.sees("The seller writes", "可以，请把文件发来")
    file = await ann.sends("document", caption="Here it is", reply_to=answer.id)
    received = await li.sees("买家发来一个文件", "Here it is")
    await ann.types("In blue", reply_to=file)
    await ann.edits(asked, "Can you print our logo for 5.00 CNY?")
    edited = await li.sees("买家修改了一条消息", "Can you print our logo?", "for 5.00 CNY?")

    await ann.sees("Passed on", "The terms stay as they are")
    assert answer.reply_to == asked
    assert (await li.sees("In blue")).reply_to == received.id
    assert (edited.reply_to, received.attachment) == (question.id, "document")
    assert await trade_rows(haggling.settings.database_url) == ONE_INQUIRY


async def test_every_wording_is_kept_with_its_digest_and_every_file_with_its_copy(
    haggling: Market, tmp_path: Path
) -> None:
    card = await haggling.ann.sees("Waiting for the seller")
    photo = await haggling.ann.sends("photo", caption="Like this", reply_to=card.id)
    photo_there = await haggling.li.sees("买家发来一张照片", "Like this")
    await haggling.ann.edits(photo, "Or like this")
    edited = await haggling.li.sees("买家修改了一条消息", "Like this", "Or like this")
    assert (edited.attachment, edited.reply_to) == ("", photo_there.id)

    key = await copy(haggling)

    stored = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    async with open_database(haggling.settings.database_url) as database:
        rows = (await database.run(lambda c: c.execute(select(messages).order_by(messages.c.id)))).all()
    assert {path.stem for path in stored} == {sha256(path.read_bytes()).hexdigest() for path in stored}
    assert (key in {path.name for path in stored}, len(stored)) == (True, 2)  # with the preview
    assert [(row.body, bool(row.edits)) for row in rows] == [("Like this", False), ("Or like this", True)]
    assert all(len(row.digest) == 64 for row in rows)


async def test_nobody_is_named_by_what_he_sends(haggling: Market) -> None:
    ann, li = haggling.ann, haggling.li
    card = await ann.sees("Waiting for the seller")
    await ann.sends("contact", reply_to=card.id)
    await ann.sees("Contacts, polls and games stay here")
    await ann.types("Call me: +4915112345678", reply_to=card.id)
    words = await li.sees("买家留言", "+4915112345678")

    told = [entry for entry in await said(haggling) if entry["chat_id"] == li.id]

    assert "Ann" not in "".join(shown.text for shown in await li.chat())
    assert all(not entry["method"].startswith(("forward", "copy")) for entry in told)
    assert told[-1]["params"]["link_preview_options"] == {"is_disabled": True}
    assert words.buttons == ("↩️ 回复", "📄 查看报价")


async def test_who_blocked_the_bot_finds_on_his_return_what_was_said(haggling: Market) -> None:
    ann, li = haggling.ann, haggling.li
    asked = await ann.types("Which colours?", reply_to=(await ann.sees("Waiting")).id)
    question = await li.sees("买家留言", "Which colours?")
    await ask(haggling, "PATCH", f"/people/{ann.id}", {"blocked": True})

    await li.types("蓝色和红色", reply_to=question.id)
    await rest(haggling, haggling.settings.database_url)
    await ask(haggling, "PATCH", f"/people/{ann.id}", {"blocked": False})
    await ann.types("/start")

    await ann.sees("Here is the current card again")
    found = await ann.sees("The seller writes", "蓝色和红色")
    assert found.reply_to == asked
    await rest(haggling, haggling.settings.database_url)
    assert len([shown for shown in await ann.chat() if "蓝色和红色" in shown.text]) == 1


async def copy(market: Market) -> str:
    """Waits until the one file is copied to our own store, and returns its key."""
    async with open_database(market.settings.database_url) as database:
        while True:
            rows = (await database.run(lambda c: c.execute(select(copies.c.sha256)))).all()
            if rows:
                return str(rows[0].sha256)
            await asyncio.sleep(0.1)
