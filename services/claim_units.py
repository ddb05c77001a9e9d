"""How many units a claim is about: all, half or typed, of the whole order or line by line of its split."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from domain.claim_bounds import MoreThanLeft
from domain.details import Line
from language.claim_line import ClaimSaid
from language.claim_split import read_affected, specs_of
from language.number import read_count
from language.split import SplitDoubt, read_split
from services.claim_draft import ClaimDraft, Step
from services.claim_matter import ClaimForm
from services.importing.unit_words import without_unit

ALL, HALF, DONE, AGAIN = "all", "half", "done", "again"
"""What buttons say besides a line, which is its place."""
_HALVES: Final = 2


def press_units(form: ClaimForm, value: str) -> ClaimForm:
    """A line, its count, or all at once. Raises ValueError, IndexError and MoreThanLeft."""
    if value in _PRESSED:
        return _PRESSED[value](form)
    line = form.matter.claimable.lines[int(value)]
    return form if form.draft.picked else form.moved(replace(form.draft, picked=line.specs))


def units_heard(form: ClaimForm, words: str) -> ClaimForm:
    """A count where that is asked, or the lines of a split order in one line. Raises MoreThanLeft."""
    lines = form.matter.claimable.lines
    if form.draft.picked or not lines:
        count = read_count(without_unit(words, form.matter.order.terms.quantity.unit))
        if isinstance(count, int):
            return _counted(form, count)
        if not lines:
            return form.failed(count)
    read = read_affected(words, lines, form.matter.claimable.count)
    if read:
        return _split(form, read)
    doubt = read_split(words, specs_of(lines), form.matter.claimable.count)
    return form.failed(doubt) if isinstance(doubt, SplitDoubt) else _split(form, doubt)


def units_said(form: ClaimForm, said: ClaimSaid) -> ClaimForm:
    """The units that a whole claim in one line names; of a split order only with their specs.

    Raises MoreThanLeft.
    """
    if not form.matter.claimable.lines:
        return _counted(form, said.count)
    if said.lines:
        return _split(form, said.lines)
    return _whole(form) if said.count == form.matter.claimable.count else form


def _whole(form: ClaimForm) -> ClaimForm:
    lines = form.matter.claimable.lines
    count = sum(line.count for line in lines) if lines else form.matter.claimable.count
    return form.moved(_settled(form.draft, lines, count))


def _split(form: ClaimForm, lines: tuple[Line, ...]) -> ClaimForm:
    count = sum(line.count for line in lines)
    form.matter.claimable.check_units(count, lines)
    return form.moved(_settled(form.draft, lines, count))


def _counted(form: ClaimForm, count: int) -> ClaimForm:
    """So many of the picked line, or of an order that is not split."""
    if not 0 < count <= form.left:
        raise MoreThanLeft(count=count, left=form.left)
    if not form.draft.picked:
        return form.moved(_settled(form.draft, (), count))
    others = tuple(line for line in form.draft.lines if line.specs != form.draft.picked)
    return form.moved(replace(form.draft, lines=(*others, Line(form.draft.picked, count)), picked=()))


def _all(form: ClaimForm) -> ClaimForm:
    return _counted(form, form.left) if form.draft.picked else _whole(form)


def _half(form: ClaimForm) -> ClaimForm:
    """Of lines that are not picked it would not be clear which half."""
    is_clear = bool(form.draft.picked) or not form.matter.claimable.lines
    return _counted(form, max(1, form.left // _HALVES)) if is_clear else form


def _done(form: ClaimForm) -> ClaimForm:
    return _split(form, form.draft.lines) if form.draft.lines else form


def _again(form: ClaimForm) -> ClaimForm:
    return form.moved(replace(form.draft, lines=(), picked=(), count=0))


def _settled(draft: ClaimDraft, lines: tuple[Line, ...], count: int) -> ClaimDraft:
    return draft.answered(Step.UNITS, lines=lines, count=count, picked=())


_PRESSED: Final[Mapping[str, Callable[[ClaimForm], ClaimForm]]] = {
    ALL: _all,
    HALF: _half,
    DONE: _done,
    AGAIN: _again,
}
