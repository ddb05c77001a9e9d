"""What Telegram is told at the start: the commands in both languages, and how updates come."""

import asyncio
from contextlib import suppress
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.metrics import WEBHOOK_PENDING
from bot.receiving import KINDS
from bot.settings import Settings
from bot.troubles import Trouble, Troubles
from bot.web import WEBHOOK_PATH
from delivery.speaker import Speaker
from domain.people import Language
from storage.database import Database
from storage.teams import note_bot_name
from views.commands import commands

TRY_AGAIN_SECONDS = 10.0
LOOK_SECONDS = 20.0

_log = structlog.get_logger()


async def introduce(speaker: Speaker, database: Database, operator_ids: frozenset[int]) -> None:
    """Learns the bot's own name and sets the menus of commands."""
    await learn_bot_name(speaker, database)
    await set_commands(speaker)
    await set_commands_of_operators(speaker, operator_ids)


async def set_commands(speaker: Speaker) -> None:
    """Sets the command menu, Chinese for Chinese apps and English for all others."""
    await _until_done(speaker, "setMyCommands", {"commands": commands(Language.ENGLISH)})
    chinese = {"commands": commands(Language.CHINESE), "language_code": "zh"}
    await _until_done(speaker, "setMyCommands", chinese)


async def set_commands_of_operators(speaker: Speaker, operator_ids: frozenset[int]) -> None:
    """Gives operators their command; one who has no chat with the bot yet gets it at the next start."""
    for operator_id in sorted(operator_ids):
        for language in (Language.ENGLISH, Language.CHINESE):
            code = {} if language is Language.ENGLISH else {"language_code": "zh"}
            scope = {"type": "chat", "chat_id": operator_id}
            menu = {"commands": commands(language, for_operators=True), "scope": scope, **code}
            with suppress(TelegramError):
                await speaker.call("setMyCommands", menu)


async def learn_bot_name(speaker: Speaker, database: Database) -> None:
    """Asks Telegram for the bot's username and keeps it, for links made in the chat."""
    name = str((await _until_done(speaker, "getMe", {})).get("username", ""))
    await database.run(lambda connection: note_bot_name(connection, name))


async def keep_webhook(speaker: Speaker, settings: Settings, troubles: Troubles) -> None:
    """Tells Telegram where to deliver, with the secret it must show; then looks whether that stays so.

    Pending updates are never dropped. What others change is not changed back, or two bots with one token
    would fight: the operators hear of it, and a restart takes the updates back.
    """
    url = settings.webhook_url.rstrip("/") + WEBHOOK_PATH
    told = {"url": url, "secret_token": settings.webhook_secret, "allowed_updates": list(KINDS)}
    await _until_done(speaker, "setWebhook", told)
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        info = await _until_done(speaker, "getWebhookInfo", {})
        WEBHOOK_PENDING.set(info.get("pending_update_count", 0))
        is_ours = info.get("url") == url and set(info.get("allowed_updates", ())) == set(KINDS)
        (troubles.miss if is_ours else troubles.meet)(Trouble.WEBHOOK)


async def leave_webhook(speaker: Speaker) -> None:
    """Takes away the webhook of an earlier run, which would keep this one from polling."""
    info = await _until_done(speaker, "getWebhookInfo", {})
    if info.get("url"):
        _log.warning("webhook taken away")
        await _until_done(speaker, "deleteWebhook", {})


async def _until_done(speaker: Speaker, method: str, payload: dict[str, Any]) -> Any:
    while True:
        try:
            return await speaker.call(method, payload)
        except TelegramError as error:
            _log.warning("setup refused", method=method, error=type(error).__name__)
            await asyncio.sleep(TRY_AGAIN_SECONDS)
