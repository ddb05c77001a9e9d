"""Which words a reader cannot read, and whether a translation of them kept every figure."""

import re
from decimal import Decimal
from typing import Final

from domain.people import Language
from language.figure import Figure
from language.scan import scan

_HAN: Final = re.compile(r"[㐀-鿿]")
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_DIGIT: Final = re.compile(r"\d")


def target_for(text: str, language: Language) -> str | None:
    """The language, as translators name it, that the text is to be translated to for this reader.

    None when he can read it, or there is nothing to read but figures and signs.
    """
    reads_chinese = language is not Language.ENGLISH
    is_chinese = _HAN.search(text) is not None
    if reads_chinese == is_chinese or not (is_chinese or _LETTERS.search(text)):
        return None
    return "zh" if reads_chinese else "en"


def same_figures(text: str, translation: str) -> bool:
    """Whether both hold the same figures, in digits or in words; only a spelt-out "one" may come and go."""
    return _figures(text) == _figures(translation)


def _figures(text: str) -> list[Decimal]:
    figures = [token.value for token in scan(text) if isinstance(token.value, Figure)]
    return sorted(figure.value for figure in figures if figure.value != 1 or _DIGIT.search(figure.text))
