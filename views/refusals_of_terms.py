"""Sentences for terms beyond their bounds, or against each other."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import terms
from domain.people import Side
from domain.refusal import Refusal
from views.reader import Reader

Sentence = Callable[[Reader, Mapping[str, Any]], str]


def _lead_time(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("Please give a lead time from 1 to {most} days.", most=facts["most"])


def _note(reader: Reader, facts: Mapping[str, Any]) -> str:
    most = reader.number(facts["most"])
    return reader.word("That note is too long: please use at most {most} characters.", most=most)


def _missing(reader: Reader, facts: Mapping[str, Any]) -> str:
    sentence = _MISSING.get(facts["term"])
    if sentence:
        return sentence(reader)
    return reader.word("The unit price is still missing. What would you like to pay?")


_MISSING: Final[Mapping[str, Callable[[Reader], str]]] = {
    "quantity": lambda reader: reader.word("The quantity is still missing. How many would you like?"),
    "trade_term": lambda reader: reader.word("A place needs a trade term before it, such as FOB Ningbo."),
    "custom_fee": lambda reader: reader.word("How much is the customization fee?"),
    "custom_fee_basis": lambda reader: reader.word("Is the customization fee for each piece, or once?"),
    "late_percent_per_day": lambda reader: reader.word("How many percent are paid for each day late?"),
}


def _tiers(reader: Reader, facts: Mapping[str, Any]) -> str:
    most = reader.number(facts["most"])
    return reader.word(
        "Please give at most {most} price tiers: counts that rise, prices that do not.", most=most
    )


def _against_tier(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word(
        "{price} contradicts the price tiers: {count} cost {tier} each.",
        price=reader.price(facts["price"]),
        count=reader.number(facts["count"]),
        tier=reader.price(facts["tier"]),
    )


def _against_trade_term(reader: Reader, facts: Mapping[str, Any]) -> str:
    named = facts["trade_term"]
    if facts["payer"] is Side.BUYER:
        return reader.word("{term} means that the buyer pays the freight. Please change one.", term=named)
    return reader.word("{term} means that the seller pays the freight. Please change one.", term=named)


def _compensation(reader: Reader, facts: Mapping[str, Any]) -> str:
    rate, cap = reader.hundredths(terms.MAX_LATE_PERCENT_PER_DAY), reader.percent(100)
    return reader.word(
        "Please give at most {rate} for each day late, capped at {cap} or less.", rate=rate, cap=cap
    )


def _valid_days(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("An offer may stand for 1 to {most} days.", most=facts["most"])


OF_TERMS: Final[Mapping[type[Refusal], Sentence]] = {
    terms.LeadTimeOutOfBounds: _lead_time,
    terms.DepositOutOfBounds: lambda reader, _: reader.word("Please give a deposit from 1 to 100 percent."),
    terms.NoteTooLong: _note,
    terms.MissingTerm: _missing,
    terms.CompensationOutOfBounds: _compensation,
    terms.ValidityOutOfBounds: _valid_days,
    terms.TiersDisorderly: _tiers,
    terms.PriceAgainstTier: _against_tier,
    terms.FreightAgainstTradeTerm: _against_trade_term,
    terms.NoBalanceLeft: lambda reader, _: reader.word(
        "With full payment in advance no balance is left. Please change one of the two."
    ),
    terms.CurrenciesMixed: lambda reader, _: reader.word("Please use one currency for all prices."),
}
