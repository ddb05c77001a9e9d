"""What happens to an order after payment: milestones, consignments with waybills, requests to cancel."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.triggers import SHIPPING, statements

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.BIGINT(), "postgresql").with_variant(sa.INTEGER(), "sqlite")


def upgrade() -> None:
    op.add_column("orders", sa.Column("cancel_until", sa.BigInteger(), nullable=True))
    asked = sa.text("cancel_until IS NOT NULL")
    op.create_index(
        "ix_orders_cancel_until", "orders", ["cancel_until"], sqlite_where=asked, postgresql_where=asked
    )
    _milestones()
    _consignments()
    _cancel_requests()
    for statement in statements(op.get_bind().dialect.name, SHIPPING):
        op.execute(statement)


def downgrade() -> None:
    for table in (
        "cancel_requests",
        "waybills",
        "consignment_files",
        "consignments",
        "milestone_files",
        "milestones",
    ):
        op.drop_table(table)
    op.drop_index("ix_orders_cancel_until", "orders")
    op.drop_column("orders", "cancel_until")


def _files() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file", sa.JSON(), nullable=False),
    )


def _said() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
    )


def _waybill() -> tuple[sa.Column[Any], ...]:
    names = ("carrier", "carrier_name", "tracking")
    return tuple(sa.Column(name, sa.Text(), nullable=False) for name in names)


def _foreign(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"))


def _milestones() -> None:
    stages = "'checked', 'finished', 'half', 'materials', 'packed'"
    op.create_table(
        "milestones",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("photos", sa.Integer(), nullable=False),
        *_said(),
        sa.CheckConstraint(f"stage IN ({stages})", name=op.f("ck_milestones_stage")),
        _foreign("milestones", "order_id", "orders.id"),
        _foreign("milestones", "author_id", "persons.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestones")),
        sa.UniqueConstraint("order_id", "stage", name=op.f("uq_milestones_order_id_stage")),
    )
    op.create_table(
        "milestone_files",
        sa.Column("milestone_id", KEY, autoincrement=False, nullable=False),
        *_files(),
        _foreign("milestone_files", "milestone_id", "milestones.id"),
        sa.PrimaryKeyConstraint("milestone_id", "place", name=op.f("pk_milestone_files")),
    )


def _of_consignment(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["order_id", "number"],
        ["consignments.order_id", "consignments.number"],
        name=op.f(f"fk_{table}_order_id_number"),
    )


def _consignments() -> None:
    op.create_table(
        "consignments",
        sa.Column("order_id", KEY, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("arrives_on", sa.Text(), nullable=False),
        sa.Column("photos", sa.Integer(), nullable=False),
        *_waybill(),
        *_said(),
        sa.CheckConstraint("number > 0", name=op.f("ck_consignments_number")),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_consignments_quantity")),
        _foreign("consignments", "order_id", "orders.id"),
        _foreign("consignments", "author_id", "persons.id"),
        sa.PrimaryKeyConstraint("order_id", "number", name=op.f("pk_consignments")),
    )
    op.create_table(
        "consignment_files",
        sa.Column("order_id", KEY, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *_files(),
        _of_consignment("consignment_files"),
        sa.PrimaryKeyConstraint("order_id", "number", "place", name=op.f("pk_consignment_files")),
    )
    op.create_table(
        "waybills",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *_waybill(),
        *_said(),
        _of_consignment("waybills"),
        _foreign("waybills", "author_id", "persons.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waybills")),
    )
    op.create_index("ix_waybills_order_id", "waybills", ["order_id", "number"])


def _cancel_requests() -> None:
    op.create_table(
        "cancel_requests",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *_said(),
        sa.CheckConstraint("side IN ('buyer', 'seller')", name=op.f("ck_cancel_requests_side")),
        _foreign("cancel_requests", "order_id", "orders.id"),
        _foreign("cancel_requests", "author_id", "persons.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cancel_requests")),
    )
    op.create_index(op.f("ix_cancel_requests_order_id"), "cancel_requests", ["order_id"])
