"""Notices: facts for somebody who did not press, rendered in the reader's language when they are sent."""

from dataclasses import dataclass
from enum import StrEnum


class News(StrEnum):
    """What happened; the values are stored."""

    OFFER_RECEIVED = "offer_received"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    PARTED = "parted"
    NEGOTIATION_EXPIRED = "negotiation_expired"
    NEGOTIATION_RUNS_OUT = "negotiation_runs_out"
    MESSAGE = "message"
    FREIGHT_STATED = "freight_stated"
    MESSAGE_FILE = "message_file"
    TRANSLATED = "translated"
    NUMBER_SHARED = "number_shared"
    ORDER_TO_CONFIRM = "order_to_confirm"
    ORDER_EDITED = "order_edited"
    ORDER_CONFIRMED = "order_confirmed"
    ORDER_CANCELLED = "order_cancelled"
    ORDER_EXPIRED = "order_expired"
    ORDER_RUNS_OUT = "order_runs_out"
    UPDATE_FAILED = "update_failed"
    ALARM = "alarm"
    COUNTERPART_AWAY = "counterpart_away"
    ORDER_COUNTERPART_AWAY = "order_counterpart_away"
    OPEN_AGAIN = "open_again"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Notice:
    """News about the subject `subject_id` as of `version` (an offer's number or an order's revision).

    `detail` is a message's or a consent's id, the ids of an overtaken card and of the newer one, the deadline
    that is warned of, the way to ship whose freight was stated, or, in an alarm, what it is about; never the
    words of a person.
    """

    news: News
    subject_id: int = 0
    version: int = 0
    detail: str = ""
