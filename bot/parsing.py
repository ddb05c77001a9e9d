"""Reads what Telegram wrote into aiogram's types."""

from typing import Any

import orjson
from aiogram import Bot
from aiogram.types import Update


def parse_update(raw: bytes | dict[str, Any], bot: Bot) -> Update:
    """Read one update for this bot; raises ValueError (orjson's or pydantic's) when it is none.

    The bot is bound while reading: bound later, the dispatcher would dump and read the update once more.
    """
    written = orjson.loads(raw) if isinstance(raw, bytes) else raw
    return Update.model_validate(written, context={"bot": bot})
