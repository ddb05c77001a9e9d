"""`yijia import-rates FILE`: takes a table of freight or exchange rates in, whole or not at all."""

import asyncio
from pathlib import Path
from typing import Final

import click

from bot.commands.asked import current_database, settings_or_exit
from bot.commands.import_words import capped, many, problem_line
from bot.commands.unusable import unusable_named
from bot.settings import Settings
from services.importing.exchanges import COLUMNS as OF_EXCHANGES
from services.importing.rates import COLUMNS as OF_FREIGHT
from storage.rate_import import RateReport, read_rates
from storage.rate_import import import_rates as take_in

KNOWN: Final = (*OF_FREIGHT, f"or {', '.join(OF_EXCHANGES)}")


@click.command(name="import-rates")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--database-url", help="Instead of the setting DATABASE_URL.")
@click.option("--dry-run", is_flag=True, help="Check the file and change nothing.")
def import_rates(file: Path, database_url: str | None, dry_run: bool) -> None:
    """Import the freight or exchange rates of FILE (CSV or XLSX), all of them or none.

    Of a route, or of two currencies, the newest rate counts; docs/freight.md names the columns.
    """
    settings = settings_or_exit()
    if database_url:
        settings = settings.model_copy(update={"database_url": database_url})
    report = _read(file, settings, dry_run)
    for column in report.unread_columns:
        click.echo(f"Note: column “{column}” is not one of a table of rates and was not read.", err=True)
    problems = report.check.problems
    for line in capped(map(problem_line, problems), len(problems)):
        click.echo(line, err=True)
    click.echo(_summary(report, dry_run))
    raise SystemExit(1 if problems else 0)


def _read(file: Path, settings: Settings, is_dry: bool) -> RateReport:
    with unusable_named(file, KNOWN):
        return read_rates(file) if is_dry else asyncio.run(_imported(file, settings))


async def _imported(file: Path, settings: Settings) -> RateReport:
    async with current_database(settings) as database:
        return await take_in(database, file)


def _summary(report: RateReport, is_dry: bool) -> str:
    check = report.check
    read = f"{many(check.rows, 'rate')} read"
    if check.problems:
        problems = many(len(check.problems), "problem")
        return f"{read}, {problems}. Nothing was imported: please mend what is listed and try again."
    if is_dry:
        return f"{read}, no problems. Nothing was imported, because this was a dry run."
    return f"{read}: {report.added:,} new, {report.unchanged:,} as before."
