"""Claims on orders with every amount that was on the table."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import CLAIMS, OLD_CLAIM_SNAPSHOTS, snapshot_statements, statements

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
STATUSES = "'agreed', 'awaiting_buyer', 'awaiting_seller', 'closed', 'settled', 'unanswered', 'withdrawn'"
ANSWERABLE = sa.text("status IN ('awaiting_buyer', 'awaiting_seller')")
WAITING = sa.text("status IN ('agreed', 'awaiting_buyer', 'awaiting_seller')")


def upgrade() -> None:
    _create_claims()
    _create_versions()
    _let_moves_be_of("'claim', 'negotiation', 'order'")
    _let_bookings_be("'compensation', 'payment', 'refund', 'reversal'")
    dialect = op.get_bind().dialect.name
    for statement in (*statements(dialect, CLAIMS), *snapshot_statements(dialect, OLD_CLAIM_SNAPSHOTS)):
        op.execute(statement)


def downgrade() -> None:
    _forget("moves", "DELETE FROM moves WHERE subject = 'claim'")
    _let_moves_be_of("'negotiation', 'order'")
    paid = "SELECT id FROM bookings WHERE kind = 'compensation'"
    _forget("postings", f"DELETE FROM postings WHERE booking_id IN ({paid})")  # noqa: S608
    _forget("bookings", "DELETE FROM bookings WHERE kind = 'compensation'")
    _let_bookings_be("'payment', 'refund', 'reversal'")
    op.drop_table("claim_versions")
    op.drop_table("claims")


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("buyer_id", sa.BigInteger(), nullable=False),
        sa.Column("supplier_id", KEY, nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("claimed", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("closing", sa.Text(), nullable=False, server_default=""),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("warned_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(f"status IN ({STATUSES})", name=op.f("ck_claims_status")),
        sa.CheckConstraint("version > 0", name=op.f("ck_claims_version")),
        sa.CheckConstraint("claimed > 0 AND days > 0", name=op.f("ck_claims_claimed")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_claims_order_id")),
        sa.ForeignKeyConstraint(["buyer_id"], ["persons.id"], name=op.f("fk_claims_buyer_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["suppliers.id"], name=op.f("fk_claims_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_order_id"), "claims", ["order_id"])
    op.create_index("ix_claims_supplier_id_status", "claims", ["supplier_id", "status"])
    op.create_index(
        "ix_claims_answerable",
        "claims",
        ["order_id"],
        unique=True,
        sqlite_where=ANSWERABLE,
        postgresql_where=ANSWERABLE,
    )
    op.create_index(
        "ix_claims_expires_at", "claims", ["expires_at"], sqlite_where=WAITING, postgresql_where=WAITING
    )


def _create_versions() -> None:
    op.create_table(
        "claim_versions",
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_claim_versions_number")),
        sa.CheckConstraint("minor > 0", name=op.f("ck_claim_versions_minor")),
        sa.CheckConstraint("side IN ('buyer', 'seller')", name=op.f("ck_claim_versions_side")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_versions_claim_id")),
        sa.ForeignKeyConstraint(["author_id"], ["persons.id"], name=op.f("fk_claim_versions_author_id")),
        sa.PrimaryKeyConstraint("claim_id", "number", name=op.f("pk_claim_versions")),
    )


def _let_moves_be_of(subjects: str) -> None:
    _allow("moves", "subject", subjects)


def _let_bookings_be(kinds: str) -> None:
    _allow("bookings", "kind", kinds)


def _allow(table: str, column: str, words: str) -> None:
    """SQLite makes the table anew for it, and its triggers go with the old one."""
    name = op.f(f"ck_{table}_{column}")
    with op.batch_alter_table(table) as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, f"{column} IN ({words})")
    if op.get_bind().dialect.name == "sqlite":
        _protect(table)


def _forget(table: str, statement: str) -> None:
    """Takes away what the older schema has no place for, past the triggers."""
    on_table = f" ON {table}" if op.get_bind().dialect.name == "postgresql" else ""
    for deed in ("update", "delete"):
        op.execute(f"DROP TRIGGER {table}_{deed}_refused{on_table}")
    op.execute(statement)
    _protect(table)


def _protect(table: str) -> None:
    for statement in statements(op.get_bind().dialect.name, (table,)):
        op.execute(statement)
