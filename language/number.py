"""A single answer typed into a form: a count or a decimal, or the doubt that keeps it from being one."""

import re
from decimal import Decimal
from typing import Final

from domain.money import MAX_UNIT_PRICE_MAJOR
from domain.quantity import MAX_COUNT
from domain.terms import MAX_LATE_PERCENT_PER_DAY, MAX_LEAD_TIME_DAYS, MAX_VALID_DAYS
from language.digits import digits, mixes_scripts
from language.doubt import (
    Doubt,
    NotANumber,
    NotPositive,
    NotWhole,
    OutOfBounds,
    RangeGiven,
    Term,
    TooLong,
    TwoReadings,
)
from language.figure import MOST_CHARACTERS, Figure, Flaw
from language.fold import fold
from language.numeral import NUMERALS, numeral

BOUNDS: Final = {
    Term.QUANTITY: (Decimal(1), Decimal(MAX_COUNT)),
    Term.MINIMUM: (Decimal(1), Decimal(MAX_COUNT)),
    Term.UNIT_PRICE: (Decimal("0.0001"), Decimal(MAX_UNIT_PRICE_MAJOR)),
    Term.LEAD_TIME: (Decimal(1), Decimal(MAX_LEAD_TIME_DAYS)),
    Term.DEPOSIT: (Decimal(1), Decimal(100)),
    Term.FEE: (Decimal("0.0001"), Decimal(MAX_UNIT_PRICE_MAJOR)),
    Term.LATE: (Decimal("0.01"), Decimal(MAX_LATE_PERCENT_PER_DAY) / 100),
    Term.LATE_CAP: (Decimal(1), Decimal(100)),
    Term.VALIDITY: (Decimal(1), Decimal(MAX_VALID_DAYS)),
}
"""The least and the most of each term that is a number."""

_NEGATIVE: Final = re.compile(r"-\s*\d[\d.,]*")
_NUMERAL: Final = re.compile(
    rf"[\d.{''.join(sorted(NUMERALS))}点]*[{''.join(sorted(NUMERALS))}][\d点{''.join(sorted(NUMERALS))}]*"
)
_THOUSANDS: Final = re.compile(r"(\d[\d.,]*)\s?k")
_DIGITS: Final = re.compile(r"\d[\d.,]*")


def read_count(text: str, term: Term = Term.QUANTITY) -> int | Doubt:
    """The whole number that `text` is, within the bounds of `term`, or the doubt about it."""
    value = read_decimal(text, term)
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else NotWhole(term, value)


def read_decimal(text: str, term: Term = Term.UNIT_PRICE) -> Decimal | Doubt:
    """The number that `text` is, within the bounds of `term`, or the doubt about it."""
    answer = text.strip()
    if len(answer) > MOST_CHARACTERS:
        return TooLong(MOST_CHARACTERS)
    figure = _figure(answer)
    return flaw_of(figure, term) or bounded(figure.value, term) or figure.value


def read_percent(text: str) -> int | Doubt:
    """The whole percentage from 1 to 100 that `text` is, such as 30%; NotANumber without the sign."""
    number, sign, after = fold(text).strip().partition("%")
    return read_count(number, Term.DEPOSIT) if sign and not after else NotANumber(text)


def flaw_of(figure: Figure, term: Term) -> Doubt | None:
    """The doubt about a figure that is to be `term`; None when it has one value."""
    other = figure.other if figure.other is not None else figure.value
    match figure.flaw:
        case None:
            return None
        case Flaw.TWO_READINGS:
            return TwoReadings(term, figure.value, other)
        case Flaw.RANGE:
            return RangeGiven(term, figure.value, other)
        case Flaw.NOT_POSITIVE:
            return NotPositive(figure.text)
        case Flaw.NOT_A_NUMBER:
            return NotANumber(figure.text)


def bounded(value: Decimal, term: Term) -> Doubt | None:
    """OutOfBounds when `value` is beyond what `term` allows, NotPositive at nought; else None."""
    least, most = BOUNDS[term]
    if value == 0:
        return NotPositive(str(value))
    return None if least <= value <= most else OutOfBounds(term, value, least, most)


def _figure(answer: str) -> Figure:
    if mixes_scripts(answer):
        return Figure(Decimal(0), answer, Flaw.NOT_A_NUMBER)
    folded = fold(answer)
    if thousands := _THOUSANDS.fullmatch(folded):
        return digits(thousands[1]).times(1000)
    for pattern, reader in ((_DIGITS, digits), (_NUMERAL, numeral)):
        if pattern.fullmatch(folded):
            return reader(folded)
    flaw = Flaw.NOT_POSITIVE if _NEGATIVE.fullmatch(folded) else Flaw.NOT_A_NUMBER
    return Figure(Decimal(0), answer, flaw)
