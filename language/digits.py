"""Figures in ASCII digits, read by an allow-list: 12.5, 1,250, 2k; 1.000 and 1,5 have two readings."""

import re
from decimal import Decimal
from typing import Final

from language.figure import MOST_CHARACTERS, Figure, Flaw, no_number

_PLAIN: Final = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DOTTED_THOUSAND: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_LATIN, _FULL_WIDTH = ord("0"), ord("０")
_DECIMAL_COMMA: Final = re.compile(r"\d+,\d{1,2}")


def digits(text: str) -> Figure:
    """The figure of one run of digits, points and commas; flawed unless it has exactly one reading."""
    if len(text) > MOST_CHARACTERS:
        return no_number(text)
    if _DOTTED_THOUSAND.fullmatch(text):
        return _two_readings(text, text.replace(".", ""))
    if _PLAIN.fullmatch(text):
        return Figure(Decimal(text.replace(",", "")), text)
    if _DECIMAL_COMMA.fullmatch(text):
        return _two_readings(text, text.replace(",", ""))
    return no_number(text)


def _two_readings(text: str, joined: str) -> Figure:
    return Figure(Decimal(text.replace(",", ".")), text, Flaw.TWO_READINGS, Decimal(joined))


def mixes_scripts(text: str) -> bool:
    """Whether decimal digits of two scripts stand in one number, as in 1٢3; full-width ones are Latin."""
    noughts = {ord(char) - int(char) for char in text if char.isdecimal()}
    return len({_LATIN if nought == _FULL_WIDTH else nought for nought in noughts}) > 1
