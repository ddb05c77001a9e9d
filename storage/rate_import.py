"""Importing a table of freight rates: everything is checked, then everything is added in one transaction."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert, select

from domain.freight.rate import FreightRate, Route
from services.importing.rates import COLUMNS, RateCheck, read_rate_header
from storage.books import books_at
from storage.catalogue_files import CatalogueFile, open_catalogue
from storage.catalogue_files.limits import EmptyCatalogue, TooManyRows
from storage.database import Connection, Database
from storage.freight import rate_of
from storage.moments import to_millis
from storage.tables.freight import freight_rates

MOST_RATES = 50_000


@dataclass(frozen=True, slots=True)
class RateReport:
    """What an import found and did; with problems, nothing was written."""

    check: RateCheck
    unread_columns: tuple[str, ...] = ()
    added: int = 0
    unchanged: int = 0


def read_rates(path: Path) -> RateReport:
    """Every rate of a file and all that is wrong with it; nothing is written.

    Raises OSError, UnreadableCatalogue, MissingColumns or RepeatedColumns.
    """
    table = open_catalogue(path, read_rate_header)
    checked = _checked(table)
    return RateReport(checked, tuple(name for name in table.columns if name and name not in COLUMNS))


async def import_rates(database: Database, path: Path) -> RateReport:
    """Adds the rates of a file, all or none; a rate that is in force as it stands is not added again.

    Earlier rates stay in the table: of a route the newest counts. Raises as `read_rates`.
    """
    report = read_rates(path)
    if report.check.problems:
        return report
    added = await database.run(lambda connection: _add(connection, report.check.rates))
    unchanged = len(report.check.rates) - added
    return RateReport(report.check, report.unread_columns, added, unchanged)


def _checked(table: CatalogueFile) -> RateCheck:
    checked = RateCheck()
    for row in table.rows():
        if checked.rows == MOST_RATES:
            raise TooManyRows(most=MOST_RATES)
        checked.add(row)
    if not checked.rows:
        raise EmptyCatalogue()
    return checked


async def _add(connection: Connection, rates: list[FreightRate]) -> int:
    books = await books_at(connection, "import of rates")
    rows = await connection.execute(select(freight_rates).order_by(freight_rates.c.id))
    newest: dict[Route, FreightRate] = {rate.route: rate for rate in map(rate_of, rows)}
    values = [
        {**_values(rate), "imported_at": to_millis(books.now)}
        for rate in rates
        if newest.get(rate.route) != rate
    ]
    if values:
        await connection.execute(insert(freight_rates), values)
    return len(values)


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
