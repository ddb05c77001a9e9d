"""What a case file calls deeds, statuses, actors and remedies: plain words, the same for both sides."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.claim_facts import ClaimKind, ClaimReason
from domain.lifecycle import Actor, ClaimStatus, Deed, NegotiationStatus, OrderStatus
from domain.settlement import Remedy
from services.evidence import Purpose
from services.moves import Move, Subject
from views.order_status import status_word
from views.reader import Reader

Word = Callable[[Reader], str]
_D, _N, _C = Deed, NegotiationStatus, ClaimStatus

ACTORS: Final[Mapping[Actor, Word]] = {
    Actor.BUYER: lambda reader: reader.word("Buyer"),
    Actor.SELLER: lambda reader: reader.word("Seller"),
    Actor.OPERATOR: lambda reader: reader.word("Operator"),
    Actor.CLOCK: lambda reader: reader.word("Time limit"),
}
DEEDS: Final[Mapping[Deed, Word]] = {
    _D.COUNTER: lambda reader: reader.word("makes an offer"),
    _D.ACCEPT: lambda reader: reader.word("accepts the offer"),
    _D.DECLINE: lambda reader: reader.word("declines the offer"),
    _D.WITHDRAW: lambda reader: reader.word("withdraws"),
    _D.PLACE: lambda reader: reader.word("places the order"),
    _D.ORDER_NOW: lambda reader: reader.word("orders as listed"),
    _D.EDIT: lambda reader: reader.word("changes the order"),
    _D.CONFIRM: lambda reader: reader.word("confirms the order"),
    _D.COMPLETE_CONFIRMATION: lambda reader: reader.word("confirms the order, which binds now"),
    _D.CANCEL: lambda reader: reader.word("cancels the order"),
    _D.ASK_TO_CANCEL: lambda reader: reader.word("asks to cancel"),
    _D.AGREE_TO_CANCEL: lambda reader: reader.word("agrees to cancel"),
    _D.REFUSE_TO_CANCEL: lambda reader: reader.word("refuses to cancel"),
    _D.AMEND: lambda reader: reader.word("accepts an amendment"),
    _D.FUND: lambda reader: reader.word("payment before production is complete"),
    _D.START_PRODUCTION: lambda reader: reader.word("starts production"),
    _D.SHIP: lambda reader: reader.word("ships a part"),
    _D.SHIP_REST: lambda reader: reader.word("ships the last of the goods"),
    _D.RECEIVE: lambda reader: reader.word("goods received"),
    _D.PROLONG: lambda reader: reader.word("has not got the goods yet"),
    _D.COMPLETE: lambda reader: reader.word("order completed"),
    _D.REMIND: lambda reader: reader.word("reminder sent"),
    _D.EXPIRE: lambda reader: reader.word("ended because the time was up"),
    _D.CLAIM: lambda reader: reader.word("makes a claim"),
    _D.PROPOSE: lambda reader: reader.word("proposes a settlement"),
    _D.AGREE: lambda reader: reader.word("agrees"),
    _D.REFUSE: lambda reader: reader.word("refuses"),
    _D.AGREE_TO_RETURN: lambda reader: reader.word("agrees to the return"),
    _D.COMPENSATE: lambda reader: reader.word("has paid the compensation"),
    _D.DEDUCT: lambda reader: reader.word("deducts it from the balance"),
    _D.REFUND_PART: lambda reader: reader.word("refunds a part"),
    _D.REFUND: lambda reader: reader.word("refunds the rest"),
    _D.SEND_BACK: lambda reader: reader.word("sends the goods back"),
    _D.TAKE_BACK: lambda reader: reader.word("has the goods back"),
    _D.SEND_REPLACEMENT: lambda reader: reader.word("sends a replacement"),
    _D.CONTEST: lambda reader: reader.word("contests what arrived"),
    _D.ESCALATE: lambda reader: reader.word("goes to the operator"),
    _D.ASK_EVIDENCE: lambda reader: reader.word("asks for evidence"),
    _D.SUGGEST: lambda reader: reader.word("suggests a settlement"),
    _D.APPROVE: lambda reader: reader.word("agrees to the suggestion"),
    _D.DECIDE: lambda reader: reader.word("decides"),
    _D.DECIDE_RETURN: lambda reader: reader.word("decides on a return"),
    _D.DISMISS: lambda reader: reader.word("dismisses the claim"),
}
_NEGOTIATIONS: Final[Mapping[NegotiationStatus, Word]] = {
    _N.AWAITING_SELLER: lambda reader: reader.word("Waiting for the seller"),
    _N.AWAITING_BUYER: lambda reader: reader.word("Waiting for the buyer"),
    _N.AGREED: lambda reader: reader.word("Agreed"),
    _N.ORDERED: lambda reader: reader.word("Ordered"),
    _N.DECLINED: lambda reader: reader.word("Declined"),
    _N.WITHDRAWN: lambda reader: reader.word("Withdrawn"),
    _N.EXPIRED: lambda reader: reader.word("Expired"),
}
CLAIMS: Final[Mapping[ClaimStatus, Word]] = {
    _C.AWAITING_SELLER: _NEGOTIATIONS[_N.AWAITING_SELLER],
    _C.AWAITING_BUYER: _NEGOTIATIONS[_N.AWAITING_BUYER],
    _C.AGREED: lambda reader: reader.word("Agreed by both sides"),
    _C.AWAITING_RETURN: lambda reader: reader.word("Goods to be sent back"),
    _C.AWAITING_RECEIPT: lambda reader: reader.word("Goods on their way back"),
    _C.AWAITING_REPLACEMENT: lambda reader: reader.word("Replacement on its way"),
    _C.ESCALATED: lambda reader: reader.word("With the operator"),
    _C.DECIDED: lambda reader: reader.word("Decided"),
    _C.REFUNDED: lambda reader: reader.word("Refunded"),
    _C.SETTLED: lambda reader: reader.word("Settled"),
    _C.CLOSED: lambda reader: reader.word("Closed"),
    _C.WITHDRAWN: _NEGOTIATIONS[_N.WITHDRAWN],
    _C.UNANSWERED: lambda reader: reader.word("Not answered in time"),
}
KINDS: Final[Mapping[ClaimKind, Word]] = {
    ClaimKind.LATE: lambda reader: reader.word("Late-delivery compensation"),
    ClaimKind.REFUND: lambda reader: reader.word("Refund, goods are kept"),
    ClaimKind.RETURN: lambda reader: reader.word("Return and refund"),
}
REASONS: Final[Mapping[ClaimReason, Word]] = {
    ClaimReason.QUALITY: lambda reader: reader.word("Quality problem"),
    ClaimReason.WRONG_GOODS: lambda reader: reader.word("Wrong goods"),
    ClaimReason.SHORT: lambda reader: reader.word("Short quantity"),
    ClaimReason.DAMAGED: lambda reader: reader.word("Damaged"),
    ClaimReason.LATE: lambda reader: reader.word("Late delivery"),
    ClaimReason.OTHER: lambda reader: reader.word("Another reason"),
}
REMEDIES: Final[Mapping[Remedy, Word]] = {
    Remedy.COMPENSATION: lambda reader: reader.word("Compensation"),
    Remedy.REFUND: lambda reader: reader.word("Refund, goods are kept"),
    Remedy.RETURN: lambda reader: reader.word("Return and refund"),
    Remedy.REPLACEMENT: lambda reader: reader.word("Replacement"),
    Remedy.NOTHING: lambda reader: reader.word("Nothing"),
}
PURPOSES: Final[Mapping[Purpose, Word]] = {
    Purpose.CLAIM: lambda reader: reader.word("Evidence of the claim"),
    Purpose.ADDENDUM: lambda reader: reader.word("Added later"),
    Purpose.RETURN: lambda reader: reader.word("Return or replacement"),
    Purpose.GOLDEN: lambda reader: reader.word("Golden sample"),
    Purpose.CHANGES: lambda reader: reader.word("Wanted changes of a sample"),
}


def status_of(reader: Reader, subject: Subject, status: str) -> str:
    """A status of a negotiation, an order or a claim."""
    if subject is Subject.ORDER:
        return status_word(reader, OrderStatus(status))
    if subject is Subject.CLAIM:
        return CLAIMS[ClaimStatus(status)](reader)
    return _NEGOTIATIONS[NegotiationStatus(status)](reader)


def move_told(reader: Reader, move: Move) -> str:
    """Who did what, and how it stands since."""
    return reader.word(
        "{actor}: {deed} → {status}",
        actor=ACTORS[move.actor](reader),
        deed=DEEDS[move.deed](reader),
        status=status_of(reader, move.subject, move.to_status),
    )
