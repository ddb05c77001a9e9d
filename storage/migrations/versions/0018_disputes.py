"""Claims for goods, their settlements, refunds and disputes; money back that lowers the price."""

import hashlib
import json
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from alembic import op

from storage.triggers import (
    CLAIM_SNAPSHOTS,
    CLAIMS,
    OLD_CLAIM_SNAPSHOTS,
    snapshot_statements,
    statements,
)

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.BIGINT(), "postgresql").with_variant(sa.INTEGER(), "sqlite")
OLD = "'agreed', 'awaiting_buyer', 'awaiting_seller', 'closed', 'settled', 'unanswered', 'withdrawn'"
STATUSES = (
    "'agreed', 'awaiting_buyer', 'awaiting_receipt', 'awaiting_replacement', 'awaiting_return',"
    " 'awaiting_seller', 'closed', 'decided', 'escalated', 'refunded', 'settled', 'unanswered', 'withdrawn'"
)
REASONS = "'damaged', 'late', 'other', 'quality', 'short', 'wrong_goods'"
REMEDIES = "'compensation', 'nothing', 'refund', 'replacement', 'return'"
UNDECIDED = sa.text("status IN ('awaiting_buyer', 'awaiting_seller', 'escalated')")
OPEN = sa.text(
    "status IN ('agreed', 'awaiting_buyer', 'awaiting_receipt', 'awaiting_replacement', 'awaiting_return',"
    " 'awaiting_seller', 'decided', 'escalated')"
)
OLD_TALK = sa.text("status IN ('awaiting_buyer', 'awaiting_seller')")
OLD_OPEN = sa.text("status IN ('agreed', 'awaiting_buyer', 'awaiting_seller')")


def upgrade() -> None:
    _free()
    for index in ("ix_claims_answerable", "ix_claims_expires_at"):
        op.drop_index(index, "claims")
    _widen_claims()
    _widen_versions()
    _keep_what_was_refused()
    with op.batch_alter_table("claims") as claims:
        claims.drop_column("closing")
    _index("ix_claims_undecided", "order_id", UNDECIDED, unique=True)
    _index("ix_claims_expires_at", "expires_at", OPEN)
    _let("bookings", "kind", "'allowance', 'compensation', 'payment', 'refund', 'reversal'")
    _protect(CLAIM_SNAPSHOTS)


def downgrade() -> None:
    _free()
    for index in ("ix_claims_undecided", "ix_claims_expires_at"):
        op.drop_index(index, "claims")
    _forget_the_new()
    _narrow_versions()
    _narrow_claims()
    _index("ix_claims_answerable", "order_id", OLD_TALK, unique=True)
    _index("ix_claims_expires_at", "expires_at", OLD_OPEN)
    _let("bookings", "kind", "'compensation', 'payment', 'refund', 'reversal'")
    _protect(OLD_CLAIM_SNAPSHOTS)


def _widen_claims() -> None:
    with op.batch_alter_table("claims") as claims:
        for name, kind, default in (
            ("kind", sa.Text(), "late"),
            ("reason", sa.Text(), "late"),
            ("count", sa.Integer(), "0"),
            ("bundle_id", KEY, "0"),
            ("approved_by", sa.JSON(), "[]"),
            ("repaid", sa.BigInteger(), "0"),
            ("decided", sa.Integer(), "0"),
            ("opened_at", sa.BigInteger(), "0"),
        ):
            claims.add_column(sa.Column(name, kind, nullable=False, server_default=default))
        for column in (
            sa.Column("lines", sa.JSON(), nullable=True),
            sa.Column("evidence_from", sa.Text(), nullable=True),
            sa.Column("evidence_until", sa.BigInteger(), nullable=True),
        ):
            claims.add_column(column)
        for name in ("status", "claimed"):
            claims.drop_constraint(op.f(f"ck_claims_{name}"), type_="check")
        for name, rule in _RULES.items():
            claims.create_check_constraint(op.f(f"ck_claims_{name}"), rule)
    with op.batch_alter_table("claims") as claims:
        for name in ("kind", "reason", "count", "bundle_id", "approved_by", "repaid", "decided", "opened_at"):
            claims.alter_column(name, server_default=None)


_RULES = {
    "status": f"status IN ({STATUSES})",
    "kind": "kind IN ('late', 'refund', 'return')",
    "reason": f"reason IN ({REASONS})",
    "claimed": "claimed > 0 AND repaid >= 0 AND repaid <= claimed",
    "affected": "CASE WHEN kind = 'late' THEN days > 0 ELSE count > 0 END",
    "decided": "decided >= 0 AND decided <= version",
}


def _widen_versions() -> None:
    with op.batch_alter_table("claim_versions") as versions:
        versions.alter_column("side", new_column_name="author")
        versions.add_column(sa.Column("remedy", sa.Text(), nullable=False, server_default="compensation"))
        versions.add_column(sa.Column("freight", sa.Text(), nullable=True))
        versions.add_column(sa.Column("address", sa.Text(), nullable=False, server_default=""))
        for name in ("minor", "side"):
            versions.drop_constraint(op.f(f"ck_claim_versions_{name}"), type_="check")
    with op.batch_alter_table("claim_versions") as versions:
        versions.alter_column("remedy", server_default=None)
        versions.alter_column("address", server_default=None)
        for name, rule in _VERSION_RULES.items():
            versions.create_check_constraint(op.f(f"ck_claim_versions_{name}"), rule)


_VERSION_RULES = {
    "author": "author IN ('buyer', 'operator', 'seller')",
    "remedy": f"remedy IN ({REMEDIES})",
    "minor": "(minor > 0) = (remedy NOT IN ('nothing', 'replacement'))",
    "freight": "(freight IS NOT NULL) = (remedy = 'return')",
    "payer": "freight IN ('buyer', 'seller')",
}


def _keep_what_was_refused() -> None:
    """A refusal is a version of its own now; its words stood beside the claim."""
    connection = op.get_bind()
    sides = {"buyer": ["buyer"], "seller": ["seller"], "both": ["buyer", "seller"]}
    connection.execute(
        sa.text(
            "UPDATE claims SET opened_at = (SELECT v.at FROM claim_versions v"
            " WHERE v.claim_id = claims.id AND v.number = 1),"
            " approved_by = CASE status WHEN 'awaiting_seller' THEN :buyer"
            " WHEN 'awaiting_buyer' THEN :seller ELSE :both END"
        ).bindparams(*(sa.bindparam(name, value, type_=sa.JSON()) for name, value in sides.items()))
    )
    refused = connection.execute(
        sa.text(
            "SELECT c.id, c.version, c.currency, c.closing, m.person_id, m.at FROM claims c JOIN moves m"
            " ON m.subject = 'claim' AND m.subject_id = c.id AND m.deed = 'refuse' WHERE c.status = 'closed'"
        )
    ).all()
    for row in refused:
        signed = [row.version + 1, 0, row.currency, "nothing", "", "", row.closing]
        values = {
            "claim": row.id,
            "number": row.version + 1,
            "author": row.person_id,
            "reason": row.closing,
            "digest": hashlib.sha256(json.dumps(signed).encode()).hexdigest(),
            "at": row.at,
        }
        connection.execute(
            sa.text(
                "INSERT INTO claim_versions (claim_id, number, author, author_id, remedy, minor, address,"
                " reason, digest, at)"
                " VALUES (:claim, :number, 'seller', :author, 'nothing', 0, '', :reason, :digest, :at)"
            ),
            values,
        )
        connection.execute(
            sa.text("UPDATE claims SET version = version + 1 WHERE id = :claim"), {"claim": row.id}
        )


def _forget_the_new() -> None:
    """What the older schema has no place for: claims for goods, disputes, money back for them.

    Which claims these are their moves tell, so that the claims go before the moves.
    """
    allowed = "SELECT id FROM bookings WHERE kind = 'allowance'"
    booked = f"SELECT id FROM bookings WHERE kind = 'allowance' OR reverses IN ({allowed})"  # noqa: S608
    disputed = "SELECT subject_id FROM moves WHERE subject = 'claim' AND to_status = 'escalated'"
    gone = f"kind <> 'late' OR status NOT IN ({OLD}) OR id IN ({disputed})"
    for statement in (
        f"DELETE FROM postings WHERE booking_id IN ({booked})",  # noqa: S608
        f"DELETE FROM bookings WHERE id IN ({booked})",  # noqa: S608
        f"DELETE FROM claim_versions WHERE claim_id IN (SELECT id FROM claims WHERE {gone})",  # noqa: S608
        f"DELETE FROM claims WHERE {gone}",  # noqa: S608
        "DELETE FROM moves WHERE subject = 'claim' AND subject_id NOT IN (SELECT id FROM claims)",
    ):
        op.execute(statement)


def _narrow_versions() -> None:
    with op.batch_alter_table("claims") as claims:
        claims.add_column(sa.Column("closing", sa.Text(), nullable=False, server_default=""))
    nothing = "v.claim_id = claims.id AND v.remedy = 'nothing' AND v.number = claims.version"
    refused = f"EXISTS (SELECT 1 FROM claim_versions v WHERE {nothing})"  # noqa: S608
    op.execute(
        f"UPDATE claims SET closing = (SELECT v.reason FROM claim_versions v WHERE {nothing}),"  # noqa: S608
        f" version = version - 1, status = 'closed' WHERE {refused}"
    )
    op.execute("DELETE FROM claim_versions WHERE remedy = 'nothing'")
    with op.batch_alter_table("claim_versions") as versions:
        for name in _VERSION_RULES:
            versions.drop_constraint(op.f(f"ck_claim_versions_{name}"), type_="check")
    with op.batch_alter_table("claim_versions") as versions:
        for name in ("remedy", "freight", "address"):
            versions.drop_column(name)
        versions.alter_column("author", new_column_name="side")
    with op.batch_alter_table("claim_versions") as versions:
        versions.create_check_constraint(op.f("ck_claim_versions_minor"), "minor > 0")
        versions.create_check_constraint(op.f("ck_claim_versions_side"), "side IN ('buyer', 'seller')")


def _narrow_claims() -> None:
    with op.batch_alter_table("claims") as claims:
        for name in _RULES:
            claims.drop_constraint(op.f(f"ck_claims_{name}"), type_="check")
    with op.batch_alter_table("claims") as claims:
        for name in (
            *("kind", "reason", "lines", "count", "bundle_id", "approved_by", "repaid", "decided"),
            *("evidence_from", "evidence_until", "opened_at"),
        ):
            claims.drop_column(name)
        claims.create_check_constraint(op.f("ck_claims_status"), f"status IN ({OLD})")
        claims.create_check_constraint(op.f("ck_claims_claimed"), "claimed > 0 AND days > 0")


def _index(name: str, column: str, where: sa.TextClause, *, unique: bool = False) -> None:
    op.create_index(name, "claims", [column], unique=unique, sqlite_where=where, postgresql_where=where)


def _let(table: str, column: str, words: str) -> None:
    name = op.f(f"ck_{table}_{column}")
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(name, type_="check")
        changed.create_check_constraint(name, f"{column} IN ({words})")


_WRITTEN_ONCE = (*CLAIMS, "bookings", "moves", "postings")


def _free() -> None:
    """Takes the triggers off what is changed; on SQLite they would go with the old tables anyway."""
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    for table in _WRITTEN_ONCE:
        for deed in ("update", "delete"):
            op.execute(f"DROP TRIGGER {table}_{deed}_refused" + f" ON {table}" * is_postgresql)
    op.execute("DROP TRIGGER claims_snapshot_refused" + " ON claims" * is_postgresql)


def _protect(snapshots: Mapping[str, Sequence[str]]) -> None:
    dialect = op.get_bind().dialect.name
    for statement in (*statements(dialect, _WRITTEN_ONCE), *snapshot_statements(dialect, snapshots)):
        op.execute(statement)
