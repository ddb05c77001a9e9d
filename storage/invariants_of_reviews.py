"""The invariants of reviews and of what they say of suppliers, as queries that must find nothing."""

from typing import Final

REVIEWS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I31",
        "a review belongs to the buyer and the supplier of its order, and its answer to the supplier",
        """SELECT r.order_id AS id FROM reviews r JOIN orders o ON o.id = r.order_id
           WHERE r.buyer_id <> o.buyer_id OR r.supplier_id <> o.supplier_id
           UNION ALL SELECT a.order_id FROM review_answers a JOIN orders o ON o.id = a.order_id
           WHERE a.person_id = o.buyer_id OR NOT EXISTS (SELECT 1 FROM reviews r WHERE r.order_id = o.id)""",
    ),
    (
        "I9",
        "the versions of a review run from 1 without gaps",
        """SELECT order_id AS id FROM reviews GROUP BY order_id
           HAVING min(version) <> 1 OR max(version) <> count(*)""",
    ),
    (
        "I9",
        "no supplier has more stars than five for a review, nor kept or failed more than it promised",
        """SELECT id FROM suppliers WHERE stars NOT BETWEEN reviews AND 5 * reviews
           OR on_time NOT BETWEEN 0 AND promised OR claimed NOT BETWEEN 0 AND promised""",
    ),
)
