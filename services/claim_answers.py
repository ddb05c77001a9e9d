"""Answers to the form of a claim: typed words or a button's value, whichever question is asked."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.claim_bounds import AboveWorth
from domain.claim_facts import ClaimKind, ClaimReason
from domain.people import Side
from domain.proposal import usable
from domain.refusal import Refusal
from domain.worth import share
from language.claim_line import ClaimSaid, Ordered, read_claim
from language.number import read_percent
from language.sum_line import read_sum
from services.claim_amount import amounted, checked, remembered, summed, wished
from services.claim_draft import ClaimDraft, Step
from services.claim_matter import ClaimForm, ClaimProblem, fitted
from services.claim_units import press_units, units_heard, units_said

SHARES: Final = (100, 50, 30)
"""Percent of the affected units' worth that are offered as buttons."""


class NotUnderstood(Refusal):
    """A typed answer says nothing that is asked."""


class PhotosMissing(Refusal):
    """A claim for this reason needs a photo."""


def hear_claim(form: ClaimForm, words: str) -> ClaimForm:
    """The form after somebody typed into it.

    An answer to the present question, or one line that answers any of them; the description is taken as it
    is written. What cannot be read changes nothing and is named.
    """
    return remembered(form, _answered(form, words))


def _answered(form: ClaimForm, words: str) -> ClaimForm:
    step = form.draft.current
    if step is Step.WORDS or step is None:
        return checked(form, lambda: _described(form, words))
    heard = _HEARD[step](form, words) if step in _HEARD else form.failed(NotUnderstood())
    is_answer = heard.problem is None or _is_rule(heard.problem)
    if is_answer:
        return heard
    said = _filled(form, words)
    return said if said.draft != form.draft or said.problem else heard


def press_claim(form: ClaimForm, step: Step, value: str) -> ClaimForm:
    """The form after a button; one of another question, or with another meaning by now, changes nothing."""
    if step is not form.draft.current or step not in _PRESSED:
        return form
    try:
        return remembered(form, _PRESSED[step](form, value))
    except (ValueError, IndexError):
        return form
    except Refusal as refusal:
        return form.failed(refusal)


def photos_done(form: ClaimForm) -> ClaimForm:
    """All photos are sent; where they are needed one at least must be there."""
    if form.draft.needs_photos:
        return form.failed(PhotosMissing())
    return form.moved(form.draft.answered(Step.PHOTOS))


def rechecked(form: ClaimForm) -> ClaimForm:
    """The form, which asks for the amount again where it is more than the units are worth by now."""
    is_above = Step.AMOUNT in form.draft.asked and form.draft.minor > form.most.minor
    if not is_above:
        return form
    return form.moved(form.draft.asking(Step.AMOUNT)).failed(AboveWorth(worth=form.most))


def _is_rule(problem: ClaimProblem) -> bool:
    """Whether an answer was understood, and is none that the order allows."""
    return isinstance(problem, Refusal) and not isinstance(problem, NotUnderstood)


def _kind_pressed(form: ClaimForm, value: str) -> ClaimForm:
    kind = ClaimKind(value)
    if kind is ClaimKind.LATE:
        return form
    return form.moved(fitted(form.draft.answered(Step.KIND, kind=kind), form.matter))


def _reason_pressed(form: ClaimForm, value: str) -> ClaimForm:
    reason = ClaimReason(value)
    is_given = reason in form.matter.reasons
    return form.moved(form.draft.answered(Step.REASON, reason=reason)) if is_given else form


def _share_pressed(form: ClaimForm, value: str) -> ClaimForm:
    percent = int(value)
    return amounted(form, share(form.most, percent)) if percent in SHARES else form


def _freight_pressed(form: ClaimForm, value: str) -> ClaimForm:
    return form.moved(form.draft.answered(Step.FREIGHT, freight=Side(value)))


def _described(form: ClaimForm, words: str) -> ClaimForm:
    """Raises ReasonUnusable."""
    return form.moved(form.draft.answered(Step.WORDS, words=usable(words)))


def _words_among_photos(form: ClaimForm, words: str) -> ClaimForm:
    """Who writes before his photos are all there describes what they show."""
    is_open = Step.WORDS in form.draft.to_ask
    return checked(form, lambda: _described(form, words)) if is_open else form.failed(NotUnderstood())


def _amount_heard(form: ClaimForm, words: str) -> ClaimForm:
    """A sum, or a percentage of what the affected units are worth."""
    percent, said = read_percent(words), read_sum(words)
    if isinstance(percent, int):
        return checked(form, lambda: amounted(form, share(form.most, percent)))
    return checked(form, lambda: summed(form, said)) if said else form.failed(NotUnderstood())


def _filled(form: ClaimForm, words: str) -> ClaimForm:
    """Whatever of the claim one line says, the line itself being the description if it names the reason."""
    order = form.matter.order
    ordered = Ordered(
        form.matter.claimable.count,
        order.terms.quantity.unit,
        order.terms.unit_price.currency,
        form.matter.claimable.lines,
    )
    said = read_claim(words, ordered)
    draft = _known(form, said)
    if said.reason and Step.WORDS in draft.to_ask:
        described = checked(form, lambda: _described(form.moved(draft), words))
        draft = draft if described.problem else described.draft
    return wished(_counted(form.moved(draft), said), said)


def _known(form: ClaimForm, said: ClaimSaid) -> ClaimDraft:
    draft = form.draft
    if said.kind and Step.KIND in draft.to_ask:
        draft = draft.answered(Step.KIND, kind=said.kind)
    if said.reason in form.matter.reasons and Step.REASON in draft.to_ask:
        draft = draft.answered(Step.REASON, reason=said.reason)
    return fitted(draft, form.matter)


def _counted(form: ClaimForm, said: ClaimSaid) -> ClaimForm:
    is_asked = bool(said.count) and Step.UNITS in form.draft.to_ask
    return checked(form, lambda: units_said(form, said)) if is_asked else form


_HEARD: Final[Mapping[Step, Callable[[ClaimForm, str], ClaimForm]]] = {
    Step.PHOTOS: _words_among_photos,
    Step.UNITS: lambda form, words: checked(form, lambda: units_heard(form, words)),
    Step.AMOUNT: _amount_heard,
}
_PRESSED: Final[Mapping[Step, Callable[[ClaimForm, str], ClaimForm]]] = {
    Step.KIND: _kind_pressed,
    Step.REASON: _reason_pressed,
    Step.UNITS: press_units,
    Step.AMOUNT: _share_pressed,
    Step.FREIGHT: _freight_pressed,
}
