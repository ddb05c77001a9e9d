"""The invariants of the ledger of payments, as queries that must find nothing."""

from typing import Final

MONEY: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I13",
        "every booking is in its order's currency",
        """SELECT b.id FROM bookings b JOIN postings p ON p.booking_id = b.id
           JOIN orders o ON o.id = b.order_id WHERE p.currency <> o.terms ->> 'currency'""",
    ),
    (
        "I14",
        "the postings of each booking sum to nothing",
        """SELECT b.id FROM bookings b LEFT JOIN postings p ON p.booking_id = b.id
           GROUP BY b.id HAVING count(p.account) < 2 OR sum(p.minor) <> 0""",
    ),
    (
        "I15",
        "each charge of an order is booked once, as it was charged",
        """SELECT coalesce(c.order_id, b.order_id) FROM charges c
           FULL JOIN (SELECT b.key, b.order_id, p.minor, p.currency FROM bookings b
                      JOIN postings p ON p.booking_id = b.id AND p.account = 'provider'
                      WHERE b.kind = 'payment' AND b.method = 'card'
                      AND b.key NOT LIKE 'sample credit %') b ON b.key = 'telegram:' || c.key
           WHERE (c.order_id IS NOT NULL OR c.key IS NULL)
           AND (c.key IS NULL OR b.key IS NULL OR b.order_id <> c.order_id OR b.minor <> c.minor
                OR b.currency <> c.currency)""",
    ),
    (
        "I16",
        "never was more given back than had been paid",
        """SELECT k.order_id FROM (SELECT b.order_id,
             sum(p.minor) OVER (PARTITION BY b.order_id ORDER BY b.id) AS given
           FROM bookings b JOIN postings p ON p.booking_id = b.id AND p.account = 'buyer'
           WHERE b.kind IN ('payment', 'refund', 'reversal', 'allowance')) k WHERE k.given > 0""",
    ),
    (
        "I16",
        "never was more given back in a way than had been paid in it",
        """SELECT k.order_id FROM (SELECT b.order_id,
             sum(p.minor) OVER (PARTITION BY b.order_id, b.method ORDER BY b.id) AS given
           FROM bookings b JOIN postings p ON p.booking_id = b.id AND p.account = 'buyer'
           WHERE b.kind IN ('payment', 'refund', 'reversal', 'allowance')) k WHERE k.given > 0""",
    ),
    (
        "I17",
        "only what a seller received, or a provider charged, is booked as paid",
        """SELECT b.id FROM bookings b WHERE b.kind = 'payment' AND b.key LIKE 'statement:%'
           AND NOT EXISTS (SELECT 1 FROM statement_answers a JOIN postings p
             ON p.booking_id = b.id AND p.account = 'supplier'
             WHERE b.key = 'statement:' || a.statement_id AND a.received AND a.minor = p.minor)
           UNION ALL SELECT a.statement_id FROM statement_answers a WHERE a.received
           AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.key = 'statement:' || a.statement_id)""",
    ),
    (
        "I17",
        "an order is funded by what was booked for it",
        """SELECT o.id FROM orders o WHERE o.funded_at IS NOT NULL AND EXISTS (SELECT 1 FROM moves m
             WHERE m.subject = 'order' AND m.subject_id = o.id AND m.deed = 'fund')
           AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.order_id = o.id AND b.kind = 'payment')""",
    ),
)
