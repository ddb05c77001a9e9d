"""The progress of an import on standard error: bars in a terminal, otherwise a line for each stage."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from storage.catalogue_checking import Progress as Report
from storage.catalogue_checking import Stage

_WORDS: Final = {
    Stage.CHECKING: "Checking rows",
    Stage.PICTURES: "Keeping pictures",
    Stage.WRITING: "Writing products",
    Stage.INDEXING: "Making them findable",
}


@contextmanager
def shown_progress() -> Iterator[Report]:
    """Shows what it is told until the end of the block."""
    if not sys.stderr.isatty():
        yield _print_when_done
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        yield _Bars(progress).show


def _print_when_done(stage: Stage, done: int, total: int) -> None:
    if total and done == total:
        click.echo(f"{_WORDS[stage]}: {total:,}", err=True)


class _Bars:
    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[Stage, TaskID] = {}

    def show(self, stage: Stage, done: int, total: int) -> None:
        if not total:
            return
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(_WORDS[stage])
        self._progress.update(self._tasks[stage], completed=done, total=total)
