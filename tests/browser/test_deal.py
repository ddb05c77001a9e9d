"""One whole deal on the demo page, as a newcomer would strike it; screenshots are kept in build/."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.browser.chrome import Page, chromium

PICTURES = Path("build/screenshots")
BUYER, SELLER, OPERATOR = (f"section[data-person='{person}']" for person in (1001, 1002, 1003))
BUTTON = "[data-press]"


@pytest.fixture
async def demo() -> AsyncIterator[str]:
    """The demo's address, as `make demo` prints it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        async for line in process.stdout:
            if found := re.search(r"http://\S+", line.decode()):
                yield found.group()
                break
    finally:
        process.terminate()
        await process.wait()


@pytest.mark.browser
@pytest.mark.timeout(600)
async def test_a_newcomer_strikes_a_deal_on_the_page(demo: str) -> None:
    await asyncio.to_thread(PICTURES.mkdir, parents=True, exist_ok=True)
    async with chromium(width=1600, height=1000) as page:
        await page.go(demo)
        await page.click(f"{BUYER} [data-start]")
        await page.sees(BUYER, "What are you looking for?")

        await find_and_offer(page)
        await counter(page)
        await order(page)
        await pay(page)

        assert await page.text(f"{SELLER} article:last-of-type")
        assert page.complaints == []


async def find_and_offer(page: Page) -> None:
    await write(page, BUYER, "water bottle")
    await page.sees(BUYER, "MOQ")
    await keep(page, "1-search")
    await page.click_words(f"{BUYER} {BUTTON}", "1")
    await page.sees(BUYER, "Lead time")
    await page.click_words(f"{BUYER} {BUTTON}", "Negotiate")
    await keep(page, "2-form")
    await write(page, BUYER, "1000 pcs at 14.5, 20 days, by sea")
    await page.sees(BUYER, "Nothing is sent yet")
    await keep(page, "3-draft")
    await page.click_words(f"{BUYER} {BUTTON}", "Send")
    await page.sees(SELLER, "1,000")


async def counter(page: Page) -> None:
    await page.click_words(f"{SELLER} {BUTTON}", "还价")
    await write(page, SELLER, "14.8元 25天")
    await page.sees(SELLER, "还没有发出")
    await keep(page, "4-counter")
    await page.click_words(f"{SELLER} {BUTTON}", "发送")
    await page.sees(BUYER, "14.80")
    await keep(page, "5-countered")


async def order(page: Page) -> None:
    await page.click_words(f"{BUYER} {BUTTON}", "Accept")
    await page.sees(BUYER, "Agreed")
    await page.click_words(f"{BUYER} {BUTTON}", "Place order")
    await page.sees(BUYER, "be split?")
    await page.click_words(f"{BUYER} {BUTTON}", "Skip")
    await page.sees(BUYER, "Where shall the goods be delivered?")
    await write(page, BUYER, "Emma Ltd, 5 Harbour Street, Rotterdam, Netherlands")
    await page.sees(BUYER, "YJ-")
    await page.click_words(f"{BUYER} {BUTTON}", "Confirm order")
    await page.sees(SELLER, "YJ-")
    await page.click_words(f"{SELLER} {BUTTON}", "确认下单")
    await page.sees(BUYER, "Awaiting payment")
    await page.sees(SELLER, "等待付款")
    await keep(page, "6-ordered")


async def keep(page: Page, name: str) -> None:
    """A screenshot, once the messages have stopped moving."""
    await asyncio.sleep(0.8)
    await page.screenshot(PICTURES / f"{name}.png")


async def pay(page: Page) -> None:
    await page.click_words(f"{BUYER} {BUTTON}", "Pay")
    await page.sees(BUYER, "To pay now")
    await keep(page, "8-ways-to-pay")
    await page.click_words(f"{BUYER} {BUTTON}", "Card")
    await page.sees(BUYER, "holds the money for the operator")
    await keep(page, "9-bill")
    await page.click_words(f"{BUYER} {BUTTON}", "Pay CN¥4,440.00")
    await page.sees(BUYER, "has arrived. Thank you!")
    await page.sees(SELLER, "已入账")
    await keep(page, "10-paid")


async def write(page: Page, phone: str, words: str) -> None:
    await page.type(f"{phone} [data-input]", words)
    await page.key("Enter")
