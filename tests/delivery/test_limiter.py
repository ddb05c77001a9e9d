"""The gate of python-telegram-bot keeps the pace, in a world where waiting takes no time."""

import asyncio
from collections.abc import Coroutine
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, InvalidToken, RetryAfter

from delivery.limiter import TOKEN_REST_SECONDS, Answer, Limiter, Slot, is_speaking, scope_of
from delivery.pace import Lane, Pace
from tests.delivery.test_pace import most_within


class InstantLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock jumps to the next timer instead of waiting for it."""

    moment = 1000.0
    _ready: Any
    _scheduled: Any

    def time(self) -> float:
        return self.moment

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:
            self.moment = max(self.moment, self._scheduled[0].when())
        super()._run_once()


def instantly(story: Coroutine[Any, Any, Any]) -> Any:
    with asyncio.Runner(loop_factory=InstantLoop) as runner:
        return runner.run(story)


class Telegram:
    """Answers after `latency` seconds; refuses the calls whose number is in `floods` for so many seconds."""

    def __init__(self, floods: dict[int, int] | None = None, latency: float = 0.05):
        self.pace = Pace()
        self._floods, self._latency, self._numbers = floods or {}, latency, count()
        self._now = asyncio.get_running_loop().time
        self._limiter = Limiter(self.pace, clock=self._now)
        self.sent: list[tuple[float, int]] = []
        self.refused: list[tuple[float, int, int]] = []

    async def call(self, method: str, chat: int, turn: Lane | Slot = Lane.INTERACTIVE) -> Answer:
        data = {} if method == "answerCallbackQuery" else {"chat_id": chat}
        return await self._limiter.process_request(self._answer, (chat,), {}, method, data, turn)

    async def deliver(self, chat: int) -> None:
        """Call until it succeeds, as the outbox does."""
        while True:
            try:
                await self.call("sendMessage", chat)
            except RetryAfter:
                continue
            return

    async def _answer(self, chat: int) -> Answer:
        self.sent.append((self._now(), chat))
        seconds = self._floods.get(next(self._numbers))
        await asyncio.sleep(self._latency)
        if seconds:
            self.refused.append((self._now(), chat, seconds))
            raise RetryAfter(seconds)
        return True


@settings(max_examples=40)
@given(
    st.lists(st.integers(-2, 40).filter(bool), min_size=1, max_size=80),
    st.dictionaries(st.integers(0, 80), st.integers(1, 30), max_size=12),
)
def test_a_busy_day_with_floods_keeps_every_limit(chats: list[int], floods: dict[int, int]) -> None:
    async def day() -> Telegram:
        telegram = Telegram(floods)
        await asyncio.gather(*(telegram.deliver(chat) for chat in chats))
        return telegram

    telegram = instantly(day())

    assert len(telegram.sent) == len(chats) + len(telegram.refused)
    assert most_within([now for now, _ in telegram.sent], 1.0) <= 30
    for start, chat, seconds in telegram.refused:
        assert not [now for now, to in telegram.sent if to == chat and start < now < start + seconds - 1e-5]


def test_a_success_in_flight_does_not_end_a_halt() -> None:
    async def story() -> list[float]:
        telegram = Telegram({1: 30}, latency=1.0)
        in_flight = [asyncio.create_task(telegram.deliver(7)) for _ in range(3)]
        await asyncio.gather(*in_flight)
        return [now - telegram.sent[0][0] for now, _ in telegram.sent]

    times = instantly(story())

    assert len(times) == 4
    assert times[3] >= 31.0


def test_presses_are_answered_while_their_chat_must_wait() -> None:
    async def story() -> int:
        telegram = Telegram()
        telegram.pace.halt(7, 1100.0)
        await asyncio.gather(*(telegram.call("answerCallbackQuery", 7) for _ in range(100)))
        return round(telegram.sent[-1][0] - 1000.0)

    assert instantly(story()) == 0


def test_a_taken_slot_is_not_counted_again() -> None:
    async def story() -> float:
        telegram = Telegram()
        for _ in range(10):
            await telegram.call("sendMessage", 7, Slot.TAKEN)
        return telegram.pace.next_free(7, 1000.0)

    assert instantly(story()) == 0.0


def test_a_halt_that_comes_after_the_slot_was_taken_is_told_not_slept() -> None:
    async def story() -> RetryAfter:
        telegram = Telegram()
        telegram.pace.halt(7, 1012.0)
        with pytest.raises(RetryAfter) as caught:
            await telegram.call("sendMessage", 7, Slot.TAKEN)
        assert not telegram.sent
        return caught.value

    assert instantly(story()).message == "Flood control exceeded. Retry in 0:00:12"


def test_an_answer_overtakes_a_thousand_announcements() -> None:
    async def story() -> int:
        telegram = Telegram()
        crowd = [asyncio.create_task(telegram.call("sendMessage", n, Lane.BULK)) for n in range(1, 1001)]
        await asyncio.sleep(1)
        before = len(telegram.sent)
        await telegram.call("sendMessage", 5000)
        for task in crowd:
            task.cancel()
        return len(telegram.sent) - before

    assert instantly(story()) <= 3


def test_other_refusals_are_passed_on_and_halt_nothing() -> None:
    async def story() -> float:
        pace = Pace()

        async def refuse() -> Answer:
            raise BadRequest("message text is empty")

        with pytest.raises(BadRequest):
            await Limiter(pace).process_request(refuse, (), {}, "sendMessage", {"chat_id": 7}, None)
        return pace.halted(7, 0.0)

    assert instantly(story()) == 0.0


@pytest.mark.parametrize("written", ["-1007", "7"])
def test_a_chat_written_as_text_is_the_same_chat(written: str) -> None:
    assert scope_of("sendMessage", {"chat_id": written}) == int(written)


@pytest.mark.parametrize("method", ["answerCallbackQuery", "deleteMessage", "sendChatAction", "getMe"])
def test_only_words_count_as_messages(method: str) -> None:
    assert not is_speaking(method)


def test_a_refused_token_halts_every_call_for_a_while() -> None:
    pace = Pace()
    limiter = Limiter(pace, clock=lambda: 1000.0)

    async def refused() -> Answer:
        raise InvalidToken

    async def story() -> None:
        with pytest.raises(InvalidToken):
            await limiter.process_request(refused, (), {}, "sendMessage", {"chat_id": 1}, Lane.INTERACTIVE)

    instantly(story())

    assert pace.next_free(2, 1001.0) == pytest.approx(TOKEN_REST_SECONDS - 1)
    assert pace.halted("getWebhookInfo", 1000.0 + TOKEN_REST_SECONDS) == 0
