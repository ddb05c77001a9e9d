"""The web page's phones, played in a headless Chromium against a small bot."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession
from PIL import Image

from playground.server import playground_server
from tests.browser.chrome import Page, chromium
from tests.browser.echo_bot import EchoBot, echo_bot

pytestmark = pytest.mark.browser

BUYER = "[data-person='101']"
SELLER = "[data-person='102']"
PEOPLE = (
    {"id": 101, "first_name": "Amelia", "language_code": "en", "label": "Buyer"},
    {"id": 102, "first_name": "陈伟", "language_code": "zh-hans", "label": "卖家"},
)


@dataclass(frozen=True)
class Scene:
    """The page in a browser, and the bot behind it."""

    page: Page
    bot: EchoBot


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with AsyncExitStack() as stack:
        playground = await stack.enter_async_context(playground_server(["42:test"]))
        session = await stack.enter_async_context(ClientSession())
        for person in PEOPLE:
            await session.post(f"{playground.url}/playground/people", json=person)
        bot = await stack.enter_async_context(echo_bot(f"{playground.url}/bot42:test"))
        page = await stack.enter_async_context(chromium(1280, 800))
        await page.go(playground.url)
        yield Scene(page, bot)


async def begin(page: Page, phone: str) -> None:
    await page.click(f"{phone} [data-start]")
    await page.sees(f"{phone} article.in", "Offer 1")


async def write(page: Page, phone: str, words: str) -> None:
    await page.type(f"{phone} [data-input]", words)
    await page.key("Enter")
    await page.sees(f"{phone} article.out:not(:has(.icon-clock))", words)


async def test_a_buyer_presses_start_and_reads_an_offer_with_its_marks(scene: Scene) -> None:
    await begin(scene.page, BUYER)

    assert await scene.page.text(f"{BUYER} .in strong") == "Offer 1"
    assert await scene.page.text(f"{BUYER} .in code") == "$2.35"
    assert await scene.page.text(f"{BUYER} .in .success[data-press]") == "Accept"
    assert await scene.page.count(f"{SELLER} article") == 0
    assert scene.page.complaints == []


async def test_a_press_ends_in_a_toast_and_a_question_in_an_alert(scene: Scene) -> None:
    await begin(scene.page, BUYER)

    await scene.page.click_words(f"{BUYER} [data-press]", "Accept")
    await scene.page.sees(f"{BUYER} .toast", "Accepted")
    await scene.page.click_words(f"{BUYER} [data-press]", "Ask")
    await scene.page.sees(f"{BUYER} .alert", "What do you want to know?")
    await scene.page.click(f"{BUYER} .alert button")

    assert await scene.page.count(f"{BUYER} .alert") == 0
    assert await scene.page.count(f"{BUYER} [aria-busy]") == 0


async def test_words_that_look_like_markup_stay_words(scene: Scene) -> None:
    await begin(scene.page, BUYER)

    await write(scene.page, BUYER, "<img src=x onerror=alert(1)> & <b>bold</b>")
    await scene.page.sees(f"{BUYER} .in", "You said <img src=x onerror=alert(1)> & <b>bold</b>")

    assert await scene.page.count(f"{BUYER} article img") == 0
    assert scene.page.complaints == []


async def test_a_buyer_answers_a_message_and_then_corrects_the_answer(scene: Scene) -> None:
    await begin(scene.page, BUYER)

    await scene.page.click(f"{BUYER} .in .text", times=2)
    await write(scene.page, BUYER, "20 days")
    await scene.page.click(f"{BUYER} .out:has(.quote) [data-action='pencil']")
    await scene.page.key("Backspace")
    await scene.page.key("Enter")
    await scene.page.sees(f"{BUYER} .out .edited", "edited")

    assert "Offer 1: 500 pcs" in await scene.page.text(f"{BUYER} .out .quote")
    assert scene.bot.heard[-2]["message"]["reply_to_message"]["text"].startswith("Offer 1")
    assert scene.bot.heard[-1]["edited_message"]["text"] == "20 day"


async def test_a_buyer_sends_a_picture_and_sees_it_large(scene: Scene, tmp_path: Path) -> None:
    picture = tmp_path / "bottle.png"
    Image.new("RGB", (320, 240), "teal").save(picture)
    await begin(scene.page, BUYER)

    await scene.page.choose_file(f"{BUYER} [data-attach='photo']", picture)
    await scene.page.sees(f"{BUYER} .in", "Your picture")
    await scene.page.click(f"{BUYER} .in .photo")

    assert await scene.page.until("document.querySelector('.lightbox[open] img').naturalWidth") == 320


async def test_a_chinese_phone_speaks_chinese(scene: Scene) -> None:
    start = await scene.page.text(f"{SELLER} [data-start]")
    await begin(scene.page, SELLER)
    await write(scene.page, SELLER, "可以，20天")

    assert start == "开始"
    assert (await scene.page.text(f"{SELLER} .menu")).strip() == "菜单"
    assert await scene.page.evaluate(f'document.querySelector("{SELLER} [data-input]").placeholder') == "消息"
    assert await scene.page.text(f"{SELLER} .day") == "今天"
    assert await scene.page.text(f"{BUYER} .menu") == "Menu"


async def test_the_menu_lists_the_commands_of_the_bot_and_sends_one(scene: Scene) -> None:
    commands = [
        {"command": "search", "description": "Find a product"},
        {"command": "help", "description": "How"},
    ]
    await scene.bot.call("setMyCommands", commands=commands)

    await scene.page.click(f"{BUYER} .menu")
    await scene.page.click_words(f"{BUYER} [data-menu]", "Find a product")

    await scene.page.sees(f"{BUYER} .in", "You said /search")


async def test_bad_weather_is_dialled_and_cleared_in_the_drawer(scene: Scene) -> None:
    turn = "(d => { d.value = 50; d.dispatchEvent(new Event('change', { bubbles: true })); })"
    await scene.page.click(".weather summary")

    await scene.page.evaluate(f"{turn}(document.querySelector('[data-dial=slow] input'))")
    await scene.page.sees(".weather.stormy .state", "slow")
    await scene.page.click("[data-clear]")

    await scene.page.sees(".weather:not(.stormy) .state", "clear")


async def test_a_playground_that_goes_away_is_told_kindly_and_unsent_words_are_kept(scene: Scene) -> None:
    await begin(scene.page, BUYER)

    await scene.page.offline(True)
    await scene.page.type(f"{BUYER} [data-input]", "still there?")
    await scene.page.key("Enter")
    await scene.page.sees(f"{BUYER} .unsent", "Not sent")
    await scene.page.offline(False)
    await scene.page.click(f"{BUYER} [data-retry]")

    await scene.page.sees(f"{BUYER} .in", "You said still there?")
    await scene.page.until("document.querySelector('#away').hidden")
