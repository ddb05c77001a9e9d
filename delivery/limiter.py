"""The pace kept at python-telegram-bot's own gate: every call of the bot passes here."""

import asyncio
import math
import time
from collections.abc import Callable, Coroutine
from enum import Enum
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import InvalidToken, RetryAfter
from telegram.ext import BaseRateLimiter

from delivery.outcome import seconds_of
from delivery.pace import Lane, Pace, Scope

Answer = bool | JSONDict | list[JSONDict]
Call = Callable[..., Coroutine[Any, Any, Answer]]

# Calls that put words before a person and hence count; the rest (answers, actions, questions) do not.
SPEAKING = ("send", "edit", "copy", "forward")
SILENT = frozenset({"sendChatAction"})


TOKEN_REST_SECONDS = 30.0
"""For how long nothing is called after Telegram refused the token itself; then it is tried again."""


class Slot(Enum):
    """`rate_limit_args` of a call whose place was already counted with `Pace.took`."""

    TAKEN = "taken"


class Limiter(BaseRateLimiter[Lane | Slot]):
    """Holds each message back until its chat, its lane and the whole bot are free; never calls twice.

    A 429 is remembered and passed on: its halt outlasts whatever succeeds meanwhile
    (python-telegram-bot#5338), and calling again is the outbox's decision. A refused token halts all calls.
    """

    __slots__ = ("_clock", "pace")

    def __init__(self, pace: Pace, clock: Callable[[], float] = time.monotonic):
        """Keep this pace by this clock (seconds)."""
        self.pace = pace
        self._clock = clock

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(  # noqa: PLR0913 - the library's signature
        self,
        callback: Call,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | Slot | None,
    ) -> Answer:
        """Wait for the call's turn and make it once; raises whatever it raises."""
        scope = scope_of(endpoint, data)
        if rate_limit_args is Slot.TAKEN or not is_speaking(endpoint):
            self._refuse_if_halted(scope)
        else:
            await self._turn(scope, Lane(rate_limit_args or Lane.INTERACTIVE))
        try:
            answer = await callback(*args, **kwargs)
        except RetryAfter as refusal:
            self.pace.refused(scope, self._clock() + seconds_of(refusal))
            raise
        except InvalidToken:
            self.pace.halt(None, self._clock() + TOKEN_REST_SECONDS)
            raise
        if is_speaking(endpoint):
            self.pace.accepted()
        return answer

    def _refuse_if_halted(self, scope: Scope) -> None:
        """Meet a halt that came after the slot was taken; this caller keeps a queue and must not sleep."""
        if wait := self.pace.halted(scope, self._clock()):
            raise RetryAfter(math.ceil(wait))

    async def _turn(self, scope: Scope, lane: Lane) -> None:
        while wait := self.pace.next_free(scope, self._clock(), lane):  # noqa: ASYNC110 - waits for time
            await asyncio.sleep(wait)
        self.pace.took(scope, self._clock(), lane)


def is_speaking(endpoint: str) -> bool:
    """Whether this method counts as a message to its chat."""
    return endpoint.startswith(SPEAKING) and endpoint not in SILENT


def scope_of(endpoint: str, data: dict[str, Any]) -> Scope:
    """What a 429 to this call is about: its chat, or else its method."""
    chat = data.get("chat_id")
    if chat is None:
        return endpoint
    if isinstance(chat, int):
        return chat
    text = str(chat)
    return int(text) if text.lstrip("-").isdigit() else text
