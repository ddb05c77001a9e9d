"""The invariants of orders on their way as queries that must find nothing."""

from typing import Final

from domain.lifecycle import OPEN_ORDERS
from storage.tables.metadata import one_of

SHIPPING: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I9",
        "an order ends once",
        """SELECT subject_id FROM moves WHERE subject = 'order' AND to_status IN ('completed', 'cancelled')
           GROUP BY subject_id HAVING count(*) > 1""",
    ),
    (
        "I10",
        "no open order has been out of time for an hour",
        f"SELECT id FROM orders WHERE {one_of('status', OPEN_ORDERS)} AND expires_at < {{now}} - 3600000",  # noqa: S608 - our own words
    ),
    (
        "I10",
        "no request to cancel has been unanswered for an hour longer than it may",
        "SELECT id FROM orders WHERE cancel_until < {now} - 3600000",
    ),
    (
        "I10",
        "a request to cancel waits exactly where somebody asked and the order is not shipped",
        """SELECT id FROM orders WHERE (cancel_asked_by IS NULL) <> (cancel_until IS NULL)
           OR (cancel_asked_by IS NOT NULL AND status NOT IN ('awaiting_payment', 'in_production'))""",
    ),
    (
        "I19",
        "an order has shipped what its consignments hold, and never more than was ordered",
        """SELECT o.id FROM orders o LEFT JOIN (SELECT order_id, sum(quantity) AS sent
             FROM consignments GROUP BY order_id) c ON c.order_id = o.id
           WHERE o.shipped <> coalesce(c.sent, 0)
           OR o.shipped > CAST(coalesce(o.amended, o.terms) ->> 'quantity' AS BIGINT)""",
    ),
    (
        "I19",
        "an order is shipped exactly when all of it left",
        """SELECT id FROM orders WHERE status IN ('shipped', 'delivered', 'completed')
           AND shipped <> CAST(coalesce(amended, terms) ->> 'quantity' AS BIGINT)""",
    ),
    (
        "I19",
        "the consignments of an order are numbered from 1 without gaps",
        """SELECT order_id FROM consignments GROUP BY order_id
           HAVING min(number) <> 1 OR max(number) <> count(*)""",
    ),
)
