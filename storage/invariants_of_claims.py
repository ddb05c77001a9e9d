"""The invariants of claims as queries that must find nothing."""

from typing import Final

from domain.lifecycle import CLAIM, OPEN_CLAIMS

_OLD: Final = (
    "awaiting_seller|refuse|seller|closed",
    "awaiting_seller|expire|clock|unanswered",
    "awaiting_buyer|expire|clock|unanswered",
)
"""Moves of the time before operators decided."""
_NEW: Final = (f"{status}|{deed}|{actor}|{to}" for (status, deed, actor), to in CLAIM.items())
_MOVES: Final = ", ".join(sorted(f"'{move}'" for move in (*_OLD, *_NEW)))
_OPEN: Final = ", ".join(sorted(f"'{status}'" for status in OPEN_CLAIMS))

CLAIMS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I6",
        "amounts of a claim run from 1 without gaps up to the one on the table",
        """SELECT c.id FROM claims c LEFT JOIN claim_versions v ON v.claim_id = c.id
           GROUP BY c.id, c.version
           HAVING count(v.number) <> c.version OR min(v.number) <> 1 OR max(v.number) <> c.version""",
    ),
    (
        "I8",
        "every move of a claim is in the table",
        f"""SELECT id FROM moves WHERE subject = 'claim' AND from_status IS NOT NULL
            AND from_status || '|' || deed || '|' || actor || '|' || to_status NOT IN ({_MOVES})""",  # noqa: S608
    ),
    (
        "I8",
        "the last move of each claim leads to its status",
        """SELECT c.id FROM claims c WHERE c.status <> coalesce((SELECT m.to_status FROM moves m
           WHERE m.subject = 'claim' AND m.subject_id = c.id ORDER BY m.number DESC LIMIT 1), '')""",
    ),
    (
        "I10",
        "no claim has been out of time for an hour",
        f"""SELECT id FROM claims WHERE status IN ({_OPEN}) AND expires_at < {{now}} - 3600000""",  # noqa: S608
    ),
    (
        "I16",
        "no amount is above what was claimed",
        """SELECT c.id FROM claims c JOIN claim_versions v ON v.claim_id = c.id WHERE v.minor > c.claimed""",
    ),
    (
        "I14",
        "a compensation is booked exactly if its claim is settled, with the amount that was agreed",
        """SELECT c.id FROM claims c
           JOIN claim_versions v ON v.claim_id = c.id AND v.number = c.version
           LEFT JOIN bookings b ON b.key = 'claim ' || c.id || ' paid'
           LEFT JOIN postings p ON p.booking_id = b.id AND p.account = 'buyer'
           WHERE (c.status = 'settled' AND v.remedy = 'compensation') <> (b.id IS NOT NULL)
             OR (b.id IS NOT NULL AND p.minor <> v.minor)""",
    ),
)
