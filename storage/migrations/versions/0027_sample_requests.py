"""Requests for samples with every quote, and on which terms suppliers give them."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import SAMPLE_SNAPSHOTS, SAMPLES, snapshot_statements, statements

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
STATUSES = "'awaiting_seller', 'declined', 'expired', 'ordered', 'quoted', 'withdrawn'"
OPEN = sa.text("status IN ('awaiting_seller', 'quoted')")


def upgrade() -> None:
    for table in ("suppliers", "products"):
        op.add_column(table, sa.Column("samples", sa.JSON(), nullable=True))
    _create_requests()
    _create_quotes()
    _let_moves_be_of("'changes', 'claim', 'negotiation', 'order', 'sample'")
    dialect = op.get_bind().dialect.name
    for statement in (*statements(dialect, SAMPLES), *snapshot_statements(dialect, SAMPLE_SNAPSHOTS)):
        op.execute(statement)


def downgrade() -> None:
    _forget_moves()
    _let_moves_be_of("'changes', 'claim', 'negotiation', 'order'")
    op.drop_table("sample_quotes")
    op.drop_table("sample_requests")
    for table in ("suppliers", "products"):
        op.drop_column(table, "samples")


def _create_requests() -> None:
    op.create_table(
        "sample_requests",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("buyer_id", sa.BigInteger(), nullable=False),
        sa.Column("supplier_id", KEY, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("negotiation_id", KEY, nullable=True),
        sa.Column("order_id", KEY, nullable=True),
        sa.Column("goods", sa.JSON(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("wishes", sa.Text(), nullable=False, server_default=""),
        sa.Column("closing", sa.Text(), nullable=False, server_default=""),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("warned_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(f"status IN ({STATUSES})", name=op.f("ck_sample_requests_status")),
        sa.CheckConstraint("version >= 0", name=op.f("ck_sample_requests_version")),
        sa.CheckConstraint("pieces > 0", name=op.f("ck_sample_requests_pieces")),
        sa.CheckConstraint(
            "(status = 'ordered') = (order_id IS NOT NULL)", name=op.f("ck_sample_requests_ordered")
        ),
        *(
            sa.ForeignKeyConstraint([name], [of], name=op.f(f"fk_sample_requests_{name}"))
            for name, of in (
                ("buyer_id", "persons.id"),
                ("supplier_id", "suppliers.id"),
                ("product_id", "products.id"),
                ("negotiation_id", "negotiations.id"),
                ("order_id", "orders.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sample_requests")),
    )
    for party in ("buyer_id", "supplier_id"):
        op.create_index(f"ix_sample_requests_{party}", "sample_requests", [party, "status", "changed_at"])
    where: dict[str, Any] = {"sqlite_where": OPEN, "postgresql_where": OPEN}
    op.create_index("ix_sample_requests_open_expires_at", "sample_requests", ["expires_at"], **where)
    op.create_index(
        "ix_sample_requests_open", "sample_requests", ["buyer_id", "product_id"], unique=True, **where
    )


def _create_quotes() -> None:
    op.create_table(
        "sample_quotes",
        sa.Column("request_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("freight", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("is_refundable", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_sample_quotes_number")),
        sa.CheckConstraint("price >= 0 AND freight >= 0", name=op.f("ck_sample_quotes_amounts")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["sample_requests.id"], name=op.f("fk_sample_quotes_request_id")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["persons.id"], name=op.f("fk_sample_quotes_author_id")),
        sa.PrimaryKeyConstraint("request_id", "number", name=op.f("pk_sample_quotes")),
    )


def _let_moves_be_of(subjects: str) -> None:
    name = op.f("ck_moves_subject")
    with op.batch_alter_table("moves") as batch_op:
        batch_op.drop_constraint(name, type_="check")
        batch_op.create_check_constraint(name, f"subject IN ({subjects})")
    if op.get_bind().dialect.name == "sqlite":
        _protect_moves()


def _forget_moves() -> None:
    """Takes away what the older schema has no place for, past the triggers."""
    on_table = " ON moves" if op.get_bind().dialect.name == "postgresql" else ""
    for deed in ("update", "delete"):
        op.execute(f"DROP TRIGGER moves_{deed}_refused{on_table}")
    op.execute("DELETE FROM moves WHERE subject = 'sample'")
    _protect_moves()


def _protect_moves() -> None:
    for statement in statements(op.get_bind().dialect.name, ("moves",)):
        op.execute(statement)
