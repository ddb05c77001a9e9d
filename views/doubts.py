"""What cannot be read for certain becomes one question, with a button for each possible reading."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from domain.negotiation import Goods
from domain.terms import TermsDraft
from language import doubt as doubts
from language.doubt import Doubt, Term
from services.drafting import term_field
from services.offer_fields import Field
from services.offer_values import value_of
from services.readings import part_of
from views.fitting import QUOTED, shortened
from views.markup import Html
from views.reader import Reader
from views.term_rows import plain


@dataclass(frozen=True, slots=True)
class Option:
    """A reading to choose: the words on its button, and the field and value it stands for."""

    label: str
    field: Field
    value: str


_QUESTIONS: Final[Mapping[type[Any], Callable[[Reader, Any], Html]]] = {
    doubts.TwoReadings: lambda reader, doubt: reader.say(
        "This number can be read in two ways. Which one do you mean?"
    ),
    doubts.RangeGiven: lambda reader, doubt: reader.say(
        "You gave a range from {least} to {most}. An offer needs one figure: which one?",
        least=figure(doubt.least),
        most=figure(doubt.most),
    ),
    doubts.LimitGiven: lambda reader, doubt: reader.say(
        "You named a limit. An offer needs one figure: is it {value}?", value=figure(doubt.value)
    ),
    doubts.OutOfBounds: lambda reader, doubt: reader.say(
        "{value} is out of bounds. Please give a figure from {least} to {most}.",
        value=figure(doubt.value),
        least=figure(doubt.least),
        most=figure(doubt.most),
    ),
    doubts.NotANumber: lambda reader, doubt: reader.say(
        "I cannot read “{text}” as a number. Please write plain figures, such as 500 or 12.5.",
        text=shortened(doubt.text, QUOTED),
    ),
    doubts.NotPositive: lambda reader, doubt: reader.say(
        "{text} does not work here: the figure must be above zero.", text=shortened(doubt.text, QUOTED)
    ),
    doubts.NotWhole: lambda reader, doubt: reader.say(
        "{value} is not a whole number. Please give a whole one.", value=figure(doubt.value)
    ),
    doubts.WhichTerm: lambda reader, doubt: reader.say(
        "{value}: is this the price of one, or the quantity?", value=figure(doubt.value)
    ),
    doubts.TotalOrUnit: lambda reader, doubt: reader.say(
        "{amount}: is this the price of one, or of all {count}?",
        amount=reader.said(doubt.amount, doubt.currency),
        count=doubt.count,
    ),
    doubts.TooFine: lambda reader, doubt: _too_fine(reader, doubt),
    doubts.SeveralValues: lambda reader, doubt: reader.say(
        "You gave several values for the same term. Which one counts?"
    ),
    doubts.DayOutOfReach: lambda reader, doubt: reader.say(
        "{text} is past, or more than {most} days off. Please give a nearer day, or a number of days.",
        text=shortened(doubt.text, QUOTED),
        most=doubt.most,
    ),
    doubts.TooLong: lambda reader, doubt: reader.say(
        "That is too long for a number. Please write it in at most {most} characters.", most=doubt.most
    ),
}


def question(reader: Reader, doubt: Doubt) -> Html:
    """The question or the clear refusal that a doubt becomes; another unit is asked by `other_units`."""
    return _QUESTIONS[type(doubt)](reader, doubt)


def options(reader: Reader, doubt: Doubt, goods: Goods) -> list[Option]:
    """A button for each reading; none when only new words can help."""
    read = _READINGS.get(type(doubt))
    readings = read(doubt) if read else []
    found = [(term_field(term), part_of(term, value, goods)) for term, value in readings]
    return [_option(reader, field, part) for field, part in found if field and part]


def _option(reader: Reader, field: Field, part: TermsDraft) -> Option:
    return Option(plain(reader, field, part), field, value_of(field, part))


Readings = list[tuple[Term, Decimal | str]]


def _of_term(doubt: Any, *values: Decimal | str) -> Readings:
    return [(doubt.term, value) for value in values]


_READINGS: Final[Mapping[type[Any], Callable[[Any], Readings]]] = {
    doubts.TwoReadings: lambda doubt: _of_term(doubt, doubt.first, doubt.second),
    doubts.RangeGiven: lambda doubt: _of_term(doubt, doubt.least, doubt.most),
    doubts.LimitGiven: lambda doubt: _of_term(doubt, doubt.value),
    doubts.SeveralValues: lambda doubt: _of_term(doubt, *doubt.values),
    doubts.WhichTerm: lambda doubt: [(Term.UNIT_PRICE, doubt.value), (Term.QUANTITY, doubt.value)],
    doubts.TotalOrUnit: lambda doubt: [
        (Term.UNIT_PRICE, doubt.amount),
        (Term.UNIT_PRICE, doubt.amount / doubt.count),
    ],
}


def _too_fine(reader: Reader, doubt: doubts.TooFine) -> Html:
    if doubt.count == 1:
        return reader.say(
            "{amount} is finer than a price can be. Please use at most 4 decimals.",
            amount=reader.said(doubt.amount, doubt.currency),
        )
    return reader.say(
        "{amount} for {count} comes to no exact price of one. Which unit price do you mean, "
        "with at most 4 decimals?",
        amount=reader.said(doubt.amount, doubt.currency),
        count=doubt.count,
    )


def figure(value: Decimal) -> str:
    """A figure as it was said, without currency."""
    return f"{value.normalize():,f}"
