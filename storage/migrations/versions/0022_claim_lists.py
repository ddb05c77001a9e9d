"""Claims are found by whose they are, the latest change first."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_claims_buyer_id_changed_at", "claims", ["buyer_id", "changed_at"])
    op.create_index("ix_claims_supplier_id_changed_at", "claims", ["supplier_id", "changed_at"])


def downgrade() -> None:
    op.drop_index("ix_claims_supplier_id_changed_at", "claims")
    op.drop_index("ix_claims_buyer_id_changed_at", "claims")
