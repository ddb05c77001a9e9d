"""The trigger of PostgreSQL that refuses, at the commit, a booking whose postings do not sum to nothing.

SQLite has no triggers that wait for the commit; there the ledger's domain and the doctor see to it.
"""

from collections.abc import Iterator
from typing import Final

_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
IF (SELECT sum(minor) <> 0 OR count(DISTINCT currency) <> 1 FROM postings WHERE booking_id = NEW.booking_id)
THEN RAISE EXCEPTION 'the postings of a booking sum to nothing'; END IF;
RETURN NULL; END $$
"""
_TRIGGER: Final = """
CREATE CONSTRAINT TRIGGER postings_unbalanced_refused AFTER INSERT ON postings
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced()
"""


def balance_statements(dialect: str) -> Iterator[str]:
    """The statements that make the trigger, where there is one."""
    if dialect == "postgresql":
        yield _FUNCTION
        yield _TRIGGER
