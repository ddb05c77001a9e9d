"""The country that an address names: as its last part, behind the city, or in Chinese before it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from domain.freight.zones import CHINA, COUNTRIES
from domain.places import CITIES, PROVINCES
from language.countries import country_names, read_country
from language.fold import fold

_STATES: Final = frozenset(
    (
        *(
            "AL",
            "AK",
            "AZ",
            "AR",
            "CA",
            "CO",
            "CT",
            "DE",
            "FL",
            "GA",
            "HI",
            "ID",
            "IL",
            "IN",
            "IA",
            "KS",
            "KY",
        ),
        *(
            "LA",
            "ME",
            "MD",
            "MA",
            "MI",
            "MN",
            "MS",
            "MO",
            "MT",
            "NE",
            "NV",
            "NH",
            "NJ",
            "NM",
            "NY",
            "NC",
            "ND",
        ),
        *(
            "OH",
            "OK",
            "OR",
            "PA",
            "RI",
            "SC",
            "SD",
            "TN",
            "TX",
            "UT",
            "VT",
            "VA",
            "WA",
            "WV",
            "WI",
            "WY",
            "DC",
        ),
    )
)
"""Of the United States: CA behind a city is no Canada."""
_STATE_AND_ZIP: Final = re.compile(r"\b([A-Z]{2})\.? \d{5}(?:-\d{4})?$")
_LABEL: Final = re.compile(r"(?:country|国家)\s*[:：]?\s*", re.IGNORECASE)
_AT_HOME: Final = frozenset(("china", "prchina", "prc", "中国", "中国大陆"))
_BESIDE_CHINA: Final = {"Hong Kong": "HK", "Macau": "MO", "Taiwan": "TW"}
_UNSURE: Final = frozenset(("georgia", "jersey"))
"""A state of the United States, or a town there, as often as a country."""
_MOST_WORDS: Final = 4
_CODE: Final = re.compile(r"[A-Z]{2}")


def is_country(code: str) -> bool:
    """Whether goods can go to the country of this code, China itself among them."""
    return code == CHINA or code in COUNTRIES


def country_in(parts: Sequence[str]) -> str:
    """ISO 3166 code of the country; empty when none is named, or what is named has two readings."""
    found = (_of_part(_LABEL.sub("", part, count=1).strip()) for part in reversed(parts))
    return next((code for code in found if code), "") or _chinese(parts)


def _of_part(part: str) -> str:
    """The whole part is a country, or its last words are one: "1011 AB Amsterdam, The Netherlands"."""
    zip_code = _STATE_AND_ZIP.search(part)
    if zip_code and zip_code[1] in _STATES:
        return "US"
    words = part.split()
    ends = (" ".join(words[-count:]) for count in range(min(len(words), _MOST_WORDS), 0, -1))
    return next((code for end in ends if (code := _named(end))), "")


def _named(words: str) -> str:
    folded = "".join(char for char in fold(words).casefold() if char.isalnum())
    if folded in _UNSURE or words in _STATES:
        return ""
    if folded in _AT_HOME or words == CHINA:
        return CHINA
    return read_country(words) or ""


def _chinese(parts: Sequence[str]) -> str:
    """荷兰鹿特丹…, or a place in China: 宁波市…, 浙江省…"""
    for part in (fold(part) for part in parts):
        country = next((code for name, code in _countries() if part.startswith(name)), "")
        if country:
            return country
        place = next((key for name, key in _places() if part.startswith(name)), "")
        if place:
            return _BESIDE_CHINA.get(place, CHINA)
    return ""


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    """Names in Chinese, the longest first."""
    named = {name: code for name, code in country_names().items() if not name.isascii()}
    return tuple(sorted({**named, "中国": CHINA}.items(), key=lambda pair: -len(pair[0])))


@cache
def _places() -> tuple[tuple[str, str], ...]:
    """Provinces and cities of China in both languages; the English ones only as a whole part."""
    return tuple((name, key) for key, name in (PROVINCES | CITIES).items())
