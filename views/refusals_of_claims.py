"""What a claim refuses, said kindly."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import claim, proposal, settlement
from domain.refusal import Refusal
from services import arbitrating, claiming, compensating, proposing
from views.reader import Reader

Sentence = Callable[[Reader, Mapping[str, Any]], str]


def _above(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "Please give an amount above zero and up to {amount}, what was claimed.",
        amount=reader.money(facts["claimed"]),
    )


def _reason(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("Please give a reason of 1 to {most} characters.", most=reader.number(facts["most"]))


def _too_early(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "Please talk first. You can call the operator in from {moment}.",
        moment=reader.moment(facts["until"]),
    )


def _too_much(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "Please give an amount above zero and up to {amount}, what is left to refund.",
        amount=reader.money(facts["left"]),
    )


def _return(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "A return needs who pays the freight, and an address of 1 to {most} characters.",
        most=reader.number(facts["most"]),
    )


def _not_enough(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "The buyer owes only {amount}, so it cannot be deducted. Please pay it.",
        amount=reader.money(facts["owed"]),
    )


OF_CLAIMS: Final[Mapping[type[Refusal], Sentence]] = {
    claim.StaleClaim: lambda reader, _: reader.word(
        "Another amount stands since. Please look at the current card; nothing was agreed."
    ),
    claim.ClaimMoveNotAllowed: lambda reader, _: reader.word(
        "That is not possible now: it is the other side's turn, or this is over."
    ),
    claim.AboveClaim: _above,
    claim.SameSettlement: lambda reader, _: reader.word(
        "That is the very proposal on the table. To take it, press Agree."
    ),
    claim.RemedyNotAllowed: lambda reader, _: reader.word("This claim cannot be settled in that way."),
    claim.TooEarlyToEscalate: _too_early,
    claim.DecidedAlready: lambda reader, _: reader.word(
        "The operator has decided this claim. The decision is final."
    ),
    claim.RefundsTooMuch: _too_much,
    settlement.ReturnIncomplete: _return,
    settlement.AmountMissing: lambda reader, _: reader.word("Please give an amount above zero."),
    proposal.ReasonUnusable: _reason,
    arbitrating.OwnDispute: lambda reader, _: reader.word(
        "You have a part in this order, so another operator decides."
    ),
    proposing.ProposalUnclear: lambda reader, _: reader.word(
        "I did not understand this as one proposal. Please press a button, or write for example: refund 200"
    ),
    claiming.NothingToClaim: lambda reader, _: reader.word(
        "There is nothing to claim now: a claim stands already, or all that was agreed is dealt with."
    ),
    claiming.ClaimGrew: lambda reader, _: reader.word(
        "Another day has begun, so the amount has changed. Please look again; nothing was sent."
    ),
    compensating.NotEnoughOwed: _not_enough,
}
