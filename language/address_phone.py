"""The phone number within an address, or what was meant as one and is none."""

import re
from dataclasses import dataclass
from typing import Any, Final

from language.fold import fold

_LABELLED: Final = re.compile(
    r"(?:tel|telephone|phone|mobile|mob|cell|whatsapp|电话|手机|手机号|联系电话)\.?\s*[:：.]?\s*"
    r"(?P<number>\+?[\d(][\d\s().\-/]{2,24})",
    re.IGNORECASE,
)
_ABROAD: Final = re.compile(r"(?<![\d+])\+\d[\d\s().\-/]{3,24}")
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as E.164 with its country, and as it was `written`; without `number` it is none."""

    number: str = ""
    country: str = ""
    written: str = ""


def find_phone(text: str, country: str) -> Phone:
    """The first number in a text that can be called; without a + it is one of `country`.

    Source of the rules: Google's libphonenumber, by its Python port.
    """
    # 3 MB of rules that a bot at rest need not hold.
    import phonenumbers

    folded = fold(text)
    for match in phonenumbers.PhoneNumberMatcher(folded, country or None):
        return Phone(_e164(match.number), _region(match.number), text[match.start : match.end])
    meant = _LABELLED.search(folded) or _ABROAD.search(folded)
    if meant is None:
        return Phone()
    start, end = meant.span("number") if "number" in meant.groupdict() else meant.span()
    return Phone(written=text[start:end].strip(" .-/("))


def read_phone(typed: str, country: str) -> str | None:
    """The number of an answer as E.164; without a + it is one of `country`. None for what is none."""
    import phonenumbers

    try:
        number = phonenumbers.parse(fold(typed)[:_MOST], country or None)
    except phonenumbers.NumberParseException:
        return None
    return _e164(number) if phonenumbers.is_valid_number(number) else None


def example_phone(country: str) -> str:
    """A number that could be one of the country, to show how it is written."""
    import phonenumbers

    kind = phonenumbers.PhoneNumberType.MOBILE
    number = phonenumbers.example_number_for_type(country or _ANYWHERE, kind)
    return _international(number) if number else example_phone(_ANYWHERE)


_ANYWHERE: Final = "DE"


def _e164(number: Any) -> str:
    import phonenumbers

    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _international(number: Any) -> str:
    import phonenumbers

    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def _region(number: Any) -> str:
    import phonenumbers

    return str(phonenumbers.region_code_for_number(number) or "")
