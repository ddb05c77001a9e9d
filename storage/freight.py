"""Freight rates, destinations and sellers' figures in the database."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select

from domain.freight.exchange import SCALE, Exchange
from domain.freight.figure import FreightFigure
from domain.freight.rate import Basis, FreightRate, Route
from domain.freight.zones import ANYWHERE, zones_of
from domain.money import UnitPrice
from domain.terms import Shipping
from storage.among import among
from storage.database import Connection
from storage.inserting import own_insert
from storage.moments import to_millis
from storage.plain import Plain
from storage.tables.freight import destinations, exchange_rates, freight_figures, freight_rates

RATES: Final = Plain(
    select(freight_rates)
    .where(
        among(freight_rates.c.destination, "targets"),
        freight_rates.c.valid_until >= bindparam("today"),
    )
    .order_by(freight_rates.c.id)
)
DESTINATION: Final = Plain(
    select(destinations.c.country).where(destinations.c.person_id == bindparam("person_id"))
)
EXCHANGE: Final = Plain(
    select(exchange_rates)
    .where(
        exchange_rates.c.base.in_([bindparam("one"), bindparam("other")]),
        exchange_rates.c.quote.in_([bindparam("one"), bindparam("other")]),
    )
    .order_by(exchange_rates.c.id.desc())
    .limit(1)
)
STATE: Final = Plain(insert(freight_figures))


class StoredFreight:
    """Fulfils services.freight_books.FreightBooks; a transaction reads the same rates once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rates: dict[str, Sequence[FreightRate]] = {}
        self._exchanges: dict[tuple[str, str], Exchange | None] = {}

    async def rates_to(self, country: str, now: datetime) -> Sequence[FreightRate]:
        """The rates that lead to the country or to a zone with it and are valid now, the oldest first."""
        if country not in self._rates:
            sought = {"targets": [country, *zones_of(country), ANYWHERE], "today": now.date().toordinal()}
            self._rates[country] = [rate_of(row) for row in await self._connection.execute(RATES, sought)]
        return self._rates[country]

    async def destination(self, person_id: int) -> str:
        """The country that a buyer has his goods sent to; empty while he chose none."""
        row = (await self._connection.execute(DESTINATION, {"person_id": person_id})).one_or_none()
        return row.country if row else ""

    async def set_destination(self, person_id: int, country: str, now: datetime) -> None:
        """Remembers the country."""
        values = {"country": country, "at": to_millis(now)}
        chosen = own_insert(self._connection, destinations).values(person_id=person_id, **values)
        await self._connection.execute(
            chosen.on_conflict_do_update(index_elements=["person_id"], set_=values)
        )

    async def state(self, negotiation_id: int, figure: FreightFigure) -> None:
        """Adds a seller's figure; earlier ones stay in the ledger."""
        values = {
            "negotiation_id": negotiation_id,
            "method": figure.method.value,
            "currency": figure.cost.currency,
            "minor": figure.cost.minor,
            "count": figure.count,
            "country": figure.country,
            "author_id": figure.author_id,
            "at": to_millis(figure.at),
        }
        await self._connection.execute(STATE, values)

    async def exchange(self, one: str, other: str) -> Exchange | None:
        """The newest imported exchange rate between two currencies, whichever way it was written."""
        if (one, other) not in self._exchanges:
            found = await self._connection.execute(EXCHANGE, {"one": one, "other": other})
            row = found.one_or_none()
            self._exchanges[one, other] = exchange_of(row) if row else None
        return self._exchanges[one, other]


def exchange_of(row: Row[Any]) -> Exchange:
    """The exchange rate of a row."""
    rate, as_of = Decimal(row.rate_e8).scaleb(-SCALE), date.fromordinal(row.as_of)
    return Exchange(row.base, row.quote, rate, as_of, row.source)


def rate_of(row: Row[Any]) -> FreightRate:
    """The rate of a row."""
    return FreightRate(
        route=Route(Shipping(row.method), row.origin, row.destination),
        basis=Basis(row.basis),
        price=UnitPrice(row.points, row.currency),
        minimum=row.minimum,
        fixed=row.fixed,
        days=(row.days_min, row.days_max),
        valid_until=date.fromordinal(row.valid_until),
        source=row.source,
    )
