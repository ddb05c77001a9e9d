"""The invariants of evidence as queries that must find nothing."""

from typing import Final

EVIDENCE: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I5",
        "evidence is of the side on which its sender stands, and of a claim on its order",
        """SELECT b.id FROM evidence_bundles b JOIN orders o ON o.id = b.order_id
           LEFT JOIN claims c ON c.id = b.claim_id
           WHERE (b.side = 'buyer') <> (b.person_id = o.buyer_id) OR coalesce(c.order_id, o.id) <> o.id""",
    ),
    (
        "I35",
        "every exhibit is copied, still to be, or known to be out of reach",
        """SELECT e.id FROM exhibits e
           WHERE NOT EXISTS (SELECT 1 FROM copies c WHERE c.unique_id = e.unique_id)
           AND NOT EXISTS (SELECT 1 FROM awaited_copies w WHERE w.unique_id = e.unique_id)""",
    ),
    (
        "I35",
        "no exhibit has waited for its copy for an hour",
        """SELECT e.id FROM exhibits e JOIN awaited_copies w ON w.unique_id = e.unique_id
           WHERE e.at < {now} - 3600000""",
    ),
    (
        "I35",
        "the files of each bundle are counted without gaps and sent by whoever opened it",
        """SELECT b.id FROM evidence_bundles b JOIN exhibits e ON e.bundle_id = b.id
           GROUP BY b.id, b.person_id HAVING count(*) <> max(e.place) OR min(e.place) <> 1
           OR min(e.person_id) <> b.person_id OR max(e.person_id) <> b.person_id""",
    ),
    (
        "I35",
        "what came after Done is an addendum",
        """SELECT e.id FROM exhibits e JOIN evidence_bundles b ON b.id = e.bundle_id
           WHERE b.purpose NOT IN ('claim', 'addendum') AND e.at > b.closed_at""",
    ),
)
