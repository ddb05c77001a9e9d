"""Filling a phrase's slots, and the sentence as it will be sent."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from domain.money import Money
from domain.negotiation import Goods
from domain.people import Side
from domain.phrase import Kind, PerUnit, Value, written
from domain.quantity import Unit
from services.phrase_choices import usual_values
from services.phrasing import Choice, PhraseForm, Problem
from views.buttons import back
from views.callback_data.navigation import ShowNegotiation
from views.callback_data.phrases import FillSlot, PhraseMove, PhraseStep, SendPhrase
from views.doubts import question
from views.markup import Html, bold, escape, italic, lines, paragraphs, quote
from views.negotiation import belongs_to
from views.phrases.book import said, shown
from views.reader import Reader
from views.refusals import refusal_text
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.units import unit_word

_MOST_IN_A_ROW: Final = 3
_LONG: Final = frozenset({Kind.PRICE, Kind.QUANTITY, Kind.DATE, Kind.PORT})

_QUESTIONS: Final[Mapping[Kind, Callable[[Reader, Goods], Html]]] = {
    Kind.DAYS: lambda reader, goods: reader.say("How many days?"),
    Kind.QUANTITY: lambda reader, goods: reader.say("How many?"),
    Kind.PRICE: lambda reader, goods: reader.say(
        "Which price per {unit}, in {currency}?",
        unit=unit_word(reader, Unit(goods.unit)),
        currency=goods.currency,
    ),
    Kind.MONEY: lambda reader, goods: reader.say("Which amount, in {currency}?", currency=goods.currency),
    Kind.PERCENT: lambda reader, goods: reader.say("How many percent?"),
    Kind.DATE: lambda reader, goods: reader.say("Which date?"),
    Kind.PORT: lambda reader, goods: reader.say("Which port or city?"),
    Kind.TERM: lambda reader, goods: reader.say("Which trade term?"),
}
_PREVIEW: Final[Mapping[Side, Callable[[Reader], Html]]] = {
    Side.BUYER: lambda reader: reader.say(
        "Nothing is sent yet. The seller reads this in their own language, with the very same figures."
    ),
    Side.SELLER: lambda reader: reader.say(
        "Nothing is sent yet. The buyer reads this in their own language, with the very same figures."
    ),
}


def filling(reader: Reader, form: PhraseForm) -> Screen:
    """The slot that is asked, with usual values; or the whole phrase, to be sent."""
    kind, negotiation = form.draft.current, form.matter.negotiation
    text, buttons = _complete(reader, form) if kind is None else _asked(reader, form, kind)
    return Screen(text, buttons, card=belongs_to(negotiation) if negotiation else None)


def _asked(reader: Reader, form: PhraseForm, kind: Kind) -> tuple[Html, Rows]:
    problem = form.problem
    usual = problem.values if isinstance(problem, Choice) and problem.values else usual_values(form)
    aside = reader.say("Press a value or type one.")
    text = paragraphs(
        quote(said(reader, form.draft.spoken)),
        escape(_problem(reader, problem)) if problem else "",
        lines(bold(_QUESTIONS[kind](reader, form.matter.goods)), italic(aside)),
    )
    return text, (*_values(reader, form, usual), *rows([_back(reader, form), _cancel(reader, form)]))


def _complete(reader: Reader, form: PhraseForm) -> tuple[Html, Rows]:
    draft = form.draft
    text = paragraphs(quote(said(reader, draft.spoken)), italic(_PREVIEW[form.matter.side](reader)))
    send = SendPhrase(negotiation_id=draft.negotiation_id, token=draft.token)
    edit = PhraseStep(negotiation_id=draft.negotiation_id, move=PhraseMove.EDIT)
    return text, rows(
        [Button(reader.word("📨 Send"), send.pack(), Style.SUCCESS)],
        [Button(reader.word("✏️ Edit"), edit.pack())] if draft.phrase.slots else [],
        [_back(reader, form), _cancel(reader, form)],
    )


def _problem(reader: Reader, problem: Problem) -> Html | str:
    if not isinstance(problem, Choice):
        return refusal_text(reader, problem)
    if problem.doubt is not None:
        return question(reader, problem.doubt)
    return reader.say("This date can be read in two ways. Which one do you mean?")


def _values(reader: Reader, form: PhraseForm, values: Sequence[Value]) -> Rows:
    kind, number = form.draft.current, form.draft.negotiation_id
    if kind is None:
        return ()
    buttons = [
        Button(
            _label(reader, kind, value),
            FillSlot(negotiation_id=number, slot=kind, value=written(kind, value)).pack(),
        )
        for value in values
    ]
    return grid(buttons, 2 if kind in _LONG else _MOST_IN_A_ROW)


def _label(reader: Reader, kind: Kind, value: Value) -> str:
    if isinstance(value, PerUnit):
        return reader.price(value.price)
    return reader.money(value) if isinstance(value, Money) else shown(reader, kind, value)


def _back(reader: Reader, form: PhraseForm) -> Button:
    return back(reader, PhraseStep(negotiation_id=form.draft.negotiation_id, move=PhraseMove.BACK).pack())


def _cancel(reader: Reader, form: PhraseForm) -> Button:
    leave = ShowNegotiation(negotiation_id=form.draft.negotiation_id)
    return Button(reader.word("Cancel"), leave.pack())
