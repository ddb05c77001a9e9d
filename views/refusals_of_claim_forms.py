"""What keeps a buyer from making a claim on goods, said kindly."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import claim_bounds
from domain.refusal import Refusal
from services import claim_answers, golden_beside
from views.reader import Reader

Sentence = Callable[[Reader, Mapping[str, Any]], str]


def _more_than_left(reader: Reader, facts: Mapping[str, Any]) -> str:
    if not facts["left"]:
        return reader.word("None of that is left to claim. Please choose what was in the order.")
    return reader.word("That is too many: at most {left} can be claimed.", left=reader.number(facts["left"]))


def _above_worth(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "Please give an amount above zero and up to {most}: so much the affected goods are worth.",
        most=reader.money(facts["worth"]),
    )


OF_CLAIM_FORMS: Final[Mapping[type[Refusal], Sentence]] = {
    claim_bounds.NotReceivedYet: lambda reader, _: reader.word(
        "The goods have not arrived yet. Confirm the receipt first, then you can claim a refund or a return."
    ),
    claim_bounds.TooLateToClaim: lambda reader, facts: reader.word(
        "That is possible for {days} days after receipt, which are over. Press Message to talk it over.",
        days=reader.number(facts["days"]),
    ),
    claim_bounds.ClaimOpen: lambda reader, _: reader.word(
        "A claim on this order is open already. Here it is; one at a time."
    ),
    claim_bounds.NothingLeft: lambda reader, _: reader.word(
        "Nothing is left to claim: all goods went back, or all money was given back."
    ),
    claim_bounds.MoreThanLeft: _more_than_left,
    claim_bounds.AboveWorth: _above_worth,
    claim_bounds.OtherCurrency: lambda reader, facts: reader.word(
        "This order is paid in {currency}. Please give the amount in it.", currency=facts["currency"]
    ),
    golden_beside.NothingBeside: lambda reader, _: reader.word(
        "There is nothing to put side by side: the golden sample or the claim has no photo."
    ),
    golden_beside.StillCopied: lambda reader, _: reader.word(
        "⏳ The photos are still being copied. Please press again in a minute."
    ),
    claim_answers.NotUnderstood: lambda reader, _: reader.word(
        "I could not read that. Please press a button, or write it another way."
    ),
    claim_answers.PhotosMissing: lambda reader, _: reader.word(
        "Please send at least one photo that shows what is wrong, then press Done."
    ),
}
