"""Whose turn it is in a claim that an operator decided."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import ClaimStatus
from domain.people import Side
from domain.settlement import Remedy
from services.claim_case import ClaimCase
from views.markup import Html
from views.reader import Reader

_Sentence = Callable[[Reader], Html]
_Turn = tuple[ClaimStatus, Remedy, bool]
_S: Final = ClaimStatus

_TURNS: Final[Mapping[_Turn, _Sentence]] = {
    (_S.DECIDED, Remedy.COMPENSATION, True): lambda reader: reader.say(
        "⚖️ Decided. Your turn: pay the compensation"
    ),
    (_S.DECIDED, Remedy.COMPENSATION, False): lambda reader: reader.say(
        "⚖️ Decided. Waiting for the seller to pay the compensation"
    ),
    (_S.DECIDED, Remedy.REFUND, True): lambda reader: reader.say("⚖️ Decided. Your turn: pay the refund"),
    (_S.DECIDED, Remedy.REFUND, False): lambda reader: reader.say(
        "⚖️ Decided. Waiting for the seller to pay the refund"
    ),
    (_S.DECIDED, Remedy.REPLACEMENT, True): lambda reader: reader.say(
        "⚖️ Decided. Your turn: send the replacement"
    ),
    (_S.DECIDED, Remedy.REPLACEMENT, False): lambda reader: reader.say(
        "⚖️ Decided. Waiting for the seller's replacement"
    ),
    (_S.AWAITING_RETURN, Remedy.RETURN, True): lambda reader: reader.say(
        "⚖️ Decided. Waiting for the buyer to send the goods back"
    ),
    (_S.AWAITING_RETURN, Remedy.RETURN, False): lambda reader: reader.say(
        "⚖️ Decided. Your turn: send the goods back"
    ),
    (_S.CLOSED, Remedy.NOTHING, True): lambda reader: reader.say("⚖️ Decided: you owe nothing"),
    (_S.CLOSED, Remedy.NOTHING, False): lambda reader: reader.say("⚖️ Decided: nothing is owed to you"),
}
"""By where it stands, what was decided, and whether it is the seller who reads."""


def decided_headline(reader: Reader, case: ClaimCase) -> Html:
    """What this side has to do, or whom it waits for, after a decision; empty without one."""
    claim = case.claim
    turn = (claim.status, claim.proposal.settlement.remedy, case.side is Side.SELLER)
    told = _TURNS.get(turn) if claim.decided else None
    return told(reader) if told else Html()
