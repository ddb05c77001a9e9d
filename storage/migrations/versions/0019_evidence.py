"""Evidence in bundles, and one copy of each file however often it was sent."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

from storage.triggers import EVIDENCE, EVIDENCE_SNAPSHOTS, TALK_FILES, snapshot_statements, statements

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
PURPOSES = "purpose IN ('addendum', 'changes', 'claim', 'golden', 'return')"
# Of a file that was sent twice, the copy that succeeded counts.
COPIES = """INSERT INTO copies (unique_id, sha256, size, type, preview, likeness, flaw, problem, at)
    SELECT k.unique_id, k.sha256, k.size, '', '', '', '', k.problem, k.at FROM (
      SELECT m.attachment ->> 'unique_id' AS unique_id, f.sha256, f.size, f.problem, f.at,
        row_number() OVER (PARTITION BY m.attachment ->> 'unique_id' ORDER BY f.problem, f.message_id) AS rank
      FROM files f JOIN messages m ON m.id = f.message_id) AS k WHERE k.rank = 1"""
AWAITED = """INSERT INTO awaited_copies (unique_id, file_id, size, attempts, not_before)
    SELECT k.unique_id, k.file_id, k.size, k.attempts, k.not_before FROM (
      SELECT m.attachment ->> 'unique_id' AS unique_id, m.attachment ->> 'id' AS file_id, m.size, f.attempts,
        f.not_before, row_number() OVER (PARTITION BY m.attachment ->> 'unique_id' ORDER BY m.id) AS rank
      FROM fetches f JOIN messages m ON m.id = f.message_id) AS k
    WHERE k.rank = 1 AND NOT EXISTS (SELECT 1 FROM copies c WHERE c.unique_id = k.unique_id)"""
FILES = """INSERT INTO files (message_id, sha256, size, problem, at)
    SELECT m.id, c.sha256, c.size, c.problem, c.at FROM messages m
    JOIN copies c ON c.unique_id = m.attachment ->> 'unique_id'"""
FETCHES = """INSERT INTO fetches (message_id, attempts, not_before)
    SELECT m.id, a.attempts, a.not_before FROM messages m
    JOIN awaited_copies a ON a.unique_id = m.attachment ->> 'unique_id'"""


def upgrade() -> None:
    _create_copies()
    op.execute(COPIES)
    op.execute(AWAITED)
    op.drop_table("files")
    op.drop_table("fetches")
    _create_evidence()
    dialect = op.get_bind().dialect.name
    for statement in (*statements(dialect, EVIDENCE), *snapshot_statements(dialect, EVIDENCE_SNAPSHOTS)):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("exhibits")
    op.drop_table("evidence_bundles")
    _create_files()
    op.execute(FILES)
    op.execute(FETCHES)
    op.drop_table("awaited_copies")
    op.drop_table("copies")
    for statement in statements(op.get_bind().dialect.name, TALK_FILES):
        op.execute(statement)


def _create_copies() -> None:
    op.create_table(
        "awaited_copies",
        sa.Column("unique_id", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("unique_id", name=op.f("pk_awaited_copies")),
    )
    op.create_index("ix_awaited_copies_not_before", "awaited_copies", ["not_before"])
    op.create_table(
        "copies",
        sa.Column("unique_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("preview", sa.Text(), nullable=False),
        sa.Column("likeness", sa.Text(), nullable=False),
        sa.Column("flaw", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("(sha256 = '') = (problem <> '')", name=op.f("ck_copies_problem")),
        sa.PrimaryKeyConstraint("unique_id", name=op.f("pk_copies")),
    )
    op.create_index("ix_copies_sha256", "copies", ["sha256"])


def _create_evidence() -> None:
    op.create_table(
        "evidence_bundles",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("order_id", KEY, nullable=False),
        sa.Column("claim_id", KEY, nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(PURPOSES, name=op.f("ck_evidence_bundles_purpose")),
        sa.CheckConstraint("side IN ('buyer', 'seller')", name=op.f("ck_evidence_bundles_side")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_evidence_bundles_person_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_evidence_bundles_order_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_evidence_bundles_claim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_bundles")),
    )
    op.create_index(op.f("ix_evidence_bundles_order_id"), "evidence_bundles", ["order_id"])
    op.create_index(op.f("ix_evidence_bundles_claim_id"), "evidence_bundles", ["claim_id"])
    op.create_index("ix_evidence_bundles_person_id", "evidence_bundles", ["person_id", "id"])
    op.create_table(
        "exhibits",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("bundle_id", KEY, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("unique_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file", sa.JSON(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("album", sa.Text(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('document', 'photo')", name=op.f("ck_exhibits_kind")),
        sa.ForeignKeyConstraint(["bundle_id"], ["evidence_bundles.id"], name=op.f("fk_exhibits_bundle_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_exhibits_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exhibits")),
        sa.UniqueConstraint("bundle_id", "unique_id", name=op.f("uq_exhibits_bundle_id_unique_id")),
        sa.UniqueConstraint("bundle_id", "place", name=op.f("uq_exhibits_bundle_id_place")),
    )
    op.create_index("ix_exhibits_person_id_at", "exhibits", ["person_id", "at"])


def _create_files() -> None:
    op.create_table(
        "fetches",
        sa.Column("message_id", KEY, autoincrement=False, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_fetches_message_id")),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_fetches")),
    )
    op.create_index("ix_fetches_not_before", "fetches", ["not_before"])
    op.create_table(
        "files",
        sa.Column("message_id", KEY, autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_files_message_id")),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_files")),
    )
