"""Answers to the order form: typed words or a button's value, whichever question is asked."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from domain.details import Delivery, NoteUnusable, PlaceKind
from domain.refusal import Refusal
from domain.terms import to_record
from language.address import AddressRead, in_country, read_address
from language.address_country import country_in, is_country
from language.address_phone import read_phone
from language.countries import near_countries, read_country
from language.day import read_days
from language.number import read_count
from services.importing.unit_words import without_unit
from services.order_draft import OF_ADDRESS, Step
from services.order_matter import NoCountry, NoDay, NoPhone, OrderForm
from services.order_split import hear_split, press_split

MOST_TYPED: Final = 60
MOST_NOTE: Final = 300
"""The card must hold it beside everything else."""
NO_ANSWER: Final = ""
"""A button's value that takes an answer away."""


def hear_answer(form: OrderForm, words: str) -> OrderForm:
    """The form after somebody typed into it; what cannot be read changes nothing and is named."""
    step = form.draft.current
    if step is None:
        return form
    try:
        return _HEARD[step](form, words)
    except Refusal as refusal:
        return form.failed(refusal)


def press_answer(form: OrderForm, step: Step, value: str) -> OrderForm:
    """The form after a button; one of another question, or with another meaning by now, changes nothing."""
    if step is not form.draft.current or step not in _PRESSED:
        return form
    try:
        return _PRESSED[step](form, value)
    except (ValueError, IndexError):
        return form
    except Refusal as refusal:
        return form.failed(refusal)


def skipped(form: OrderForm) -> OrderForm:
    """The current question stays open; quantity and address cannot."""
    draft, step = form.draft, form.draft.current
    if step in OF_ADDRESS:
        return form.moved(replace(draft, to_ask=draft.to_ask[1:]))
    return form.moved(draft.reopened(step).passed()) if step is Step.SPECS else form


def _count_heard(form: OrderForm, words: str) -> OrderForm:
    count = read_count(without_unit(words, form.matter.product.unit) if form.matter.product else words)
    return _counted(form, count) if isinstance(count, int) else form.failed(count)


def _counted(form: OrderForm, count: int) -> OrderForm:
    """So many units as they are listed, or as a sample. Raises BelowMoq, SampleCountOutOfBounds."""
    terms = form.matter.terms_of(count)
    draft = replace(form.draft, count=count, listed=to_record(terms)).passed()
    return OrderForm(draft, replace(form.matter, terms=terms))


def _address_heard(form: OrderForm, words: str) -> OrderForm:
    read = read_address(words)
    return form.moved(replace(form.draft.going_to(read.delivery), typed=True, bad_phone=read.bad_phone))


def open_questions(delivery: Delivery) -> tuple[Step, ...]:
    """What an address leaves open, to be asked once."""
    said = ((Step.COUNTRY, delivery.country), (Step.PHONE, delivery.phone))
    return tuple(step for step, value in said if not value)


def _address_pressed(form: OrderForm, value: str) -> OrderForm:
    """An entry of the address book as it is now, or in an order that is edited what stands there."""
    if form.matter.order and not value.isdecimal():
        stands = form.matter.order.details.delivery
        return form.moved(form.draft.going_to(replace(stands, place=PlaceKind(value))))
    number = int(value)
    entry = next((entry for entry in form.matter.entries if entry.id == number), None)
    return form.moved(form.draft.going_to(entry.delivery)) if entry else form


def _country_heard(form: OrderForm, words: str) -> OrderForm:
    typed = words[:MOST_TYPED]
    country = read_country(typed) or country_in([typed.strip(" .。")])
    return _in_country(form, country) if country else form.failed(NoCountry(typed, near_countries(typed)))


def _in_country(form: OrderForm, country: str) -> OrderForm:
    """The country is known, and by it perhaps the phone number."""
    draft = form.draft
    if draft.delivery is None or not is_country(country):
        return form
    read = in_country(AddressRead(draft.delivery), country)
    left = tuple(step for step in draft.to_ask[1:] if step is not Step.PHONE or not read.delivery.phone)
    moved = replace(draft, to_ask=(draft.to_ask[0], *left), delivery=read.delivery, bad_phone=read.bad_phone)
    return form.moved(moved.passed())


def _phone_heard(form: OrderForm, words: str) -> OrderForm:
    stands = form.draft.delivery
    if stands is None:
        return form
    phone = read_phone(words, stands.country)
    if phone is None:
        return form.failed(NoPhone(words[:MOST_TYPED], stands.country))
    return form.moved(form.draft.going_to(replace(stands, phone=phone)))


def _day_heard(form: OrderForm, words: str) -> OrderForm:
    days = read_days(words, form.matter.today)
    if len(days) != 1:
        ahead = tuple(day for day in days if day >= form.matter.today)
        if len(ahead) != 1:
            return form.failed(NoDay(words[:MOST_TYPED], ahead, is_past=bool(days) and not ahead))
        days = ahead
    return _on_day(form, days[0])


def _on_day(form: OrderForm, day: date) -> OrderForm:
    if day < form.matter.today:
        return form.failed(NoDay(is_past=True))
    return form.moved(replace(form.draft, wanted_on=day).passed())


def _day_pressed(form: OrderForm, value: str) -> OrderForm:
    if value == NO_ANSWER:
        return form.moved(replace(form.draft, wanted_on=None).passed())
    return _on_day(form, date.fromisoformat(value))


def _note_heard(form: OrderForm, words: str) -> OrderForm:
    if len(words) > MOST_NOTE:
        raise NoteUnusable(length=len(words), most=MOST_NOTE)
    return form.moved(replace(form.draft, note=words.strip()).passed())


_HEARD: Final[Mapping[Step, Callable[[OrderForm, str], OrderForm]]] = {
    Step.QUANTITY: _count_heard,
    Step.SPECS: hear_split,
    Step.ADDRESS: _address_heard,
    Step.COUNTRY: _country_heard,
    Step.PHONE: _phone_heard,
    Step.WANTED: _day_heard,
    Step.NOTE: _note_heard,
}
_PRESSED: Final[Mapping[Step, Callable[[OrderForm, str], OrderForm]]] = {
    Step.QUANTITY: lambda form, value: _counted(form, int(value)),
    Step.SPECS: press_split,
    Step.ADDRESS: _address_pressed,
    Step.COUNTRY: _in_country,
    Step.WANTED: _day_pressed,
    Step.NOTE: _note_heard,
}
