"""Agreements that were made, files to verify, and amendments with their answers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import AGREEMENTS, statements

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
SIDES = "side IN ('buyer', 'seller')"


def upgrade() -> None:
    op.create_table(
        "agreements",
        sa.Column("order_id", KEY, autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_agreements_order_id")),
        sa.PrimaryKeyConstraint("order_id", "revision", name=op.f("pk_agreements")),
    )
    op.create_index(op.f("ix_agreements_sha256"), "agreements", ["sha256"])
    op.create_index(op.f("ix_agreements_seal"), "agreements", ["seal"])
    op.create_table(
        "verifications",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_verifications_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verifications")),
    )
    op.create_index(op.f("ix_verifications_not_before"), "verifications", ["not_before"])
    op.create_table(
        "amendments",
        sa.Column("order_id", KEY, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(SIDES, name=op.f("ck_amendments_side")),
        sa.CheckConstraint("number > 0", name=op.f("ck_amendments_number")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_amendments_order_id")),
        sa.ForeignKeyConstraint(["author_id"], ["persons.id"], name=op.f("fk_amendments_author_id")),
        sa.PrimaryKeyConstraint("order_id", "number", name=op.f("pk_amendments")),
    )
    op.create_table(
        "amendment_answers",
        sa.Column("order_id", KEY, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "answer IN ('accepted', 'declined', 'withdrawn')", name=op.f("ck_amendment_answers_answer")
        ),
        sa.CheckConstraint(SIDES, name=op.f("ck_amendment_answers_side")),
        sa.ForeignKeyConstraint(
            ["order_id", "number"],
            ["amendments.order_id", "amendments.number"],
            name=op.f("fk_amendment_answers_order_id_number"),
        ),
        sa.ForeignKeyConstraint(["author_id"], ["persons.id"], name=op.f("fk_amendment_answers_author_id")),
        sa.PrimaryKeyConstraint("order_id", "number", name=op.f("pk_amendment_answers")),
    )
    for statement in statements(op.get_bind().dialect.name, AGREEMENTS):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("amendment_answers")
    op.drop_table("amendments")
    op.drop_index(op.f("ix_verifications_not_before"), "verifications")
    op.drop_table("verifications")
    op.drop_index(op.f("ix_agreements_seal"), "agreements")
    op.drop_index(op.f("ix_agreements_sha256"), "agreements")
    op.drop_table("agreements")
