"""What Telegram is told at the start: the commands in both languages, and the webhook."""

import asyncio
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.receiving import KINDS
from bot.settings import Settings
from bot.web import WEBHOOK_PATH
from delivery.speaker import Speaker
from domain.people import Language
from views.commands import commands

TRY_AGAIN_SECONDS = 10.0

_log = structlog.get_logger()


async def set_commands(speaker: Speaker) -> None:
    """Sets the command menu, Chinese for Chinese apps and English for all others."""
    await _until_done(speaker, "setMyCommands", {"commands": commands(Language.ENGLISH)})
    chinese = {"commands": commands(Language.CHINESE), "language_code": "zh"}
    await _until_done(speaker, "setMyCommands", chinese)


async def set_webhook(speaker: Speaker, settings: Settings) -> None:
    """Tells Telegram where to deliver, with the secret it must show; pending updates are never dropped."""
    url = settings.webhook_url.rstrip("/") + WEBHOOK_PATH
    told = {"url": url, "secret_token": settings.webhook_secret, "allowed_updates": list(KINDS)}
    await _until_done(speaker, "setWebhook", told)


async def _until_done(speaker: Speaker, method: str, payload: dict[str, Any]) -> None:
    while True:
        try:
            await speaker.call(method, payload)
            return
        except TelegramError as error:
            _log.warning("setup refused", method=method, error=type(error).__name__)
            await asyncio.sleep(TRY_AGAIN_SECONDS)
