"""Requests for quotation, their negotiations, and products put side by side."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.BIGINT(), "postgresql").with_variant(sa.INTEGER(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "rfqs",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("buyer_id", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["buyer_id"], ["persons.id"], name=op.f("fk_rfqs_buyer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rfqs")),
    )
    op.create_index(op.f("ix_rfqs_buyer_id"), "rfqs", ["buyer_id"])
    op.create_table(
        "rfq_negotiations",
        sa.Column("rfq_id", KEY, autoincrement=False, nullable=False),
        sa.Column("negotiation_id", KEY, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["rfq_id"], ["rfqs.id"], name=op.f("fk_rfq_negotiations_rfq_id")),
        sa.ForeignKeyConstraint(
            ["negotiation_id"],
            ["negotiations.id"],
            name=op.f("fk_rfq_negotiations_negotiation_id"),
        ),
        sa.PrimaryKeyConstraint("rfq_id", "negotiation_id", name=op.f("pk_rfq_negotiations")),
    )
    op.create_index("ix_rfq_negotiations_negotiation_id", "rfq_negotiations", ["negotiation_id", "rfq_id"])
    op.create_table(
        "compared",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("product_id", KEY, autoincrement=False, nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_compared_person_id")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_compared_product_id")),
        sa.PrimaryKeyConstraint("person_id", "product_id", name=op.f("pk_compared")),
    )


def downgrade() -> None:
    op.drop_table("compared")
    op.drop_index("ix_rfq_negotiations_negotiation_id", "rfq_negotiations")
    op.drop_table("rfq_negotiations")
    op.drop_index(op.f("ix_rfqs_buyer_id"), "rfqs")
    op.drop_table("rfqs")
