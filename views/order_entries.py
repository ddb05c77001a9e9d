"""What the record says of the deeds that carried an order on."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import Actor, Deed
from services.moves import Move
from views.markup import Html
from views.reader import Reader

WHAT: Final[Mapping[Deed, Callable[[Reader], str]]] = {
    Deed.EDIT: lambda reader: reader.word("✏️ Order changed"),
    Deed.CONFIRM: lambda reader: reader.word("✅ Order confirmed"),
    Deed.COMPLETE_CONFIRMATION: lambda reader: reader.word("✅ Order confirmed"),
    Deed.CANCEL: lambda reader: reader.word("✖️ Order cancelled"),
    Deed.EXPIRE: lambda reader: reader.word("⌛ Time ran out, order cancelled"),
    Deed.FUND: lambda reader: reader.word("💰 First payment booked"),
    Deed.START_PRODUCTION: lambda reader: reader.word("🏭 Production started"),
    Deed.SHIP: lambda reader: reader.word("🚚 A part shipped"),
    Deed.SHIP_REST: lambda reader: reader.word("🚚 Shipped in full"),
    Deed.RECEIVE: lambda reader: reader.word("📬 Goods received"),
    Deed.PROLONG: lambda reader: reader.word("⏳ Not arrived yet, more time given"),
    Deed.COMPLETE: lambda reader: reader.word("✅ Order completed"),
    Deed.AMEND: lambda reader: reader.word("📝 Order amended by both sides"),
    Deed.ASK_TO_CANCEL: lambda reader: reader.word("❔ Asked to cancel"),
    Deed.AGREE_TO_CANCEL: lambda reader: reader.word("✖️ Agreed to cancel"),
    Deed.REFUSE_TO_CANCEL: lambda reader: reader.word("↩️ Refused to cancel"),
    Deed.REMIND: lambda reader: reader.word("⏰ Both sides reminded"),
}
_WHO: Final[Mapping[Actor, Callable[[Reader], str]]] = {
    Actor.BUYER: lambda reader: reader.word("the buyer"),
    Actor.SELLER: lambda reader: reader.word("the seller"),
    Actor.CLOCK: lambda reader: reader.word("by itself"),
}


def carried_on(reader: Reader, move: Move) -> Html:
    """What was done, by whom, when."""
    return reader.say(
        "<b>{what}</b> · {who}, {moment}",
        what=WHAT[move.deed](reader),
        who=_WHO[move.actor](reader),
        moment=reader.moment(move.at),
    )
