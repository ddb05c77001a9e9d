"""The invariants of samples as queries that must find nothing."""

from typing import Final

from domain.lifecycle import SAMPLE_REQUEST

_MOVES: Final = ", ".join(
    sorted(f"'{status}|{deed}|{actor}|{to}'" for (status, deed, actor), to in SAMPLE_REQUEST.items())
)

SAMPLES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I3",
        "a request for a sample is ordered by one order, which is of a sample and of the same sides",
        """SELECT r.id FROM sample_requests r LEFT JOIN orders o ON o.id = r.order_id
           WHERE r.order_id IS NOT NULL AND (o.kind <> 'sample' OR o.buyer_id <> r.buyer_id
             OR o.supplier_id <> r.supplier_id)
           UNION ALL SELECT min(id) FROM sample_requests WHERE order_id IS NOT NULL
           GROUP BY order_id HAVING count(*) > 1""",
    ),
    (
        "I6",
        "quotes of a sample run from 1 without gaps up to the one on the table",
        """SELECT r.id FROM sample_requests r LEFT JOIN sample_quotes q ON q.request_id = r.id
           GROUP BY r.id, r.version
           HAVING count(q.number) <> r.version OR coalesce(min(q.number), 1) <> 1
             OR coalesce(max(q.number), 0) <> r.version""",
    ),
    (
        "I8",
        "every move of a request for a sample is in the table",
        f"""SELECT id FROM moves WHERE subject = 'sample' AND from_status IS NOT NULL
            AND from_status || '|' || deed || '|' || actor || '|' || to_status NOT IN ({_MOVES})""",  # noqa: S608
    ),
    (
        "I8",
        "the last move of each request for a sample leads to its status",
        """SELECT r.id FROM sample_requests r WHERE r.status <> coalesce((SELECT m.to_status FROM moves m
           WHERE m.subject = 'sample' AND m.subject_id = r.id ORDER BY m.number DESC LIMIT 1), '')""",
    ),
    (
        "I10",
        "no request for a sample has been out of time for an hour",
        """SELECT id FROM sample_requests WHERE status IN ('awaiting_seller', 'quoted')
           AND expires_at < {now} - 3600000""",
    ),
)
