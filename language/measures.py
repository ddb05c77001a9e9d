"""Weight and size of one piece as people write them: 0.35 kg, 350克, 30x20x10 cm."""

import re
from decimal import Decimal
from typing import Final

from domain.freight.load import Package, Size
from language.digits import digits
from language.fold import fold

MOST_KG: Final = 100_000
MOST_CM: Final = 10_000
MOST_CHARACTERS: Final = 80

_KG: Final = {
    "kg": Decimal(1),
    "kgs": Decimal(1),
    "公斤": Decimal(1),
    "千克": Decimal(1),
    "斤": Decimal("0.5"),
    "g": Decimal("0.001"),
    "gram": Decimal("0.001"),
    "grams": Decimal("0.001"),
    "克": Decimal("0.001"),
    "lb": Decimal("0.45359237"),
    "lbs": Decimal("0.45359237"),
    "磅": Decimal("0.45359237"),
}
"""Kilograms in one; 1 lb = 0.45359237 kg (international avoirdupois pound), 1 市斤 = 0.5 kg."""
_CM: Final = {
    "cm": Decimal(1),
    "厘米": Decimal(1),
    "公分": Decimal(1),
    "mm": Decimal("0.1"),
    "毫米": Decimal("0.1"),
    "m": Decimal(100),
    "米": Decimal(100),
    "": Decimal(1),
}
_NUMBER: Final = r"(\d[\d.,]*)"
_TIMES: Final = r"\s*(?:x|\*)\s*"


def _words(known: dict[str, Decimal]) -> str:
    return "|".join(sorted((word for word in known if word), key=len, reverse=True))


_WEIGHT: Final = re.compile(rf"{_NUMBER}\s*({_words(_KG)})(?![a-z])")
_SIZE: Final = re.compile(rf"{_NUMBER}{_TIMES}{_NUMBER}{_TIMES}{_NUMBER}\s*((?:{_words(_CM)})?)(?![a-z])")
_BETWEEN: Final = re.compile(r"[\s,;.、和/]*(?:and|each|每[个件]|重)?[\s,;.、和/]*")


def read_package(text: str) -> Package | None:
    """Weight, size or both of one unit, when the whole text says just that in one reading, else None.

    Weights come in kg and sizes in cm, as exact decimals; three lengths without a unit are centimetres.
    """
    if len(text) > MOST_CHARACTERS:
        return None
    line = fold(text)
    size = _SIZE.search(line)
    rest = _without(line, size)
    weight = _WEIGHT.search(rest)
    rest = _without(rest, weight)
    found = Package(_weight(weight) if weight else None, _size(size) if size else None)
    is_whole = bool(_BETWEEN.fullmatch(rest.replace("\0", "")))
    is_read = bool(found.weight_kg) == bool(weight) and bool(found.size_cm) == bool(size)
    return found if is_whole and is_read and found != Package() else None


def _without(line: str, found: re.Match[str] | None) -> str:
    return line[: found.start()] + "\0" + line[found.end() :] if found else line


def _weight(found: re.Match[str]) -> Decimal | None:
    number = _number(found[1])
    kg = number * _KG[found[2]] if number else None
    return kg if kg and kg <= MOST_KG else None


def _size(found: re.Match[str]) -> Size | None:
    sides = [_number(found[place]) for place in (1, 2, 3)]
    cm = [side * _CM[found[4]] for side in sides if side]
    if len(cm) < len(sides) or max(cm) > MOST_CM:
        return None
    return cm[0], cm[1], cm[2]


def _number(text: str) -> Decimal | None:
    """A figure with one reading, above zero."""
    figure = digits(text)
    return figure.value if figure.flaw is None and figure.value > 0 else None
