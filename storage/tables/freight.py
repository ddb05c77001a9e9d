"""What freight costs: the operator's rates, where buyers have goods sent, and sellers' own figures."""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from domain.freight.rate import Basis
from domain.terms import Shipping
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

freight_rates = Table(
    "freight_rates",
    metadata,
    id_column(),
    Column("method", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("destination", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("points", BigInteger, nullable=False),
    Column("minimum", BigInteger, nullable=False),
    Column("fixed", BigInteger, nullable=False),
    Column("days_min", Integer, nullable=False),
    Column("days_max", Integer, nullable=False),
    Column("valid_until", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("imported_at", Millis, nullable=False),
    CheckConstraint(one_of("method", Shipping), name="method"),
    CheckConstraint(one_of("basis", Basis), name="basis"),
    CheckConstraint("points > 0 AND minimum >= 0 AND fixed >= 0", name="charges"),
    CheckConstraint("0 < days_min AND days_min <= days_max", name="days"),
)
"""Rows are only ever added: of a route the newest counts. `valid_until` is a day's number, 1 = 0001-01-01."""
Index("ix_freight_rates_destination", freight_rates.c.destination, freight_rates.c.valid_until)

destinations = Table(
    "destinations",
    metadata,
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True),
    Column("country", Text, nullable=False),
    Column("at", Millis, nullable=False),
)
"""The country, by ISO 3166 code, that a buyer has his goods sent to."""

freight_figures = Table(
    "freight_figures",
    metadata,
    id_column(),
    Column("negotiation_id", Key, ForeignKey("negotiations.id"), nullable=False, index=True),
    Column("method", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("minor", BigInteger, nullable=False),
    Column("count", Integer, nullable=False),
    Column("country", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint(one_of("method", Shipping), name="method"),
    CheckConstraint("minor > 0", name="minor"),
)
"""Rows are only ever added; negotiations.freight repeats those that count, so that a card reads no more."""

exchange_rates = Table(
    "exchange_rates",
    metadata,
    id_column(),
    Column("base", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("rate_e8", BigInteger, nullable=False),
    Column("as_of", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("imported_at", Millis, nullable=False),
    CheckConstraint("rate_e8 > 0", name="rate"),
    CheckConstraint("base <> quote", name="pair"),
)
"""Rows are only ever added: of a pair the newest counts. `rate_e8` is in hundred-millionths of the quote."""
