"""`yijia export [FILE]`: the whole order book, for the operator."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import IO, Any, Final

import click
import orjson

from bot.commands.asked import current_database, settings_or_exit
from bot.commands.called import supplier_called
from bot.settings import Settings
from delivery.printer import Printer
from domain.people import Language
from services.order_book import MOST_ORDERS, BookFormat, suppliers_of
from services.order_books import BookedOrder, BookSpan
from storage.books import books_at
from storage.catalogue import StoredCatalogue
from storage.database import Connection, Database
from storage.order_records import order_records
from views.order_book_table import table
from views.reader import Reader
from views.screen import Made

AT_ONCE: Final = 1_000
A_DAY: Final = timedelta(days=1)
_MARK: Final = b"\xef\xbb\xbf"
_DAY: Final = click.DateTime(["%Y-%m-%d"])
_FORMATS: Final = click.Choice([each.value for each in BookFormat])

Writing = Callable[[Database, BookSpan], AsyncIterator[bytes]]


@click.command()
@click.argument("file", type=click.File("wb", atomic=True), default="-")
@click.option("--format", "kind", type=_FORMATS, default="csv", show_default=True, help="How to write it.")
@click.option("--since", type=_DAY, help="Only orders placed on this day (UTC) or later.")
@click.option("--until", type=_DAY, help="Only orders placed on this day (UTC) or earlier.")
@click.option("--supplier", default="", help="Only orders of this supplier, by name or number.")
def export(file: IO[bytes], kind: str, **which: Any) -> None:
    """Write the order book to FILE, or to the standard output.

    CSV and XLSX are tables to calculate with. JSON holds each order as it is kept, with its negotiation,
    offers, confirmations and moves.
    """
    asyncio.run(_exported(settings_or_exit(), file, BookFormat(kind), which))


async def _exported(settings: Settings, file: IO[bytes], kind: BookFormat, which: Mapping[str, Any]) -> None:
    async with current_database(settings) as database:
        span = await database.run(lambda connection: _span(connection, which))
        async for part in _WRITERS[kind](database, span):
            file.write(part)


async def _span(connection: Connection, which: Mapping[str, Any]) -> BookSpan:
    since, until = which["since"], which["until"]
    supplier = await supplier_called(StoredCatalogue(connection), which["supplier"])
    if which["supplier"] and supplier is None:
        raise click.ClickException(f"There is no supplier {which['supplier']!r}.")
    return BookSpan(
        supplier_ids=frozenset({supplier.id}) if supplier else None,
        since=_midnight(since) if since else None,
        until=_midnight(until) + A_DAY if until else None,
    )


def _midnight(day: datetime) -> datetime:
    return day.replace(tzinfo=UTC)


async def _csv(database: Database, span: BookSpan) -> AsyncIterator[bytes]:
    """Part by part, each made as the bot makes it; the heads come once."""
    printer, is_first = Printer(), True
    async for content in _tables(database, span):
        rows = content["rows"] if is_first else content["rows"][1:]
        part = await printer.make(Made("csv", "orders.csv", {**content, "rows": rows}))
        yield part if is_first else part.removeprefix(_MARK)
        is_first = False


async def _xlsx(database: Database, span: BookSpan) -> AsyncIterator[bytes]:
    count = await database.run(lambda connection: _count(connection, span))
    if count > MOST_ORDERS:
        raise click.ClickException(
            f"A workbook holds {MOST_ORDERS:,} orders, and these are {count:,}."
            " Please choose fewer with --since, --until or --supplier, or take csv."
        )
    parts = [content async for content in _tables(database, span)]
    rows = [*parts[0]["rows"], *(row for part in parts[1:] for row in part["rows"][1:])]
    yield await Printer().make(Made("xlsx", "orders.xlsx", {**parts[0], "rows": rows}))


async def _json(database: Database, span: BookSpan) -> AsyncIterator[bytes]:
    yield b"["
    last, before = 0, b"\n"
    while records := await database.run(partial(_records, span=span, after=last)):
        yield before + b",\n".join(orjson.dumps(record) for record in records)
        last, before = records[-1]["order"]["id"], b",\n"
    yield b"\n]\n"


async def _tables(database: Database, span: BookSpan) -> AsyncIterator[dict[str, Any]]:
    """At least one, perhaps without orders."""
    last, found = 0, await database.run(partial(_table, span=span, after=0))
    while True:
        orders, content = found
        yield content
        if len(orders) < AT_ONCE:
            return
        last = orders[-1].order.id
        found = await database.run(partial(_table, span=span, after=last))


async def _table(
    connection: Connection, span: BookSpan, after: int
) -> tuple[list[BookedOrder], dict[str, Any]]:
    books = await books_at(connection, "export")
    orders = list(await books.order_books.after(span, after, AT_ONCE))
    return orders, table(Reader(Language.ENGLISH), orders, await suppliers_of(books, orders))


async def _records(connection: Connection, span: BookSpan, after: int) -> list[dict[str, Any]]:
    return await order_records(connection, span, after, AT_ONCE)


async def _count(connection: Connection, span: BookSpan) -> int:
    return await (await books_at(connection, "export")).order_books.count(span)


_WRITERS: Final[Mapping[BookFormat, Writing]] = {
    BookFormat.CSV: _csv,
    BookFormat.XLSX: _xlsx,
    BookFormat.JSON: _json,
}
