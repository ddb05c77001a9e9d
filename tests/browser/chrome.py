"""A small driver of headless Chromium for tests: a page to look at, click, type into and photograph."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.browser.devtools import PageProblem, Wire, find_chromium, open_wire

__all__ = ["Page", "PageProblem", "chromium", "find_chromium"]

PATIENCE_SECONDS = 60.0
KEY_CODES = {"Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "Backspace": 8}


class Page:
    """One browser tab; selectors are CSS, and every wait is at most PATIENCE_SECONDS long."""

    def __init__(self, wire: Wire) -> None:
        self.call = wire.call
        self.complaints = wire.complaints

    async def go(self, address: str) -> None:
        """Opens an address and waits until it is loaded."""
        await self.call("Page.navigate", url=address)
        await self.until("document.readyState === 'complete'")

    async def resize(self, width: int, height: int) -> None:
        """Sets the window's size in pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await self.call("Emulation.setDeviceMetricsOverride", **size)

    async def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression; a promise is awaited."""
        how = {"returnByValue": True, "awaitPromise": True, "userGesture": True}
        answer = await self.call("Runtime.evaluate", expression=expression, **how)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise PageProblem(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    async def until(self, expression: str) -> Any:
        """Waits until a JavaScript expression is truthy; returns its value, or True for an element."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + PATIENCE_SECONDS
        while loop.time() < deadline:
            if value := await self.evaluate(f"(v => v instanceof Node || v)({expression})"):
                return value
            await asyncio.sleep(0.05)
        raise PageProblem(f"never came true within {PATIENCE_SECONDS} s: {expression}")

    async def count(self, selector: str) -> int:
        """How many elements fit."""
        return int(await self.evaluate(f"document.querySelectorAll({json.dumps(selector)}).length"))

    async def text(self, selector: str) -> str:
        """The words of the first element that fits, once it is there."""
        await self.until(_find(selector))
        return str(await self.evaluate(f"{_find(selector)}.innerText"))

    async def sees(self, selector: str, words: str) -> None:
        """Waits until an element that fits the selector contains the words."""
        await self.until(_containing(selector, words))

    async def click(self, selector: str, *, times: int = 1) -> None:
        """Clicks the middle of the first element that fits, once it shows; twice is a double click."""
        await self.until(f"{_find(selector)}?.checkVisibility()")
        await self._click_at(_find(selector), times)

    async def click_words(self, selector: str, words: str) -> None:
        """Clicks the last element that fits the selector and contains the words, once it is there."""
        await self.sees(selector, words)
        await self._click_at(_containing(selector, words), 1)

    async def type(self, selector: str, text: str) -> None:
        """Puts the cursor into a field and types; the text goes in as an input method would bring it."""
        await self.click(selector)
        await self.call("Input.insertText", text=text)

    async def key(self, name: str) -> None:
        """Presses and releases one of KEY_CODES."""
        key = {"key": name, "code": name, "windowsVirtualKeyCode": KEY_CODES[name]}
        await self.call("Input.dispatchKeyEvent", type="rawKeyDown", **key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **key)

    async def choose_file(self, selector: str, *files: Path) -> None:
        """Puts files into a file field, as the file dialog would."""
        chosen = await self.call("Runtime.evaluate", expression=_find(selector))
        paths = [str(file) for file in files]
        await self.call("DOM.setFileInputFiles", files=paths, objectId=chosen["result"]["objectId"])

    async def offline(self, is_offline: bool) -> None:
        """Cuts the page from its server, or connects it again."""
        conditions = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        await self.call("Network.enable")
        await self.call("Network.emulateNetworkConditions", offline=is_offline, **conditions)

    async def screenshot(self, file: Path) -> None:
        """Photographs the window into a PNG file."""
        shot = await self.call("Page.captureScreenshot", format="png")
        await asyncio.to_thread(file.write_bytes, base64.b64decode(shot["data"]))

    async def _click_at(self, element: str, times: int) -> None:
        x, y = await self._middle(element)
        place = {"x": x, "y": y}
        await self.call("Input.dispatchMouseEvent", type="mouseMoved", **place)
        for count in range(1, times + 1):
            press = {**place, "button": "left", "clickCount": count}
            await self.call("Input.dispatchMouseEvent", type="mousePressed", **press)
            await self.call("Input.dispatchMouseEvent", type="mouseReleased", **press)

    async def _middle(self, element: str) -> Sequence[float]:
        """The middle of an element that has come to rest in view, in pixels."""
        settle = (
            "(async e => { e.scrollIntoView({block: 'nearest', behavior: 'instant'});"
            " await Promise.all(e.closest('article, section, body').getAnimations().map(a => a.finished));"
            " const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })"
        )
        return list(await self.evaluate(f"{settle}({element})"))


def _find(selector: str) -> str:
    return f"document.querySelector({json.dumps(selector)})"


def _containing(selector: str, words: str) -> str:
    fitting = f"[...document.querySelectorAll({json.dumps(selector)})]"
    return f"{fitting}.filter(e => e.innerText.includes({json.dumps(words)})).at(-1)"


@asynccontextmanager
async def chromium(width: int = 1600, height: int = 1000) -> AsyncIterator[Page]:
    """A page in a fresh Chromium of the given size in pixels."""
    async with open_wire() as wire:
        page = Page(wire)
        await page.resize(width, height)
        yield page
