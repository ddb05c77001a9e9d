"""Reading a table of exchange rates, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from domain.freight.exchange import SCALE, Exchange
from services.importing.cells import Cells, Row
from services.importing.columns import canonical, checked_columns
from services.importing.numbers import read_decimal
from services.importing.problems import Kind, Misread, Problem
from services.importing.rates import read_day, read_source
from services.importing.words import read_currency

COLUMNS: Final = ("from", "to", "rate", "as_of", "source")
MOST_RATE: Final = 1_000_000


def is_exchange_header(names: Sequence[str]) -> bool:
    """Whether a header is that of exchange rates rather than of freight rates."""
    return {"from", "to"} <= set(canonical(names))


def read_exchange_header(names: Sequence[str]) -> tuple[str, ...]:
    """The header's column names in canonical form. Raises MissingColumns or RepeatedColumns."""
    return checked_columns(names, COLUMNS, COLUMNS)


@dataclass(slots=True)
class ExchangeCheck:
    """The exchange rates read so far and everything that is wrong; a pair may stand in one row only."""

    rows: int = 0
    rates: list[Exchange] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[frozenset[str], int] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Reads one more row."""
        cells = Cells(row)
        exchange = self._read(cells)
        self.rows += 1
        self.problems.extend(cells.problems)
        if exchange and not cells.problems:
            self.rates.append(exchange)

    def _read(self, cells: Cells) -> Exchange | None:
        base, quote = (cells.need(column, read_currency, "") for column in ("from", "to"))
        rate, as_of = cells.need("rate", _rate, Decimal(0)), cells.need("as_of", read_day, date.min)
        source = cells.need("source", read_source, "")
        pair = frozenset({base, quote})
        first = self._seen.setdefault(pair, cells.row.number)
        if base and base == quote:
            cells.report("to", Kind.UNKNOWN_WORD, f"≠ {base}")
        elif base and quote and first != cells.row.number:
            cells.report("from", Kind.REPEATED_RATE, str(first))
        return Exchange(base, quote, rate, as_of, source)


def _rate(text: str) -> Decimal:
    rate = read_decimal(text)
    if not 0 < rate <= MOST_RATE or rate != round(rate, SCALE):
        raise Misread(Kind.OUT_OF_BOUNDS, f"0-{MOST_RATE}")
    return rate
