"""Invoices and the questions that await a bot's answer before money moves."""

import asyncio
from dataclasses import dataclass, field

from playground.wire import Json


@dataclass(slots=True)
class Question:
    """A pre-checkout or shipping question to a bot, and the future of its answer."""

    bot_id: int
    answer: asyncio.Future[Json]


@dataclass(slots=True)
class Payments:
    """Open questions by id; offers by (bot, chat, message) and by link."""

    open: dict[str, Question] = field(default_factory=dict)
    offers: dict[tuple[int, int, int], Json] = field(default_factory=dict)
    links: dict[str, Json] = field(default_factory=dict)
