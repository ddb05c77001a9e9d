"""The invariants of suppliers' people and their applications, as queries that must find nothing."""

from typing import Final

DESK: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I5",
        "nobody decides on his own application",
        """SELECT id FROM applications WHERE status IN ('granted', 'refused') AND ended_by = applicant_id""",
    ),
    (
        "I8",
        "the record of each application leads to its status",
        """SELECT a.id FROM applications a WHERE coalesce((SELECT s.step FROM application_steps s
           WHERE s.application_id = a.id ORDER BY s.id DESC LIMIT 1), '') <> CASE a.status
           WHEN 'pending' THEN 'apply' WHEN 'granted' THEN 'grant' WHEN 'refused' THEN 'refuse'
           ELSE 'withdraw' END""",
    ),
    (
        "I29",
        "a supplier with people has an owner",
        """SELECT supplier_id FROM memberships GROUP BY supplier_id
           HAVING sum(CASE WHEN role = 'owner' THEN 1 ELSE 0 END) = 0""",
    ),
)
