"""Case files that were made."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import CASE_FILES, statements

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "case_files",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("side IN ('buyer', 'seller')", name=op.f("ck_case_files_side")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_case_files_person_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_case_files_order_id")),
        sa.PrimaryKeyConstraint("sha256", "person_id", name=op.f("pk_case_files")),
    )
    op.create_index(op.f("ix_case_files_order_id"), "case_files", ["order_id"])
    for statement in statements(op.get_bind().dialect.name, CASE_FILES):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("case_files")
