"""Phrases and their marks, from the tables beside this module, matched longest first."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeVar

from domain.quantity import Unit
from domain.terms import BalanceDue, Custom, FeeBasis, PaymentMethod, QualityStandard, Shipping, TradeTerm
from language.mark import Cue, CurrencyMark, Mark, Payer, Value

M = TypeVar("M", Mark, Cue)


class Entry(NamedTuple, Generic[M]):
    """What a phrase means."""

    mark: M
    value: Value


class Lexicon(Generic[M]):
    """Phrases of words (English) or characters (Chinese)."""

    def __init__(self, entries: dict[tuple[str, ...], Entry[M]]) -> None:
        self._entries: dict[tuple[str, ...], Entry[M]] = entries
        self._longest: dict[str, int] = {}
        for phrase in entries:
            self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))

    def match(self, items: Sequence[str], place: int) -> tuple[Entry[M], int] | None:
        """The meaning and the length of the longest phrase that begins at `place`."""
        longest = self._longest.get(items[place])
        if longest is None:
            return None
        for length in range(min(longest, len(items) - place), 0, -1):
            entry = self._entries.get(tuple(items[place : place + length]))
            if entry is not None:
                return entry, length
        return None


def _currency(value: str) -> Value:
    code, hundredths, *after = value.split()
    return CurrencyMark(code, int(hundredths), is_after=bool(after))


def _unit(value: str) -> Value:
    return None if value == "any" else Unit(value)


_VALUES: Final[dict[Mark, Callable[[str], Value]]] = {
    Mark.UNIT: _unit,
    Mark.CURRENCY: _currency,
    Mark.DAY: int,
    Mark.AND_A_HALF: int,
    Mark.SHIPPING: Shipping,
    Mark.PAYMENT: PaymentMethod,
    Mark.DUE: BalanceDue,
    Mark.TRADE_TERM: TradeTerm,
    Mark.FREIGHT_BY: Payer,
    Mark.PARTY: Payer,
    Mark.QUALITY: QualityStandard,
    Mark.CUSTOM: Custom,
    Mark.FEE: lambda value: None if value == "-" else FeeBasis(value),
    Mark.MONTH: int,
    Mark.MULTIPLE: int,
    Mark.PARTS: int,
    Mark.STAGED: int,
}


def _entry(mark: Mark, value: str) -> Entry[Mark]:
    read = _VALUES.get(mark)
    return Entry(mark, read(value) if read else None)


def _load(
    name: str, split: Callable[[str], Sequence[str]], entry: Callable[[str, str], Entry[M]]
) -> Lexicon[M]:
    entries: dict[tuple[str, ...], Entry[M]] = {}
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        mark, value, phrases = line.split("\t")
        for phrase in phrases.split(" | "):
            key = tuple(split(phrase))
            if key in entries:
                raise ValueError(f"{name}: {phrase} stands twice")
            entries[key] = entry(mark, value)
    return Lexicon(entries)


@cache
def english_marks() -> Lexicon[Mark]:
    """Marks of English phrases, by words without apostrophes."""
    return _load("marks_en.tsv", str.split, lambda mark, value: _entry(Mark(mark), value))


@cache
def chinese_marks() -> Lexicon[Mark]:
    """Marks of Chinese phrases, by characters of Simplified script."""
    return _load("marks_zh.tsv", list, lambda mark, value: _entry(Mark(mark), value))


@cache
def english_cues() -> Lexicon[Cue]:
    """Cues of English phrases, by words without apostrophes."""
    return _load("cues_en.tsv", str.split, lambda cue, _: Entry(Cue(cue), None))


@cache
def chinese_cues() -> Lexicon[Cue]:
    """Cues of Chinese phrases, by characters of Simplified script."""
    return _load("cues_zh.tsv", list, lambda cue, _: Entry(Cue(cue), None))
