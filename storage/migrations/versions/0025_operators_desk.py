"""What operators ask the sides of a dispute for, and how often a claim's payment was reminded of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import DISPUTE_SNAPSHOTS, snapshot_statements

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
WANTED = "'address', 'count', 'defects', 'packing', 'report', 'sample', 'shipping', 'size'"


def upgrade() -> None:
    op.create_table(
        "evidence_requests",
        sa.Column("claim_id", KEY, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("operator_id", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("warned_at", sa.BigInteger(), nullable=True),
        sa.Column("told_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("side IN ('buyer', 'seller')", name=op.f("ck_evidence_requests_side")),
        sa.CheckConstraint(f"wanted IN ({WANTED})", name=op.f("ck_evidence_requests_wanted")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_evidence_requests_claim_id")),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["persons.id"], name=op.f("fk_evidence_requests_operator_id")
        ),
        sa.PrimaryKeyConstraint("claim_id", "number", name=op.f("pk_evidence_requests")),
    )
    _index("ix_evidence_requests_until", "evidence_requests", "until", "told_at IS NULL")
    _index("ix_claims_escalated", "claims", "id", "status = 'escalated'")
    op.add_column("claims", sa.Column("reminders", sa.Integer(), nullable=False, server_default="0"))
    for statement in snapshot_statements(op.get_bind().dialect.name, DISPUTE_SNAPSHOTS):
        op.execute(statement)


def downgrade() -> None:
    op.drop_column("claims", "reminders")
    op.drop_index("ix_claims_escalated", "claims")
    op.drop_table("evidence_requests")


def _index(name: str, table: str, column: str, where: str) -> None:
    which = sa.text(where)
    op.create_index(name, table, [column], sqlite_where=which, postgresql_where=which)
