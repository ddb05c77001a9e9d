"""The question of the order form about specs: which value next, and how many of it."""

from collections.abc import Callable
from typing import Final

from domain.quantity import Quantity, Unit
from services.order_matter import OrderForm
from services.order_split import AGAIN, EVENLY, REST, SAME, can_be_even, is_picked
from views.button_rows import fitted
from views.markup import Html
from views.order_details import choice_shown
from views.reader import Reader
from views.screen import Button, Rows, rows
from views.specs import spec_word
from views.units import quantity

MOST_VALUES: Final = 30
_EXAMPLES: Final = 2

Pressed = Callable[[str, str], Button]
"""A button of this text with this value."""


def specs_question(reader: Reader, form: OrderForm) -> Html:
    """How many of what was picked, which value next, or how to split at all."""
    draft = form.draft
    if is_picked(form):
        choice = choice_shown(reader, draft.picked)
        return reader.say("How many of {choice}? Left: {left}.", choice=choice, left=_left(reader, form))
    if draft.is_same:
        return reader.say("Which one for all {count}?", count=_left(reader, form))
    if draft.picked:
        name = spec_word(reader, form.matter.specs[len(draft.picked)][0])
        choice = choice_shown(reader, draft.picked)
        return reader.say("{choice}: which {name}?", choice=choice, name=name)
    if draft.lines:
        return reader.say("Left: {left}. Which one next?", left=_left(reader, form))
    if form.quantity == 1:
        return reader.say("🧩 Which one shall it be?")
    return reader.say("🧩 How shall the {count} be split?", count=_left(reader, form))


def specs_how(reader: Reader, form: OrderForm) -> Html:
    """An example in the goods' own words."""
    if is_picked(form):
        return reader.say("Press it, or write a number.")
    return reader.say("Press a value, or write all in one line: {example}", example=_example(reader, form))


def specs_answers(reader: Reader, form: OrderForm, press: Pressed) -> Rows:
    """The values that come next, or the count; and the ways to say it all at once."""
    draft, specs = form.draft, form.matter.specs
    if is_picked(form):
        rest = reader.word("The rest: {count}", count=reader.number(form.left))
        all_of_them = reader.word("All {count}", count=reader.number(form.left))
        return rows([press(rest if draft.lines else all_of_them, REST), _again(reader, press)])
    place = len(draft.picked)
    values = specs[place][1][:MOST_VALUES] if place < len(specs) else ()
    buttons = [press(spec_word(reader, value), f"{place}.{each}") for each, value in enumerate(values)]
    return (*fitted(buttons, 3), *rows(_at_once(reader, form, press)))


def _at_once(reader: Reader, form: OrderForm, press: Pressed) -> list[Button]:
    draft = form.draft
    if draft.lines or draft.picked or draft.is_same:
        return [_again(reader, press)]
    even = can_be_even(form.matter.specs, form.quantity)
    return [
        press(reader.word("All the same"), SAME),
        *([press(reader.word("Evenly"), EVENLY)] if even else []),
    ]


def _again(reader: Reader, press: Pressed) -> Button:
    return press(reader.word("Start again"), AGAIN)


def _left(reader: Reader, form: OrderForm) -> Html:
    return quantity(reader, Quantity(max(form.left, 1), Unit(form.matter.goods.unit)))


def _example(reader: Reader, form: OrderForm) -> Html:
    """The first values, each with its part: "red S 250, blue S 250"."""
    name, values = form.matter.specs[0]
    others = [(other, some[0]) for other, some in form.matter.specs[1:]]
    named = [choice_shown(reader, [(name, value), *others]) for value in values[:_EXAMPLES]]
    shares = _shares(form.quantity, len(named))
    written = ", ".join(f"{each} {share}" for each, share in zip(named, shares, strict=True) if share)
    return reader.say("<code>{example}</code>", example=written)


def _shares(count: int, parts: int) -> list[int]:
    return [count // parts + (place < count % parts) for place in range(parts)]
