"""Invoices that await an answer, and the questions Telegram asks before money moves."""

import asyncio
from dataclasses import dataclass, field

from playground.wire import Json


@dataclass(slots=True)
class Checkout:
    """A question to the bot (pre-checkout or shipping) and the future of its answer."""

    bot_id: int
    asked_at: float
    answer: asyncio.Future[Json]


@dataclass(slots=True)
class Payments:
    """Open questions by id, and invoices by their link."""

    open: dict[str, Checkout] = field(default_factory=dict)
    links: dict[str, Json] = field(default_factory=dict)
