"""Clocks: when an offer is warned of, since when its time stands still, and how soon suppliers answer."""

import sqlalchemy as sa
from alembic import op

from storage.moments import now_millis

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_INDEX = "ix_negotiations_open_expires_at"
_OPEN = "status IN ('agreed', 'awaiting_buyer', 'awaiting_seller')"
_RUNS = f"{_OPEN} AND frozen_at IS NULL"
_TWELVE_HOURS = 43_200_000


def upgrade() -> None:
    op.add_column("suppliers", sa.Column("answers_in", sa.Integer(), nullable=True))
    op.add_column("negotiations", sa.Column("warns_at", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("negotiations", sa.Column("frozen_at", sa.BigInteger(), nullable=True))
    op.execute(
        sa.text("UPDATE negotiations SET warns_at = expires_at - :early").bindparams(early=_TWELVE_HOURS)
    )
    op.drop_index(_INDEX, "negotiations")
    _index(_RUNS)


def downgrade() -> None:
    _give_frozen_time_back()
    op.drop_index(_INDEX, "negotiations")
    op.drop_column("negotiations", "frozen_at")
    op.drop_column("negotiations", "warns_at")
    op.drop_column("suppliers", "answers_in")
    _index(_OPEN)


def _give_frozen_time_back() -> None:
    table = sa.table("negotiations", sa.column("expires_at"), sa.column("frozen_at"))
    until = table.c.expires_at + now_millis() - table.c.frozen_at
    op.execute(sa.update(table).where(table.c.frozen_at.is_not(None)).values(expires_at=until))


def _index(where: str) -> None:
    op.create_index(
        _INDEX, "negotiations", ["expires_at"], sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )
