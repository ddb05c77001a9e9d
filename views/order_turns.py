"""Whose turn it is in an order that both sides confirmed, and until when; the same table for both sides."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import OPEN_CLAIMS, OrderStatus
from domain.people import Side
from services.cases import OrderCase
from views.markup import Html
from views.reader import Reader

_Sentence = Callable[[Reader], Html]
_Until = Callable[[Reader, str], Html]
_S, _BUYER, _SELLER = OrderStatus, Side.BUYER, Side.SELLER
_FUNDED: Final = "funded"
_STATED: Final = "stated"

_TURNS: Final[Mapping[tuple[str, Side], _Sentence]] = {
    (_S.AWAITING_PAYMENT, _BUYER): lambda reader: reader.say("🔔 Awaiting payment · Your turn to pay"),
    (_S.AWAITING_PAYMENT, _SELLER): lambda reader: reader.say(
        "⏳ Awaiting payment · Waiting for the buyer to pay"
    ),
    (_STATED, _BUYER): lambda reader: reader.say(
        "⏳ Awaiting payment · Waiting for the seller to find your money"
    ),
    (_STATED, _SELLER): lambda reader: reader.say("🔔 Awaiting payment · Your turn: the buyer says he paid"),
    (_FUNDED, _BUYER): lambda reader: reader.say("⏳ Waiting for the seller to start production"),
    (_FUNDED, _SELLER): lambda reader: reader.say("🔔 Your turn: please start production"),
    (_S.IN_PRODUCTION, _BUYER): lambda reader: reader.say(
        "🏭 In production · Waiting for the seller to ship"
    ),
    (_S.IN_PRODUCTION, _SELLER): lambda reader: reader.say("🏭 In production · Your turn to ship"),
    (_S.SHIPPED, _BUYER): lambda reader: reader.say("🚚 Shipped · Please confirm when the goods are there"),
    (_S.SHIPPED, _SELLER): lambda reader: reader.say("🚚 Shipped · Waiting for the buyer to confirm receipt"),
    (_S.DELIVERED, _BUYER): lambda reader: reader.say("📬 Delivered · Please check the goods"),
    (_S.DELIVERED, _SELLER): lambda reader: reader.say("📬 Delivered · The buyer checks the goods"),
    (_S.COMPLETED, _BUYER): lambda reader: reader.say("✅ Completed"),
    (_S.COMPLETED, _SELLER): lambda reader: reader.say("✅ Completed"),
    (_S.CANCELLED, _BUYER): lambda reader: reader.say("✖️ Cancelled"),
    (_S.CANCELLED, _SELLER): lambda reader: reader.say("✖️ Cancelled"),
}
_ASKED: Final[Mapping[tuple[Side, Side], _Sentence]] = {
    (_BUYER, _BUYER): lambda reader: reader.say("⏳ You asked to cancel. Waiting for the seller's answer"),
    (_SELLER, _SELLER): lambda reader: reader.say("⏳ You asked to cancel. Waiting for the buyer's answer"),
    (_BUYER, _SELLER): lambda reader: reader.say("🔔 Your turn: the buyer asks to cancel the order"),
    (_SELLER, _BUYER): lambda reader: reader.say("🔔 Your turn: the seller asks to cancel the order"),
}
"""By who asked, and who reads."""
_TO_AMEND: Final[Mapping[Side, _Sentence]] = {
    _BUYER: lambda reader: reader.say("🔔 Your turn: the seller wants to change the order"),
    _SELLER: lambda reader: reader.say("🔔 Your turn: the buyer wants to change the order"),
}
"""By who reads, and is asked."""

_UNTIL: Final[Mapping[str, _Until]] = {
    _S.AWAITING_PAYMENT: lambda reader, when: reader.say(
        "⏰ If nothing is paid by {moment}, the order is cancelled.", moment=when
    ),
    _FUNDED: lambda reader, when: reader.say("📅 To be shipped by {moment}", moment=when),
    _S.IN_PRODUCTION: lambda reader, when: reader.say("📅 To be shipped by {moment}", moment=when),
    _S.SHIPPED: lambda reader, when: reader.say(
        "📅 Unless the buyer says otherwise, the goods count as received on {moment}.", moment=when
    ),
    _S.DELIVERED: lambda reader, when: reader.say(
        "📅 The order completes by itself on {moment}, once everything is paid.", moment=when
    ),
}


def turn(reader: Reader, case: OrderCase) -> Html:
    """The headline: what to do, or whom one waits for."""
    asked_by = case.order.cancel_asked_by
    if asked_by:
        return _ASKED[asked_by, case.side](reader)
    if case.amendment and case.amendment.side is not case.side:
        return _TO_AMEND[case.side](reader)
    is_approved = case.order.is_sample and case.after_sample is not None and case.after_sample.golden
    if is_approved and case.order.status is _S.DELIVERED:
        return reader.say("🏅 Delivered, and approved as the golden sample")
    return _TURNS[_stand(case), case.side](reader)


def until(reader: Reader, case: OrderCase) -> Html:
    """When the clock does what, by the promise or by the present status; a day that passed is said above."""
    order = case.order
    if order.cancel_until:
        return reader.say(
            "⏰ Without an answer by {moment} the request counts as refused.",
            moment=reader.moment(order.cancel_until),
        )
    stand = _stand(case)
    if stand is _S.DELIVERED and any(claim.status in OPEN_CLAIMS for claim in case.claims):
        return reader.say("📅 The order does not complete by itself before the claim is over.")
    is_promise = stand in (_FUNDED, _S.IN_PRODUCTION)
    if is_promise and case.late:
        return Html()
    moment = order.promised_at if is_promise else order.expires_at
    return _UNTIL[stand](reader, reader.moment(moment)) if stand in _UNTIL and moment else Html()


def _stand(case: OrderCase) -> str:
    if case.order.status is not _S.AWAITING_PAYMENT:
        return case.order.status
    if case.order.is_funded:
        return _FUNDED
    return _STATED if case.stated else case.order.status
