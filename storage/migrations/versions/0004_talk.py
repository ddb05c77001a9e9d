"""Files, edits and threads in talk, copies of files, translations, and phone numbers given."""

import sqlalchemy as sa
from alembic import op

from storage.triggers import TALK, statements

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.BIGINT(), "postgresql").with_variant(sa.INTEGER(), "sqlite")
KINDS = (
    "'animation', 'audio', 'document', 'location', 'photo', 'sticker', 'text', 'video', 'video_note', 'voice'"
)
NEW_IN_MESSAGES = (
    "kind",
    "attachment",
    "size",
    "telegram_id",
    "edited_at",
    "album",
    "answers",
    "edits",
    "digest",
)


def upgrade() -> None:
    _widen_messages()
    with op.batch_alter_table("cards") as batch_op:
        batch_op.add_column(sa.Column("talk_id", KEY, nullable=True))
    carries = sa.text("talk_id IS NOT NULL")
    op.create_index(
        "ix_cards_talk_id", "cards", ["talk_id", "chat_id"], sqlite_where=carries, postgresql_where=carries
    )
    _create_tables()
    for statement in statements(op.get_bind().dialect.name, TALK):
        op.execute(statement)


def downgrade() -> None:
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for deed in ("update", "delete"):
        op.execute(f"DROP TRIGGER messages_{deed}_refused" + (" ON messages" if on_postgresql else ""))
    op.drop_table("consents")
    op.drop_table("translations")
    op.drop_table("files")
    op.drop_table("fetches")
    op.drop_index("ix_cards_talk_id", table_name="cards")
    with op.batch_alter_table("cards") as batch_op:
        batch_op.drop_column("talk_id")
    op.drop_index("ix_messages_author_id_at", table_name="messages")
    op.drop_index("ix_messages_author_id", table_name="messages")
    op.drop_index("ix_messages_edits", table_name="messages")
    with op.batch_alter_table("messages") as batch_op:
        batch_op.drop_constraint(op.f("ck_messages_kind"), type_="check")
        for name in NEW_IN_MESSAGES:
            batch_op.drop_column(name)


def _widen_messages() -> None:
    with op.batch_alter_table("messages") as batch_op:
        batch_op.add_column(sa.Column("kind", sa.Text(), server_default="text", nullable=False))
        batch_op.add_column(sa.Column("attachment", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("size", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("telegram_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("edited_at", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("album", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("answers", KEY, nullable=True))
        batch_op.add_column(sa.Column("edits", KEY, nullable=True))
        batch_op.add_column(sa.Column("digest", sa.Text(), server_default="", nullable=False))
        batch_op.create_check_constraint(op.f("ck_messages_kind"), f"kind IN ({KINDS})")
    op.create_index("ix_messages_edits", "messages", ["edits"])
    first = sa.text("edits IS NULL")
    op.create_index(
        "ix_messages_author_id",
        "messages",
        ["author_id", "telegram_id"],
        unique=True,
        sqlite_where=first,
        postgresql_where=first,
    )
    file = sa.text("size > 0")
    op.create_index(
        "ix_messages_author_id_at",
        "messages",
        ["author_id", "at"],
        sqlite_where=file,
        postgresql_where=file,
    )


def _create_tables() -> None:
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
    op.create_table(
        "translations",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("translation", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_translations")),
    )
    op.create_table(
        "consents",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("supplier_id", KEY, nullable=False),
        sa.Column("negotiation_id", KEY, nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("given IN ('buyers_own', 'suppliers_listed')", name=op.f("ck_consents_given")),
        sa.CheckConstraint("number <> ''", name=op.f("ck_consents_number")),
        sa.ForeignKeyConstraint(
            ["negotiation_id"], ["negotiations.id"], name=op.f("fk_consents_negotiation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_consents_person_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["suppliers.id"], name=op.f("fk_consents_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
