"""Chinese numerals: 一百二, 两百五, 一万二, 二〇二四, 壹佰, 廿, 七八百, mixed with digits as in 2万5."""

import re
from decimal import Decimal
from typing import Final

from language.figure import MOST_CHARACTERS, Figure, Flaw, no_number

_ROWS: Final = ("〇零", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS: Final = {char: value for value, chars in enumerate(_ROWS) for char in chars}
_SMALL: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE: Final = {"万": 10_000, "亿": 100_000_000}
_UNITS: Final = _SMALL | _LARGE
_SHORT_TENS: Final = {"廿": "二十", "卅": "三十"}
_PART: Final = re.compile(r"\d+(?:\.\d+)?|.")
NUMERALS: Final = frozenset([*DIGITS, *_UNITS, *_SHORT_TENS])
"""Characters of which a numeral consists."""

_RUN: Final = re.compile(rf"(?:\d+(?:\.\d+)?|[{''.join(sorted(NUMERALS))}])+(?:点[\d{''.join(DIGITS)}]+)?")

MULTIPLIERS: Final = frozenset(_UNITS)
"""Characters that may follow ASCII digits: 2万, 3千."""


class _Malformed(Exception):
    """The characters are numerals but their order means nothing."""


def numeral(text: str) -> Figure:
    """The figure of a numeral in Simplified script, digits allowed among it; flawed if malformed."""
    if len(text) > MOST_CHARACTERS:
        return no_number(text)
    for short, full in _SHORT_TENS.items():
        text = text.replace(short, full)
    try:
        whole, point, fraction = text.partition("点")
        if point:
            return Figure(_value(whole) + Decimal("0." + _positional(fraction)), text)
        return _whole(text)
    except (_Malformed, KeyError):
        return no_number(text)


def numeral_at(line: str, start: int) -> str:
    """The characters of the numeral that begins at `start`."""
    match = _RUN.match(line, start)
    return match.group() if match else line[start]


def either(written: str) -> Figure:
    """三百一 before 件: 310 of them, or 300 for one. Without a multiplier before it 一 only means one."""
    full, short = numeral(written), numeral(written[:-1])
    if full.flaw or short.flaw or written[-2] not in "百千万":
        return short
    return Figure(short.value, written, Flaw.TWO_READINGS, full.value)


def _whole(text: str) -> Figure:
    if len(text) > 1 and all(char in DIGITS for char in text) and (len(text) > 2 or text[0] in "〇零"):
        return Figure(Decimal(_positional(text)), text)
    for place in range(len(text) - 1):
        if _are_neighbours(text[place : place + 2]):
            least = _value(text[: place + 1] + text[place + 2 :])
            return Figure(least, text, Flaw.RANGE, _value(text[:place] + text[place + 1 :]))
    return Figure(_value(text), text)


def _are_neighbours(pair: str) -> bool:
    """七八 and 二三 name a range; 两三 too."""
    first, second = (DIGITS.get(char, -9) for char in pair)
    return 0 < first == second - 1


def _positional(text: str) -> str:
    if not text:
        raise _Malformed
    return "".join(char if char.isdecimal() else str(DIGITS[char]) for char in text)


def _value(text: str) -> Decimal:
    """Sections of 万 and 亿, each up to 9999."""
    total, section, pending, unit = Decimal(0), Decimal(0), None, 0
    ceiling, skipped = 10**12, False
    for part in _PART.findall(text):
        if part not in _UNITS:
            pending, skipped = _next_digit(part, pending, skipped)
        elif part in _LARGE:
            total += (section + (pending or 0) or _nothing()) * _LARGE[part]
            ceiling = _descend(_LARGE[part], ceiling)
            section, pending, unit, skipped = Decimal(0), None, _LARGE[part], False
        else:
            _descend(_SMALL[part], unit if 0 < unit < 10_000 else 10_000)
            section += (_one(part) if pending is None else pending) * _SMALL[part]
            pending, unit, skipped = None, _SMALL[part], False
    return total + section + _tail(pending, unit, skipped)


def _next_digit(part: str, pending: Decimal | None, skipped: bool) -> tuple[Decimal | None, bool]:
    if pending is not None:
        raise _Malformed
    value = Decimal(DIGITS[part]) if part in DIGITS else Decimal(part)
    return (None, True) if part in "〇零" else (value, skipped or len(part) > 1)


def _tail(pending: Decimal | None, unit: int, skipped: bool) -> Decimal:
    """The last digit: 一百二 is 120 and 一百零二 is 102."""
    if pending is None:
        return Decimal(0)
    if unit >= 100 and not skipped:
        return pending * unit / 10
    if unit and pending >= unit:
        raise _Malformed
    return pending


def _descend(unit: int, ceiling: int) -> int:
    if unit >= ceiling:
        raise _Malformed
    return unit


def _one(part: str) -> Decimal:
    """十 stands for 一十; 百 and 千 need their digit."""
    if _SMALL[part] != 10:
        raise _Malformed
    return Decimal(1)


def _nothing() -> Decimal:
    raise _Malformed
