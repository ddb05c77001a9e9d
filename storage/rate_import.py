"""Importing a table of freight or exchange rates: all is checked, then all is added in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import func, insert, select

from domain.freight.exchange import SCALE, Exchange
from domain.freight.rate import FreightRate, Route
from services.importing import exchanges, rates
from services.importing.exchanges import ExchangeCheck, is_exchange_header, read_exchange_header
from services.importing.rates import RateCheck, read_rate_header
from storage.books import books_at
from storage.catalogue_files import CatalogueFile, open_catalogue
from storage.catalogue_files.limits import EmptyCatalogue, TooManyRows
from storage.database import Connection, Database
from storage.freight import rate_of
from storage.moments import to_millis
from storage.tables.freight import exchange_rates, freight_rates

MOST_RATES: Final = 50_000

Check = RateCheck | ExchangeCheck

_c = freight_rates.c
_NEWEST: Final = select(freight_rates).where(
    _c.id.in_(select(func.max(_c.id)).group_by(_c.method, _c.origin, _c.destination))
)
"""Of each route the rate that counts, however many were imported before it."""


@dataclass(frozen=True, slots=True)
class RateReport:
    """What an import found and did; with problems, nothing was written."""

    check: Check
    unread_columns: tuple[str, ...] = ()
    added: int = 0
    unchanged: int = 0


def read_rates(path: Path) -> RateReport:
    """Every rate of a file and all that is wrong with it; nothing is written.

    Raises OSError, UnreadableCatalogue, MissingColumns or RepeatedColumns.
    """
    table = open_catalogue(path, _header)
    is_exchange = is_exchange_header(table.columns)
    known = exchanges.COLUMNS if is_exchange else rates.COLUMNS
    checked = _checked(table, ExchangeCheck() if is_exchange else RateCheck())
    return RateReport(checked, tuple(name for name in table.columns if name and name not in known))


def _header(names: Sequence[str]) -> tuple[str, ...]:
    return (read_exchange_header if is_exchange_header(names) else read_rate_header)(names)


async def import_rates(database: Database, path: Path) -> RateReport:
    """Adds the rates of a file, all or none; a rate that is in force as it stands is not added again.

    Earlier rates stay in the table: of a route the newest counts. Raises as `read_rates`.
    """
    report = read_rates(path)
    check = report.check
    if check.problems:
        return report

    async def add(connection: Connection) -> int:
        if isinstance(check, ExchangeCheck):
            return await _add_exchanges(connection, check.rates)
        return await _add(connection, check.rates)

    added = await database.run(add)
    return RateReport(check, report.unread_columns, added, len(check.rates) - added)


def _checked(table: CatalogueFile, check: Check) -> Check:
    for row in table.rows():
        if check.rows == MOST_RATES:
            raise TooManyRows(most=MOST_RATES)
        check.add(row)
    if not check.rows:
        raise EmptyCatalogue()
    return check


async def _add(connection: Connection, rates: list[FreightRate]) -> int:
    at = to_millis((await books_at(connection, "import of rates")).now)
    newest: dict[Route, FreightRate] = {
        rate.route: rate for rate in map(rate_of, await connection.execute(_NEWEST))
    }
    new = [rate for rate in rates if newest.get(rate.route) != rate]
    if new:
        values = [{**_values(rate), "imported_at": at} for rate in new]
        await connection.execute(insert(freight_rates), values)
    return len(new)


async def _add_exchanges(connection: Connection, rates: list[Exchange]) -> int:
    books = await books_at(connection, "import of rates")
    new = [rate for rate in rates if await books.freight.exchange(rate.base, rate.quote) != rate]
    if new:
        values = [{**_exchange_values(rate), "imported_at": to_millis(books.now)} for rate in new]
        await connection.execute(insert(exchange_rates), values)
    return len(new)


def _exchange_values(rate: Exchange) -> dict[str, object]:
    return {
        "base": rate.base,
        "quote": rate.quote,
        "rate_e8": int(rate.rate.scaleb(SCALE)),
        "as_of": rate.as_of.toordinal(),
        "source": rate.source,
    }


def _values(rate: FreightRate) -> dict[str, object]:
    return {
        "method": rate.route.method.value,
        "origin": rate.route.origin,
        "destination": rate.route.destination,
        "currency": rate.price.currency,
        "basis": rate.basis.value,
        "points": rate.price.points,
        "minimum": rate.minimum,
        "fixed": rate.fixed,
        "days_min": rate.days[0],
        "days_max": rate.days[1],
        "valid_until": rate.valid_until.toordinal(),
        "source": rate.source,
    }
