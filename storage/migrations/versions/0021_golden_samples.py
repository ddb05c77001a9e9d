"""Golden samples, and the changes that buyers want of samples."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import CHANGES_SNAPSHOTS, GOLDEN, snapshot_statements, statements

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
OPEN = sa.text("status = 'awaiting_seller'")
STATUSES = "'answered', 'awaiting_seller', 'unanswered', 'withdrawn'"


def upgrade() -> None:
    _create_golden_samples()
    _create_lists()
    _create_wishes()
    _create_answers()
    _let_moves_be_of("'changes', 'claim', 'negotiation', 'order'")
    dialect = op.get_bind().dialect.name
    for statement in (*statements(dialect, GOLDEN), *snapshot_statements(dialect, CHANGES_SNAPSHOTS)):
        op.execute(statement)


def downgrade() -> None:
    _forget_moves()
    _let_moves_be_of("'claim', 'negotiation', 'order'")
    for table in ("wish_answers", "wishes", "wanted_changes", "golden_samples"):
        op.drop_table(table)


def _create_golden_samples() -> None:
    op.create_table(
        "golden_samples",
        sa.Column("order_id", KEY, autoincrement=False, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("supplier_id", KEY, nullable=False),
        sa.Column("buyer_id", sa.BigInteger(), nullable=False),
        sa.Column("bundle_id", KEY, nullable=False),
        sa.Column("photos", sa.JSON(), nullable=False),
        sa.Column("standard", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_golden_samples_order_id")),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_golden_samples_supplier_id")
        ),
        sa.ForeignKeyConstraint(["buyer_id"], ["persons.id"], name=op.f("fk_golden_samples_buyer_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_golden_samples")),
    )


def _create_lists() -> None:
    op.create_table(
        "wanted_changes",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("buyer_id", sa.BigInteger(), nullable=False),
        sa.Column("supplier_id", KEY, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("warned_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("checked", sa.JSON(), nullable=False),
        sa.Column("next_order_id", KEY, nullable=True),
        sa.CheckConstraint(f"status IN ({STATUSES})", name=op.f("ck_wanted_changes_status")),
        sa.CheckConstraint("number > 0", name=op.f("ck_wanted_changes_number")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_wanted_changes_order_id")),
        sa.ForeignKeyConstraint(["buyer_id"], ["persons.id"], name=op.f("fk_wanted_changes_buyer_id")),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_wanted_changes_supplier_id")
        ),
        sa.ForeignKeyConstraint(
            ["next_order_id"], ["orders.id"], name=op.f("fk_wanted_changes_next_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wanted_changes")),
        sa.UniqueConstraint("order_id", "number", name=op.f("uq_wanted_changes_order_id_number")),
        sa.UniqueConstraint("next_order_id", name=op.f("uq_wanted_changes_next_order_id")),
    )
    op.create_index(
        "ix_wanted_changes_open",
        "wanted_changes",
        ["order_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index(
        "ix_wanted_changes_expires_at",
        "wanted_changes",
        ["expires_at"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index("ix_wanted_changes_buyer_id", "wanted_changes", ["buyer_id", "product_id"])


def _create_wishes() -> None:
    op.create_table(
        "wishes",
        sa.Column("changes_id", KEY, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("bundle_id", KEY, nullable=False),
        sa.CheckConstraint("place BETWEEN 1 AND 10", name=op.f("ck_wishes_place")),
        sa.CheckConstraint("words <> '' OR bundle_id > 0", name=op.f("ck_wishes_words")),
        sa.ForeignKeyConstraint(["changes_id"], ["wanted_changes.id"], name=op.f("fk_wishes_changes_id")),
        sa.PrimaryKeyConstraint("changes_id", "place", name=op.f("pk_wishes")),
    )


def _create_answers() -> None:
    op.create_table(
        "wish_answers",
        sa.Column("changes_id", KEY, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("verdict IN ('cannot', 'will')", name=op.f("ck_wish_answers_verdict")),
        sa.CheckConstraint("number > 0", name=op.f("ck_wish_answers_number")),
        sa.CheckConstraint("(verdict = 'cannot') = (reason <> '')", name=op.f("ck_wish_answers_reason")),
        sa.ForeignKeyConstraint(
            ["changes_id"], ["wanted_changes.id"], name=op.f("fk_wish_answers_changes_id")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["persons.id"], name=op.f("fk_wish_answers_author_id")),
        sa.PrimaryKeyConstraint("changes_id", "place", "number", name=op.f("pk_wish_answers")),
    )


def _let_moves_be_of(subjects: str) -> None:
    """SQLite makes the table anew for it, and its triggers go with the old one."""
    with op.batch_alter_table("moves") as batch_op:
        batch_op.drop_constraint(op.f("ck_moves_subject"), type_="check")
        batch_op.create_check_constraint(op.f("ck_moves_subject"), f"subject IN ({subjects})")
    if op.get_bind().dialect.name == "sqlite":
        _protect_moves()


def _forget_moves() -> None:
    """Takes away what the older schema has no place for, past the triggers."""
    on_table = " ON moves" if op.get_bind().dialect.name == "postgresql" else ""
    for deed in ("update", "delete"):
        op.execute(f"DROP TRIGGER moves_{deed}_refused{on_table}")
    op.execute("DELETE FROM moves WHERE subject = 'changes'")
    _protect_moves()


def _protect_moves() -> None:
    for statement in statements(op.get_bind().dialect.name, ("moves",)):
        op.execute(statement)
