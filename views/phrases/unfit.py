"""What is said of a value that does not fit its slot: what would."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.phrase import MAX_DAYS, MAX_PORT_LENGTH, TRADE_TERMS, Kind
from domain.quantity import MAX_COUNT
from views.reader import Reader

_SENTENCES: Final[Mapping[Kind, Callable[[Reader], str]]] = {
    Kind.DAYS: lambda reader: reader.word("Please give a number of days from 1 to {most}.", most=MAX_DAYS),
    Kind.QUANTITY: lambda reader: reader.word(
        "Please give a whole quantity from 1 to {most}, in the unit in which the product is sold.",
        most=reader.number(MAX_COUNT),
    ),
    Kind.PRICE: lambda reader: reader.word(
        "Please give a price above zero in the currency of the product, with at most 4 decimals."
    ),
    Kind.MONEY: lambda reader: reader.word(
        "Please give an amount above zero in the currency of the product, such as 200."
    ),
    Kind.PERCENT: lambda reader: reader.word("Please give a whole percentage from 1 to 100."),
    Kind.DATE: lambda reader: reader.word(
        "Please give a date within a year from today, such as 2026-12-24 or 24 Dec."
    ),
    Kind.PORT: lambda reader: reader.word(
        "Please give the name of a port or city, without figures, in at most {most} letters.",
        most=MAX_PORT_LENGTH,
    ),
    Kind.TERM: lambda reader: reader.word("Please give one of {terms}.", terms=", ".join(TRADE_TERMS)),
}


def unfit(reader: Reader, facts: Mapping[str, Any]) -> str:
    """The sentence about a value that is none for a slot of this `kind`, as plain text."""
    return _SENTENCES[facts["kind"]](reader)
