"""Products changed in the chat: pauses, the record of changes, holiday notices, files to import."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import STALL, statements

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
CHANGES = "change IN ('added', 'edited', 'imported', 'paused', 'resumed')"
STATUSES = "status IN ('dropped', 'failed', 'imported', 'reading', 'ready', 'refused', 'wanted')"


def upgrade() -> None:
    op.add_column("products", sa.Column("paused_at", sa.BigInteger(), nullable=True))
    op.create_table(
        "product_changes",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(CHANGES, name=op.f("ck_product_changes_change")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_product_changes_product_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_product_changes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_changes")),
    )
    op.create_index(op.f("ix_product_changes_product_id"), "product_changes", ["product_id"])
    op.create_table(
        "holiday_notices",
        sa.Column("supplier_id", KEY, autoincrement=False, nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("set_by", sa.BigInteger(), nullable=False),
        sa.Column("set_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["suppliers.id"], name=op.f("fk_holiday_notices_supplier_id")
        ),
        sa.PrimaryKeyConstraint("supplier_id", name=op.f("pk_holiday_notices")),
    )
    op.create_table(
        "product_files",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("supplier_id", KEY, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("listings", sa.Text(), server_default="", nullable=False),
        sa.Column("report", sa.JSON(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("not_before", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(STATUSES, name=op.f("ck_product_files_status")),
        sa.ForeignKeyConstraint(["supplier_id"], ["suppliers.id"], name=op.f("fk_product_files_supplier_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_product_files_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_files")),
    )
    op.create_index("ix_product_files_person_id", "product_files", ["person_id", "telegram_id"], unique=True)
    due = sa.text("status IN ('reading', 'wanted')")
    op.create_index(
        "ix_product_files_due", "product_files", ["not_before"], sqlite_where=due, postgresql_where=due
    )
    for statement in statements(op.get_bind().dialect.name, STALL):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("product_files")
    op.drop_table("holiday_notices")
    op.drop_table("product_changes")
    op.drop_column("products", "paused_at")
