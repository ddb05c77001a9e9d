"""How many readings were right: price, no price where there is none, intent, acceptances, quantity."""

from collections import Counter
from dataclasses import dataclass
from typing import Final, NamedTuple

from benchmarks.reading_lines import Meant

_TOLERANCE: Final = 0.005
_PROPOSALS: Final = frozenset({"offer", "counter", "quote"})
"""Which of them a price is depends on the turns before, and is not scored."""

MEASURES: Final = ("price", "no price", "intent", "false accept", "quantity")


class Read(NamedTuple):
    """What a reader made of a line."""

    intent: str
    price: float | None
    quantity: float | None


@dataclass(slots=True)
class Score:
    """Right answers out of those that could be, by measure; of false accepts the wrong ones."""

    hits: Counter[str]
    chances: Counter[str]

    @classmethod
    def empty(cls) -> "Score":
        """Nothing read yet."""
        return cls(Counter(), Counter())

    def count(self, meant: Meant, read: Read) -> None:
        """Adds one line."""
        if meant.has_price_label:
            self._add("price", _same(read.price, meant.price))
            if meant.price is None:
                self._add("no price", read.price is None)
        if meant.intent is not None:
            both = {meant.intent, read.intent}
            self._add("intent", len(both) == 1 or both <= _PROPOSALS)
            if meant.intent != "accept":
                self._add("false accept", read.intent == "accept")
        if meant.quantity is not None:
            self._add("quantity", _same(read.quantity, meant.quantity))

    def _add(self, measure: str, is_hit: bool) -> None:
        self.chances[measure] += 1
        self.hits[measure] += is_hit

    def share(self, measure: str) -> str:
        """The share of hits with three decimals; a dash where nothing could be hit."""
        chances = self.chances[measure]
        return f"{self.hits[measure] / chances:.3f}" if chances else "-"


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _TOLERANCE * max(1, abs(other))
