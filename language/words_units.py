"""Numbers with units, written alike in both languages: "500 ml", "500毫升" and "500ml" are one word."""

import re
from typing import Final

_UNITS: Final = {
    "毫升": "ml",
    "升": "l",
    "厘米": "cm",
    "公分": "cm",
    "毫米": "mm",
    "英寸": "inch",
    "寸": "inch",
    "米": "m",
    "公斤": "kg",
    "千克": "kg",
    "克": "g",
    "瓦": "w",
    "伏": "v",
    "毫安": "mah",
    "inches": "inch",
    "liter": "l",
    "litre": "l",
    "liters": "l",
    "litres": "l",
    "grams": "g",
    "gram": "g",
}
_PLAIN: Final = ("mah", "inch", "ml", "cm", "mm", "kg", "oz", "gb", "tb", "ft", "lb", "w", "v", "l", "g", "m")
_WRITTEN: Final = re.compile(
    r"(?<![a-z0-9.])(\d+(?:\.\d+)?)[ -]?(?:"
    + f"({'|'.join(sorted(filter(str.isascii, (*_UNITS, *_PLAIN)), key=len, reverse=True))})(?![a-z0-9])"
    + "|(毫升|升|厘米|公分|毫米|英寸|寸|米|公斤|千克|克(?!拉)|瓦|伏|毫安)时?)"
)


def join_units(text: str) -> str:
    """The lower-case Simplified text with every number and its unit as one word."""
    return _WRITTEN.sub(lambda match: f" {match[1]}{_short(match[2] or match[3])} ", text)


def _short(unit: str) -> str:
    return _UNITS.get(unit, unit)
