"""The buttons of the order form: usual answers to each question, and the ways on, back and out."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Final

from domain.details import PlaceKind
from domain.quantity import Quantity, Unit
from domain.sample_policy import USUAL_PIECES
from domain.sample_request import Sampled
from services.order_answers import NO_ANSWER
from services.order_draft import OF_ADDRESS, Step
from services.order_matter import NoCountry, NoDay, OrderForm
from services.pages import entries_on, page_at, pages_of
from views.button_rows import fitted
from views.callback_data.order_form import AnswerOrder, Move, MoveOrder, TurnAddresses
from views.fitting import shortened
from views.freight_destination import USUAL
from views.order_details import PLACES
from views.order_form_split import specs_answers
from views.paging import page_buttons
from views.reader import Reader
from views.screen import Button, Rows, grid, rows
from views.units import quantity

ADDRESSES_A_PAGE: Final = 5
COUNTRIES_ON_A_CARD: Final = 6
_ADDRESS_LENGTH: Final = 44
_LATER_DAYS: Final = (30, 45, 60)
_CAN_SKIP: Final = frozenset((Step.SPECS, *OF_ADDRESS))


def answers(reader: Reader, form: OrderForm) -> Rows:
    """The usual answers to the question that is asked."""
    step = form.draft.current
    return _ANSWERS[step](reader, form) if step in _ANSWERS else ()


def moves(reader: Reader, form: OrderForm) -> Rows:
    """Skip, Back and Cancel, where they lead somewhere."""
    step, key = form.draft.current, form.draft.aim.key
    if form.draft.is_on_card:
        return rows([_move(reader.word("Skip"), key, Move.SKIP)])
    return rows(
        [_move(reader.word("Skip"), key, Move.SKIP)] if step in _CAN_SKIP else [],
        [_move(reader.word("◀ Back"), key, Move.BACK), _move(reader.word("Cancel"), key, Move.CANCEL)],
    )


def address_label(address: str) -> str:
    """An address in the room of a button."""
    return shortened(" ".join(address.split()), _ADDRESS_LENGTH)


def _move(text: str, key: str, move: Move) -> Button:
    return Button(text, MoveOrder(about=key, move=move).pack())


def _press(form: OrderForm, step: Step, text: str, value: str) -> Button:
    return Button(text, AnswerOrder(about=form.draft.aim.key, step=step, value=value).pack())


def _quantities(reader: Reader, form: OrderForm) -> Rows:
    """The MOQ and the counts from which the price falls."""
    product = form.matter.product
    if product is None:
        return ()
    if form.matter.sample:
        return _pieces(reader, form, form.matter.sample, product.unit)
    counts = sorted({product.moq, *(tier.at_least for tier in product.tiers if tier.at_least > product.moq)})
    texts = [
        f"{quantity(reader, Quantity(count, product.unit))} · {reader.price(product.price_for(count))}"
        for count in counts
    ]
    return grid(
        [_press(form, Step.QUANTITY, text, str(count)) for text, count in zip(texts, counts, strict=True)],
        1,
    )


def _pieces(reader: Reader, form: OrderForm, asked: Sampled, unit: Unit) -> Rows:
    """A few pieces as a sample, and what they come to with freight."""
    counted = [(count, asked.terms(count, unit).total()) for count in USUAL_PIECES]
    texts = [f"{quantity(reader, Quantity(count, unit))} · {reader.money(sum_)}" for count, sum_ in counted]
    return grid(
        [_press(form, Step.QUANTITY, text, str(n)) for text, n in zip(texts, USUAL_PIECES, strict=True)], 1
    )


def _specs(reader: Reader, form: OrderForm) -> Rows:
    return specs_answers(reader, form, partial(_press, form, Step.SPECS))


def _addresses(reader: Reader, form: OrderForm) -> Rows:
    """The address book; of an address that stands also what is there."""
    entries = form.matter.entries
    pages = pages_of(len(entries), ADDRESSES_A_PAGE)
    page = page_at(form.page, len(entries), ADDRESSES_A_PAGE)
    shown = entries_on(page, entries, ADDRESSES_A_PAGE)
    buttons = [
        _press(form, Step.ADDRESS, address_label(entry.delivery.address), str(entry.id)) for entry in shown
    ]
    turns = page_buttons(page, pages, lambda to: TurnAddresses(about=form.draft.aim.key, page=to).pack())
    kinds = [_press(form, Step.ADDRESS, PLACES[kind](reader), kind.value) for kind in PlaceKind]
    return (*grid(buttons, 1), *rows(turns), *(fitted(kinds, 3) if form.matter.order else ()))


def _countries(reader: Reader, form: OrderForm) -> Rows:
    """The one that freight is estimated to, those written almost so, or the usual ones."""
    near = form.problem.near if isinstance(form.problem, NoCountry) else ()
    own = (form.matter.destination,) if form.matter.destination else ()
    codes = near or tuple(dict.fromkeys((*own, *USUAL)))[:COUNTRIES_ON_A_CARD]
    return fitted([_press(form, Step.COUNTRY, reader.country(code), code) for code in codes], 3)


def _days(reader: Reader, form: OrderForm) -> Rows:
    """The days that were meant, or some weeks ahead."""
    meant = form.problem.days if isinstance(form.problem, NoDay) else ()
    later = tuple(form.matter.today + timedelta(days=days) for days in _LATER_DAYS)
    days = [_press(form, Step.WANTED, reader.day(day), day.isoformat()) for day in meant or later]
    order = form.matter.order
    none = _press(form, Step.WANTED, reader.word("No date"), NO_ANSWER)
    return (*fitted(days), *rows([none] if order and order.details.wanted_on else []))


def _notes(reader: Reader, form: OrderForm) -> Rows:
    order = form.matter.order
    none = _press(form, Step.NOTE, reader.word("Without a note"), NO_ANSWER)
    return rows([none] if order and order.details.note else [])


_ANSWERS: Final[Mapping[Step | None, Callable[[Reader, OrderForm], Rows]]] = {
    Step.QUANTITY: _quantities,
    Step.SPECS: _specs,
    Step.ADDRESS: _addresses,
    Step.COUNTRY: _countries,
    Step.WANTED: _days,
    Step.NOTE: _notes,
}
