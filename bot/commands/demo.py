"""`yijia demo`: a local Telegram with three phones, and the bot behind them; no token, no network."""

import asyncio

import click

from bot import lean_aiogram  # noqa: F401 - before anything that imports aiogram
from bot.demo import FOLDER, play
from bot.logs import set_up


@click.command()
@click.option(
    "--port", default=8765, show_default=True, help="Where the page is served; 0 takes a free port."
)
def demo(port: int) -> None:
    """Show a local Telegram with three phones and the bot behind them; Ctrl+C ends it.

    Each demo begins with an empty market and the demo catalogue, on SQLite in var/demo.
    """
    set_up("WARNING", ())
    FOLDER.mkdir(parents=True, exist_ok=True)
    asyncio.run(play(port))
