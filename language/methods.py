"""Shipping method, payment method, deposit and discount of a line."""

from decimal import Decimal
from typing import Final

from domain.terms import PaymentMethod, Shipping
from language.amount import Amount, Role
from language.digits import digits
from language.doubt import NotANumber, SeveralValues, Term
from language.figure import Figure
from language.line import Line
from language.mark import Mark
from language.meanings import Meaning
from language.numeral import DIGITS
from language.settled import Settled

_IN_FULL: Final = Decimal(100)
_NAMED: Final = frozenset({Mark.BY, Mark.SHIPPING, Mark.PAYMENT, Mark.FOR})


def settle_methods(settled: Settled) -> None:
    """Shipping and payment, each when exactly one is named."""
    shipping = _only(settled, Mark.SHIPPING, Term.SHIPPING)
    payment = _only(settled, Mark.PAYMENT, Term.PAYMENT)
    settled.shipping = shipping if isinstance(shipping, Shipping) else None
    settled.payment = payment if isinstance(payment, PaymentMethod) else None


def _only(settled: Settled, mark: Mark, term: Term) -> object:
    places = [
        place
        for place, token in enumerate(settled.line.tokens)
        if token.mark is mark and _is_method(settled, place)
    ]
    for place in places:
        settled.used[place] = True
    values = tuple(dict.fromkeys(str(settled.line.tokens[place].value) for place in places))
    if len(values) > 1:
        settled.doubt(SeveralValues(term, values))
    return settled.line.tokens[places[0]].value if len(values) == 1 else None


def _is_method(settled: Settled, place: int) -> bool:
    """By air, air freight, 空运; not the air of an air pump, and not "not by sea"."""
    line, token = settled.line, settled.line.tokens[place]
    if Mark.NOT in (line.mark(place - 1), line.mark(place - 2)) or line.mark(place - 1) is Mark.CANNOT:
        return False
    word = line.text[token.start : token.end]
    is_plain = " " in word or not word.isascii()
    return (
        is_plain
        or line.mark(place + 1) is Mark.TO
        or line.mark(place - 1) in _NAMED
        or Mark.WORD not in line.clause(place).marks
    )


def settle_deposit(settled: Settled) -> None:
    """The deposit in percent; 100 is payment in full."""
    amount = settled.one(Term.DEPOSIT, [_in_percent(amount) for amount in settled.of(Meaning.DEPOSIT)])
    in_full = [place for place in range(len(settled.line.tokens)) if _is_in_full(settled.line, place)]
    if amount is not None and in_full and amount.figure.value != _IN_FULL:
        settled.doubt(SeveralValues(Term.DEPOSIT, (amount.figure.value, _IN_FULL)))
    elif amount is not None or (in_full and settled.line.mark(in_full[0] - 1) is not Mark.NOT):
        settled.deposit_percent = int(amount.figure.value if amount else _IN_FULL)


def _is_in_full(line: Line, place: int) -> bool:
    """全款; but 发货前付全款 is no deposit."""
    is_due = Mark.DUE in line.clause(place).marks and Mark.BALANCE not in line.sentence(place).marks
    return line.mark(place) is Mark.IN_FULL and not is_due


def _in_percent(amount: Amount) -> Amount:
    """三成 is 30 percent."""
    return amount._replace(figure=amount.figure.times(10)) if amount.role is Role.TENTHS else amount


def settle_discount(settled: Settled) -> None:
    """What is left of the listed price: 九五折 is 95, and so is 5 % off."""
    for amount in settled.of(Meaning.DISCOUNT):
        percent = _left_over(amount)
        if percent is not None and 0 < percent < _IN_FULL:
            settled.use(amount)
            settled.percent_of_listed = percent
        elif amount.role is Role.FOLD:
            settled.doubt(NotANumber(amount.figure.text))


def _left_over(amount: Amount) -> Decimal | None:
    if amount.role is Role.PERCENT and amount.figure.flaw is None:
        return _IN_FULL - amount.figure.value
    if amount.role is not Role.FOLD:
        return None
    figure = _fold(amount.figure)
    if figure.flaw:
        return None
    return figure.value * 10 if figure.value < 10 else figure.value


def _fold(figure: Figure) -> Figure:
    """九五 before 折 is read digit by digit."""
    if len(figure.text) == 2 and all(char in DIGITS for char in figure.text):
        return digits("".join(str(DIGITS[char]) for char in figure.text))
    return figure
