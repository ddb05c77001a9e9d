"""Countries as people name them, in English or Chinese, and their ISO 3166 codes."""

import difflib
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from babel.core import Locale

from domain.freight.zones import COUNTRIES
from language.fold import fold

_OTHER_NAMES: Final = {
    "AE": "uae emirates dubai 阿联酋 迪拜",
    "AU": "澳洲",
    "BA": "bosnia 波黑",
    "CD": "drcongo 刚果金",
    "CG": "congo 刚果布",
    "CI": "ivorycoast 科特迪瓦",
    "CZ": "czechrepublic 捷克共和国",
    "DO": "多米尼加共和国",
    "GB": "uk england scotland wales britain greatbritain 大不列颠",
    "HK": "hongkong 香港",
    "KR": "korea 南韩",
    "LA": "老挝",
    "MM": "burma",
    "MO": "macau macao 澳门",
    "MK": "macedonia",
    "NL": "holland thenetherlands",
    "NZ": "纽西兰",
    "PS": "palestine 巴勒斯坦",
    "RU": "russianfederation 俄国",
    "SA": "saudi ksa 沙特",
    "TR": "turkey 土耳其",
    "US": "usa unitedstatesofamerica america theus theusa",
    "VN": "vietnam",
}
_BEFORE: Final = re.compile(r"^\s*(?:(?:please )?(?:ship|send|deliver)?\s*to\s+|(?:请)?[发送运寄]?[到往至])")
_CODE: Final = re.compile(r"[A-Z]{2}")
_CLOSE_ENOUGH: Final = 0.72


def read_country(text: str) -> str | None:
    """The code of the country that the whole text names; None when it names none."""
    written = text.strip()
    if _CODE.fullmatch(written) and written in COUNTRIES:
        return written
    names = _codes()
    return names.get(_key(written)) or names.get(_key(_BEFORE.sub("", fold(written))))


def near_countries(text: str, most: int = 3) -> tuple[str, ...]:
    """The codes of countries whose names are written almost so, the nearest first."""
    names = _codes()
    near = difflib.get_close_matches(_key(text)[:60], names, n=most * 2, cutoff=_CLOSE_ENOUGH)
    return tuple(dict.fromkeys(names[name] for name in near))[:most]


def country_names() -> Mapping[str, str]:
    """The code of each name, written without case, accents, blanks and signs, in Simplified script."""
    return _codes()


@cache
def _codes() -> dict[str, str]:
    """Unicode CLDR's names of both languages by Babel, and what else people say."""
    territories = [Locale("en").territories, Locale("zh", script="Hans").territories]
    named = {_key(names[code]): code for names in territories for code in COUNTRIES}
    return named | {word: code for code, words in _OTHER_NAMES.items() for word in words.split()}


def _key(name: str) -> str:
    """A name without case, accents, blanks and signs, in Simplified script."""
    plain = unicodedata.normalize("NFKD", fold(name).casefold())
    return "".join(char for char in plain if char.isalnum())
