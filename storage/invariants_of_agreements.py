"""The invariants of agreements and amendments as queries that must find nothing."""

from typing import Final

AGREEMENTS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I36",
        "an agreement was made of a revision that both sides confirmed",
        """SELECT a.order_id FROM agreements a WHERE 2 <> (SELECT count(*) FROM confirmations c
           WHERE c.order_id = a.order_id AND c.revision = a.revision)""",
    ),
    (
        "I1",
        "each amended revision came of an amendment that one side sent and the other accepted",
        """SELECT m.subject_id FROM moves m WHERE m.subject = 'order' AND m.deed = 'amend' AND NOT EXISTS (
             SELECT 1 FROM amendments a JOIN amendment_answers w ON w.order_id = a.order_id
             AND w.number = a.number AND w.answer = 'accepted' AND w.side <> a.side
             WHERE a.order_id = m.subject_id AND a.revision = m.version - 1)""",
    ),
    (
        "I6",
        "an accepted amendment is what its order's next revision was",
        """SELECT w.order_id FROM amendment_answers w JOIN amendments a ON a.order_id = w.order_id
           AND a.number = w.number WHERE w.answer = 'accepted' AND NOT EXISTS (SELECT 1 FROM moves m
             WHERE m.subject = 'order' AND m.subject_id = a.order_id AND m.deed = 'amend'
             AND m.version = a.revision + 1)""",
    ),
    (
        "I6",
        "an order has the terms of the amendment that was accepted last, if one was",
        """SELECT o.id FROM orders o WHERE coalesce(CAST(o.amended AS TEXT), '') <> coalesce((
             SELECT CAST(a.terms AS TEXT) FROM amendments a JOIN amendment_answers w
             ON w.order_id = a.order_id AND w.number = a.number AND w.answer = 'accepted'
             WHERE a.order_id = o.id ORDER BY a.number DESC LIMIT 1), '')""",
    ),
    (
        "I6",
        "amendments of an order are numbered from 1 without gaps",
        """SELECT order_id FROM amendments GROUP BY order_id
           HAVING min(number) <> 1 OR max(number) <> count(*)""",
    ),
)
