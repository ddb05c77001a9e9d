"""Statuses and the one table of moves for each of them; a status not in a table's keys is terminal."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.people import Side


class NegotiationStatus(StrEnum):
    """Where a negotiation stands."""

    AWAITING_SELLER = "awaiting_seller"
    AWAITING_BUYER = "awaiting_buyer"
    AGREED = "agreed"
    ORDERED = "ordered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class OrderStatus(StrEnum):
    """Where an order stands."""

    AWAITING_CONFIRMATION = "awaiting_confirmation"
    AWAITING_PAYMENT = "awaiting_payment"
    IN_PRODUCTION = "in_production"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class ClaimStatus(StrEnum):
    """Where a claim on an order stands; UNANSWERED only of claims from before operators decided."""

    AWAITING_SELLER = "awaiting_seller"
    AWAITING_BUYER = "awaiting_buyer"
    AGREED = "agreed"
    AWAITING_RETURN = "awaiting_return"
    AWAITING_RECEIPT = "awaiting_receipt"
    AWAITING_REPLACEMENT = "awaiting_replacement"
    ESCALATED = "escalated"
    DECIDED = "decided"
    REFUNDED = "refunded"
    SETTLED = "settled"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    UNANSWERED = "unanswered"


class ChangesStatus(StrEnum):
    """Where a list of changes stands that a buyer wants of a sample."""

    AWAITING_SELLER = "awaiting_seller"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    UNANSWERED = "unanswered"


class SampleStatus(StrEnum):
    """Where a request for a sample stands."""

    AWAITING_SELLER = "awaiting_seller"
    QUOTED = "quoted"
    ORDERED = "ordered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Deed(StrEnum):
    """What a side, or the clock, does to what has a status: a negotiation, an order, a claim, a sample."""

    COUNTER = "counter"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    PLACE = "place"
    ORDER_NOW = "order_now"
    EDIT = "edit"
    CONFIRM = "confirm"
    COMPLETE_CONFIRMATION = "complete_confirmation"
    CANCEL = "cancel"
    ASK_TO_CANCEL = "ask_to_cancel"
    AGREE_TO_CANCEL = "agree_to_cancel"
    REFUSE_TO_CANCEL = "refuse_to_cancel"
    AMEND = "amend"
    FUND = "fund"
    START_PRODUCTION = "start_production"
    SHIP = "ship"
    SHIP_REST = "ship_rest"
    RECEIVE = "receive"
    PROLONG = "prolong"
    COMPLETE = "complete"
    REMIND = "remind"
    EXPIRE = "expire"
    CLAIM = "claim"
    PROPOSE = "propose"
    AGREE = "agree"
    REFUSE = "refuse"
    AGREE_TO_RETURN = "agree_to_return"
    COMPENSATE = "compensate"
    DEDUCT = "deduct"
    REFUND_PART = "refund_part"
    REFUND = "refund"
    SEND_BACK = "send_back"
    TAKE_BACK = "take_back"
    SEND_REPLACEMENT = "send_replacement"
    CONTEST = "contest"
    ESCALATE = "escalate"
    ASK_EVIDENCE = "ask_evidence"
    SUGGEST = "suggest"
    APPROVE = "approve"
    DECIDE = "decide"
    DECIDE_RETURN = "decide_return"
    DISMISS = "dismiss"
    WANT_CHANGES = "want_changes"
    ANSWER = "answer"
    ANSWER_ALL = "answer_all"
    REQUEST = "request"
    QUOTE = "quote"
    ASK = "ask"


class Actor(StrEnum):
    """Who does a deed."""

    BUYER = Side.BUYER.value
    SELLER = Side.SELLER.value
    OPERATOR = "operator"
    CLOCK = "clock"


NegotiationMoves = Mapping[tuple[NegotiationStatus, Deed, Actor], NegotiationStatus]
OrderMoves = Mapping[tuple[OrderStatus, Deed, Actor], OrderStatus]
SampleMoves = Mapping[tuple[SampleStatus, Deed, Actor], SampleStatus]
ClaimMoves = Mapping[tuple[ClaimStatus, Deed, Actor], ClaimStatus]
ChangesMoves = Mapping[tuple[ChangesStatus, Deed, Actor], ChangesStatus]

_N, _O, _C, _D, _A = NegotiationStatus, OrderStatus, ClaimStatus, Deed, Actor
_S: Final = SampleStatus

NEGOTIATION_BEGINS: Final[Mapping[Deed, NegotiationStatus]] = {
    _D.COUNTER: _N.AWAITING_SELLER,
    _D.ORDER_NOW: _N.ORDERED,
}
"""What a buyer begins a negotiation by, and how it stands then."""

NEGOTIATION: Final[NegotiationMoves] = {
    (_N.AWAITING_SELLER, _D.COUNTER, _A.SELLER): _N.AWAITING_BUYER,
    (_N.AWAITING_SELLER, _D.ACCEPT, _A.SELLER): _N.AGREED,
    (_N.AWAITING_SELLER, _D.DECLINE, _A.SELLER): _N.DECLINED,
    (_N.AWAITING_SELLER, _D.WITHDRAW, _A.BUYER): _N.WITHDRAWN,
    (_N.AWAITING_SELLER, _D.EXPIRE, _A.CLOCK): _N.EXPIRED,
    (_N.AWAITING_BUYER, _D.COUNTER, _A.BUYER): _N.AWAITING_SELLER,
    (_N.AWAITING_BUYER, _D.ACCEPT, _A.BUYER): _N.AGREED,
    (_N.AWAITING_BUYER, _D.DECLINE, _A.BUYER): _N.DECLINED,
    (_N.AWAITING_BUYER, _D.WITHDRAW, _A.SELLER): _N.WITHDRAWN,
    (_N.AWAITING_BUYER, _D.EXPIRE, _A.CLOCK): _N.EXPIRED,
    (_N.AGREED, _D.PLACE, _A.BUYER): _N.ORDERED,
    (_N.AGREED, _D.WITHDRAW, _A.BUYER): _N.WITHDRAWN,
    (_N.AGREED, _D.EXPIRE, _A.CLOCK): _N.EXPIRED,
}

ORDER: Final[OrderMoves] = {
    (_O.AWAITING_CONFIRMATION, _D.EDIT, _A.BUYER): _O.AWAITING_CONFIRMATION,
    (_O.AWAITING_CONFIRMATION, _D.CONFIRM, _A.BUYER): _O.AWAITING_CONFIRMATION,
    (_O.AWAITING_CONFIRMATION, _D.CONFIRM, _A.SELLER): _O.AWAITING_CONFIRMATION,
    (_O.AWAITING_CONFIRMATION, _D.COMPLETE_CONFIRMATION, _A.BUYER): _O.AWAITING_PAYMENT,
    (_O.AWAITING_CONFIRMATION, _D.COMPLETE_CONFIRMATION, _A.SELLER): _O.AWAITING_PAYMENT,
    (_O.AWAITING_CONFIRMATION, _D.CANCEL, _A.BUYER): _O.CANCELLED,
    (_O.AWAITING_CONFIRMATION, _D.CANCEL, _A.SELLER): _O.CANCELLED,
    (_O.AWAITING_CONFIRMATION, _D.EXPIRE, _A.CLOCK): _O.CANCELLED,
    (_O.AWAITING_PAYMENT, _D.CANCEL, _A.BUYER): _O.CANCELLED,
    (_O.AWAITING_PAYMENT, _D.CANCEL, _A.SELLER): _O.CANCELLED,
    (_O.AWAITING_PAYMENT, _D.EXPIRE, _A.CLOCK): _O.CANCELLED,
    (_O.AWAITING_PAYMENT, _D.FUND, _A.BUYER): _O.AWAITING_PAYMENT,
    (_O.AWAITING_PAYMENT, _D.FUND, _A.SELLER): _O.AWAITING_PAYMENT,
    (_O.AWAITING_PAYMENT, _D.START_PRODUCTION, _A.SELLER): _O.IN_PRODUCTION,
    (_O.IN_PRODUCTION, _D.SHIP, _A.SELLER): _O.IN_PRODUCTION,
    (_O.IN_PRODUCTION, _D.SHIP_REST, _A.SELLER): _O.SHIPPED,
    (_O.SHIPPED, _D.PROLONG, _A.BUYER): _O.SHIPPED,
    (_O.SHIPPED, _D.RECEIVE, _A.BUYER): _O.DELIVERED,
    (_O.SHIPPED, _D.RECEIVE, _A.CLOCK): _O.DELIVERED,
    (_O.SHIPPED, _D.REMIND, _A.CLOCK): _O.SHIPPED,
    (_O.DELIVERED, _D.COMPLETE, _A.BUYER): _O.COMPLETED,
    (_O.DELIVERED, _D.COMPLETE, _A.CLOCK): _O.COMPLETED,
    (_O.DELIVERED, _D.REMIND, _A.CLOCK): _O.DELIVERED,
    **{
        (status, deed, actor): _O.CANCELLED if deed is _D.AGREE_TO_CANCEL else status
        for status in (_O.AWAITING_PAYMENT, _O.IN_PRODUCTION)
        for deed in (_D.ASK_TO_CANCEL, _D.AGREE_TO_CANCEL, _D.REFUSE_TO_CANCEL, _D.AMEND)
        for actor in (_A.BUYER, _A.SELLER)
    },
    **{
        (status, deed, _A.CLOCK): status
        for status in (_O.AWAITING_PAYMENT, _O.IN_PRODUCTION)
        for deed in (_D.REMIND, _D.REFUSE_TO_CANCEL)
    },
}

CLAIM: Final[ClaimMoves] = {
    (_C.AWAITING_SELLER, _D.AGREE, _A.SELLER): _C.AGREED,
    (_C.AWAITING_SELLER, _D.AGREE_TO_RETURN, _A.SELLER): _C.AWAITING_RETURN,
    (_C.AWAITING_SELLER, _D.PROPOSE, _A.SELLER): _C.AWAITING_BUYER,
    (_C.AWAITING_SELLER, _D.REFUSE, _A.SELLER): _C.AWAITING_BUYER,
    (_C.AWAITING_SELLER, _D.WITHDRAW, _A.BUYER): _C.WITHDRAWN,
    (_C.AWAITING_BUYER, _D.AGREE, _A.BUYER): _C.AGREED,
    (_C.AWAITING_BUYER, _D.AGREE_TO_RETURN, _A.BUYER): _C.AWAITING_RETURN,
    (_C.AWAITING_BUYER, _D.PROPOSE, _A.BUYER): _C.AWAITING_SELLER,
    (_C.AWAITING_BUYER, _D.WITHDRAW, _A.BUYER): _C.WITHDRAWN,
    **{
        (status, _D.ESCALATE, actor): _C.ESCALATED
        for status in (_C.AWAITING_SELLER, _C.AWAITING_BUYER)
        for actor in (_A.BUYER, _A.SELLER, _A.CLOCK)
    },
    (_C.AGREED, _D.ESCALATE, _A.BUYER): _C.ESCALATED,
    **{
        (status, deed, actor): to
        for status in (_C.AGREED, _C.DECIDED)
        for deed, actor, to in (
            (_D.REFUND_PART, _A.SELLER, status),
            (_D.REFUND_PART, _A.OPERATOR, status),
            (_D.REFUND, _A.SELLER, _C.REFUNDED),
            (_D.REFUND, _A.OPERATOR, _C.REFUNDED),
            (_D.SEND_REPLACEMENT, _A.SELLER, _C.AWAITING_REPLACEMENT),
            (_D.COMPENSATE, _A.SELLER, _C.SETTLED),
            (_D.DEDUCT, _A.SELLER, _C.SETTLED),
            (_D.REMIND, _A.CLOCK, status),
        )
    },
    (_C.AWAITING_RETURN, _D.SEND_BACK, _A.BUYER): _C.AWAITING_RECEIPT,
    (_C.AWAITING_RETURN, _D.WITHDRAW, _A.BUYER): _C.WITHDRAWN,
    (_C.AWAITING_RETURN, _D.EXPIRE, _A.CLOCK): _C.CLOSED,
    (_C.AWAITING_RECEIPT, _D.TAKE_BACK, _A.SELLER): _C.AGREED,
    (_C.AWAITING_RECEIPT, _D.TAKE_BACK, _A.CLOCK): _C.AGREED,
    (_C.AWAITING_RECEIPT, _D.CONTEST, _A.SELLER): _C.ESCALATED,
    (_C.AWAITING_REPLACEMENT, _D.RECEIVE, _A.BUYER): _C.SETTLED,
    (_C.AWAITING_REPLACEMENT, _D.RECEIVE, _A.CLOCK): _C.SETTLED,
    (_C.AWAITING_REPLACEMENT, _D.CONTEST, _A.BUYER): _C.ESCALATED,
    **{
        (_C.ESCALATED, deed, actor): to
        for actor in (_A.BUYER, _A.SELLER)
        for deed, to in (
            (_D.PROPOSE, _C.ESCALATED),
            (_D.APPROVE, _C.ESCALATED),
            (_D.AGREE, _C.AGREED),
            (_D.AGREE_TO_RETURN, _C.AWAITING_RETURN),
        )
    },
    (_C.ESCALATED, _D.WITHDRAW, _A.BUYER): _C.WITHDRAWN,
    (_C.ESCALATED, _D.ASK_EVIDENCE, _A.OPERATOR): _C.ESCALATED,
    (_C.ESCALATED, _D.SUGGEST, _A.OPERATOR): _C.ESCALATED,
    (_C.ESCALATED, _D.DECIDE, _A.OPERATOR): _C.DECIDED,
    (_C.ESCALATED, _D.DECIDE_RETURN, _A.OPERATOR): _C.AWAITING_RETURN,
    (_C.ESCALATED, _D.DISMISS, _A.OPERATOR): _C.CLOSED,
    (_C.ESCALATED, _D.REMIND, _A.CLOCK): _C.ESCALATED,
}

_W: Final = ChangesStatus
CHANGES: Final[ChangesMoves] = {
    (_W.AWAITING_SELLER, _D.ANSWER, _A.SELLER): _W.AWAITING_SELLER,
    (_W.AWAITING_SELLER, _D.ANSWER_ALL, _A.SELLER): _W.ANSWERED,
    (_W.AWAITING_SELLER, _D.WITHDRAW, _A.BUYER): _W.WITHDRAWN,
    (_W.AWAITING_SELLER, _D.EXPIRE, _A.CLOCK): _W.UNANSWERED,
    (_W.ANSWERED, _D.ANSWER, _A.SELLER): _W.ANSWERED,
}
"""An answer may be changed until a second sample is ordered."""
SAMPLE_REQUEST: Final[SampleMoves] = {
    (_S.AWAITING_SELLER, _D.QUOTE, _A.SELLER): _S.QUOTED,
    (_S.AWAITING_SELLER, _D.DECLINE, _A.SELLER): _S.DECLINED,
    (_S.AWAITING_SELLER, _D.WITHDRAW, _A.BUYER): _S.WITHDRAWN,
    (_S.AWAITING_SELLER, _D.EXPIRE, _A.CLOCK): _S.EXPIRED,
    (_S.QUOTED, _D.QUOTE, _A.SELLER): _S.QUOTED,
    (_S.QUOTED, _D.ASK, _A.BUYER): _S.AWAITING_SELLER,
    (_S.QUOTED, _D.PLACE, _A.BUYER): _S.ORDERED,
    (_S.QUOTED, _D.DECLINE, _A.BUYER): _S.DECLINED,
    (_S.QUOTED, _D.WITHDRAW, _A.SELLER): _S.WITHDRAWN,
    (_S.QUOTED, _D.EXPIRE, _A.CLOCK): _S.EXPIRED,
}

OPEN_NEGOTIATIONS: Final = frozenset(status for status, _, _ in NEGOTIATION)
OPEN_ORDERS: Final = frozenset(status for status, _, _ in ORDER)
OPEN_CLAIMS: Final = frozenset(status for status, _, _ in CLAIM)
OPEN_SAMPLES: Final = frozenset(status for status, _, _ in SAMPLE_REQUEST)
RECEIVED: Final = frozenset((OrderStatus.DELIVERED, OrderStatus.COMPLETED))
"""Where an order stands whose goods the buyer can look at."""
