"""The invariants of golden samples, their credits and wanted changes, as queries that must find nothing."""

from typing import Final

from domain.lifecycle import CHANGES

_MOVES: Final = ", ".join(
    sorted(f"'{status}|{deed}|{actor}|{to}'" for (status, deed, actor), to in CHANGES.items())
)
_CREDITS: Final = """SELECT b.id, b.key, b.kind, b.order_id, p.minor FROM bookings b
    JOIN postings p ON p.booking_id = b.id AND p.account = 'buyer'
    WHERE b.key LIKE 'sample credit %' AND b.reverses IS NULL
    AND NOT EXISTS (SELECT 1 FROM bookings r WHERE r.reverses = b.id)"""

GOLDEN: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I35",
        "only a sample that its buyer received is a golden one",
        """SELECT g.order_id FROM golden_samples g JOIN orders o ON o.id = g.order_id
           WHERE o.kind <> 'sample' OR o.status NOT IN ('delivered', 'completed')
           OR o.buyer_id <> g.buyer_id OR o.supplier_id <> g.supplier_id""",
    ),
    (
        "I14",
        "a sample's credit stands on both orders with the same amount, and once",
        f"""WITH credits AS ({_CREDITS})
            SELECT c.id FROM credits c WHERE (c.kind = 'allowance') <> (c.key LIKE '% given')
            OR 1 <> (SELECT count(*) FROM credits o WHERE o.order_id <> c.order_id AND o.minor = -c.minor
                     AND o.kind <> c.kind
                     AND replace(replace(o.key, ' given', ''), ' taken', '')
                       = replace(replace(c.key, ' given', ''), ' taken', ''))
            OR c.kind = 'allowance' AND EXISTS (SELECT 1 FROM credits o
               WHERE o.order_id = c.order_id AND o.id <> c.id)""",  # noqa: S608
    ),
    (
        "I8",
        "every move of a list of changes is in the table",
        f"""SELECT id FROM moves WHERE subject = 'changes' AND from_status IS NOT NULL
            AND from_status || '|' || deed || '|' || actor || '|' || to_status NOT IN ({_MOVES})""",  # noqa: S608
    ),
    (
        "I8",
        "the last move of each list of changes leads to its status",
        """SELECT c.id FROM wanted_changes c WHERE c.status <> coalesce((SELECT m.to_status FROM moves m
           WHERE m.subject = 'changes' AND m.subject_id = c.id ORDER BY m.number DESC LIMIT 1), '')""",
    ),
    (
        "I6",
        "answers to a wanted change run from 1 without gaps, and an answered list has one to each",
        """SELECT a.changes_id FROM wish_answers a GROUP BY a.changes_id, a.place
           HAVING min(a.number) <> 1 OR max(a.number) <> count(*)
           UNION ALL SELECT c.id FROM wanted_changes c JOIN wishes w ON w.changes_id = c.id
           WHERE c.status = 'answered' AND NOT EXISTS (SELECT 1 FROM wish_answers a
             WHERE a.changes_id = w.changes_id AND a.place = w.place)""",
    ),
    (
        "I10",
        "no list of changes has been out of time for an hour",
        "SELECT id FROM wanted_changes WHERE status = 'awaiting_seller' AND expires_at < {now} - 3600000",
    ),
)
