"""Triggers that refuse to change what is written once: offers, confirmations, moves, freight."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import DDL, event
from sqlalchemy.schema import ExecutableDDLElement

from storage.tables.metadata import metadata

FIRST: Final = ("offers", "confirmations", "moves")
"""What the first migration protects; later ones name their own tables."""
FREIGHT: Final = ("freight_rates", "freight_figures", "exchange_rates")
WRITTEN_ONCE: Final = (*FIRST, *FREIGHT)

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


def statements(dialect: str, tables: tuple[str, ...] = FIRST) -> Iterator[str]:
    """The statements that make the triggers of some tables, in the dialect's words."""
    if dialect == "postgresql":
        yield _POSTGRESQL_FUNCTION
    template = _POSTGRESQL if dialect == "postgresql" else _SQLITE
    for table in tables:
        for deed in ("UPDATE", "DELETE"):
            yield template.format(table=table, deed=deed)


def _attach() -> None:
    for dialect in ("sqlite", "postgresql"):
        for statement in statements(dialect, WRITTEN_ONCE):
            ddl: ExecutableDDLElement = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
            ddl = ddl.execute_if(dialect=dialect)
            event.listen(metadata, "after_create", ddl)


_attach()
