"""Whose turn it is in a claim, and until when: one status, two labels."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.claim_facts import ClaimKind
from domain.lifecycle import ClaimStatus
from domain.people import Side
from domain.settlement import Remedy
from services.claim_case import ClaimCase
from views.decided_turns import decided_headline
from views.markup import Html
from views.reader import Reader

_Sentence = Callable[[Reader], Html]
_S: Final = ClaimStatus

_CLAIMED: Final[Mapping[ClaimKind, _Sentence]] = {
    ClaimKind.LATE: lambda reader: reader.say("🔔 Your turn: the buyer claims compensation"),
    ClaimKind.REFUND: lambda reader: reader.say("🔔 Your turn: the buyer asks for a refund"),
    ClaimKind.RETURN: lambda reader: reader.say("🔔 Your turn: the buyer asks to return goods"),
}
_TO_PAY: Final[Mapping[Remedy, _Sentence]] = {
    Remedy.COMPENSATION: lambda reader: reader.say("🤝 Agreed. Your turn: pay the compensation"),
    Remedy.REFUND: lambda reader: reader.say("🤝 Agreed. Your turn: pay the refund"),
    Remedy.RETURN: lambda reader: reader.say("📦 The goods are back. Your turn: pay the refund"),
    Remedy.REPLACEMENT: lambda reader: reader.say("🤝 Agreed. Your turn: send the replacement"),
}
_PAID: Final[Mapping[Remedy, _Sentence]] = {
    Remedy.COMPENSATION: lambda reader: reader.say(
        "🤝 Agreed. Waiting for the seller to pay the compensation"
    ),
    Remedy.REFUND: lambda reader: reader.say("🤝 Agreed. Waiting for the seller to pay the refund"),
    Remedy.RETURN: lambda reader: reader.say("📦 The goods are back. Waiting for the seller's refund"),
    Remedy.REPLACEMENT: lambda reader: reader.say("🤝 Agreed. Waiting for the seller's replacement"),
}
_MY_TURN: Final[Mapping[ClaimStatus, _Sentence]] = {
    _S.AWAITING_SELLER: lambda reader: reader.say("🔔 Your turn: the buyer proposes another solution"),
    _S.AWAITING_BUYER: lambda reader: reader.say("🔔 Your turn: the seller proposes another solution"),
    _S.AWAITING_RETURN: lambda reader: reader.say("🤝 Agreed. Your turn: send the goods back"),
    _S.AWAITING_RECEIPT: lambda reader: reader.say("🚚 The goods are on their way back to you"),
    _S.AWAITING_REPLACEMENT: lambda reader: reader.say("🚚 The replacement is on its way to you"),
}
_ELSE: Final[Mapping[ClaimStatus, _Sentence]] = {
    _S.AWAITING_SELLER: lambda reader: reader.say("⏳ Waiting for the seller's answer"),
    _S.AWAITING_BUYER: lambda reader: reader.say("⏳ Waiting for the buyer's answer"),
    _S.AWAITING_RETURN: lambda reader: reader.say("🤝 Agreed. Waiting for the buyer to send the goods back"),
    _S.AWAITING_RECEIPT: lambda reader: reader.say("🚚 The goods are on their way back to the seller"),
    _S.AWAITING_REPLACEMENT: lambda reader: reader.say("🚚 The replacement is on its way to the buyer"),
    _S.ESCALATED: lambda reader: reader.say("⚖️ The operator looks at the claim"),
    _S.REFUNDED: lambda reader: reader.say("✅ The refund is paid in full"),
    _S.CLOSED: lambda reader: reader.say("✖️ The claim is closed"),
    _S.WITHDRAWN: lambda reader: reader.say("↩️ The claim was withdrawn"),
    _S.UNANSWERED: lambda reader: reader.say("⌛ The claim was not answered in time"),
}


def _talk_ends(reader: Reader, moment: str) -> Html:
    return reader.say(
        "⏰ To be agreed on by {moment}. Otherwise the claim goes to the operator, who decides.",
        moment=moment,
    )


_UNTIL: Final[Mapping[ClaimStatus, Callable[[Reader, str], Html]]] = {
    _S.AWAITING_SELLER: _talk_ends,
    _S.AWAITING_BUYER: _talk_ends,
    _S.AWAITING_RETURN: lambda reader, moment: reader.say(
        "⏰ To be sent back by {moment}. Otherwise the claim is closed.", moment=moment
    ),
    _S.AWAITING_RECEIPT: lambda reader, moment: reader.say(
        "⏰ Without a word from the seller the goods count as back on {moment}.", moment=moment
    ),
    _S.AWAITING_REPLACEMENT: lambda reader, moment: reader.say(
        "⏰ Without a word from the buyer it counts as received on {moment}.", moment=moment
    ),
}


def headline(reader: Reader, case: ClaimCase) -> Html:
    """What this side has to do, or whom it waits for."""
    claim = case.claim
    remedy = claim.proposal.settlement.remedy
    if _is_the_operators(case):
        return reader.say("💳 Waiting for the operator to refund the card")
    if decided := decided_headline(reader, case):
        return decided
    if claim.status in (_S.AGREED, _S.DECIDED):
        told = _TO_PAY if case.side is Side.SELLER else _PAID
        return told[remedy](reader)
    if claim.status is _S.SETTLED:
        return _settled(reader, remedy)
    if not case.is_my_turn:
        return _ELSE[claim.status](reader)
    if claim.status is _S.AWAITING_BUYER and remedy is Remedy.NOTHING:
        return reader.say("🔔 Your turn: the seller refuses the claim")
    if claim.proposal.number == 1 and claim.status is _S.AWAITING_SELLER:
        return _CLAIMED[claim.ground.kind](reader)
    return _MY_TURN[claim.status](reader)


def until(reader: Reader, case: ClaimCase) -> Html:
    """Until when what is to happen, and what happens otherwise; empty when it is over."""
    claim, moment = case.claim, reader.moment(case.claim.expires_at)
    if _is_the_operators(case):
        return reader.say("⏰ To be refunded by {moment}.", moment=moment)
    if claim.status in (_S.AGREED, _S.DECIDED):
        return _due(reader, claim.proposal.settlement.remedy, moment)
    told = _UNTIL.get(claim.status)
    return told(reader, moment) if told else Html()


def _is_the_operators(case: ClaimCase) -> bool:
    """Whether all that is left to refund was paid by card, so that the seller can do nothing."""
    back = case.back
    return back is not None and back.by_card.minor > 0 and max(back.by_hand.minor, back.set_off.minor) <= 0


def _settled(reader: Reader, remedy: Remedy) -> Html:
    if remedy is Remedy.REPLACEMENT:
        return reader.say("✅ The replacement was received")
    return reader.say("✅ The compensation is settled")


def _due(reader: Reader, remedy: Remedy, moment: str) -> Html:
    if remedy is Remedy.REPLACEMENT:
        return reader.say("⏰ To be sent by {moment}.", moment=moment)
    return reader.say("⏰ To be paid by {moment}. The bot holds no money.", moment=moment)
