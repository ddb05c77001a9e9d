"""`yijia doctor`: examines the database and says what is wrong with it."""

import asyncio

import click

from bot.commands.asked import current_database, settings_or_exit
from bot.settings import Settings
from storage.doctor import Finding, examine_all
from storage.files import FileStore


@click.command()
def doctor() -> None:
    """Check the invariants, the search index and every kept file; exits with 1 if one is broken."""
    findings = asyncio.run(_examined(settings_or_exit()))
    for finding in findings:
        mark = "ok " if not finding.rows else "BAD"
        click.echo(f"{mark} {finding.invariant:5} {finding.says}{finding.sample}")
    raise SystemExit(1 if any(finding.rows for finding in findings) else 0)


async def _examined(settings: Settings) -> list[Finding]:
    async with current_database(settings) as database:
        return await examine_all(database, FileStore(settings.files_url))
