"""A slot's value as somebody types it: read for certain, or the readings to choose from."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from domain.money import MAX_TOTAL_MINOR, Money, UnitPrice, exponent
from domain.phrase import TRADE_TERMS, Kind, PerUnit, SlotUnfit, Value, is_fit
from domain.ports import port_key
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from language.clean import clean
from language.day import read_days
from language.doubt import Doubt, LimitGiven, NotANumber, RangeGiven, SeveralValues, Term, TwoReadings
from language.number import read_count, read_decimal, read_percent
from language.offer import read_offer
from services.matter import Matter
from services.phrasing import Choice, PhraseForm, filled
from services.understanding import context_of


def typed(form: PhraseForm, words: str) -> PhraseForm:
    """The form after somebody typed an answer to the slot asked; what cannot be read is named."""
    kind = form.draft.current
    if kind is None:
        return form
    found = _figure(form, kind, words) if kind in _NUMBERS else _READ[kind](form, words)
    if isinstance(found, Choice | SlotUnfit):
        return replace(form, problem=found)
    return filled(form, found)


def _figure(form: PhraseForm, kind: Kind, words: str) -> Value | Choice | SlotUnfit:
    """A bare figure, or a line such as 15 days, 500 pcs, $2.35."""
    number = _NUMBERS[kind](words)
    if isinstance(number, int | Decimal):
        value = _valued(kind, Decimal(number), form.matter)
        return SlotUnfit(kind=kind) if value is None else value
    return _of_line(form, kind, words) if isinstance(number, NotANumber) else _choice(form, kind, number)


def _of_line(form: PhraseForm, kind: Kind, words: str) -> Value | Choice | SlotUnfit:
    reading = read_offer(words, context_of(form.matter))
    terms, price = reading.terms, reading.price
    per_unit = PerUnit(terms.unit_price, Unit(form.matter.goods.unit)) if terms.unit_price else None
    named: Mapping[Kind, Value | None] = {
        Kind.DAYS: terms.lead_time_days,
        Kind.QUANTITY: terms.quantity,
        Kind.PRICE: per_unit,
        Kind.MONEY: _money(price.amount, price.currency) if price else None,
        Kind.PERCENT: terms.deposit_percent,
    }
    value = named.get(kind)
    if value is not None:
        return value
    doubt = next((each for each in reading.doubts if not isinstance(each, Refusal)), None)
    return _choice(form, kind, doubt) if doubt else SlotUnfit(kind=kind)


def _choice(form: PhraseForm, kind: Kind, doubt: Doubt) -> Choice:
    found = (_valued(kind, each, form.matter) for each in _readings(doubt))
    return Choice(doubt, tuple(value for value in found if value is not None and is_fit(kind, value)))


def _readings(doubt: Doubt) -> tuple[Decimal, ...]:
    match doubt:
        case TwoReadings():
            return doubt.first, doubt.second
        case RangeGiven():
            return doubt.least, doubt.most
        case LimitGiven():
            return (doubt.value,)
        case SeveralValues():
            return tuple(each for each in doubt.values if isinstance(each, Decimal))
        case _:
            return ()


def _valued(kind: Kind, number: Decimal, matter: Matter) -> Value | None:
    """The figure as a value of the slot, in the goods' unit and currency; None when there is no such one."""
    if kind is Kind.MONEY:
        return _money(number, matter.goods.currency)
    try:
        if kind is Kind.PRICE:
            return PerUnit(UnitPrice.of(number, matter.goods.currency), Unit(matter.goods.unit))
        count = int(number) if number == number.to_integral_value() else 0
        return Quantity(count, Unit(matter.goods.unit)) if kind is Kind.QUANTITY else count
    except Refusal:
        return None


def _money(amount: Decimal, currency: str) -> Money | None:
    """None for what is finer than the currency's smallest coin, or too much."""
    minor = amount.scaleb(exponent(currency))
    is_whole = minor == minor.to_integral_value()
    return Money(int(minor), currency) if is_whole and minor <= MAX_TOTAL_MINOR else None


def _day(form: PhraseForm, words: str) -> Value | Choice | SlotUnfit:
    days = read_days(words, form.today)
    if len(days) > 1:
        return Choice(None, days)
    return days[0] if days else SlotUnfit(kind=Kind.DATE)


def _term(form: PhraseForm, words: str) -> Value | SlotUnfit:
    term = words.strip().upper()
    return term if term in TRADE_TERMS else SlotUnfit(kind=Kind.TERM)


def _percent(words: str) -> int | Doubt:
    """30 or 30%."""
    return read_percent(words if "%" in words or "％" in words else f"{words}%")


_NUMBERS: Final[Mapping[Kind, Callable[[str], Any]]] = {
    Kind.DAYS: lambda words: read_count(words, Term.LEAD_TIME),
    Kind.QUANTITY: read_count,
    Kind.PRICE: read_decimal,
    Kind.MONEY: read_decimal,
    Kind.PERCENT: _percent,
}
_READ: Final[Mapping[Kind, Callable[[PhraseForm, str], Value | Choice | SlotUnfit]]] = {
    Kind.DATE: _day,
    Kind.PORT: lambda form, words: port_key(clean(words)),
    Kind.TERM: _term,
}
