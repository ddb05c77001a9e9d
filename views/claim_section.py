"""What an order's card says of the claims on it, and the button that leads to the latest."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.claim import Claim
from domain.lifecycle import ClaimStatus
from services.cases import OrderCase
from views.callback_data.claim import BringClaim
from views.markup import Html, lines
from views.reader import Reader
from views.screen import Button
from views.settlement import in_short

_C: Final = ClaimStatus


def claim_section(reader: Reader, case: OrderCase) -> Html:
    """A line for each claim: what is on the table, and whose turn it is."""
    return lines(*(_line(reader, claim) for claim in case.claims))


def standing_claim_button(reader: Reader, case: OrderCase) -> Button | None:
    """Leads both sides to the claim that stands, the latest if there are several."""
    if not case.claims:
        return None
    return Button(reader.word("⚖️ Claim"), BringClaim(claim_id=case.claims[-1].id).pack())


def _line(reader: Reader, claim: Claim) -> Html:
    named: dict[str, object] = {
        "proposal": in_short(reader, claim.proposal.settlement),
        "status": _STATUS[claim.status](reader),
    }
    return reader.say("⚖️ Claim: {proposal} · {status}", **named)


_STATUS: Final[Mapping[ClaimStatus, Callable[[Reader], Html]]] = {
    _C.AWAITING_SELLER: lambda reader: reader.say("waiting for the seller's answer"),
    _C.AWAITING_BUYER: lambda reader: reader.say("waiting for the buyer's answer"),
    _C.AGREED: lambda reader: reader.say("agreed, the seller's turn"),
    _C.AWAITING_RETURN: lambda reader: reader.say("the buyer is to send the goods back"),
    _C.AWAITING_RECEIPT: lambda reader: reader.say("the goods are on their way back"),
    _C.AWAITING_REPLACEMENT: lambda reader: reader.say("the replacement is on its way"),
    _C.ESCALATED: lambda reader: reader.say("the operator looks at it"),
    _C.DECIDED: lambda reader: reader.say("decided by the operator, the seller's turn"),
    _C.REFUNDED: lambda reader: reader.say("refunded"),
    _C.SETTLED: lambda reader: reader.say("settled"),
    _C.CLOSED: lambda reader: reader.say("closed"),
    _C.WITHDRAWN: lambda reader: reader.say("withdrawn"),
    _C.UNANSWERED: lambda reader: reader.say("not answered in time"),
}
