"""The child process that reads a seller's catalogue file under limits of memory and time.

`python -m storage.product_file_child PATH NAME [NAME ...]` names the supplier; on stdout stands the report as
one line of JSON, then each checked listing as another.
"""

import resource
import sys
from pathlib import Path
from typing import Final

import orjson

from domain.refusal import Refusal
from services.importing.checking import Check
from services.importing.own_rows import OwnCheck, read_own_header, unread_of
from services.product_files import MOST_ROWS, FileReport, report_record
from storage.catalogue_files import CatalogueFile, open_catalogue
from storage.catalogue_files.limits import (
    MEGABYTE,
    EmptyCatalogue,
    FileTooLarge,
    TooManyRows,
    UnreadableCatalogue,
)
from storage.catalogue_spool import product_values

MEMORY_BYTES: Final = 1_000 * MEGABYTE
CPU_SECONDS: Final = 60
MOST_LISTED_BYTES: Final = 16 * MEGABYTE


def main(path: str, *names: str) -> int:
    """Prints what the file at `path` holds; returns the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    lines: list[bytes] = []
    try:
        report = _read(open_catalogue(Path(path), read_own_header), names, lines)
    except MemoryError:
        report = _refused(FileTooLarge(most=MEMORY_BYTES // MEGABYTE))
    except Refusal as refusal:
        report = _refused(refusal)
    except Exception as error:
        report = _refused(UnreadableCatalogue(reason=type(error).__name__))
    is_good = not report.refusal and not report.problem_count
    sys.stdout.buffer.write(b"\n".join((orjson.dumps(report_record(report)), *(lines if is_good else ()))))
    return 0


def _read(catalogue: CatalogueFile, names: tuple[str, ...], lines: list[bytes]) -> FileReport:
    own = OwnCheck(names, Check())
    left = MOST_LISTED_BYTES
    for row in catalogue.rows():
        listing = own.add(row)
        if own.check.rows > MOST_ROWS:
            raise TooManyRows(most=MOST_ROWS)
        line = orjson.dumps(product_values(listing)) if listing else b""
        left -= len(line)
        if left < 0:
            raise FileTooLarge(most=MOST_LISTED_BYTES // MEGABYTE)
        lines += [line] if line else []
    if not own.check.rows:
        raise EmptyCatalogue()
    return _report(own.check, unread_of(catalogue.columns))


def _report(check: Check, unread: tuple[str, ...]) -> FileReport:
    return FileReport(
        rows=check.rows,
        problem_count=check.problem_count,
        problems=check.problems,
        warning_count=check.warning_count,
        warnings=check.warnings,
        unread=unread,
    )


def _refused(refusal: Refusal) -> FileReport:
    facts = {
        name: list(value) if isinstance(value, tuple) else value for name, value in refusal.facts.items()
    }
    return FileReport(refusal=type(refusal).__name__, facts=facts)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
