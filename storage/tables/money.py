"""The ledger of payments, charges and holds of card payments, accounts to pay to, and what buyers state."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Table,
    Text,
)

from domain.ledger import Account, BookingKind
from domain.terms import PaymentMethod
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

bookings = Table(
    "bookings",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("reverses", Key, ForeignKey("bookings.id"), unique=True),
    Column("person_id", BigInteger, ForeignKey("persons.id")),
    Column("cause", Text, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint(one_of("kind", BookingKind), name="kind"),
    CheckConstraint(one_of("method", PaymentMethod), name="method"),
    CheckConstraint("key <> ''", name="key"),
    CheckConstraint("(kind = 'reversal') = (reverses IS NOT NULL)", name="reverses"),
)
"""Rows are only ever added: a booking that was a mistake is undone by its reversal."""

postings = Table(
    "postings",
    metadata,
    Column("booking_id", Key, ForeignKey("bookings.id"), primary_key=True, autoincrement=False),
    Column("account", Text, primary_key=True),
    Column("minor", BigInteger, nullable=False),
    Column("currency", Text, nullable=False),
    CheckConstraint(one_of("account", Account), name="account"),
    CheckConstraint("minor <> 0 AND abs(minor) < 9007199254740992", name="minor"),
)
"""Rows are only ever added; those of a booking sum to nothing."""

payment_holds = Table(
    "payment_holds",
    metadata,
    Column("order_id", Key, ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("since", Millis, nullable=False),
    Column("until", Millis, nullable=False),
)
"""Card payments that were allowed and are under way."""

charges = Table(
    "charges",
    metadata,
    Column("key", Text, primary_key=True),
    Column("provider_key", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("minor", BigInteger, nullable=False),
    Column("currency", Text, nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("order_id", Key, ForeignKey("orders.id")),
    Column("at", Millis, nullable=False),
)
"""Card payments as Telegram told them, once each; without an order where none could be credited.

Rows are only ever added.
"""

payment_accounts = Table(
    "payment_accounts",
    metadata,
    id_column(),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("method", Text, nullable=False),
    Column("details", JSON, nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint(one_of("method", PaymentMethod), name="method"),
)
"""Where a supplier wants to be paid; the latest of a method stands. Rows are only ever added."""
Index("ix_payment_accounts_supplier_id", payment_accounts.c.supplier_id, payment_accounts.c.method)

payment_statements = Table(
    "payment_statements",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False, index=True),
    Column("method", Text, nullable=False),
    Column("minor", BigInteger, nullable=False),
    Column("currency", Text, nullable=False),
    Column("account_id", Key, ForeignKey("payment_accounts.id")),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("slips", JSON, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint("minor > 0", name="minor"),
    CheckConstraint("method IN ('alipay', 'transfer')", name="method"),
)
"""What buyers say to have paid, to which account and with which slips. It moves nothing.

Rows are only ever added.
"""

statement_answers = Table(
    "statement_answers",
    metadata,
    Column("statement_id", Key, ForeignKey("payment_statements.id"), primary_key=True, autoincrement=False),
    Column("received", Boolean, nullable=False),
    Column("minor", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("at", Millis, nullable=False),
)
"""What a seller answered, once: received, how much; or not, and why. Rows are only ever added."""
