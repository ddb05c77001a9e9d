"""The words of a split: which spec value a word names, counts, and what stands between them."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from domain.quantity import MAX_COUNT
from language.numeral import NUMERALS, numeral
from language.split_lexicon import Lexicon, Sign, Specs, Token, lexicon

_NUMERAL: Final = "".join(sorted(NUMERALS))
_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"
_NUMBER: Final = re.compile(rf"(?:(?P<digits>{_DIGITS}) ?(?P<times>k(?![a-z])|[千万])?)|[{_NUMERAL}]+")
_TIMES: Final = {"k": 1000, "千": 1000, "万": 10_000}
_WORD: Final = re.compile(r"[a-z][a-z'-]*\.?|\S")
_LONGEST_NUMBER: Final = 16
_BREAKS: Final = frozenset(",;\n、/+&|")
_PLAIN: Final = frozenset(":.-_*×()[]=~•·'\"!?%#@")


def tokens(folded: str, specs: Specs) -> list[Token]:
    """Every word of a folded line and what it does there; the longest reading first."""
    known, found, place = lexicon(specs), list[Token](), 0
    while place < len(folded):
        token, end = _next(folded, place, known)
        if token:
            found.append(token)
        place = end
    return _joined(found)


def _next(folded: str, place: int, known: Lexicon) -> tuple[Token | None, int]:
    if folded[place] in " \r\t":
        return None, place + 1
    number = _number(folded, place)
    named = next((pair for pair in known if _stands(folded, place, pair[0])), None)
    if named and (number is None or len(named[0]) >= len(number.text.rstrip())):
        written, token = named
        is_both = number is not None and number.text == written
        both = Token(Sign.COUNT, written, number.count, token.choice) if is_both and number else token
        return both, place + len(written)
    if number:
        return number, place + len(number.text)
    match = _WORD.match(folded, place)
    word = match[0] if match else folded[place]
    return _other(word, known), place + len(word)


def _number(folded: str, place: int) -> Token | None:
    match = _NUMBER.match(folded, place)
    if match is None:
        return None
    value = _value(match)
    is_whole = value is not None and value == value.to_integral_value() and value <= MAX_COUNT
    if value is None or not is_whole:
        return Token(Sign.UNKNOWN, match[0][:_LONGEST_NUMBER])
    return Token(Sign.COUNT, match[0], int(value))


def _value(match: re.Match[str]) -> Decimal | None:
    if len(match[0]) > _LONGEST_NUMBER:
        return None
    if match["digits"]:
        return Decimal(match["digits"].replace(",", "")) * _TIMES.get(match["times"] or "", 1)
    figure = numeral(match[0])
    return None if figure.flaw else figure.value


def _other(word: str, known: Lexicon) -> Token | None:
    """A break, a sign without meaning, or the beginning of one single value."""
    if word in _BREAKS:
        return Token(Sign.BREAK, word)
    if word in _PLAIN:
        return None
    plain = word.rstrip(".")
    begun = {token.choice for written, token in known if token.choice and _is_part(plain, written)}
    if len(begun) == 1:
        return Token(Sign.CHOICE, word, choice=begun.pop())
    return Token(Sign.UNKNOWN, word)


def _is_part(word: str, written: str) -> bool:
    """Whether a word of two letters or more begins a word of the value, or of Chinese is in it."""
    if word.isascii():
        return len(word) > 1 and any(part.startswith(word) for part in re.split(r"[\s-]+", written))
    return word in written


def _stands(folded: str, place: int, written: str) -> bool:
    """Words and figures are whole: the S of a size is not that of "steel", nor 3 a part of 38."""
    if not folded.startswith(written, place):
        return False
    end = place + len(written)
    before, after = folded[place - 1 : place] if place else "", folded[end : end + 1]
    return not _clings(before, written[0]) and not _clings(written[-1], after)


def _clings(left: str, right: str) -> bool:
    if not left.isascii() or not right.isascii():
        return False
    return (left.isalpha() and right.isalpha()) or (left.isdecimal() and right.isdecimal())


def _joined(found: Sequence[Token]) -> list[Token]:
    """What says nothing is left out; "each" says how the counts beside it are meant."""
    named = [token for token in found if token.sign is not Sign.NOTHING]
    is_each = any(token.is_each for token in found)
    return [token.of_each() if is_each and token.sign is Sign.COUNT else token for token in named]
