"""The invariants of disputes as queries that must find nothing; that an order has one, an index holds."""

from typing import Final

_DECIDED: Final = "m.subject = 'claim' AND m.deed IN ('decide', 'decide_return', 'dismiss')"
_PARTY: Final = """(m.person_id = c.buyer_id OR EXISTS (SELECT 1 FROM memberships s
    WHERE s.person_id = m.person_id AND s.supplier_id = c.supplier_id AND s.since <= m.at))"""

DISPUTES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I5",
        "no operator did anything in a claim of his own",
        f"""SELECT m.id FROM moves m JOIN claims c ON m.subject = 'claim' AND c.id = m.subject_id
            WHERE m.actor = 'operator' AND {_PARTY}""",  # noqa: S608
    ),
    (
        "I21",
        "a claim is decided once at most, and by an operator",
        f"""SELECT m.subject_id FROM moves m WHERE {_DECIDED}
            GROUP BY m.subject_id HAVING count(*) > 1 OR min(m.actor) <> 'operator'""",  # noqa: S608
    ),
    (
        "I21",
        "a claim names the version that was decided, which is an operator's",
        f"""SELECT c.id FROM claims c LEFT JOIN claim_versions v
            ON v.claim_id = c.id AND v.number = c.decided
            WHERE (c.decided > 0) <> EXISTS (SELECT 1 FROM moves m WHERE {_DECIDED}
                                             AND m.subject_id = c.id AND m.version = c.decided)
            OR (c.decided > 0 AND coalesce(v.author, '') <> 'operator')""",  # noqa: S608
    ),
    (
        "I21",
        "no clock moved an order while a claim on it was in dispute",
        """SELECT m.id FROM moves m JOIN claims c ON c.order_id = m.subject_id
           WHERE m.subject = 'order' AND m.actor = 'clock' AND m.from_status <> m.to_status
           AND 'escalated' = (SELECT d.to_status FROM moves d WHERE d.subject = 'claim'
                              AND d.subject_id = c.id AND d.id < m.id ORDER BY d.id DESC LIMIT 1)""",
    ),
    (
        "I21",
        "evidence is asked for only in a dispute, from 1 without gaps",
        """SELECT r.claim_id FROM evidence_requests r GROUP BY r.claim_id
           HAVING count(*) <> max(r.number) OR min(r.number) <> 1 OR count(*) <> (
             SELECT count(*) FROM moves m WHERE m.subject = 'claim' AND m.subject_id = r.claim_id
             AND m.deed = 'ask_evidence')""",
    ),
)
