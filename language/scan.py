"""From a line to its tokens, in one pass: figures, marks of both languages, and words unknown."""

import re
from decimal import Decimal
from typing import Final

from language.english_number import number_words
from language.figure import Figure
from language.fold import fold
from language.lexicon import chinese_marks, english_marks
from language.mark import CurrencyMark, Mark, Token
from language.numeral import NUMERALS
from language.scan_figures import Figures
from language.signs import DOLLARS, MONEY_SIGNS, SIGNS, YUAN_AND_YEN

_HYPHEN: Final = re.compile(r"(?<=[a-z\d])-(?=[a-z])")


def scan(text: str) -> list[Token]:
    """The tokens of a line, in order; text between two tokens is white space."""
    return _Scanner(_HYPHEN.sub(" ", fold(text)), text).run()


class _Scanner(Figures):
    """Reads a line piece by piece."""

    def run(self) -> list[Token]:
        readers = {"figure": self.figure, "word": self._word, "han": self._han, "sign": self._sign}
        while not self.is_done:
            readers[self.pieces[self.place].kind]()
        return self.tokens

    def _word(self) -> None:
        word = self.items[self.place]
        if self._is_kind():
            self.take(Mark.MODEL, None)
            return
        if self.grown_on(self.place):
            if currency := self._prefixed_sign(word):
                self.take(Mark.CURRENCY, currency, 2)
                return
            if self.is_figure_after(self.place) and word != "x" and not self.stands_alone(self.place):
                self.model()
                return
        spelt, found = number_words(self.items, self.place), english_marks().match(self.items, self.place)
        if spelt and (found is None or found[1] <= spelt[1]):
            self.take(Mark.NUMBER, *spelt)
        elif found:
            self.take(*found[0], found[1])
        else:
            self.take(Mark.TIMES if word == "x" else Mark.WORD, word)

    def _prefixed_sign(self, word: str) -> CurrencyMark | None:
        """HK$, CN¥."""
        signs = {"$": DOLLARS, "¥": YUAN_AND_YEN}.get(self.items[self.place + 1], {})
        return signs.get(word)

    def _is_kind(self) -> bool:
        """The A of A款 or 500台A型: a capital letter grown on Chinese is a name and no article."""
        _, word, start, end = self.pieces[self.place]
        if len(word) > 1 or not self.text[start].isupper() or self.is_figure_after(self.place):
            return False
        return any("\u3400" <= char <= "\u9fff" for char in self.line[max(start - 1, 0) : end + 1])

    def _han(self) -> None:
        char = self.items[self.place]
        found = chinese_marks().match(self.items, self.place)
        if found and (found[1] > 1 or char not in NUMERALS):
            self.take(*found[0], found[1])
        elif char == "半":
            self.take(Mark.NUMBER, Figure(Decimal("0.5"), char))
        elif char in NUMERALS:
            self.numeral(self.pieces[self.place].start)
        else:
            self.take(Mark.WORD, char)

    def _sign(self) -> None:
        sign = self.items[self.place][0]
        if sign == "+" and self.follows_figure():
            self.take(Mark.FROM, None)
            return
        if sign in MONEY_SIGNS:
            self.take(Mark.CURRENCY, MONEY_SIGNS[sign])
        else:
            self.take(SIGNS.get(sign, Mark.COMMA), sign)
