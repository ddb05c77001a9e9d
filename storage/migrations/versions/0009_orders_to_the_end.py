"""Orders from payment to completion: details instead of an address, every status, and a clock for each."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.triggers import SNAPSHOTS, snapshot_statements

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_INDEX = "ix_orders_open_expires_at"
_OLD = "'awaiting_confirmation', 'awaiting_payment', 'cancelled'"
_NEW = (
    "'awaiting_confirmation', 'awaiting_payment', 'cancelled', 'completed', 'delivered', 'in_production',"
    " 'shipped'"
)
_OPEN = "status IN ('awaiting_confirmation', 'awaiting_payment', 'delivered', 'in_production', 'shipped')"
_UNCONFIRMED = "status IN ('awaiting_confirmation')"
_TWELVE_HOURS, _A_DAY, _A_WEEK = 43_200_000, 86_400_000, 604_800_000
_ADDED = ("amended", "warns_at", "funded_at", "shipped", "cancel_asked_by")


def upgrade() -> None:
    op.drop_index(_INDEX, "orders")
    with op.batch_alter_table("orders") as batch_op:
        batch_op.add_column(sa.Column("details", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("amended", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("warns_at", sa.BigInteger(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("funded_at", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("shipped", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("cancel_asked_by", sa.Text(), nullable=True))
        batch_op.drop_constraint(op.f("ck_orders_status"), type_="check")
        batch_op.drop_constraint(op.f("ck_orders_address"), type_="check")
        batch_op.create_check_constraint(op.f("ck_orders_status"), f"status IN ({_NEW})")
        batch_op.create_check_constraint(op.f("ck_orders_shipped"), "shipped >= 0")
        batch_op.create_check_constraint(
            op.f("ck_orders_cancel_asked_by"), "cancel_asked_by IN ('buyer', 'seller')"
        )
    _rewrite("address", "details", lambda address: {"delivery": {"address": address}})
    _set_the_clocks()
    with op.batch_alter_table("orders") as batch_op:
        batch_op.alter_column("details", nullable=False, existing_type=sa.JSON())
        batch_op.drop_column("address")
    _protect()
    _index(_OPEN)


def downgrade() -> None:
    op.drop_index(_INDEX, "orders")
    with op.batch_alter_table("orders") as batch_op:
        batch_op.add_column(sa.Column("address", sa.Text(), nullable=True))
        batch_op.drop_constraint(op.f("ck_orders_status"), type_="check")
        batch_op.drop_constraint(op.f("ck_orders_shipped"), type_="check")
        batch_op.drop_constraint(op.f("ck_orders_cancel_asked_by"), type_="check")
    _rewrite("details", "address", lambda details: details["delivery"]["address"])
    gone_on = "status NOT IN ('awaiting_confirmation', 'cancelled')"
    op.execute(f"UPDATE orders SET status = 'awaiting_payment' WHERE {gone_on}")  # noqa: S608
    with op.batch_alter_table("orders") as batch_op:
        batch_op.alter_column("address", nullable=False, existing_type=sa.Text())
        for column in ("details", *_ADDED):
            batch_op.drop_column(column)
        batch_op.create_check_constraint(op.f("ck_orders_status"), f"status IN ({_OLD})")
        batch_op.create_check_constraint(op.f("ck_orders_address"), "address <> ''")
    _protect()
    _index(_UNCONFIRMED)


def _protect() -> None:
    """SQLite's trigger went with the table that was made anew."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in snapshot_statements("sqlite", {"orders": SNAPSHOTS["orders"]}):
            op.execute(statement)


def _rewrite(old: str, new: str, made: Callable[[Any], Any]) -> None:
    """Row by row, so that no words of a person become part of a statement."""
    types: dict[str, sa.types.TypeEngine[Any]] = {"details": sa.JSON(), "address": sa.Text()}
    table = sa.table("orders", sa.column("id"), sa.column(old, types[old]), sa.column(new, types[new]))
    connection = op.get_bind()
    for row in connection.execute(sa.select(table.c.id, table.c[old])).all():
        value = {new: made(row[1])}
        connection.execute(sa.update(table).where(table.c.id == row.id).values(value))


def _set_the_clocks() -> None:
    """An order that waits for payment without a clock gets a week from now on."""
    table = sa.table(
        "orders", *(sa.column(name) for name in ("status", "expires_at", "warns_at", "changed_at"))
    )
    unpaid = table.c.status == "awaiting_payment"
    op.execute(sa.update(table).values(warns_at=table.c.expires_at - _TWELVE_HOURS))
    end = table.c.changed_at + _A_WEEK
    op.execute(sa.update(table).where(unpaid).values(expires_at=end, warns_at=end - _A_DAY))


def _index(where: str) -> None:
    op.create_index(
        _INDEX, "orders", ["expires_at"], sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )
