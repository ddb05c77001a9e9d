"""Freight: rates, destinations, sellers' figures and exchange rates."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import FREIGHT, statements

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
METHODS = "method IN ('air', 'express', 'rail', 'sea')"


def upgrade() -> None:
    op.create_table(
        "freight_rates",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("minimum", sa.BigInteger(), nullable=False),
        sa.Column("fixed", sa.BigInteger(), nullable=False),
        sa.Column("days_min", sa.Integer(), nullable=False),
        sa.Column("days_max", sa.Integer(), nullable=False),
        sa.Column("valid_until", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(METHODS, name=op.f("ck_freight_rates_method")),
        sa.CheckConstraint("basis IN ('cbm', 'kg')", name=op.f("ck_freight_rates_basis")),
        sa.CheckConstraint(
            "points > 0 AND minimum >= 0 AND fixed >= 0", name=op.f("ck_freight_rates_charges")
        ),
        sa.CheckConstraint("0 < days_min AND days_min <= days_max", name=op.f("ck_freight_rates_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_freight_rates")),
    )
    op.create_index("ix_freight_rates_destination", "freight_rates", ["destination", "valid_until"])
    op.create_table(
        "destinations",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_destinations_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_destinations")),
    )
    op.create_table(
        "freight_figures",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("negotiation_id", KEY, nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(METHODS, name=op.f("ck_freight_figures_method")),
        sa.CheckConstraint("minor > 0", name=op.f("ck_freight_figures_minor")),
        sa.ForeignKeyConstraint(
            ["negotiation_id"], ["negotiations.id"], name=op.f("fk_freight_figures_negotiation_id")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["persons.id"], name=op.f("fk_freight_figures_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_freight_figures")),
    )
    op.create_index(op.f("ix_freight_figures_negotiation_id"), "freight_figures", ["negotiation_id"])
    op.create_table(
        "exchange_rates",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rate_e8", sa.BigInteger(), nullable=False),
        sa.Column("as_of", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("rate_e8 > 0", name=op.f("ck_exchange_rates_rate")),
        sa.CheckConstraint("base <> quote", name=op.f("ck_exchange_rates_pair")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_rates")),
    )
    op.add_column("negotiations", sa.Column("freight", sa.JSON(), nullable=True))
    for statement in statements(op.get_bind().dialect.name, FREIGHT):
        op.execute(statement)


def downgrade() -> None:
    op.drop_column("negotiations", "freight")
    op.drop_table("exchange_rates")
    op.drop_table("freight_figures")
    op.drop_table("destinations")
    op.drop_table("freight_rates")
