"""The bounds of each term, and what is refused beyond them."""

from collections.abc import Mapping
from typing import Final

from domain.quantity import MAX_COUNT
from domain.refusal import Refusal

MAX_LEAD_TIME_DAYS: Final = 365
MAX_NOTE_LENGTH: Final = 500
MAX_PLACE_LENGTH: Final = 60
MAX_FILE_LENGTH: Final = 128
MAX_NUMBER_LENGTH: Final = 20
MAX_TIERS: Final = 6
MAX_LATE_PERCENT_PER_DAY: Final = 1000
"""Hundredths of a percent: ten percent a day."""
MAX_VALID_DAYS: Final = 30


class TermOutOfBounds(Refusal):
    """The `value` of `term`, the name of a field of Terms, is not between 1 and `most`."""


class LeadTimeOutOfBounds(TermOutOfBounds):
    """`days` is not between 1 and `most`."""


class DepositOutOfBounds(TermOutOfBounds):
    """`percent` is not between 1 and 100."""


class MoqOutOfBounds(TermOutOfBounds):
    """`count` is not between 1 and `most`."""


class CompensationOutOfBounds(TermOutOfBounds):
    """`hundredths` of a percent a day, or the cap's `percent`, is not between 1 and `most`."""


class ValidityOutOfBounds(TermOutOfBounds):
    """`days` is not between 1 and `most`."""


class NoteTooLong(Refusal):
    """The words of `term` have more than `most` characters."""


class MissingTerm(Refusal):
    """`term` is needed before an offer can be sent: the name of a field of Terms."""


class TiersDisorderly(Refusal):
    """Price tiers are more than `most`, or do not rise in count, or rise in price, or mix currencies."""


class PriceAgainstTier(Refusal):
    """The unit price `price` is not the `tier` price of the `count` ordered."""


class FreightAgainstTradeTerm(Refusal):
    """Under `trade_term` the main freight is paid by `payer`, and the offer says the other side."""


class NoBalanceLeft(Refusal):
    """The whole price is paid in advance: no balance is left to fall due."""


class CurrenciesMixed(Refusal):
    """One offer names more than one of `currencies`."""


FIGURES: Final[Mapping[str, tuple[int, str, type[TermOutOfBounds]]]] = {
    "moq": (MAX_COUNT, "count", MoqOutOfBounds),
    "lead_time_days": (MAX_LEAD_TIME_DAYS, "days", LeadTimeOutOfBounds),
    "deposit_percent": (100, "percent", DepositOutOfBounds),
    "late_percent_per_day": (MAX_LATE_PERCENT_PER_DAY, "hundredths", CompensationOutOfBounds),
    "late_cap_percent": (100, "percent", CompensationOutOfBounds),
    "valid_days": (MAX_VALID_DAYS, "days", ValidityOutOfBounds),
}
"""Terms that are whole numbers from 1: the most, what a refusal calls the value, and the refusal."""

WORDS: Final[Mapping[str, int]] = {
    "trade_place": MAX_PLACE_LENGTH,
    "quality_note": MAX_NOTE_LENGTH,
    "custom_note": MAX_NOTE_LENGTH,
    "logo_file": MAX_FILE_LENGTH,
    "sample": MAX_NUMBER_LENGTH,
    "note": MAX_NOTE_LENGTH,
}
"""Terms in free words, and how many characters each may have, as Telegram counts: UTF-16 units."""


def check_figure(term: str, value: int | None) -> None:
    """Raises the term's own TermOutOfBounds."""
    most, named, refusal = FIGURES[term]
    if value is not None and not 0 < value <= most:
        raise refusal(**{named: value}, term=term, most=most)


def check_words(term: str, words: str) -> None:
    """Raises NoteTooLong."""
    length = len(words.encode("utf-16-le")) // 2
    if length > WORDS[term]:
        raise NoteTooLong(term=term, length=length, most=WORDS[term])
