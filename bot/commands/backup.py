"""`yijia backup FILE`: a consistent copy of the database while the bot runs."""

import asyncio
from pathlib import Path

import click

from bot.commands.asked import settings_or_exit
from storage.backup import back_up


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write a consistent copy of the database to FILE, while the bot runs, and check that it can be read."""
    size = asyncio.run(back_up(settings_or_exit().database_url, file))
    click.echo(f"{file}: {size:,} bytes, checked.")
