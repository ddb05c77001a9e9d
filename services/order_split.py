"""How an order is split over the specs of its goods: value by value and count by count, or in one line."""

from dataclasses import replace
from math import prod
from typing import Final

from domain.details import Line, LinesDiffer
from domain.refusal import Refusal
from language.number import read_count
from language.split import SplitDoubt, evenly, read_split, together
from language.split_lexicon import Specs
from services.importing.unit_words import without_unit
from services.order_matter import OrderForm

MOST_LINES: Final = 40
REST, EVENLY, SAME, AGAIN = "rest", "even", "same", "again"
"""What buttons say besides a value, which is its spec's place, a dot, and its own."""


class TooManyLines(Refusal):
    """An order is split into at most `most` lines."""


class TooManyUnits(Refusal):
    """A line asks for `count` units where only `left` are left."""


def can_be_even(specs: Specs, quantity: int) -> bool:
    """Whether every combination can get its share."""
    return 1 < prod(len(values) for _, values in specs) <= min(MOST_LINES, quantity)


def is_picked(form: OrderForm) -> bool:
    """Whether every spec of the next line has its value, so that the count is asked."""
    return len(form.draft.picked) == len(form.matter.specs) > 0


def hear_split(form: OrderForm, words: str) -> OrderForm:
    """A count where that is asked, or the whole split in one line. Raises LinesDiffer and TooManyUnits."""
    if is_picked(form):
        unit = form.matter.product.unit if form.matter.product else None
        count = read_count(without_unit(words, unit) if unit else words)
        if isinstance(count, int):
            return _with_line(form, count)
    read = read_split(words, form.matter.specs, form.quantity)
    return form.failed(read) if isinstance(read, SplitDoubt) else _read(form, read)


def press_split(form: OrderForm, value: str) -> OrderForm:
    """A value for the next line, its count, or the whole split. Raises ValueError and IndexError."""
    if value == EVENLY and can_be_even(form.matter.specs, form.quantity):
        return _whole(form, evenly(form.matter.specs, form.quantity))
    if value == REST and is_picked(form):
        return _with_line(form, form.left)
    if value == SAME:
        return form.moved(replace(form.draft, is_same=True, lines=(), picked=()))
    if value == AGAIN:
        return form.moved(replace(form.draft, is_same=False, lines=(), picked=()))
    spec, _, place = value.partition(".")
    return _pick(form, int(spec), int(place))


def _pick(form: OrderForm, spec: int, place: int) -> OrderForm:
    """The value at this place; one of a spec that is not asked now changes nothing."""
    if spec != len(form.draft.picked) or is_picked(form):
        return form
    name, values = form.matter.specs[spec]
    picked = form.moved(replace(form.draft, picked=(*form.draft.picked, (name, values[place]))))
    return _with_line(picked, picked.left) if form.draft.is_same and is_picked(picked) else picked


def _with_line(form: OrderForm, count: int) -> OrderForm:
    if count > form.left:
        raise TooManyUnits(count=count, left=form.left)
    lines = together((*form.draft.lines, Line(form.draft.picked, count)))
    draft = replace(form.draft, lines=lines, picked=(), is_same=False)
    if len(lines) > MOST_LINES:
        raise TooManyLines(most=MOST_LINES)
    return form.moved(draft if form.left - count else draft.passed())


def _read(form: OrderForm, lines: tuple[Line, ...]) -> OrderForm:
    """A line for exactly what is left goes on from what was begun; any other is for the whole order."""
    is_rest = bool(form.draft.lines) and sum(line.count for line in lines) == form.left
    return _whole(form, together((*form.draft.lines, *lines)) if is_rest else lines)


def _whole(form: OrderForm, lines: tuple[Line, ...]) -> OrderForm:
    """Lines for the whole order, which replace those begun."""
    total = sum(line.count for line in lines)
    if total != form.quantity:
        raise LinesDiffer(sum=total, count=form.quantity)
    if len(lines) > MOST_LINES:
        raise TooManyLines(most=MOST_LINES)
    draft = replace(form.draft, lines=lines, picked=(), is_same=False)
    return form.moved(draft.passed())
