"""Samples: orders of a kind of their own."""

import sqlalchemy as sa
from alembic import op

from storage.triggers import SNAPSHOTS, snapshot_statements

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("orders") as batch_op:
        batch_op.add_column(sa.Column("kind", sa.Text(), nullable=False, server_default="bulk"))
        batch_op.create_check_constraint(op.f("ck_orders_kind"), "kind IN ('bulk', 'sample')")
    _protect()


def downgrade() -> None:
    with op.batch_alter_table("orders") as batch_op:
        batch_op.drop_constraint(op.f("ck_orders_kind"), type_="check")
        batch_op.drop_column("kind")
    _protect()


def _protect() -> None:
    """SQLite's trigger went with the table that was made anew."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in snapshot_statements("sqlite", {"orders": SNAPSHOTS["orders"]}):
            op.execute(statement)
