"""What the import says at the command line: which row, which column, what is wrong and what to do."""

from collections.abc import Iterable, Iterator
from typing import Final

from domain.refusal import Refusal
from services.importing.columns import COLUMNS, MissingColumns, RepeatedColumns
from services.importing.problems import Kind, Problem
from storage.catalogue_files.limits import (
    DamagedWorkbook,
    EmptyCatalogue,
    FileTooLarge,
    OldWorkbook,
    TooManyRows,
    UnknownEncoding,
    UnreadableCatalogue,
)
from storage.catalogue_import import ImportReport

MOST_SHOWN: Final = 30

_SENTENCES: Final = {
    Kind.MISSING: "is empty, and every row needs it. Please fill it in.",
    Kind.NO_TITLE: "and title_zh are both empty. Give the product a title in at least one language.",
    Kind.TOO_LONG: "is longer than {limit} characters. Please shorten it: {value}…",
    Kind.NOT_WHOLE: "should be a whole number ({limit}) without separators, such as 1000; it says {value}.",
    Kind.NOT_A_NUMBER: "should be a plain number with a decimal point, such as 12.50; it says {value}.",
    Kind.OUT_OF_BOUNDS: "should lie within {limit}; it says {value}.",
    Kind.UNKNOWN_WORD: "says {value}, which is not known here. Use one of: {limit}.",
    Kind.NOT_TIERS: "should list quantity:price pairs, such as {limit}; it says {value}. "
    "If a spreadsheet turned it into a time, format the column as text.",
    Kind.TIERS_NOT_RISING: "should rise from the smallest quantity, such as {limit}; it says {value}.",
    Kind.PRICE_OUT_OF_BOUNDS: "has a price of nothing, above {limit}, or with too many decimals: {value}.",
    Kind.NOT_SPECS: "should look like colour=red|blue;size=S|M, each name once; it says {value}.",
    Kind.NOT_A_PHONE: "should be a telephone number of digits, spaces and hyphens; it says {value}.",
    Kind.NOT_AN_ADDRESS: "should be an http(s) address or a file beside the catalogue; it says {value}.",
    Kind.NOT_BESIDE_THE_FILE: "names {value}, but no such file lies in the catalogue's folder.",
    Kind.NOT_A_PICTURE: "names {value}, which is not a picture that can be used ({limit}).",
    Kind.TOO_MANY_CELLS: "has more cells than the header. Put quotation marks around texts with separators.",
    Kind.REPEATED_PRODUCT: "repeats product {value} of row {limit}. Keep one row, or give each its own sku.",
    Kind.SUPPLIER_DIFFERS: "says {value}, but an earlier row of this supplier says {limit}.",
    Kind.NOT_A_PLACE: "says {value}, which is no place known here. Use a country, or one of: {limit}.",
    Kind.NOT_A_DAY: "should be a day such as 2026-12-31; it says {value}.",
    Kind.FORMULA: "begins like a formula, which is not taken in: {value}. Please write it in words.",
    Kind.REPEATED_RATE: "repeats the route {value} of row {limit}. Please keep one of them.",
    Kind.ANOTHER_SUPPLIER: "names {value}, but this is a file of {limit}.",
    Kind.NO_PICTURE_BESIDE: "names the file {value}, but no files come with this one.",
    Kind.DEARER_IN_BULK: "asks more for each when more are bought: {value}. Is that meant?",
}
_REFUSALS: Final = {
    MissingColumns: "The header lacks: {columns}. The first row names the columns. These are known:\n  {all}",
    RepeatedColumns: "The header names {columns} more than once. Please keep one of each.",
    FileTooLarge: "The file is larger than {most} MB. Please split it, or save it as CSV.",
    TooManyRows: "The file has more than {most} rows. Please split it (CSV may hold more than XLSX).",
    UnknownEncoding: "The text can be read neither as UTF-8 nor as GB18030. Please save it as CSV UTF-8.",
    OldWorkbook: "This is an old Excel file (.xls), or it has a password. Please save it as XLSX or CSV.",
    DamagedWorkbook: "This workbook is damaged. Please open it and save it again as XLSX or CSV.",
    EmptyCatalogue: "There is nothing in this file: it needs a header and a row for each product or rate.",
    UnreadableCatalogue: "The file cannot be read as CSV or XLSX: {reason}",
}


def problem_line(problem: Problem) -> str:
    """One problem as a line."""
    value = f"“{problem.value}”"
    sentence = _SENTENCES[problem.kind].format(value=value, limit=problem.limit)
    return " ".join(filter(None, [f"Row {problem.row}:", problem.column, sentence]))


def refusal_line(refusal: Refusal, known: Iterable[str] = COLUMNS) -> str:
    """Why the whole file was refused; `known` are the columns it may have."""
    facts = {name: _listed(value) for name, value in refusal.facts.items()}
    return _REFUSALS[type(refusal)].format(all=", ".join(known), **facts)


def report_lines(report: ImportReport) -> Iterator[str]:
    """What was wrong or noticed, row by row."""
    check = report.check
    for column in report.unread_columns:
        yield f"Note: column “{column}” is not one of the catalogue's and was not read."
    yield from capped((f"Note: {problem_line(one)}" for one in check.warnings), check.warning_count)
    yield from capped(map(problem_line, check.problems), check.problem_count)


def summary_line(report: ImportReport, is_dry: bool) -> str:
    """How it ended."""
    check = report.check
    read = f"{many(check.rows, 'row')} of {many(len(check.suppliers), 'supplier')} read"
    if check.problem_count:
        problems = many(check.problem_count, "problem")
        return f"{read}, {problems}. Nothing was imported: please mend what is listed and try again."
    if is_dry:
        return f"{read}, no problems. Nothing was imported, because this was a dry run."
    return f"{read}: {report.added:,} new, {report.changed:,} changed, {report.unchanged:,} as before."


def capped(lines: Iterator[str], count: int) -> Iterator[str]:
    """The first lines, and how many more there are."""
    yield from (line for _, line in zip(range(MOST_SHOWN), lines, strict=False))
    if count > MOST_SHOWN:
        yield f"… and {count - MOST_SHOWN:,} more of this sort."


def many(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
