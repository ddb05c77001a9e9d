"""Reviews with photos and answers, suppliers' figures, and orders by status for the lists."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import REVIEWS, statements

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
FIGURES = ("stars", "reviews", "promised", "on_time", "claimed")
PARTIES = ("buyer_id", "supplier_id")


def upgrade() -> None:
    for figure in FIGURES:
        op.add_column("suppliers", sa.Column(figure, sa.Integer(), nullable=False, server_default="0"))
    for party in PARTIES:
        op.create_index(f"ix_orders_{party}_status", "orders", [party, "status", "changed_at"])
    _create_reviews()
    op.create_table(
        "review_photos",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sent_by", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["sent_by"], ["persons.id"], name=op.f("fk_review_photos_sent_by")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_review_photos")),
    )
    op.create_table(
        "review_answers",
        sa.Column("order_id", KEY, autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("words <> ''", name=op.f("ck_review_answers_words")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_review_answers_order_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_review_answers_person_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_review_answers")),
    )
    for statement in statements(op.get_bind().dialect.name, REVIEWS):
        op.execute(statement)


def downgrade() -> None:
    for table in reversed(REVIEWS):
        op.drop_table(table)
    for party in PARTIES:
        op.drop_index(f"ix_orders_{party}_status", "orders")
    for figure in FIGURES:
        op.drop_column("suppliers", figure)


def _create_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("buyer_id", sa.BigInteger(), nullable=False),
        sa.Column("supplier_id", KEY, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("photos", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("version > 0", name=op.f("ck_reviews_version")),
        sa.CheckConstraint("stars BETWEEN 1 AND 5", name=op.f("ck_reviews_stars")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_reviews_order_id")),
        sa.ForeignKeyConstraint(["buyer_id"], ["persons.id"], name=op.f("fk_reviews_buyer_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["suppliers.id"], name=op.f("fk_reviews_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint("order_id", "version", name=op.f("uq_reviews_order_id_version")),
    )
    op.create_index("ix_reviews_product_id_at", "reviews", ["product_id", "at"])
    op.create_index(op.f("ix_reviews_supplier_id"), "reviews", ["supplier_id"])
