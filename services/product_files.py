"""Catalogue files that sellers send in the chat: read, shown with their problems, imported when wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Protocol

from domain.refusal import Refusal
from services.importing.problems import Kind, Problem
from services.said import File

MOST_BYTES: Final = 20_000_000
"""Telegram lets a bot fetch no more."""
MOST_ROWS: Final = 2_000
"""More are the operator's to import, by `yijia import`."""


class FileStatus(StrEnum):
    """Where a file stands; the values are stored."""

    READING = "reading"
    READY = "ready"
    REFUSED = "refused"
    WANTED = "wanted"
    IMPORTED = "imported"
    DROPPED = "dropped"
    FAILED = "failed"


class FileTooLargeHere(Refusal):
    """The file has more than `most` megabytes."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What reading a file found: rows, what importing them would do or did, problems by row.

    `refusal` names why the file as a whole cannot be read, with its `facts`.
    """

    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    problem_count: int = 0
    problems: Sequence[Problem] = ()
    warning_count: int = 0
    warnings: Sequence[Problem] = ()
    unread: Sequence[str] = ()
    refusal: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProductFile:
    """A file that a person sent; `listings` is the key of what was read of it in our own store."""

    id: int
    supplier_id: int
    person_id: int
    file_id: str
    name: str
    status: FileStatus
    listings: str = ""
    report: FileReport = FileReport()


class ProductFiles(Protocol):
    """Files that sellers sent."""

    async def add(self, supplier_id: int, person_id: int, file: File, telegram_id: int) -> int:
        """Keeps a file to be read; the same message twice is once. Returns its number."""

    async def get(self, file_id: int) -> ProductFile | None:
        """The file."""

    async def get_for_update(self, file_id: int) -> ProductFile | None:
        """The same as of now, locked until the end of the transaction."""

    async def stand(self, file_id: int, status: FileStatus) -> None:
        """Moves a file to another status; what is then to be done is due at once."""


def report_record(report: FileReport) -> dict[str, Any]:
    """As JSON."""
    numbers = ("rows", "added", "changed", "unchanged", "problem_count", "warning_count", "refusal")
    return {
        **{name: getattr(report, name) for name in numbers},
        "problems": [_row(problem) for problem in report.problems],
        "warnings": [_row(problem) for problem in report.warnings],
        "unread": list(report.unread),
        "facts": dict(report.facts),
    }


def report_of(record: Mapping[str, Any]) -> FileReport:
    """The report that `report_record` wrote."""
    problems = {name: tuple(map(_problem, record[name])) for name in ("problems", "warnings")}
    return FileReport(**{**record, **problems, "unread": tuple(record["unread"])})


def _row(problem: Problem) -> list[Any]:
    return [problem.row, problem.column, problem.kind.value, problem.value, problem.limit]


def _problem(row: Sequence[Any]) -> Problem:
    number, column, kind, value, limit = row
    return Problem(number, column, Kind(kind), value, limit)
