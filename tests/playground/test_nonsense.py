"""Whatever a bot sends, the playground answers as the Bot API does and never breaks."""

import asyncio
from typing import Any

import aiohttp
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.bot_api import PARAMETERS
from playground.methods.table import ANSWERS
from playground.server import playground_server
from tests.playground.stand import ANN, TOKEN, Stand

NAMES = ("message_id", "text", "type", "media", "inline_keyboard", "keyboard", "chat_id", "offset", "length")
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from([ANN, 1 << 70, 0.5, "", "x", "1", "photo", "attach://a", "<b>", "HTML"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A method with some of its parameters, each of any shape; the chat is mostly Ann's."""
    method = draw(st.sampled_from(sorted(ANSWERS)))
    names = draw(st.lists(st.sampled_from([*PARAMETERS[method], "chat_id"]), unique=True, max_size=8))
    params = {name: draw(VALUES) for name in names}
    return method, {"chat_id": ANN, "message_id": 1, **params}


async def answers(batch: list[tuple[str, dict[str, Any]]]) -> list[Any]:
    async with playground_server([TOKEN]) as playground, aiohttp.ClientSession() as session:
        stand = Stand(playground, session)
        await stand.act("POST", "/people", id=ANN, first_name="Ann")
        await stand.say("/start")
        found = [await stand.answer(method, **params) for method, params in batch]
        await stand.act("GET", f"/chats/{ANN}")
        await stand.act("GET", "/events?after=0")
        return found


@settings(max_examples=30)
@given(st.lists(calls(), min_size=10, max_size=10))
def test_nonsense_is_answered_politely(batch: list[tuple[str, dict[str, Any]]]) -> None:
    for answer in asyncio.run(answers(batch)):
        assert answer["ok"] or answer["error_code"] in (400, 403), answer
