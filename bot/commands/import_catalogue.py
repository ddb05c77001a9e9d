"""`yijia import FILE`: takes a supplier's catalogue in, whole or not at all."""

import asyncio
from pathlib import Path

import click

from bot.commands.asked import current_database, settings_or_exit
from bot.commands.import_progress import shown_progress
from bot.commands.import_words import report_lines, summary_line
from bot.commands.unusable import unusable_named
from bot.settings import Settings
from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport, ImportReport, try_catalogue
from storage.files import FileStore


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--database-url", help="Instead of the setting DATABASE_URL.")
@click.option("--files-url", help="Instead of the setting FILES_URL.")
@click.option("--dry-run", is_flag=True, help="Check the file and change nothing.")
def import_(file: Path, database_url: str | None, files_url: str | None, dry_run: bool) -> None:
    """Import the products of FILE (CSV or XLSX), all of them or none.

    Importing a file again changes what is new in it and keeps the rest.
    """
    stated = {"database_url": database_url, "files_url": files_url}
    settings = settings_or_exit().model_copy(update={name: url for name, url in stated.items() if url})
    report = _imported(file, settings, dry_run)
    for line in report_lines(report):
        click.echo(line, err=True)
    click.echo(summary_line(report, dry_run))
    raise SystemExit(1 if report.check.problem_count else 0)


def _imported(file: Path, settings: Settings, is_dry: bool) -> ImportReport:
    with unusable_named(file):
        return _tried(file) if is_dry else asyncio.run(import_file(file, settings))


def _tried(file: Path) -> ImportReport:
    with shown_progress() as progress:
        return try_catalogue(open_catalogue(file), progress)


async def import_file(file: Path, settings: Settings) -> ImportReport:
    """Imports a file into the database and the file store of the settings, showing progress."""
    catalogue = open_catalogue(file)
    async with current_database(settings) as database:
        with shown_progress() as progress:
            return await CatalogueImport(database, FileStore(settings.files_url), progress).run(catalogue)
