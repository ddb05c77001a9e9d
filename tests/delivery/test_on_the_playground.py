"""The speaker before a Telegram that counts, refuses and fails."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from telegram.error import TelegramError

from delivery.outcome import Outcome, judge
from delivery.speaker import Speaker
from playground.chats import Chat
from playground.faults import Fault
from playground.people import Person
from playground.server import Playground, playground_server

TOKEN = "42:test"


@asynccontextmanager
async def town() -> AsyncIterator[tuple[Playground, Speaker]]:
    async with (
        playground_server([TOKEN]) as playground,
        Speaker(TOKEN, f"{playground.url}/bot") as speaker,
    ):
        yield playground, speaker


def settle(playground: Playground, number: int) -> Chat:
    """A person who once pressed start; their chat with the bot."""
    bot = playground.world.bot()
    person = playground.world.people[number] = Person(number, f"Buyer {number}")
    person.started.add(bot.id)
    return playground.world.private_chat(bot, person)


def words(number: int) -> dict[str, Any]:
    return {"chat_id": number, "text": "Offer 3: 500 pcs at $2.35"}


def picture() -> bytes:
    canvas = BytesIO()
    Image.new("RGB", (64, 48), "teal").save(canvas, "PNG")
    return canvas.getvalue()


async def test_a_busy_minute_is_never_refused() -> None:
    async with town() as (playground, speaker):
        dials = playground.world.limits.dials
        dials.overall_per_second, dials.private_per_second, dials.group_per_minute = 30, 1.0, 20
        chats = [settle(playground, number) for number in range(1, 41)]

        await asyncio.gather(
            *(speaker.call("sendMessage", words(number)) for number in [*range(1, 41), 1, 1, 1])
        )

    assert [len(chat.messages) for chat in chats] == [4] + [1] * 39


async def test_a_photo_is_uploaded_once_and_then_named() -> None:
    async with town() as (playground, speaker):
        chat = settle(playground, 7)
        first = await speaker.call("sendPhoto", {"chat_id": 7}, {"photo": ("cup.png", picture())})
        assert isinstance(first, dict)

        await speaker.call("sendPhoto", {"chat_id": 7, "photo": first["photo"][-1]["file_id"]})

    assert len(chat.messages) == 2


@pytest.mark.parametrize(("when", "copies"), [("before", 0), ("after", 1)])
async def test_a_cut_line_leaves_it_open_whether_the_message_arrived(when: str, copies: int) -> None:
    async with town() as (playground, speaker):
        chat = settle(playground, 7)
        playground.world.faults.dial([Fault("reset", method="sendMessage", when=when)], seed=0)

        with pytest.raises(TelegramError) as caught:
            await speaker.call("sendMessage", words(7))

    assert judge(caught.value).outcome is Outcome.AMBIGUOUS
    assert len(chat.messages) == copies


async def test_a_person_who_blocked_the_bot_is_unreachable() -> None:
    async with town() as (playground, speaker):
        settle(playground, 7)
        playground.world.people[7].blocked.add(playground.world.bot().id)

        with pytest.raises(TelegramError) as caught:
            await speaker.call("sendMessage", words(7))

    assert judge(caught.value).outcome is Outcome.UNREACHABLE


async def test_a_flood_halts_its_chat_and_no_other() -> None:
    async with town() as (playground, speaker):
        settle(playground, 7), settle(playground, 8)
        playground.world.faults.dial([Fault("too_many", method="sendMessage", chat_id=7, seconds=30)], seed=0)

        with pytest.raises(TelegramError) as caught:
            await speaker.call("sendMessage", words(7))
        await speaker.call("sendMessage", words(8))

    now = time.monotonic()
    assert judge(caught.value).seconds == 30
    assert speaker.pace.halted(7, now) > 0
    assert speaker.pace.halted(8, now) == 0


async def test_a_file_is_downloaded_whole_or_not_at_all() -> None:
    async with town() as (playground, speaker):
        settle(playground, 7)
        sent = await speaker.call("sendPhoto", {"chat_id": 7}, {"photo": ("a.png", picture())})
        assert isinstance(sent, dict)
        file_id = sent["photo"][-1]["file_id"]

        assert await speaker.download(file_id) == picture()
        playground.world.faults.dial([Fault("truncate", count=1)], seed=0)
        with pytest.raises(TelegramError) as cut:
            await speaker.download(file_id)
        playground.world.limits.dials.download_bytes = 10
        with pytest.raises(TelegramError) as large:
            await speaker.download(file_id)

    assert judge(cut.value).outcome is Outcome.AMBIGUOUS
    assert judge(large.value).outcome is Outcome.REFUSED
