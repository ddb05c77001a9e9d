"""The invariants of what claims give back, and of goods that travel: queries that must find nothing."""

from typing import Final


def _as_often(deed: str, table: str, side: str = "") -> str:
    """Claims to which a deed was done more or less often than the table says."""
    of_side = f" AND r.side = '{side}'" if side else ""
    return f"""SELECT c.id FROM claims c WHERE
        (SELECT count(*) FROM moves m WHERE m.subject = 'claim' AND m.subject_id = c.id AND m.deed = '{deed}')
        <> (SELECT count(*) FROM {table} r WHERE r.claim_id = c.id{of_side})"""  # noqa: S608


RETURNS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I16",
        "a claim counts as refunded exactly what was booked for it",
        """SELECT c.id FROM claims c
           LEFT JOIN bookings b ON b.order_id = c.order_id AND b.kind = 'allowance'
             AND b.key LIKE 'claim ' || c.id || ' refund %'
           LEFT JOIN postings p ON p.booking_id = b.id AND p.account = 'buyer'
           GROUP BY c.id, c.repaid HAVING coalesce(sum(p.minor), 0) <> c.repaid""",
    ),
    (
        "I16",
        "each allowance is given for a claim on its order, or for a sample",
        """SELECT b.id FROM bookings b WHERE b.kind = 'allowance'
           AND b.key NOT LIKE 'sample credit %' AND NOT EXISTS (SELECT 1 FROM claims c
             WHERE c.order_id = b.order_id AND b.key LIKE 'claim ' || c.id || ' refund %')""",
    ),
    (
        "I16",
        "a claim ends as refunded exactly when all was given back that is owed for it",
        """SELECT c.id FROM claims c JOIN claim_versions v ON v.claim_id = c.id AND v.number = c.version
           WHERE (c.status = 'refunded') <> (v.remedy IN ('refund', 'return') AND c.repaid = v.minor)""",
    ),
    (
        "I14",
        "what is set against the price of goods is given back at once",
        """SELECT b.id FROM bookings b JOIN postings p ON p.booking_id = b.id AND p.account = 'buyer'
           WHERE b.kind = 'payment' AND b.key LIKE 'claim % set off %' AND NOT EXISTS (
             SELECT 1 FROM bookings a JOIN postings q ON q.booking_id = a.id AND q.account = 'buyer'
             WHERE a.order_id = b.order_id AND a.kind = 'allowance' AND q.minor = -p.minor
             AND a.key = replace(b.key, ' set off ', ' refund '))""",
    ),
    ("I19", "each way back has its parcel", _as_often("send_back", "return_parcels", "buyer")),
    ("I19", "each replacement has its parcel", _as_often("send_replacement", "return_parcels", "seller")),
    ("I19", "each contest says why", _as_often("contest", "return_contests")),
)
