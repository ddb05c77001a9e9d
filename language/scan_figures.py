"""The figures of a line: digits in all their writings, numerals, and names that only look like them."""

import re
from decimal import Decimal
from typing import Final

from language.cursor import MOST_FIGURES, Cursor
from language.digits import digits, mixes_scripts
from language.figure import Figure, Flaw, no_number
from language.lexicon import english_marks
from language.mark import Mark, Token
from language.numeral import MULTIPLIERS, either, numeral, numeral_at
from language.pieces import Piece

_HEAD: Final = re.compile(r"[1-9]\d{0,2}")
_MOST_GROUPS: Final = 3
_THREE: Final = re.compile(r"\d{3}")
_GROUP: Final = re.compile(r"0\d{2,}")
"""A group of thousands that lost its head: the 000 of 1 000."""

_CHINESE_COMMA: Final = "，"
"""It parts figures and never groups the digits of one."""

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
        Mark.MINIMUM,
        Mark.PRICE,
        Mark.TRADE_TERM,
        Mark.AQL,
        Mark.CUSTOM,
    }
)
"""Marks of letters that may grow on a figure: 500pcs, 12.5rmb."""

_COUNTED: Final = frozenset({Mark.UNIT, Mark.DAY, Mark.WORKDAY})
_PRICED: Final = frozenset(
    {Mark.CURRENCY, Mark.AT, Mark.UNIT, Mark.EACH, Mark.PRICE, Mark.PROPOSE, Mark.LIMIT, Mark.MINIMUM}
)


class Figures(Cursor):
    """The part of the scanner that turns figures into tokens."""

    def figure(self) -> None:
        """The figure at the place, or the name that it grows into."""
        _, run, start, _ = self.pieces[self.place]
        if self.grown_on(self.place):
            if self.kind(self.place + 1) == "word":
                self._figure_with_letters(run)
                return
            if self.items[self.place + 1] in MULTIPLIERS and not self.unit_at(self.place + 1):
                self.numeral(start)
                return
        if grouped := self._grouped(run):
            self.take(Mark.NUMBER, *grouped)
            return
        self._figures(run, start)

    def _grouped(self, run: str) -> tuple[Figure, int] | None:
        """1 000 pcs is a thousand; 1 500 pcs is so too, or 500 beside a 1."""
        count = 1
        while self.kind(self.place + count) == "figure" and self._is_group(self.place + count):
            count += 1
        groups = self.items[self.place + 1 : self.place + count]
        if not groups or not _HEAD.fullmatch(run) or len(groups) > _MOST_GROUPS:
            return None
        whole, text = Decimal(run + "".join(groups)), " ".join((run, *groups))
        if any(_GROUP.fullmatch(group) for group in groups):
            return Figure(whole, text), count
        if self.tokens and self.tokens[-1].mark in _PRICED:
            return None
        return Figure(whole, text, Flaw.TWO_READINGS, Decimal(groups[-1])), count

    def _is_group(self, place: int) -> bool:
        """Three digits one space behind the piece before."""
        before, piece = self.pieces[place - 1], self.pieces[place]
        return piece.start - before.end == 1 and _THREE.fullmatch(piece.text) is not None

    def _figure_with_letters(self, run: str) -> None:
        letters = self.items[self.place + 1]
        if letters == "k" and not self.is_figure_after(self.place + 1):
            self.take(Mark.NUMBER, digits(run).times(1000)._replace(text=run + "k"), 2)
        elif letters == "e" and self.is_figure_after(self.place + 1):
            self.take(Mark.NUMBER, no_number(run + "e" + self.items[self.place + 2]), 3)
        elif letters == "x" or self.stands_alone(self.place + 1):
            self._figures(run, self.pieces[self.place].start)
        else:
            self.model()

    def is_figure_after(self, place: int) -> bool:
        """Whether a figure grows on the piece at `place`."""
        return self.grown_on(place) and self.kind(place + 1) == "figure"

    def stands_alone(self, place: int) -> bool:
        """Whether the letters at `place` are a unit or a currency rather than part of a name."""
        found = english_marks().match(self.items, place)
        return found is not None and found[0].mark in _STANDING_ALONE

    def model(self) -> None:
        """Letters and digits grown together are a name: A4, iPhone13, 304L."""
        count = 1
        while self.grown_on(self.place + count - 1) and self.kind(self.place + count) in ("word", "figure"):
            count += 1
        last = self.place + count - 1
        name, comma, after = self.items[last].partition(",")
        self.take(Mark.MODEL, None, count)
        if comma:
            self._give_back(last, name, after)

    def _give_back(self, place: int, name: str, after: str) -> None:
        """Of A4,500 only A4 is a name."""
        _, _, start, end = self.pieces[place]
        cut = start + len(name)
        self.tokens[-1] = self.tokens[-1]._replace(end=cut)
        self.tokens.append(Token(Mark.COMMA, None, cut, cut + 1))
        self.pieces[place], self.items[place] = Piece("figure", after, cut + 1, end), after
        self.place = place

    def _figures(self, run: str, start: int) -> None:
        """One figure, or several written without space as in 12.5,15."""
        figure, glued = self._one(run, start), run.split(",")
        is_one = figure.flaw is None or not 1 < len(glued) < MOST_FIGURES or "_" in run
        is_parted = _CHINESE_COMMA in self.text[start : start + len(run)] and self._may_part(glued)
        if not is_parted and (is_one or not self._are_two(figure)):
            self.take(Mark.NUMBER, self._signed(figure, start))
            return
        for index, part in enumerate(glued):
            if index:
                self.tokens.append(Token(Mark.COMMA, run, start - 1, start))
            self.tokens.append(Token(Mark.NUMBER, digits(part), start, start + len(part)))
            start += len(part) + 1
        self.place += 1

    def _may_part(self, glued: list[str]) -> bool:
        """1，000 is a thousand all the same."""
        return len(glued) < MOST_FIGURES and not any(_GROUP.fullmatch(group) for group in glued[1:])

    def _one(self, run: str, start: int) -> Figure:
        written = self.text[start : start + len(run)]
        return no_number(written) if mixes_scripts(written) or _GROUP.fullmatch(run) else digits(run)

    def _are_two(self, figure: Figure) -> bool:
        """12块5,15天 holds two figures; 1,5 may be one, and then it has two readings."""
        if figure.flaw is Flaw.NOT_A_NUMBER:
            return True
        follows = self.mark_at(self.place + 1)
        return follows in _COUNTED and bool(self.tokens) and self.tokens[-1].mark in _PRICED

    def _signed(self, figure: Figure, start: int) -> Figure:
        """A figure with a minus grown on in front is refused."""
        before = self.line[max(start - 2, 0) : start]
        lone = before == "-" or (before[-1:] == "-" and before[0] in " (¥$€£\n,:")
        if not lone:
            return figure
        self.tokens.pop()
        return Figure(figure.value, "-" + figure.text, Flaw.NOT_POSITIVE)

    def numeral(self, start: int) -> None:
        """A Chinese numeral; a multiplier without digits is a word."""
        written = numeral_at(self.line, start)
        if len(written) > 1 and written[-1] == "一" and self.unit_at_offset(start + len(written)):
            self.take_up_to(start + len(written) - 1, Mark.NUMBER, either(written))
        elif written in MULTIPLIERS and written != "十":
            self.take(Mark.WORD, written)
        else:
            self.take_up_to(start + len(written), Mark.NUMBER, numeral(written))

    def follows_figure(self) -> bool:
        """The + of 500+ says "or more"."""
        start = self.pieces[self.place].start
        return bool(self.tokens) and self.tokens[-1].mark is Mark.NUMBER and self.tokens[-1].end == start
