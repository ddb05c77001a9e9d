"""What a reading is not sure of, as data: each doubt becomes one question, never a guess."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from domain.quantity import Unit


class Term(StrEnum):
    """The term a figure may belong to; the values are the fields of TermsDraft."""

    QUANTITY = "quantity"
    UNIT_PRICE = "unit_price"
    LEAD_TIME = "lead_time_days"
    SHIPPING = "shipping"
    PAYMENT = "payment"
    DEPOSIT = "deposit_percent"
    MINIMUM = "moq"
    FREIGHT = "freight_payer"
    TRADE_TERM = "trade_term"
    BALANCE = "balance_due"
    QUALITY = "quality"
    FEE = "custom_fee"
    LATE = "late_percent_per_day"
    LATE_CAP = "late_cap_percent"
    VALIDITY = "valid_days"


class Limit(StrEnum):
    """The direction of a limit."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"


@dataclass(frozen=True, slots=True)
class TwoReadings:
    """One figure that can be read in two ways, such as 1.000."""

    term: Term
    first: Decimal
    second: Decimal


@dataclass(frozen=True, slots=True)
class RangeGiven:
    """A range where one figure is needed."""

    term: Term
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class LimitGiven:
    """A limit such as "at most 500" where one figure is needed."""

    term: Term
    limit: Limit
    value: Decimal


@dataclass(frozen=True, slots=True)
class OutOfBounds:
    """A figure outside what the term allows, from `least` to `most`."""

    term: Term
    value: Decimal
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class NotANumber:
    """Something that stands for a number and is none: 1e9, NaN, ½; `text` as written."""

    text: str


@dataclass(frozen=True, slots=True)
class NotPositive:
    """A negative number or nought, `text` as written."""

    text: str


@dataclass(frozen=True, slots=True)
class NotWhole:
    """A fraction where only whole numbers count."""

    term: Term
    value: Decimal


@dataclass(frozen=True, slots=True)
class WhichTerm:
    """A bare number that may be the price of one or the quantity."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class TotalOrUnit:
    """An amount that may be the price of one or of all `count`."""

    amount: Decimal
    currency: str
    count: int


@dataclass(frozen=True, slots=True)
class PerWhichUnit:
    """A price for one `first`, as said if `is_said`, or for one `second`, the goods' own unit."""

    amount: Decimal
    currency: str
    first: Unit
    second: Unit
    is_said: bool = False


@dataclass(frozen=True, slots=True)
class TooFine:
    """An `amount` for `count` units that comes to no price of one in the currency: 12.12345, or 100 for 3."""

    amount: Decimal
    currency: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class SeveralValues:
    """Different values for one term, in the order of the line: amounts, or names of methods."""

    term: Term
    values: tuple[Decimal | str, ...]


@dataclass(frozen=True, slots=True)
class FeeForWhat:
    """A customization fee that may be for each piece or once for the order."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class DayOutOfReach:
    """A day for delivery that is past, or further off than `most` days; `text` as written."""

    text: str
    most: int


@dataclass(frozen=True, slots=True)
class TooLong:
    """More than `most` characters where a number is asked for."""

    most: int


Doubt = (
    TwoReadings
    | RangeGiven
    | LimitGiven
    | OutOfBounds
    | NotANumber
    | NotPositive
    | NotWhole
    | WhichTerm
    | TotalOrUnit
    | PerWhichUnit
    | TooFine
    | SeveralValues
    | FeeForWhat
    | DayOutOfReach
    | TooLong
)
