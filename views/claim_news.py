"""What is said above a claim's card of what the other side, the clock or the operator did."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from domain.lifecycle import Actor, ClaimStatus
from domain.people import Side
from services.claim_case import ClaimCase
from services.notices import News
from views.markup import Html
from views.reader import Reader

_Said = Callable[[Reader, ClaimCase, datetime], Html]
_S: Final = ClaimStatus


def _of_sides(by_buyer: Callable[[Reader], Html], by_seller: Callable[[Reader], Html]) -> _Said:
    return lambda reader, case, now: (by_seller if case.side is Side.BUYER else by_buyer)(reader)


def _agreed(reader: Reader, case: ClaimCase, now: datetime) -> Html:
    """What was suggested by an operator is nobody's own proposal."""
    is_suggested = case.claim.proposal.by is Actor.OPERATOR
    return (_SUGGESTION_HOLDS if is_suggested else _PROPOSAL_HOLDS)(reader, case, now)


def _ran_out(reader: Reader, case: ClaimCase, now: datetime) -> Html:
    said = _RAN_OUT.get(case.claim.status)
    return said(reader) if said else Html()


_PROPOSAL_HOLDS: Final = _of_sides(
    lambda reader: reader.say("🎉 The buyer agreed to your proposal."),
    lambda reader: reader.say("🎉 The seller agreed to your proposal."),
)
_SUGGESTION_HOLDS: Final = _of_sides(
    lambda reader: reader.say("🎉 The buyer agrees too, so what the operator suggested holds."),
    lambda reader: reader.say("🎉 The seller agrees too, so what the operator suggested holds."),
)
_RAN_OUT: Final[Mapping[ClaimStatus, Callable[[Reader], Html]]] = {
    _S.CLOSED: lambda reader: reader.say("⌛ The goods were not sent back in time."),
    _S.AGREED: lambda reader: reader.say("⌛ The seller said nothing, so the goods count as back."),
    _S.SETTLED: lambda reader: reader.say(
        "⌛ The buyer said nothing, so the replacement counts as received."
    ),
}
CLAIM_NEWS: Final[Mapping[News, Callable[[Reader, Any, datetime], Html]]] = {
    News.CLAIM_RUNS_OUT: lambda reader, case, now: reader.say(
        "⏰ Only {left} left.", left=reader.duration(case.claim.expires_at - now)
    ),
    News.CLAIM_APPROVED: _of_sides(
        lambda reader: reader.say("👍 The buyer agrees to this. If you agree too, it holds."),
        lambda reader: reader.say("👍 The seller agrees to this. If you agree too, it holds."),
    ),
    News.CLAIM_AGREED: _agreed,
    News.CLAIM_ESCALATED: lambda reader, case, now: reader.say(
        "⚖️ The operator was called in: he looks into this claim."
    ),
    News.CLAIM_OVERDUE: lambda reader, case, now: reader.say("⏰ What was agreed is overdue."),
    News.CLAIM_RAN_OUT: _ran_out,
}
"""Where nothing is said, the card's own headline says it."""
