"""What a file that cannot be taken in makes of a command: a sentence about it, and nothing imported."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.commands.import_words import refusal_line
from services.importing.columns import COLUMNS, MissingColumns, RepeatedColumns
from storage.catalogue_files.limits import UnreadableCatalogue


@contextmanager
def unusable_named(file: Path, known: Iterable[str] = COLUMNS) -> Iterator[None]:
    """Raises click.ClickException for a file that is refused or cannot be opened; `known` are its columns."""
    try:
        yield
    except (UnreadableCatalogue, MissingColumns, RepeatedColumns) as refusal:
        raise click.ClickException(f"{refusal_line(refusal, known)}\nNothing was imported.") from None
    except OSError as error:
        name = click.format_filename(error.filename or file)
        raise click.ClickException(f"{name}: {error.strerror or error}. Nothing was imported.") from None
