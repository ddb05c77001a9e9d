"""What refunds of claims and goods that travel for them refuse, said kindly."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import claim, repayment
from domain.refusal import Refusal
from services import given_back, repaying
from views.reader import Reader

Sentence = Callable[[Reader, Mapping[str, Any]], str]


def _below_given_back(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "Claims on this order may give back {amount}: its total cannot be less. Please propose other terms.",
        amount=reader.money(facts["given"]),
    )


def _below_repaid(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "{amount} was refunded for this claim already. Please give more than that.",
        amount=reader.money(facts["repaid"]),
    )


OF_RETURNS: Final[Mapping[type[Refusal], Sentence]] = {
    claim.BelowRepaid: _below_repaid,
    given_back.BelowGivenBack: _below_given_back,
    given_back.ClaimStands: lambda reader, _: reader.word(
        "A claim on the goods of this order is open. Please settle it or take it back first."
    ),
    repaying.RepaidMeanwhile: lambda reader, _: reader.word(
        "Something was refunded for this claim meanwhile. Here is what is left. Nothing was booked twice."
    ),
    repayment.NothingToRepay: lambda reader, _: reader.word(
        "Nothing is left that you could refund for this claim now. Nothing was booked."
    ),
}
