"""`yijia import FILE`: takes a supplier's catalogue in, whole or not at all."""

import asyncio
from pathlib import Path

import click

from bot.commands.import_progress import shown_progress
from bot.commands.import_words import refusal_line, report_lines, summary_line
from domain.refusal import Refusal
from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport, ImportReport
from storage.database import open_database
from storage.files import FileStore


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--database-url", envvar="DATABASE_URL", default="sqlite:///var/yijia.db", show_default=True)
@click.option("--files-url", envvar="FILES_URL", default="var/files", show_default=True)
@click.option("--dry-run", is_flag=True, help="Check the file and change nothing.")
def import_(file: Path, database_url: str, files_url: str, dry_run: bool) -> None:
    """Import the products of FILE (CSV or XLSX), all of them or none.

    Importing a file again changes what is new in it and keeps the rest.
    """
    report = _imported(file, (database_url, files_url), dry_run)
    for line in report_lines(report):
        click.echo(line, err=True)
    click.echo(summary_line(report, dry_run))
    raise SystemExit(1 if report.check.problem_count else 0)


def _imported(file: Path, urls: tuple[str, str], is_dry: bool) -> ImportReport:
    try:
        return asyncio.run(import_file(file, urls, is_dry=is_dry))
    except Refusal as refusal:
        raise click.ClickException(refusal_line(refusal)) from None
    except OSError as error:
        name = click.format_filename(error.filename or file)
        raise click.ClickException(f"{name}: {error.strerror}. Nothing was imported.") from None


async def import_file(file: Path, urls: tuple[str, str], *, is_dry: bool = False) -> ImportReport:
    """Imports a file into the database and the file store at `urls`, showing progress."""
    database_url, files_url = urls
    async with open_database(database_url) as database:
        with shown_progress() as progress:
            taking = CatalogueImport(database, FileStore(files_url), progress)
            catalogue = open_catalogue(file)
            return await (taking.check(catalogue) if is_dry else taking.run(catalogue))
