"""A catalogue file that a seller sent: being read, what is in it, what became of it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from services.mail import Card
from services.moves import Subject
from services.product_files import MOST_ROWS, FileReport, FileStatus, ProductFile
from views.buttons import back
from views.callback_data.stall import FileDeed, HandleFile, ShowStall
from views.fitting import plain, shortened
from views.listing_problems import problem_line, problem_sentence
from views.made import made
from views.markup import Html, bold, lines, paragraphs
from views.product_template import to_template
from views.reader import Reader
from views.screen import Button, Screen, Style, rows

SHOWN_PROBLEMS: Final = 5
_MOST_NAME: Final = 60


def product_file(reader: Reader, file: ProductFile) -> Screen:
    """The file as it stands now."""
    name = bold(shortened(file.name, _MOST_NAME)) if file.name else ""
    text = paragraphs(lines(name, _HEADS[file.status](reader, file.report)), _details(reader, file))
    card = Card(Subject.PRODUCT_FILE, file.id, 0)
    return Screen(text, rows(*_buttons(reader, file)), card=card)


def all_problems(reader: Reader, file: ProductFile) -> Screen:
    """The problems as a CSV file."""
    report = file.report
    head = [reader.word("row"), reader.word("column"), reader.word("value"), reader.word("what to do")]
    table = [
        [each.row, each.column, each.value, plain(problem_sentence(reader, each))]
        for each in (*report.problems, *report.warnings)
    ]
    data: dict[str, Any] = {"title": reader.word("Problems"), "rows": [head, *table], "heads": 1}
    text = reader.say("What is to be mended in {name}.", name=shortened(file.name, _MOST_NAME) or file.id)
    return Screen(text, made=made(reader, "csv", f"problems-{file.id}.csv", data))


def not_a_catalogue(reader: Reader) -> Screen:
    """Some other kind of file."""
    return Screen(reader.say("Please send the products as a CSV or XLSX document, or press Add product."))


def _rows(reader: Reader, report: FileReport) -> Html:
    return reader.say_many("{count} row read.", "{count} rows read.", report.rows)


_HEADS: Final[Mapping[FileStatus, Callable[[Reader, FileReport], Html]]] = {
    FileStatus.READING: lambda reader, report: reader.say("⏳ Reading your file…"),
    FileStatus.READY: _rows,
    FileStatus.REFUSED: lambda reader, report: reader.say("⚠️ Nothing can be imported yet."),
    FileStatus.WANTED: lambda reader, report: reader.say_many(
        "⏳ Importing {count} row…", "⏳ Importing {count} rows…", report.rows
    ),
    FileStatus.IMPORTED: lambda reader, report: reader.say_many(
        "✅ Imported: {count} row.", "✅ Imported: {count} rows.", report.rows
    ),
    FileStatus.DROPPED: lambda reader, report: reader.say("✖️ Dropped, nothing was imported."),
    FileStatus.FAILED: lambda reader, report: reader.say(
        "⚠️ That did not work, and nothing was imported. Please send the file once more."
    ),
}
_WITH_COUNTS: Final = frozenset((FileStatus.READY, FileStatus.WANTED, FileStatus.IMPORTED))

_REFUSALS: Final[Mapping[str, Callable[[Reader, Mapping[str, Any]], Html]]] = {
    "MissingColumns": lambda reader, facts: reader.say(
        "The first row names the columns, and these are lacking: {columns}",
        columns=", ".join(facts["columns"]),
    ),
    "RepeatedColumns": lambda reader, facts: reader.say(
        "The header names these columns more than once: {columns}", columns=", ".join(facts["columns"])
    ),
    "FileTooLarge": lambda reader, facts: reader.say(
        "The file is too large, packed or unpacked. Please split it, or save it as CSV."
    ),
    "TooManyRows": lambda reader, facts: reader.say(
        "More than {most} rows are too many for the chat. Please split the file,"
        " or ask the operator to import it.",
        most=reader.number(MOST_ROWS),
    ),
    "UnknownEncoding": lambda reader, facts: reader.say(
        "The text can be read neither as UTF-8 nor as GB18030. Please save it as CSV UTF-8."
    ),
    "OldWorkbook": lambda reader, facts: reader.say(
        "This is an old Excel file (.xls), or it has a password. Please save it as XLSX or CSV."
    ),
    "EmptyCatalogue": lambda reader, facts: reader.say(
        "There is nothing in this file: it needs a header and a row for each product."
    ),
}


def _details(reader: Reader, file: ProductFile) -> Html:
    report = file.report
    if report.refusal:
        return _REFUSALS.get(report.refusal, _unreadable)(reader, report.facts)
    if file.status is FileStatus.REFUSED:
        return _problems(reader, report)
    if file.status not in _WITH_COUNTS:
        return Html()
    return paragraphs(_counts(reader, file), _unread(reader, report), _warnings(reader, report))


def _unreadable(reader: Reader, facts: Mapping[str, Any]) -> Html:
    return reader.say("The file cannot be read as CSV or XLSX. Please open it and save it again.")


def _problems(reader: Reader, report: FileReport) -> Html:
    count = reader.say_many(
        "{count} problem in {rows} rows. Mend it and send the file again:",
        "{count} problems in {rows} rows. Mend them and send the file again:",
        report.problem_count,
        rows=reader.number(report.rows),
    )
    shown = [problem_line(reader, each) for each in report.problems[:SHOWN_PROBLEMS]]
    more = report.problem_count - len(shown)
    rest = reader.say("… and {count} more", count=reader.number(more)) if more else ""
    return lines(count, *shown, rest)


def _counts(reader: Reader, file: ProductFile) -> Html:
    report = file.report
    counts = {name: reader.number(getattr(report, name)) for name in ("added", "changed", "unchanged")}
    return reader.say("New: {added} · changed: {changed} · as before: {unchanged}", **counts)


def _unread(reader: Reader, report: FileReport) -> Html:
    if not report.unread:
        return Html()
    return reader.say("Columns not read here: {columns}", columns=", ".join(report.unread[:SHOWN_PROBLEMS]))


def _warnings(reader: Reader, report: FileReport) -> Html:
    return lines(*(problem_line(reader, each) for each in report.warnings[:SHOWN_PROBLEMS]))


def _buttons(reader: Reader, file: ProductFile) -> list[list[Button]]:
    report = file.report
    problems = Button(reader.word("📄 All problems (CSV)"), _deed(file, FileDeed.PROBLEMS))
    has_more = report.problem_count + report.warning_count > SHOWN_PROBLEMS
    leave = back(reader, ShowStall(supplier_id=file.supplier_id).pack())
    if file.status is not FileStatus.READY:
        sheet = [to_template(reader)] if report.refusal == "MissingColumns" else []
        return [[problems] if has_more else [], sheet, [leave]]
    if report.rows == report.unchanged:
        return [[leave]]
    count = reader.number(report.rows)
    take = reader.word("✅ Import ({count} rows)", count=count)
    drop = Button(reader.word("✖️ Cancel"), _deed(file, FileDeed.DROP))
    wanted = Button(take, _deed(file, FileDeed.IMPORT), Style.SUCCESS)
    return [[wanted], [problems] if has_more else [], [drop]]


def _deed(file: ProductFile, deed: FileDeed) -> str:
    return HandleFile(file_id=file.id, deed=deed).pack()
