"""From a line to its tokens, in one pass: figures, marks of both languages, and words unknown."""

import re
from decimal import Decimal
from typing import Final

from language.digits import digits
from language.english_number import number_words
from language.figure import Figure, Flaw, no_number
from language.fold import fold
from language.lexicon import chinese_marks, english_marks
from language.mark import CurrencyMark, Mark, Token
from language.numeral import DIGITS as NUMERAL_DIGITS
from language.numeral import MULTIPLIERS, NUMERALS, numeral

_CHARS: Final = "".join(sorted(NUMERALS))
_PIECE: Final = re.compile(
    r"(?P<figure>\d(?:[\d.,_]*\d)?)|(?P<word>t/t|[^\W\d_\u3400-\u9fff〇]+(?:'[^\W\d_\u3400-\u9fff〇]+)*)"
    r"|(?P<han>[\u3400-\u9fff〇])|(?P<sign>\S|\n)"
)
_HYPHEN: Final = re.compile(r"(?<=[a-z\d])-(?=[a-z])")
_NUMERAL: Final = re.compile(rf"(?:\d+(?:\.\d+)?|[{_CHARS}])+(?:点[\d{''.join(NUMERAL_DIGITS)}]+)?")
_SIGNS: Final = {
    **dict.fromkeys(".!;\n", Mark.STOP),
    **dict.fromkeys(",:()…", Mark.COMMA),
    "?": Mark.QUESTION,
    "/": Mark.SLASH,
    "-": Mark.DASH,
    "~": Mark.DASH,
    "*": Mark.TIMES,
    "+": Mark.PLUS,
    "%": Mark.PERCENT,
    "@": Mark.AT,
}
_MONEY_SIGNS: Final = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "₽": "RUB",
    "₹": "INR",
    "₸": "KZT",
    "₩": "KRW",
    "₫": "VND",
}
_DOLLARS: Final = {
    "us": "USD",
    "hk": "HKD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
}
_STANDING_ALONE: Final = frozenset(
    {
        Mark.UNIT,
        Mark.CURRENCY,
        Mark.DAY,
        Mark.MEASURE,
        Mark.EACH,
        Mark.OFF,
        Mark.WORKDAY,
        Mark.FOR,
        Mark.DEPOSIT,
    }
)

_COUNTED: Final = frozenset({Mark.UNIT, Mark.DAY, Mark.WORKDAY})
_PRICED: Final = frozenset({Mark.CURRENCY, Mark.AT, Mark.UNIT, Mark.EACH, Mark.PRICE, Mark.PROPOSE, Mark.LIMIT})


def scan(text: str) -> list[Token]:
    """The tokens of a line, in order; text between two tokens is white space."""
    return _Scanner(_HYPHEN.sub(" ", fold(text))).run()


class _Scanner:
    """The line cut into pieces, and the tokens made of them so far."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.pieces = [(m.lastgroup or "", m.group(), m.start(), m.end()) for m in _PIECE.finditer(line)]
        self.items = [text.replace("'", "") if kind == "word" else text for kind, text, _, _ in self.pieces]
        self.place = 0
        self.tokens: list[Token] = []

    def run(self) -> list[Token]:
        readers = {"figure": self._figure, "word": self._word, "han": self._han, "sign": self._sign}
        while self.place < len(self.pieces):
            readers[self.pieces[self.place][0]]()
        return self.tokens

    def _take(self, mark: Mark, value: object, count: int = 1) -> None:
        """One token out of the next `count` pieces."""
        first, last = self.pieces[self.place], self.pieces[self.place + count - 1]
        self.tokens.append(Token(mark, value, first[2], last[3]))  # type: ignore[arg-type]  # by mark
        self.place += count

    def _take_up_to(self, end: int, mark: Mark, value: object) -> None:
        """One token out of all pieces that begin before `end`."""
        count = 1
        while self.place + count < len(self.pieces) and self.pieces[self.place + count][2] < end:
            count += 1
        self._take(mark, value, count)

    def _grown_on(self, place: int) -> bool:
        """Whether the piece after `place` follows without a gap."""
        return place + 1 < len(self.pieces) and self.pieces[place + 1][2] == self.pieces[place][3]

    def _kind(self, place: int) -> str:
        return self.pieces[place][0] if place < len(self.pieces) else ""

    def _figure(self) -> None:
        _, run, start, _ = self.pieces[self.place]
        if self._grown_on(self.place):
            if self._kind(self.place + 1) == "word":
                self._figure_with_letters(run)
                return
            if self.items[self.place + 1] in MULTIPLIERS and not self._unit_at(self.place + 1):
                self._numeral(start)
                return
        self._figures(run, start)

    def _unit_at(self, place: int) -> bool:
        """千克 is a unit and no thousand."""
        found = chinese_marks().match(self.items, place)
        return found is not None and found[0].mark is Mark.UNIT

    def _figure_with_letters(self, run: str) -> None:
        letters = self.items[self.place + 1]
        if letters == "k" and not self._is_figure_after(self.place + 1):
            self._take(Mark.NUMBER, digits(run).times(1000)._replace(text=run + "k"), 2)
        elif letters == "e" and self._is_figure_after(self.place + 1):
            self._take(Mark.NUMBER, no_number(run + "e" + self.items[self.place + 2]), 3)
        elif letters == "x" or self._stands_alone(self.place + 1):
            self._figures(run, self.pieces[self.place][2])
        else:
            self._model()

    def _is_figure_after(self, place: int) -> bool:
        return self._grown_on(place) and self._kind(place + 1) == "figure"

    def _stands_alone(self, place: int) -> bool:
        """Whether the letters at `place` are a unit or a currency rather than part of a name."""
        found = english_marks().match(self.items, place)
        return found is not None and found[0].mark in _STANDING_ALONE

    def _model(self) -> None:
        """Letters and digits grown together are a name: A4, iPhone13, 304L."""
        count = 1
        while self._grown_on(self.place + count - 1) and self._kind(self.place + count) in ("word", "figure"):
            count += 1
        self._take(Mark.MODEL, None, count)

    def _figures(self, run: str, start: int) -> None:
        """One figure, or several written without space as in 12.5,15."""
        figure, glued = digits(run), run.split(",")
        if figure.flaw is None or len(glued) == 1 or "_" in run or not self._are_two(figure):
            self._take(Mark.NUMBER, self._signed(figure, start))
            return
        for index, part in enumerate(glued):
            if index:
                self.tokens.append(Token(Mark.COMMA, run, start - 1, start))
            self.tokens.append(Token(Mark.NUMBER, digits(part), start, start + len(part)))
            start += len(part) + 1
        self.place += 1

    def _are_two(self, figure: Figure) -> bool:
        """12块5,15天 holds two figures; 1,5 may be one, and then it has two readings."""
        if figure.flaw is Flaw.NOT_A_NUMBER:
            return True
        follows = self._mark_at(self.place + 1)
        return follows in _COUNTED and bool(self.tokens) and self.tokens[-1].mark in _PRICED

    def _mark_at(self, place: int) -> Mark | None:
        if place >= len(self.items):
            return None
        marks = chinese_marks() if self._kind(place) == "han" else english_marks()
        found = marks.match(self.items, place)
        return found[0].mark if found else None

    def _signed(self, figure: Figure, start: int) -> Figure:
        """A figure with a minus grown on in front is refused."""
        before = self.line[max(start - 2, 0) : start]
        lone = before == "-" or (before[-1:] == "-" and before[0] in " (¥$€£\n,:")
        if not lone:
            return figure
        self.tokens.pop()
        return Figure(figure.value, "-" + figure.text, Flaw.NOT_POSITIVE)

    def _word(self) -> None:
        word = self.items[self.place]
        if self._grown_on(self.place):
            if self.items[self.place + 1] == "$" and word in _DOLLARS:
                self._take(Mark.CURRENCY, CurrencyMark(_DOLLARS[word], 100), 2)
                return
            if self._is_figure_after(self.place) and word != "x" and not self._stands_alone(self.place):
                self._model()
                return
        if spelt := number_words(self.items, self.place):
            self._take(Mark.NUMBER, *spelt)
        elif found := english_marks().match(self.items, self.place):
            self._take(*found[0], found[1])
        else:
            self._take(Mark.TIMES if word == "x" else Mark.WORD, word)

    def _han(self) -> None:
        char = self.items[self.place]
        found = chinese_marks().match(self.items, self.place)
        if found and (found[1] > 1 or char not in NUMERALS):
            self._take(*found[0], found[1])
        elif char == "半":
            self._take(Mark.NUMBER, Figure(Decimal("0.5"), char))
        elif char in NUMERALS:
            self._numeral(self.pieces[self.place][2])
        else:
            self._take(Mark.WORD, char)

    def _numeral(self, start: int) -> None:
        match = _NUMERAL.match(self.line, start)
        written = match.group() if match else self.line[start]
        if len(written) > 1 and written[-1] == "一" and self._unit_at_offset(start + len(written)):
            self._take_up_to(start + len(written) - 1, Mark.NUMBER, _either(written))
        elif written in MULTIPLIERS and written != "十":
            self._take(Mark.WORD, written)
        else:
            self._take_up_to(start + len(written), Mark.NUMBER, numeral(written))

    def _unit_at_offset(self, offset: int) -> bool:
        place = next((p for p in range(self.place, len(self.pieces)) if self.pieces[p][2] >= offset), None)
        return place is not None and self._unit_at(place)

    def _sign(self) -> None:
        sign = self.items[self.place]
        if sign in _MONEY_SIGNS:
            self._take(Mark.CURRENCY, CurrencyMark(_MONEY_SIGNS[sign], 100, is_sign=True))
        else:
            self._take(_SIGNS.get(sign, Mark.COMMA), None)


def _either(written: str) -> Figure:
    """三百一 before 件: 310 pieces, or 300 for one of them."""
    full, short = numeral(written), numeral(written[:-1])
    if full.flaw or short.flaw or written[-2] not in "百千万":
        return short
    return Figure(short.value, written, Flaw.TWO_READINGS, full.value)
