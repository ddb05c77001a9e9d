"""What the record of a claim says of each deed: what, by whom, when."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import Actor, Deed
from services.moves import Move
from views.markup import Html
from views.reader import Reader

_WHAT: Final[Mapping[Deed, Callable[[Reader], str]]] = {
    Deed.CLAIM: lambda reader: reader.word("📨 Claimed"),
    Deed.PROPOSE: lambda reader: reader.word("✍️ Another solution proposed"),
    Deed.AGREE: lambda reader: reader.word("🤝 Agreed"),
    Deed.AGREE_TO_RETURN: lambda reader: reader.word("🤝 Agreed: the goods go back"),
    Deed.APPROVE: lambda reader: reader.word("👍 Agreed, the other side not yet"),
    Deed.REFUSE: lambda reader: reader.word("✖️ Claim refused"),
    Deed.WITHDRAW: lambda reader: reader.word("↩️ Claim withdrawn"),
    Deed.EXPIRE: lambda reader: reader.word("⌛ Time ran out, claim closed"),
    Deed.REMIND: lambda reader: reader.word("⏰ Reminded"),
    Deed.COMPENSATE: lambda reader: reader.word("✅ Compensation paid"),
    Deed.DEDUCT: lambda reader: reader.word("✅ Deducted from the balance"),
    Deed.REFUND_PART: lambda reader: reader.word("💰 A part refunded"),
    Deed.REFUND: lambda reader: reader.word("💰 Refunded in full"),
    Deed.SEND_BACK: lambda reader: reader.word("📦 Goods sent back"),
    Deed.TAKE_BACK: lambda reader: reader.word("📬 Returned goods received"),
    Deed.SEND_REPLACEMENT: lambda reader: reader.word("🔁 Replacement sent"),
    Deed.RECEIVE: lambda reader: reader.word("📬 Replacement received"),
    Deed.CONTEST: lambda reader: reader.word("⚠️ What came is contested"),
    Deed.ESCALATE: lambda reader: reader.word("⚖️ Operator called in"),
    Deed.ASK_EVIDENCE: lambda reader: reader.word("❓ Evidence asked for"),
    Deed.SUGGEST: lambda reader: reader.word("💡 Settlement suggested"),
    Deed.DECIDE: lambda reader: reader.word("⚖️ Decided"),
    Deed.DECIDE_RETURN: lambda reader: reader.word("⚖️ Decided: the goods go back"),
    Deed.DISMISS: lambda reader: reader.word("⚖️ Decided: nothing is owed"),
}
_WHO: Final[Mapping[Actor, Callable[[Reader], str]]] = {
    Actor.BUYER: lambda reader: reader.word("the buyer"),
    Actor.SELLER: lambda reader: reader.word("the seller"),
    Actor.OPERATOR: lambda reader: reader.word("the operator"),
    Actor.CLOCK: lambda reader: reader.word("by itself"),
}


def claim_entry(reader: Reader, move: Move) -> Html:
    """One deed in a claim."""
    return reader.say(
        "<b>{what}</b> · {who}, {moment}",
        what=_WHAT[move.deed](reader),
        who=_WHO[move.actor](reader),
        moment=reader.moment(move.at),
    )
