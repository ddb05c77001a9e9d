"""Roles of a supplier's people, applications for a qualification, and what waits for a supplier."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import APPLICATIONS, statements

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
_INDEX = "ix_negotiations_supplier_id_status"
ROLES = "role IN ('owner', 'sales')"
SINCE = "UPDATE memberships SET since = (SELECT p.since FROM persons p WHERE p.id = memberships.person_id)"
FIRST_OWNS = """
UPDATE memberships SET role = 'owner' WHERE NOT EXISTS (
    SELECT 1 FROM memberships AS earlier
    WHERE earlier.supplier_id = memberships.supplier_id AND (
        earlier.since < memberships.since
        OR (earlier.since = memberships.since AND earlier.person_id < memberships.person_id)
    )
)
"""
"""Whoever of a supplier's people came first, and among equals the one with the lowest id."""


def upgrade() -> None:
    with op.batch_alter_table("memberships") as table:
        table.add_column(sa.Column("role", sa.Text(), nullable=False, server_default="sales"))
        table.add_column(sa.Column("since", sa.BigInteger(), nullable=False, server_default="0"))
        table.create_check_constraint(op.f("ck_memberships_role"), ROLES)
    op.execute(SINCE)
    op.execute(FIRST_OWNS)
    with op.batch_alter_table("invitations") as table:
        table.add_column(sa.Column("role", sa.Text(), nullable=True))
        table.add_column(sa.Column("made_by", sa.BigInteger(), nullable=True))
        table.create_check_constraint(op.f("ck_invitations_role"), ROLES)
        table.create_foreign_key(op.f("fk_invitations_made_by"), "persons", ["made_by"], ["id"])
    _create_applications()
    op.create_index(_INDEX, "negotiations", ["supplier_id", "status", "changed_at"])
    for statement in statements(op.get_bind().dialect.name, APPLICATIONS):
        op.execute(statement)


def downgrade() -> None:
    op.drop_index(_INDEX, "negotiations")
    for table_name in ("application_steps", "application_photos", "applications"):
        op.drop_table(table_name)
    with op.batch_alter_table("invitations") as table:
        table.drop_constraint(op.f("fk_invitations_made_by"), type_="foreignkey")
        table.drop_constraint(op.f("ck_invitations_role"), type_="check")
        table.drop_column("made_by")
        table.drop_column("role")
    with op.batch_alter_table("memberships") as table:
        table.drop_constraint(op.f("ck_memberships_role"), type_="check")
        table.drop_column("since")
        table.drop_column("role")


def _create_applications() -> None:
    op.create_table(
        "applications",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("supplier_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("applicant_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("ended_by", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False, server_default=""),
        sa.CheckConstraint("kind IN ('trustpass', 'verified_factory')", name=op.f("ck_applications_kind")),
        sa.CheckConstraint(
            "status IN ('granted', 'pending', 'refused', 'withdrawn')", name=op.f("ck_applications_status")
        ),
        sa.CheckConstraint(
            "reason IN ('factory', 'name', 'other', 'registry', 'unreadable')",
            name=op.f("ck_applications_reason"),
        ),
        sa.CheckConstraint("(status = 'pending') = (ended_at IS NULL)", name=op.f("ck_applications_ended")),
        sa.ForeignKeyConstraint(["supplier_id"], ["suppliers.id"], name=op.f("fk_applications_supplier_id")),
        sa.ForeignKeyConstraint(["applicant_id"], ["persons.id"], name=op.f("fk_applications_applicant_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["persons.id"], name=op.f("fk_applications_ended_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_applications")),
    )
    op.create_index("ix_applications_supplier_id", "applications", ["supplier_id", "id"])
    pending = sa.text("status = 'pending'")
    op.create_index(
        "ix_applications_pending",
        "applications",
        ["supplier_id"],
        unique=True,
        sqlite_where=pending,
        postgresql_where=pending,
    )
    op.create_table(
        "application_photos",
        sa.Column("application_id", KEY, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["applications.id"], name=op.f("fk_application_photos_application_id")
        ),
        sa.PrimaryKeyConstraint("application_id", "place", name=op.f("pk_application_photos")),
    )
    op.create_table(
        "application_steps",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("application_id", KEY, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "step IN ('apply', 'grant', 'refuse', 'withdraw')", name=op.f("ck_application_steps_step")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["applications.id"], name=op.f("fk_application_steps_application_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_application_steps_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_steps")),
    )
    op.create_index(op.f("ix_application_steps_application_id"), "application_steps", ["application_id"])
