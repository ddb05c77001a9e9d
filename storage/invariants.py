"""The invariants of the trade and of the post as queries that must find nothing."""

from typing import Final

from domain.lifecycle import NEGOTIATION, ORDER
from storage.invariants_of_agreements import AGREEMENTS
from storage.invariants_of_claims import CLAIMS
from storage.invariants_of_desk import DESK
from storage.invariants_of_disputes import DISPUTES
from storage.invariants_of_evidence import EVIDENCE
from storage.invariants_of_golden import GOLDEN
from storage.invariants_of_money import MONEY
from storage.invariants_of_returns import RETURNS
from storage.invariants_of_reviews import REVIEWS
from storage.invariants_of_samples import SAMPLES
from storage.invariants_of_shipping import SHIPPING
from storage.invariants_of_talk import TALK


def _moves_not_in(subject: str, moves: "set[tuple[str, str, str, str]]") -> str:
    allowed = ", ".join(f"'{'|'.join(move)}'" for move in sorted(moves))
    return f"""SELECT id FROM moves WHERE subject = '{subject}' AND from_status IS NOT NULL
        AND from_status || '|' || deed || '|' || actor || '|' || to_status NOT IN ({allowed})"""  # noqa: S608


_NEGOTIATION_MOVES = {(s.value, d.value, a.value, to.value) for (s, d, a), to in NEGOTIATION.items()}
_ORDER_MOVES = {(s.value, d.value, a.value, to.value) for (s, d, a), to in ORDER.items()}
_ORDER_MOVES |= {(s, "confirm", a, to) for s, d, a, to in _ORDER_MOVES if d == "complete_confirmation"}

QUERIES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "I1",
        "a binding order has the confirmation of both sides for its revision",
        """SELECT o.id FROM orders o WHERE o.status NOT IN ('awaiting_confirmation', 'cancelled')
           AND 2 <> (SELECT count(*) FROM confirmations c
                     WHERE c.order_id = o.id AND c.revision = o.revision)""",
    ),
    (
        "I1",
        "both confirmations of a binding order sign the same",
        """SELECT o.id FROM orders o WHERE o.status NOT IN ('awaiting_confirmation', 'cancelled')
           AND 1 <> (SELECT count(DISTINCT c.digest) FROM confirmations c
                     WHERE c.order_id = o.id AND c.revision = o.revision)""",
    ),
    (
        "I2",
        "an order that both sides confirmed is not left waiting",
        """SELECT o.id FROM orders o WHERE o.status = 'awaiting_confirmation'
           AND 2 = (SELECT count(*) FROM confirmations c
                    WHERE c.order_id = o.id AND c.revision = o.revision)""",
    ),
    (
        "I3",
        "a negotiation has at most one order, and is ordered exactly if it has one",
        """SELECT n.id FROM negotiations n LEFT JOIN orders o ON o.negotiation_id = n.id
           GROUP BY n.id, n.status HAVING count(o.id) > 1 OR (n.status = 'ordered') <> (count(o.id) = 1)""",
    ),
    (
        "I3",
        "what is ordered without haggling is ordered by one deed, the first and only one",
        """SELECT m.id FROM moves m WHERE m.subject = 'negotiation' AND m.deed = 'order_now'
           AND (m.number <> 1 OR m.to_status <> 'ordered' OR m.actor <> 'buyer'
                OR EXISTS (SELECT 1 FROM moves o WHERE o.subject = 'negotiation'
                           AND o.subject_id = m.subject_id AND o.number > 1))""",
    ),
    (
        "I4",
        "no deed goes back to an older version than the deed before",
        """SELECT m.id FROM moves m JOIN moves b ON b.subject = m.subject
           AND b.subject_id = m.subject_id AND b.number = m.number - 1 WHERE m.version < b.version""",
    ),
    (
        "I4",
        "what is accepted and ordered is the version on the table",
        """SELECT n.id FROM negotiations n WHERE n.status IN ('agreed', 'ordered')
           AND n.version <> coalesce((SELECT max(m.version) FROM moves m WHERE m.subject = 'negotiation'
                                      AND m.subject_id = n.id AND m.deed IN ('accept', 'order_now')), 0)
           UNION ALL SELECT o.id FROM orders o JOIN negotiations n ON n.id = o.negotiation_id
           WHERE o.version <> n.version""",
    ),
    (
        "I4",
        "each confirmation was given while its revision stood",
        """SELECT c.order_id FROM confirmations c WHERE NOT EXISTS (SELECT 1 FROM moves m
           WHERE m.subject = 'order' AND m.subject_id = c.order_id AND m.version = c.revision
           AND (m.deed = 'amend' OR m.actor = c.side AND m.deed IN ('confirm', 'complete_confirmation')))""",
    ),
    *AGREEMENTS,
    (
        "I5",
        "nobody stands on both sides",
        """SELECT c.order_id FROM confirmations c JOIN confirmations d ON d.order_id = c.order_id
           AND d.revision = c.revision AND d.person_id = c.person_id AND d.side <> c.side""",
    ),
    (
        "I6",
        "a negotiation repeats freight figures exactly if its ledger holds some",
        """SELECT n.id FROM negotiations n WHERE (n.freight IS NULL)
           = EXISTS (SELECT 1 FROM freight_figures f WHERE f.negotiation_id = n.id)""",
    ),
    (
        "I6",
        "versions run from 1 without gaps up to the one on the table",
        """SELECT n.id FROM negotiations n LEFT JOIN offers f ON f.negotiation_id = n.id
           GROUP BY n.id, n.version
           HAVING count(f.number) <> n.version OR min(f.number) <> 1 OR max(f.number) <> n.version""",
    ),
    ("I8", "every move of a negotiation is in the table", _moves_not_in("negotiation", _NEGOTIATION_MOVES)),
    ("I8", "every move of an order is in the table", _moves_not_in("order", _ORDER_MOVES)),
    (
        "I8",
        "each move begins where the one before ended",
        """SELECT m.id FROM moves m LEFT JOIN moves b ON b.subject = m.subject
           AND b.subject_id = m.subject_id AND b.number = m.number - 1
           WHERE coalesce(m.from_status, '') <> coalesce(b.to_status, '')""",
    ),
    (
        "I8",
        "the last move of each negotiation and order leads to its status",
        """SELECT n.id FROM negotiations n WHERE n.status <> coalesce((SELECT m.to_status FROM moves m
           WHERE m.subject = 'negotiation' AND m.subject_id = n.id ORDER BY m.number DESC LIMIT 1), '')
           UNION ALL SELECT o.id FROM orders o WHERE o.status <> coalesce((SELECT m.to_status FROM moves m
           WHERE m.subject = 'order' AND m.subject_id = o.id ORDER BY m.number DESC LIMIT 1), '')""",
    ),
    (
        "I10",
        "no open negotiation has been out of time for an hour",
        """SELECT n.id FROM negotiations n WHERE n.status IN ('awaiting_seller', 'awaiting_buyer', 'agreed')
           AND n.frozen_at IS NULL AND n.expires_at < {now} - 3600000""",
    ),
    (
        "I10",
        "time stands still only where somebody is waited for",
        """SELECT id FROM negotiations WHERE frozen_at IS NOT NULL
           AND status NOT IN ('awaiting_seller', 'awaiting_buyer', 'agreed')""",
    ),
    ("I22", "no update is among the dead", "SELECT id FROM inbox WHERE status = 'dead'"),
    (
        "I22",
        "no update has waited for an hour",
        "SELECT id FROM inbox WHERE status = 'waiting' AND received_at < {now} - 3600000",
    ),
    (
        "I23",
        "an update does at most one deed to a negotiation and one to an order, or one to each of an inquiry",
        """SELECT min(m.id) FROM moves m WHERE m.cause LIKE 'update %'
           GROUP BY m.cause, m.subject, CASE WHEN m.subject = 'negotiation' AND EXISTS (
             SELECT 1 FROM rfq_negotiations r WHERE r.negotiation_id = m.subject_id)
             THEN m.subject_id ELSE 0 END
           HAVING count(*) > 1""",
    ),
    (
        "I23",
        "each version was offered by one deed",
        """SELECT f.negotiation_id FROM offers f WHERE 1 <> (SELECT count(*) FROM moves m
           WHERE m.subject = 'negotiation' AND m.subject_id = f.negotiation_id
           AND m.deed IN ('counter', 'order_now') AND m.version = f.number)""",
    ),
    (
        "I23",
        "a press has its effect by one update",
        """SELECT min(m.id) FROM moves m JOIN outbox o ON o.cause = m.cause AND o.kind = 'reply'
           WHERE o.body ->> 'query_id' <> ''
           GROUP BY o.body ->> 'query_id', m.subject HAVING count(DISTINCT m.cause) > 1""",
    ),
    (
        "I23",
        "an update has at most one answer",
        """SELECT min(id) FROM outbox WHERE kind = 'reply' GROUP BY cause HAVING count(*) > 1""",
    ),
    (
        "I24",
        "an event has one letter for each recipient",
        """SELECT min(id) FROM outbox WHERE kind = 'notice' GROUP BY chat_id, cause, CAST(body AS TEXT)
           HAVING count(*) > 1""",
    ),
    ("I25", "no letter was in doubt more than twice", "SELECT id FROM outbox WHERE doubtful > 2"),
    (
        "I28",
        "of each negotiation and order one card at most stands in a chat",
        """SELECT max(message_id) FROM cards WHERE version > 0
           GROUP BY chat_id, subject, subject_id HAVING count(*) > 1""",
    ),
    (
        "I26",
        "letters of a chat were settled in their order",
        """SELECT b.id FROM outbox a JOIN outbox b ON b.chat_id = a.chat_id AND b.id > a.id
           WHERE a.status = 'done' AND b.status = 'done' AND b.settled_at < a.settled_at
           AND a.written_at > {now} - 86400000""",
    ),
    *MONEY,
    *SHIPPING,
    *TALK,
    *REVIEWS,
    *CLAIMS,
    *EVIDENCE,
    *RETURNS,
    *DISPUTES,
    *GOLDEN,
    *SAMPLES,
    *DESK,
)
