"""Addresses that people had goods sent to."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "addresses",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("consignee", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("country", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("used_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("address <> ''", name=op.f("ck_addresses_address")),
        sa.CheckConstraint("place IN ('company', 'forwarder', 'warehouse')", name=op.f("ck_addresses_place")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_addresses_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addresses")),
        sa.UniqueConstraint("person_id", "address", name=op.f("uq_addresses_person_id_address")),
    )
    op.create_index("ix_addresses_person_id", "addresses", ["person_id", "used_at"])


def downgrade() -> None:
    op.drop_table("addresses")
