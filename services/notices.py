"""Notices: facts for somebody who did not press, rendered in the reader's language when they are sent."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


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
    PAYMENT_BOOKED = "payment_booked"
    REFUND_BOOKED = "refund_booked"
    PAYMENT_STATED = "payment_stated"
    PAYMENT_NOT_RECEIVED = "payment_not_received"
    PAYMENT_ACCOUNT_WANTED = "payment_account_wanted"
    PAYMENT_ACCOUNT_CHANGED = "payment_account_changed"
    CARD_REFUND_DUE = "card_refund_due"
    STRAY_CHARGE = "stray_charge"
    ORDER_NOT_PAID = "order_not_paid"
    ORDER_LATE = "order_late"
    ORDER_STILL_OPEN = "order_still_open"
    ORDER_OWED = "order_owed"
    ORDER_DISPUTED = "order_disputed"
    PRODUCTION_STARTED = "production_started"
    MILESTONE = "milestone"
    MILESTONE_PHOTO = "milestone_photo"
    CONSIGNMENT_SENT = "consignment_sent"
    WAYBILL_CORRECTED = "waybill_corrected"
    GOODS_RECEIVED = "goods_received"
    GOODS_COUNT_AS_RECEIVED = "goods_count_as_received"
    RECEIPT_PROLONGED = "receipt_prolonged"
    ORDER_COMPLETED = "order_completed"
    CANCEL_ASKED = "cancel_asked"
    CANCEL_REFUSED = "cancel_refused"
    CANCEL_UNANSWERED = "cancel_unanswered"
    ORDER_CANCELLED_TOGETHER = "order_cancelled_together"
    AMENDMENT_PROPOSED = "amendment_proposed"
    AMENDMENT_ACCEPTED = "amendment_accepted"
    AMENDMENT_DECLINED = "amendment_declined"
    AMENDMENT_WITHDRAWN = "amendment_withdrawn"
    VERIFIED = "verified"
    UPDATE_FAILED = "update_failed"
    ALARM = "alarm"
    COUNTERPART_AWAY = "counterpart_away"
    ORDER_COUNTERPART_AWAY = "order_counterpart_away"
    OPEN_AGAIN = "open_again"
    OVERTAKEN = "overtaken"
    REVIEWED = "reviewed"
    REVIEW_ANSWERED = "review_answered"
    ORDER_BOOK = "order_book"
    PROMISE_NEAR = "promise_near"
    CLAIM_RECEIVED = "claim_received"
    CLAIM_PROPOSED = "claim_proposed"
    CLAIM_APPROVED = "claim_approved"
    CLAIM_AGREED = "claim_agreed"
    CLAIM_REFUSED = "claim_refused"
    CLAIM_WITHDRAWN = "claim_withdrawn"
    CLAIM_ESCALATED = "claim_escalated"
    CLAIM_OVERDUE = "claim_overdue"
    CLAIM_RAN_OUT = "claim_ran_out"
    CLAIM_RUNS_OUT = "claim_runs_out"
    CLAIM_SETTLED = "claim_settled"
    CLAIM_SUGGESTED = "claim_suggested"
    CLAIM_DECIDED = "claim_decided"
    EVIDENCE_WANTED = "evidence_wanted"
    EVIDENCE_RUNS_OUT = "evidence_runs_out"
    DISPUTE_OPENED = "dispute_opened"
    DISPUTE_WAITS = "dispute_waits"
    DISPUTE_EVIDENCE = "dispute_evidence"
    DISPUTE_TIME_OVER = "dispute_time_over"
    DISPUTE_SETTLED = "dispute_settled"
    EVIDENCE_KEPT = "evidence_kept"
    EVIDENCE_ADDED = "evidence_added"
    CLAIM_REPAID = "claim_repaid"
    CLAIM_CARD_REFUND_DUE = "claim_card_refund_due"
    CLAIM_SENT_BACK = "claim_sent_back"
    CLAIM_TAKEN_BACK = "claim_taken_back"
    CLAIM_REPLACED = "claim_replaced"
    CLAIM_REPLACEMENT_RECEIVED = "claim_replacement_received"
    CLAIM_CONTESTED = "claim_contested"
    GOLDEN_SAMPLE = "golden_sample"
    SAMPLE_CREDITED = "sample_credited"
    CHANGES_WANTED = "changes_wanted"
    CHANGES_ANSWERED = "changes_answered"
    CHANGES_WITHDRAWN = "changes_withdrawn"
    CHANGES_UNANSWERED = "changes_unanswered"
    CHANGES_RUN_OUT = "changes_run_out"
    PRODUCT_FILE = "product_file"
    HOLIDAY_NOTICE = "holiday_notice"
    SELLER_JOINED = "seller_joined"
    ROLE_CHANGED = "role_changed"
    SELLER_REMOVED = "seller_removed"
    APPLICATION_RECEIVED = "application_received"
    APPLICATION_DECIDED = "application_decided"


IN_CHANGES: Final = "changes"
"""The detail of news about a list of changes, so that a translation of its words finds it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """News about the subject `subject_id` as of `version` (the number of an offer or of a claim's
    amount, or an order's revision).

    `detail` is a message's or a consent's id, the ids of an overtaken card and of the newer one, the deadline
    that is warned of, the way to ship whose freight was stated, an amount with its currency and way to pay,
    the id of a payment account or of a buyer's statement, a milestone's id and perhaps its photo's place, a
    consignment's or an amendment's number, the hash of a file that was verified, which order book is wanted,
    or, in an alarm, what it is about; never the words of a person.
    """

    news: News
    subject_id: int = 0
    version: int = 0
    detail: str = ""
