"""A scanned line: its tokens, its amounts, its clauses and sentences, and looking around in it."""

from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from language.amount import Amount, Role
from language.amounts import amounts
from language.cursor import MOST_FIGURES
from language.mark import Mark
from language.places import place_of
from language.scan import scan

SKIPPED: Final = frozenset(
    {Mark.FILLER, Mark.IS, Mark.PLACE, Mark.PER, Mark.ABOUT, Mark.OF, Mark.BY, Mark.COLON}
)
"""Marks that do not part a figure from the word that gives it its role."""

_PADDING: Final = 12
_CLAUSE_ENDS: Final = frozenset({Mark.STOP, Mark.QUESTION, Mark.COMMA})
_SENTENCE_ENDS: Final = frozenset({Mark.STOP, Mark.QUESTION})


class Span(NamedTuple):
    """Tokens from `first` up to `last`, and the marks among them outside of amounts."""

    first: int
    last: int
    marks: frozenset[Mark]


class Line:
    """A line of text, scanned once; every question about it takes constant time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = scan(text)
        self.trade_places = {
            term: place_of(self.tokens, text, term)
            for term, token in enumerate(self.tokens)
            if token.mark is Mark.TRADE_TERM
        }
        for place in chain.from_iterable(self.trade_places.values()):
            self.tokens[place] = self.tokens[place]._replace(mark=Mark.PLACE)
        self._marks = [token.mark for token in self.tokens] + [Mark.STOP] * _PADDING
        self.is_table = self._marks.count(Mark.NUMBER) > MOST_FIGURES
        self.amounts = [] if self.is_table else amounts(self.tokens)
        self.counts = frozenset(amount.figure.value for amount in self.amounts if amount.role is Role.COUNT)
        self._count_ends = {a.last for a in self.amounts if a.role is Role.COUNT}
        self.after_one = {
            a.last: a.unit for a in self.amounts if a.role is Role.COUNT and a.figure.text == "一"
        }
        self.in_amount = [False] * len(self.tokens)
        for amount in self.amounts:
            self.in_amount[amount.first : amount.last] = [True] * (amount.last - amount.first)

    def mark(self, place: int) -> Mark:
        """The mark at `place`; just beyond both ends a STOP."""
        return self._marks[place]

    def before(self, amount: Amount, over: frozenset[Mark] = SKIPPED) -> Mark:
        """The nearest mark in front of an amount that is not in `over`."""
        place = amount.first - 1
        while self.mark(place) in over:
            place -= 1
        return self.mark(place)

    def after(self, amount: Amount, over: frozenset[Mark] = SKIPPED) -> Mark:
        """The nearest mark behind an amount that is not in `over`."""
        place = amount.last
        while self.mark(place) in over:
            place += 1
        return self.mark(place)

    def follows_count(self, amount: Amount) -> bool:
        """Whether an amount stands right behind so many units: the 495 of 5份495."""
        return amount.first in self._count_ends

    def stands_apart(self, amount: Amount) -> bool:
        """Whether white space sets off an amount in Chinese as commas would: 12块5 20天 印标."""
        is_chinese = not self.text[self.tokens[amount.last - 1].start].isascii()
        return is_chinese and self._parted(amount.first) and self._parted(amount.last)

    def is_chinese(self, place: int) -> bool:
        """Whether the token at `place` is not in Latin letters or digits."""
        return place < len(self.tokens) and not self.text[self.tokens[place].start].isascii()

    def grown(self, place: int) -> bool:
        """Whether the token at `place` follows the one before without a gap."""
        return not self._parted(place)

    def _parted(self, place: int) -> bool:
        """Whether the token at `place` does not grow on the one before; true at both ends."""
        return not 0 < place < len(self.tokens) or self.tokens[place - 1].end < self.tokens[place].start

    @cached_property
    def clauses(self) -> list[Span]:
        """The clauses in order, parted by commas and sentence ends."""
        return [span for place, span in enumerate(self._clause_at) if span.first == place]

    def clause(self, place: int) -> Span:
        """The clause around the token at `place`."""
        return self._clause_at[place]

    def sentence(self, place: int) -> Span:
        """The sentence around the token at `place`, its end sign included."""
        return self._sentence_at[place]

    def words(self, span: Span) -> str:
        """The text of a clause or sentence."""
        return self.words_of(range(span.first, span.last))

    def words_of(self, places: range) -> str:
        """The text of some tokens in a row."""
        return self.text[self.tokens[places[0]].start : self.tokens[places[-1]].end]

    @cached_property
    def _clause_at(self) -> list[Span]:
        return self._spans(_CLAUSE_ENDS)

    @cached_property
    def _sentence_at(self) -> list[Span]:
        return self._spans(_SENTENCE_ENDS)

    def _spans(self, ends: frozenset[Mark]) -> list[Span]:
        """For each token the span it belongs to; an end sign closes its span."""
        spans: list[Span] = []
        first = 0
        for place in range(len(self.tokens)):
            if self._marks[place] in ends or place == len(self.tokens) - 1:
                inside = range(first, place + 1)
                marks = frozenset(self._marks[p] for p in inside if not self.in_amount[p])
                spans += [Span(first, place + 1, marks)] * len(inside)
                first = place + 1
        return spans
