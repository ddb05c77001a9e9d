"""The invariants of talk, of numbers given and of inquiries to several, as queries that must find nothing."""

from typing import Final

from services.talk import MOST_KEPT_BYTES

TALK: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I5",
        "nobody speaks for the other side",
        """SELECT m.id FROM messages m JOIN negotiations n ON n.id = m.negotiation_id
           WHERE (m.side = 'buyer') <> (m.author_id = n.buyer_id)
           UNION ALL SELECT f.negotiation_id FROM freight_figures f
           JOIN negotiations n ON n.id = f.negotiation_id WHERE f.author_id = n.buyer_id""",
    ),
    (
        "I31",
        "an inquiry to several suppliers holds negotiations of its buyer only",
        """SELECT r.id FROM rfqs r JOIN rfq_negotiations m ON m.rfq_id = r.id
           JOIN negotiations n ON n.id = m.negotiation_id WHERE n.buyer_id <> r.buyer_id""",
    ),
    (
        "I31",
        "numbers are given between the sides of a negotiation",
        """SELECT c.id FROM consents c JOIN negotiations n ON n.id = c.negotiation_id
           WHERE c.person_id <> n.buyer_id OR c.supplier_id <> n.supplier_id""",
    ),
    (
        "I35",
        "every edit names a first wording of its author",
        """SELECT e.id FROM messages e LEFT JOIN messages f
           ON f.id = e.edits AND f.author_id = e.author_id AND f.negotiation_id = e.negotiation_id
           WHERE e.edits IS NOT NULL AND (f.id IS NULL OR f.edits IS NOT NULL)""",
    ),
    (
        "I35",
        "every file that was sent is copied, or still to be",
        f"""SELECT m.id FROM messages m WHERE m.size BETWEEN 1 AND {MOST_KEPT_BYTES} AND m.edits IS NULL
           AND NOT EXISTS (SELECT 1 FROM copies c WHERE c.unique_id = m.attachment ->> 'unique_id')
           AND NOT EXISTS (SELECT 1 FROM awaited_copies w
                           WHERE w.unique_id = m.attachment ->> 'unique_id')""",  # noqa: S608 - a number of ours
    ),
)
