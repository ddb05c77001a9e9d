"""The card of a claim: whose turn it is, the amount on the table, why, and what happens if nobody answers."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.claim import Claim
from domain.lifecycle import ClaimStatus
from domain.people import Side
from services.claim_case import ClaimCase
from services.mail import Card
from services.moves import Subject
from views.claim_buttons import claim_buttons
from views.lateness import clause
from views.markup import Html, bold, lines, paragraphs, quote
from views.negotiation import counterparty
from views.reader import Reader
from views.screen import Screen
from views.titles import title
from views.translation import machine_translation

_Sentence = Callable[[Reader], Html]
_S: Final = ClaimStatus

_MY_TURN: Final[Mapping[ClaimStatus, _Sentence]] = {
    _S.AWAITING_SELLER: lambda reader: reader.say("🔔 Your turn: the buyer claims compensation"),
    _S.AWAITING_BUYER: lambda reader: reader.say("🔔 Your turn: the seller proposes another amount"),
    _S.AGREED: lambda reader: reader.say("🤝 Agreed. Your turn: pay the compensation"),
}
_ELSE: Final[Mapping[ClaimStatus, _Sentence]] = {
    _S.AWAITING_SELLER: lambda reader: reader.say("⏳ Waiting for the seller's answer"),
    _S.AWAITING_BUYER: lambda reader: reader.say("⏳ Waiting for the buyer's answer"),
    _S.AGREED: lambda reader: reader.say("🤝 Agreed. Waiting for the seller to pay the compensation"),
    _S.AWAITING_RETURN: lambda reader: reader.say("📦 The goods go back"),
    _S.AWAITING_RECEIPT: lambda reader: reader.say("🚚 The goods are on their way back"),
    _S.AWAITING_REPLACEMENT: lambda reader: reader.say("🚚 The replacement is on its way"),
    _S.ESCALATED: lambda reader: reader.say("⚖️ The operator looks at the claim"),
    _S.DECIDED: lambda reader: reader.say("⚖️ The operator decided"),
    _S.REFUNDED: lambda reader: reader.say("✅ Refunded"),
    _S.SETTLED: lambda reader: reader.say("✅ The compensation is settled"),
    _S.CLOSED: lambda reader: reader.say("✖️ The claim is closed"),
    _S.WITHDRAWN: lambda reader: reader.say("↩️ The claim was withdrawn"),
    _S.UNANSWERED: lambda reader: reader.say("⌛ The claim was not answered in time"),
}
_NEXT: Final[Mapping[tuple[ClaimStatus, Side], _Sentence]] = {
    (_S.UNANSWERED, Side.BUYER): lambda reader: reader.say(
        "You can claim again on the order's card, with the days counted up to then, or press Message."
    ),
    (_S.UNANSWERED, Side.SELLER): lambda reader: reader.say(
        "The buyer may send the claim again. Better you write first: press Message."
    ),
}


def claim_card(reader: Reader, case: ClaimCase, above: Html | str = "") -> Screen:
    """The claim as this side sees it now; `above` is said first."""
    upper = paragraphs(above, _head(reader, case), _amounts(reader, case), _reason(reader, case))
    lower = _foot(reader, case)
    translation = machine_translation(reader, case.translation, paragraphs(upper, lower))
    return Screen(
        paragraphs(upper, translation, lower), claim_buttons(reader, case), card=card_of(case.claim)
    )


def card_of(claim: Claim) -> Card:
    """What a message that shows the claim is about."""
    return Card(Subject.CLAIM, claim.id, claim.proposal.number)


def claim_lines(reader: Reader, case: ClaimCase) -> Html:
    """Which claim it is: the order, the goods and the other side."""
    claimed = reader.say_many(
        "Late delivery · order {number} · {count} day",
        "Late delivery · order {number} · {count} days",
        case.claim.ground.days,
        number=case.order.number,
    )
    goods = title(reader, case.order.goods)
    return lines(bold(claimed), goods, counterparty(reader, case.side, case.supplier))


def _head(reader: Reader, case: ClaimCase) -> Html:
    status = case.claim.status
    mine = _MY_TURN.get(status) if case.is_my_turn else None
    if status is _S.AWAITING_SELLER and case.is_my_turn and case.claim.proposal.number > 1:
        head = reader.say("🔔 Your turn: the buyer proposes another amount")
    else:
        head = (mine or _ELSE[status])(reader)
    return lines(bold(head), claim_lines(reader, case))


def _amounts(reader: Reader, case: ClaimCase) -> Html:
    claim, agreed = case.claim, clause(reader, case.order.terms)
    claimed = reader.say("Claimed: {amount}", amount=reader.money(claim.claimed))
    if claim.proposal.number == 1:
        return lines(agreed, bold(claimed))
    named: dict[str, object] = {
        "amount": reader.money(claim.proposal.settlement.amount),
        "version": reader.number(claim.proposal.number),
    }
    proposed = (
        reader.say("Proposal {version}, by the buyer: {amount}", **named)
        if claim.proposal.side is Side.BUYER
        else reader.say("Proposal {version}, by the seller: {amount}", **named)
    )
    return lines(agreed, claimed, bold(proposed))


def _reason(reader: Reader, case: ClaimCase) -> Html:
    return lines(reader.say("Reason:"), quote(case.reason)) if case.reason else Html()


def _foot(reader: Reader, case: ClaimCase) -> Html:
    claim, moment = case.claim, reader.moment(case.claim.expires_at)
    if claim.is_undecided:
        until = reader.say("To be agreed by {moment}.", moment=moment)
        else_ = reader.say("Without an agreement by then it goes to the operator.")
        return lines(until, else_)
    if claim.status is _S.AGREED:
        return reader.say("To be paid by {moment}. The bot holds no money.", moment=moment)
    sentence = _NEXT.get((claim.status, case.side))
    return sentence(reader) if sentence else Html()
