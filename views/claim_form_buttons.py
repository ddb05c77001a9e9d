"""The buttons of the form of a claim: usual answers to each question, and the ways back, out and on."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.worth import share
from services.claim_answers import SHARES
from services.claim_draft import Step
from services.claim_matter import ClaimForm
from services.claim_units import AGAIN, ALL, DONE, HALF
from services.evidence import Purpose
from views.button_rows import fitted
from views.callback_data.claim_form import AnswerClaim, AskAgain, Move, MoveClaim, SubmitClaim
from views.callback_data.evidence import DoneGathering
from views.claim_answers import KINDS, PAYERS, REASONS, STEPS
from views.fitting import shortened
from views.golden_beside import beside_door
from views.order_details import choice_shown
from views.reader import Reader
from views.screen import Button, Rows, Style, grid, rows

MOST_LINES: Final = 30
_LABEL_LENGTH: Final = 40
_HALVES: Final = 2
_WHOLE: Final = 100


def answers(reader: Reader, form: ClaimForm) -> Rows:
    """The usual answers to the question that is asked."""
    step = form.draft.current
    return _ANSWERS[step](reader, form) if step in _ANSWERS else ()


def leaving(reader: Reader, form: ClaimForm) -> Rows:
    """Back, where something was answered, and Cancel."""
    can_go_back = bool(form.draft.asked or form.draft.picked)
    earlier = [_move(form, reader.word("◀ Back"), Move.BACK)] if can_go_back else []
    return rows([*earlier, _move(form, reader.word("Cancel"), Move.CANCEL)])


def reviewing(reader: Reader, form: ClaimForm) -> Rows:
    """Submit, Edit and Cancel."""
    press = SubmitClaim(order_id=form.draft.order_id, token=form.draft.token)
    submit = Button(reader.word("📨 Submit"), press.pack(), Style.SUCCESS)
    edit = _move(form, reader.word("✏️ Edit"), Move.EDIT)
    leave = _move(form, reader.word("Cancel"), Move.CANCEL)
    return rows([submit], _beside(reader, form), [edit, leave])


def _beside(reader: Reader, form: ClaimForm) -> list[Button]:
    """The photos beside those of the golden sample, where the order names one."""
    can_look = form.matter.order.terms.sample and form.draft.photos
    return [beside_door(reader, form.draft.bundle_id)] if can_look else []


def editing(reader: Reader, form: ClaimForm) -> Rows:
    """A button for each answer, and the way back to the whole."""
    asked = [step for step in Step if step in form.draft.asked]
    again = [
        Button(STEPS[step](reader), AskAgain(order_id=form.draft.order_id, step=step).pack())
        for step in asked
    ]
    return (*grid(again, 2), *rows([_move(form, reader.word("◀ Back"), Move.REVIEW)]))


def _move(form: ClaimForm, text: str, move: Move) -> Button:
    return Button(text, MoveClaim(order_id=form.draft.order_id, move=move).pack())


def _press(form: ClaimForm, step: Step, text: str, value: str) -> Button:
    return Button(text, AnswerClaim(order_id=form.draft.order_id, step=step, value=value).pack())


def _kinds(reader: Reader, form: ClaimForm) -> Rows:
    return grid([_press(form, Step.KIND, word(reader), kind) for kind, word in KINDS.items()], 1)


def _reasons(reader: Reader, form: ClaimForm) -> Rows:
    offered = ((reason, word) for reason, word in REASONS.items() if reason in form.matter.reasons)
    return fitted([_press(form, Step.REASON, word(reader), reason) for reason, word in offered])


def _units(reader: Reader, form: ClaimForm) -> Rows:
    """All and half of what is asked, or the lines of the split to choose from."""
    lines = form.matter.claimable.lines
    if lines and not form.draft.picked:
        return _lines(reader, form)
    half = max(1, form.left // _HALVES)
    counts = [(reader.word("All {count}", count=reader.number(form.left)), ALL)]
    counts += [(reader.word("Half: {count}", count=reader.number(half)), HALF)] if form.left > 1 else []
    return rows([_press(form, Step.UNITS, text, value) for text, value in counts])


def _lines(reader: Reader, form: ClaimForm) -> Rows:
    """Each line with how many of it are left, ticked once it has its count."""
    counted = {line.specs: line.count for line in form.draft.lines}
    left = form.matter.claimable.lines[:MOST_LINES]
    labels = [
        f"☑ {choice_shown(reader, line.specs)} · {reader.number(counted[line.specs])}"
        if line.specs in counted
        else f"{choice_shown(reader, line.specs)} · {reader.number(line.count)}"
        for line in left
    ]
    each = [
        _press(form, Step.UNITS, shortened(label, _LABEL_LENGTH), str(place))
        for place, label in enumerate(labels)
    ]
    total = reader.number(sum(line.count for line in form.matter.claimable.lines))
    every = _press(form, Step.UNITS, reader.word("All {count}", count=total), ALL)
    done = _press(form, Step.UNITS, reader.word("Done"), DONE)
    again = _press(form, Step.UNITS, reader.word("Start again"), AGAIN)
    return (*fitted(each), *rows([done, again] if form.draft.lines else [every]))


def _photos(reader: Reader, form: ClaimForm) -> Rows:
    press = DoneGathering(bundle_id=form.draft.bundle_id, purpose=Purpose.CLAIM)
    done = Button(reader.word("Done"), press.pack(), Style.SUCCESS)
    return rows([done], _beside(reader, form))


def _amounts(reader: Reader, form: ClaimForm) -> Rows:
    shares = [(percent, share(form.most, percent)) for percent in SHARES]
    texts = [
        (str(percent), reader.word("All: {amount}", amount=reader.money(amount)))
        if percent == _WHOLE
        else (
            str(percent),
            reader.word("{share}: {amount}", share=reader.percent(percent), amount=reader.money(amount)),
        )
        for percent, amount in shares
        if amount.minor
    ]
    return grid([_press(form, Step.AMOUNT, text, value) for value, text in texts], 1)


def _payers(reader: Reader, form: ClaimForm) -> Rows:
    return rows([_press(form, Step.FREIGHT, word(reader), side) for side, word in PAYERS.items()])


_ANSWERS: Final[Mapping[Step | None, Callable[[Reader, ClaimForm], Rows]]] = {
    Step.KIND: _kinds,
    Step.REASON: _reasons,
    Step.UNITS: _units,
    Step.PHOTOS: _photos,
    Step.AMOUNT: _amounts,
    Step.FREIGHT: _payers,
}
