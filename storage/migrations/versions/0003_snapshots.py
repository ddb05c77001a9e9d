"""What a negotiation is about and what an order was made of never changes."""

from alembic import op

from storage.triggers import SNAPSHOTS, snapshot_statements

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in snapshot_statements(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    on_table = op.get_bind().dialect.name == "postgresql"
    for table in SNAPSHOTS:
        op.execute(f"DROP TRIGGER {table}_snapshot_refused" + (f" ON {table}" if on_table else ""))
