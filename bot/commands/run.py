"""`yijia run`: serves Telegram, by polling, or by webhook when WEBHOOK_URL is set."""

import asyncio

import click

from bot import lean_aiogram, lean_structlog  # noqa: F401 - before anything that imports aiogram or structlog
from bot.commands.asked import settings_or_exit
from bot.logs import set_up
from bot.running import run as run_bot


@click.command()
def run() -> None:
    """Run the bot until it is stopped. Needs BOT_TOKEN; see .env.example."""
    settings = settings_or_exit()
    if not settings.bot_token:
        raise click.ClickException("Set BOT_TOKEN (from @BotFather) in the environment or in .env.")
    set_up(settings.log_level, (settings.bot_token, settings.webhook_secret))
    asyncio.run(run_bot(settings))
