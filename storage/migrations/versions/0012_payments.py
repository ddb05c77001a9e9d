"""The ledger of payments, card payments under way, charges, accounts to pay to, and what buyers state."""

import sqlalchemy as sa
from alembic import op

from storage.balance_triggers import balance_statements
from storage.triggers import MONEY, statements

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.BIGINT(), "postgresql").with_variant(sa.INTEGER(), "sqlite")
BY_HAND = "method IN ('alipay', 'transfer')"


def upgrade() -> None:
    _create_ledger()
    _create_card_payments()
    _create_accounts()
    _create_statements()
    dialect = op.get_bind().dialect.name
    for statement in (*statements(dialect, MONEY), *balance_statements(dialect)):
        op.execute(statement)


def downgrade() -> None:
    for table in (
        "statement_answers",
        "payment_statements",
        "payment_accounts",
        "charges",
        "payment_holds",
        "postings",
        "bookings",
    ):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_unbalanced()")


def _person(table: str, *, nullable: bool = False) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    key = sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f(f"fk_{table}_person_id"))
    return sa.Column("person_id", sa.BigInteger(), nullable=nullable), key


def _order(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f(f"fk_{table}_order_id"))


def _create_ledger() -> None:
    op.create_table(
        "bookings",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("reverses", KEY, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_person("bookings", nullable=True),
        _order("bookings"),
        sa.CheckConstraint("kind IN ('payment', 'refund', 'reversal')", name=op.f("ck_bookings_kind")),
        sa.CheckConstraint("method IN ('alipay', 'card', 'transfer')", name=op.f("ck_bookings_method")),
        sa.CheckConstraint("key <> ''", name=op.f("ck_bookings_key")),
        sa.CheckConstraint("(kind = 'reversal') = (reverses IS NOT NULL)", name=op.f("ck_bookings_reverses")),
        sa.ForeignKeyConstraint(["reverses"], ["bookings.id"], name=op.f("fk_bookings_reverses")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookings")),
        sa.UniqueConstraint("key", name=op.f("uq_bookings_key")),
        sa.UniqueConstraint("reverses", name=op.f("uq_bookings_reverses")),
    )
    op.create_index(op.f("ix_bookings_order_id"), "bookings", ["order_id"])
    op.create_table(
        "postings",
        sa.Column("booking_id", KEY, autoincrement=False, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.CheckConstraint("account IN ('buyer', 'provider', 'supplier')", name=op.f("ck_postings_account")),
        sa.CheckConstraint("minor <> 0 AND abs(minor) < 9007199254740992", name=op.f("ck_postings_minor")),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name=op.f("fk_postings_booking_id")),
        sa.PrimaryKeyConstraint("booking_id", "account", name=op.f("pk_postings")),
    )


def _create_card_payments() -> None:
    op.create_table(
        "payment_holds",
        sa.Column("order_id", KEY, autoincrement=False, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        *_person("payment_holds"),
        _order("payment_holds"),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_payment_holds")),
    )
    op.create_table(
        "charges",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("provider_key", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("order_id", KEY, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_person("charges"),
        _order("charges"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_charges")),
    )


def _create_accounts() -> None:
    op.create_table(
        "payment_accounts",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("supplier_id", KEY, nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_person("payment_accounts"),
        sa.CheckConstraint(
            "method IN ('alipay', 'card', 'transfer')", name=op.f("ck_payment_accounts_method")
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_payment_accounts_supplier_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_accounts")),
    )
    op.create_index("ix_payment_accounts_supplier_id", "payment_accounts", ["supplier_id", "method"])


def _create_statements() -> None:
    op.create_table(
        "payment_statements",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("slips", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_person("payment_statements"),
        _order("payment_statements"),
        sa.CheckConstraint("minor > 0", name=op.f("ck_payment_statements_minor")),
        sa.CheckConstraint(BY_HAND, name=op.f("ck_payment_statements_method")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["payment_accounts.id"], name=op.f("fk_payment_statements_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_statements")),
    )
    op.create_index(op.f("ix_payment_statements_order_id"), "payment_statements", ["order_id"])
    op.create_table(
        "statement_answers",
        sa.Column("statement_id", KEY, autoincrement=False, nullable=False),
        sa.Column("received", sa.Boolean(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_person("statement_answers"),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["payment_statements.id"],
            name=op.f("fk_statement_answers_statement_id"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_statement_answers")),
    )
