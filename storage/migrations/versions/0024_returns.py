"""Goods that travel because of a claim, and what was said against them."""

import sqlalchemy as sa
from alembic import op

from storage.triggers import RETURNS, statements

revision = "0024"
down_revision = "0022"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _create(
        "return_parcels",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("carrier", "carrier_name", "tracking")),
    )
    _create(
        "return_contests",
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_return_contests_reason")),
    )
    for statement in statements(op.get_bind().dialect.name, RETURNS):
        op.execute(statement)


def downgrade() -> None:
    for table in ("return_contests", "return_parcels"):
        op.drop_table(table)


def _create(table: str, *more: "sa.schema.SchemaItem") -> None:
    op.create_table(
        table,
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *more,
        sa.CheckConstraint("side IN ('buyer', 'seller')", name=op.f(f"ck_{table}_side")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f(f"fk_{table}_claim_id")),
        sa.ForeignKeyConstraint(["author_id"], ["persons.id"], name=op.f(f"fk_{table}_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_claim_id"), table, ["claim_id"])
