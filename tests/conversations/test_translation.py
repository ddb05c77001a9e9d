"""People's own words with a machine's translation beneath; figures never pass through it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from tests.conversations.conftest import open_market
from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market
from tests.faults.rig import rest

ANSWERS = {
    "Can you print a logo on 500 cups?": "您能在500个杯子上印标志吗？",
    "blue lids": "蓝色盖子",
    "Is 6.40 possible?": "6.50 可以吗？",
    "Please hurry": "x" * 100_000,
    "two boxes of ten": "两箱，每箱十个",
    "蓝色和红色": "Blue and red",
}


@dataclass
class Machine:
    """A translator of the kind of LibreTranslate, which fails on words that it does not know."""

    port: int = 0
    asked: list[str] = field(default_factory=list)
    may_answer: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.asked.append(f"{body['target']}: {body['q']}")
        assert (body["source"], body["format"], body["api_key"]) == ("auto", "text", "secret")
        await self.may_answer.wait()
        if body["q"] not in ANSWERS:
            return web.Response(status=500, text="no")
        return web.json_response({"translatedText": ANSWERS[body["q"]]})


@asynccontextmanager
async def serving(machine: Machine) -> AsyncIterator[Machine]:
    app = web.Application()
    app.router.add_post("/translate", machine.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    machine.port = runner.addresses[0][1]
    try:
        yield machine
    finally:
        machine.may_answer.set()
        await runner.cleanup()


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    """A translator that answers once it may."""
    async with serving(Machine()) as served:
        yield served


@pytest.fixture
async def market(
    machine: Machine, database_url: str, tmp_path: Path, no_waiting: None
) -> AsyncIterator[Market]:
    """The small market with that translator; Ann inquired with a note."""
    url = f"http://127.0.0.1:{machine.port}"
    more = {"translate_url": url, "translate_key": "secret"}
    async with open_market(database_url, str(tmp_path / "files"), **more) as opened:
        await enter(opened.ann, opened.li, opened.invitation)
        await inquire(opened.ann, "500 pcs at 6.5, 15 days, blue lids")
        yield opened


async def test_words_arrive_at_once_and_their_translation_when_it_is_there(
    market: Market, machine: Machine
) -> None:
    ann, li = market.ann, market.li
    card = await li.sees("轮到您了", "备注：blue lids")
    own = await ann.sees("Waiting for the seller")
    await ann.types("Can you print a logo on 500 cups?", reply_to=own.id)
    words = await li.sees("买家留言", "Can you print a logo on 500 cups?")
    photo = await ann.sends("photo", caption="two boxes of ten", reply_to=own.id)
    picture = await li.sees("买家发来一张照片", "two boxes of ten")
    assert "机器翻译" not in words.text + picture.text + card.text

    machine.may_answer.set()

    assert photo
    await li.reads(words.id, "Can you print a logo on 500 cups?", "机器翻译", "您能在500个杯子上印标志吗？")
    await li.reads(picture.id, "two boxes of ten", "机器翻译", "两箱，每箱十个")
    await li.reads(card.id, "备注：blue lids", "机器翻译", "蓝色盖子")
    await li.types("蓝色和红色", reply_to=words.id)
    await ann.sees("The seller writes", "蓝色和红色", "Machine translation", "Blue and red")


async def test_a_translation_that_fails_garbles_a_figure_or_has_no_end_is_never_shown(
    market: Market, machine: Machine
) -> None:
    ann, li = market.ann, market.li
    machine.may_answer.set()
    await li.sees("蓝色盖子")
    own = await ann.sees("Waiting for the seller")

    for words in ("Is 6.40 possible?", "Please hurry", "Nobody knows these words", "👍 100 %"):
        await ann.types(words, reply_to=own.id)
        await li.sees("买家留言", words)
    await ann.types("Is 6.40 possible?", reply_to=own.id)
    await ann.types("two boxes of ten", reply_to=own.id)
    await li.sees("两箱，每箱十个")
    await rest(market, market.settings.database_url)

    talked = [shown.text for shown in await li.chat() if "买家留言" in shown.text]
    assert len(talked) == 6
    assert not any("机器翻译" in text or "可以吗" in text for text in talked[:-1])
    assert machine.asked.count("zh: Is 6.40 possible?") == 1
    assert "zh: 👍 100 %" not in machine.asked
