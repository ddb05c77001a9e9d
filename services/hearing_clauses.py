"""Typed answers to the questions of further terms: the question says what the reader is to expect."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from domain.money import Fee
from domain.refusal import Refusal
from domain.terms import TermsDraft
from language.doubt import FeeForWhat, NotANumber, NotPositive, Term
from language.number import read_count, read_decimal
from language.offer import read_offer
from language.reading import Context, Reading
from services.drafting import Problem, WhichFee
from services.offer_fields import Field, filled_fields, only

_NOTHING: Final = "0"

Heard = TermsDraft | Problem | None
"""What the words state, what is wrong with them, or None when they answer something else."""


def _moq(words: str, context: Context) -> Heard:
    """A figure alone, or with its unit: 300 pcs answer the question and are no quantity."""
    minimum = _count(words, Term.MINIMUM, lambda count: TermsDraft(moq=count))
    return minimum or _stated(Field.MOQ, read_offer(f"moq {words}", context))


def _validity(words: str, context: Context) -> Heard:
    """A bare figure is days; else days, weeks, or the last day."""
    days = _count(words, Term.VALIDITY, lambda count: TermsDraft(valid_days=count))
    return days or _stated(Field.VALIDITY, read_offer(f"valid for {words}", context))


def _late(words: str, context: Context) -> Heard:
    """Percent per day, and the most."""
    return _stated(Field.LATE, read_offer(f"late delivery: {words}", context))


def _freight(words: str, context: Context) -> Heard:
    """A trade term with its place, even of a name that the reader does not know. Raises PlaceTooLong."""
    reading = read_offer(words, context)
    terms = reading.terms
    if reading.doubts or terms.trade_term is None or filled_fields(terms) != (Field.FREIGHT,):
        return None
    place = " ".join(each for each in (terms.trade_place, reading.rest) if each)
    return TermsDraft(trade_term=terms.trade_term, trade_place=place, freight_payer=terms.freight_payer)


def _quality(words: str, context: Context) -> Heard:
    """A standard, with what is said besides as its note; or requirements in free words."""
    reading = read_offer(words, context)
    if reading.doubts or filled_fields(reading.terms) != (Field.QUALITY,):
        return TermsDraft(quality_note=words)
    note = ", ".join(each for each in (reading.terms.quality_note, reading.rest) if each)
    return TermsDraft(quality=reading.terms.quality, quality_note=note)


def _customization(words: str, context: Context) -> Heard:
    """A fee, free of charge, for each piece or once; or how to customize, in free words."""
    reading = read_offer(words, replace(context, number_is_fee=True))
    doubt = None if reading.rest else next(iter(reading.doubts), None)
    if isinstance(doubt, FeeForWhat):
        return WhichFee(Fee.of(doubt.amount, doubt.currency))
    if isinstance(doubt, NotPositive) and doubt.text == _NOTHING:
        return TermsDraft(custom_fee=Fee(0, context.currency))
    return _stated(Field.CUSTOMIZATION, reading) or TermsDraft(custom_note=words)


def _count(words: str, term: Term, state: Callable[[int], TermsDraft]) -> Heard:
    """What is no number at all may be a line that says more."""
    count = read_count(words, term)
    if isinstance(count, int):
        return state(count)
    return None if isinstance(count, NotANumber) else count


def _stated(field: Field, reading: Reading) -> Heard:
    """The field that was asked, if the words say nothing else."""
    doubt = next((each for each in reading.doubts if not isinstance(each, FeeForWhat)), None)
    if isinstance(doubt, Refusal) or (doubt and not reading.rest):
        return doubt
    is_whole = filled_fields(reading.terms) == (field,) and not reading.rest
    return only(field, reading.terms) if is_whole else None


CLAUSES: Final[Mapping[Field, Callable[[str, Context], Heard]]] = {
    Field.MOQ: _moq,
    Field.FREIGHT: _freight,
    Field.QUALITY: _quality,
    Field.CUSTOMIZATION: _customization,
    Field.LATE: _late,
    Field.VALIDITY: _validity,
}


def is_free(field: Field, words: str) -> bool:
    """Whether any words answer the field, so that a whole line must be told from them."""
    is_free_field = field in (Field.QUALITY, Field.CUSTOMIZATION)
    return is_free_field and not isinstance(read_decimal(words), Decimal)
