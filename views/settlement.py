"""A settlement of a claim in words: what is done, for how much, who pays the way back and to where."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.people import Side
from domain.settlement import Remedy, Settlement
from views.markup import Html, lines, quote
from views.reader import Reader

_Named = Callable[[Reader, str], Html]

_IN_SHORT: Final[Mapping[Remedy, _Named]] = {
    Remedy.COMPENSATION: lambda reader, amount: reader.say("compensation of {amount}", amount=amount),
    Remedy.REFUND: lambda reader, amount: reader.say("refund of {amount}, the goods are kept", amount=amount),
    Remedy.RETURN: lambda reader, amount: reader.say("goods back, then a refund of {amount}", amount=amount),
    Remedy.REPLACEMENT: lambda reader, _: reader.say("replacement, the seller sends again"),
    Remedy.NOTHING: lambda reader, _: reader.say("nothing, it is refused"),
}
REMEDIES: Final[Mapping[Remedy, Callable[[Reader], str]]] = {
    Remedy.COMPENSATION: lambda reader: reader.word("💰 Compensation"),
    Remedy.REFUND: lambda reader: reader.word("💰 Refund, goods are kept"),
    Remedy.RETURN: lambda reader: reader.word("↩️ Return and refund"),
    Remedy.REPLACEMENT: lambda reader: reader.word("🔁 Replacement"),
}
"""A button for each remedy that can be proposed."""
PAYERS: Final[Mapping[Side, Callable[[Reader], str]]] = {
    Side.BUYER: lambda reader: reader.word("The buyer pays the freight"),
    Side.SELLER: lambda reader: reader.word("The seller pays: freight collect"),
}
"""Who pays for the way back, as a button."""
_FREIGHT: Final[Mapping[Side, Callable[[Reader], Html]]] = {
    Side.BUYER: lambda reader: reader.say("Freight back: the buyer pays"),
    Side.SELLER: lambda reader: reader.say("Freight back: the seller pays (freight collect)"),
}


def in_short(reader: Reader, settlement: Settlement) -> Html:
    """What is proposed or agreed, as part of a sentence."""
    return _IN_SHORT[settlement.remedy](reader, reader.money(settlement.amount))


def way_back(reader: Reader, settlement: Settlement) -> Html:
    """Who pays for a return and where it goes; empty when nothing goes back."""
    if settlement.freight is None:
        return Html()
    address = lines(reader.say("Goes back to:"), quote(settlement.address)) if settlement.address else ""
    return lines(_FREIGHT[settlement.freight](reader), address)
