"""Triggers that refuse to change what is written once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import DDL, event
from sqlalchemy.schema import ExecutableDDLElement

from storage.tables.metadata import metadata

FIRST: Final = ("offers", "confirmations", "moves")
"""What the first migration protects; later ones name their own tables."""
FREIGHT: Final = ("freight_rates", "freight_figures", "exchange_rates")
STALL: Final = ("product_changes",)
TALK: Final = ("messages", "files", "consents")
TALK_FILES: Final = ("files",)
"""Replaced by copies."""
EVIDENCE: Final = ("copies", "exhibits")
REVIEWS: Final = ("reviews", "review_photos", "review_answers")
MONEY: Final = (
    "bookings",
    "postings",
    "charges",
    "payment_accounts",
    "payment_statements",
    "statement_answers",
)
SHIPPING: Final = (
    "milestones",
    "milestone_files",
    "consignments",
    "consignment_files",
    "waybills",
    "cancel_requests",
)
CLAIMS: Final = ("claim_versions",)
RETURNS: Final = ("return_parcels", "return_contests")
GOLDEN: Final = ("golden_samples", "wishes", "wish_answers")
SAMPLES: Final = ("sample_quotes",)
APPLICATIONS: Final = ("application_photos", "application_steps")
AGREEMENTS: Final = ("agreements", "amendments", "amendment_answers")
CASE_FILES: Final = ("case_files",)
WRITTEN_ONCE: Final = (
    *FIRST,
    *FREIGHT,
    *(table for table in TALK if table not in TALK_FILES),
    *AGREEMENTS,
    *MONEY,
    *SHIPPING,
    *CLAIMS,
    *RETURNS,
    *REVIEWS,
    *STALL,
    *APPLICATIONS,
    *EVIDENCE,
    *GOLDEN,
    *CASE_FILES,
    *SAMPLES,
)
SNAPSHOTS: Final = {
    "negotiations": ("buyer_id", "supplier_id", "product_id", "goods"),
    "orders": ("negotiation_id", "buyer_id", "supplier_id", "goods", "version", "terms", "placed_at"),
}
"""Columns that keep what they were first given, whatever becomes of the rest of their row."""
OLD_CLAIM_SNAPSHOTS: Final = {
    "claims": ("order_id", "buyer_id", "supplier_id", "days", "claimed", "currency"),
}
CLAIM_SNAPSHOTS: Final = {
    "claims": (
        *OLD_CLAIM_SNAPSHOTS["claims"],
        "kind",
        "reason",
        "lines",
        "count",
        "bundle_id",
        "opened_at",
    ),
}
"""The same of claims, which came later, and first without goods."""
EVIDENCE_SNAPSHOTS: Final = {
    "evidence_bundles": ("purpose", "person_id", "side", "order_id", "opened_at"),
}
"""The same of bundles of evidence."""
DISPUTE_SNAPSHOTS: Final = {
    "evidence_requests": ("claim_id", "number", "operator_id", "side", "wanted", "at", "until"),
}
"""The same of what operators ask for."""
CHANGES_SNAPSHOTS: Final = {
    "wanted_changes": ("order_id", "number", "buyer_id", "supplier_id", "product_id", "opened_at"),
}
"""The same of lists of changes."""
SAMPLE_SNAPSHOTS: Final = {
    "sample_requests": ("buyer_id", "supplier_id", "product_id", "negotiation_id", "goods", "pieces"),
}
"""The same of requests for samples."""
KEPT: Final = {
    **SNAPSHOTS,
    **CLAIM_SNAPSHOTS,
    **EVIDENCE_SNAPSHOTS,
    **DISPUTE_SNAPSHOTS,
    **CHANGES_SNAPSHOTS,
    **SAMPLE_SNAPSHOTS,
}

_SQLITE: Final = """
CREATE TRIGGER {table}_{deed}_refused BEFORE {deed} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are written once'); END
"""
_POSTGRESQL_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% are written once', TG_TABLE_NAME; END $$
"""
_POSTGRESQL: Final = """
CREATE TRIGGER {table}_{deed}_refused BEFORE {deed} ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change()
"""
_SNAPSHOT_SQLITE: Final = """
CREATE TRIGGER {table}_snapshot_refused BEFORE UPDATE OF {columns} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are written once'); END
"""
_SNAPSHOT_POSTGRESQL: Final = """
CREATE TRIGGER {table}_snapshot_refused BEFORE UPDATE OF {columns} ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change()
"""


def statements(dialect: str, tables: Sequence[str] = FIRST) -> Iterator[str]:
    """The statements that make the triggers of some tables, in the dialect's words."""
    if dialect == "postgresql":
        yield _POSTGRESQL_FUNCTION
    template = _POSTGRESQL if dialect == "postgresql" else _SQLITE
    for table in tables:
        for deed in ("UPDATE", "DELETE"):
            yield template.format(table=table, deed=deed)


def snapshot_statements(dialect: str, kept: Mapping[str, Sequence[str]] = SNAPSHOTS) -> Iterator[str]:
    """The statements that make the triggers of single columns, which need the function of the others."""
    template = _SNAPSHOT_POSTGRESQL if dialect == "postgresql" else _SNAPSHOT_SQLITE
    for table, columns in kept.items():
        yield template.format(table=table, columns=", ".join(columns))


def _attach() -> None:
    for dialect in ("sqlite", "postgresql"):
        snapshots = snapshot_statements(dialect, KEPT)
        for statement in (*statements(dialect, WRITTEN_ONCE), *snapshots):
            ddl: ExecutableDDLElement = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
            ddl = ddl.execute_if(dialect=dialect)
            event.listen(metadata, "after_create", ddl)


_attach()
