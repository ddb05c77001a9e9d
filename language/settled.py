"""The terms of a line as they settle one by one, with the doubts and the words used up on the way."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from domain.money import UnitPrice
from domain.quantity import Quantity
from domain.refusal import Refusal
from domain.terms import TERMS, PaymentMethod, Shipping, TermsDraft
from language.amount import Amount
from language.dates import Day, days_named
from language.doubt import Doubt, LimitGiven, NotWhole, SeveralValues, Term
from language.fold import fold
from language.ladder import Rung, ladder
from language.limits import limit_on
from language.line import Line
from language.meaning import meaning
from language.meanings import Meaning
from language.number import bounded, flaw_of
from language.reading import Context, Price

_SUMS: Final = frozenset({Meaning.PRICE, Meaning.TOTAL, Meaning.BARE})
_FINE: Final = frozenset({Term.UNIT_PRICE, Term.FEE, Term.LATE})
"""Terms whose figure may be a fraction."""


def stated(terms: TermsDraft) -> list[str]:
    """The names of the terms that are stated."""
    return [name for name in TERMS if getattr(terms, name)]


@dataclass(slots=True)
class Settled:
    """What has been read of `line` so far."""

    line: Line
    context: Context
    meanings: dict[Amount, Meaning] = field(init=False)
    used: list[bool] = field(init=False)
    doubts: list[Doubt | Refusal] = field(default_factory=list)
    quantity: Quantity | None = None
    minimum: Quantity | None = None
    unit_price: UnitPrice | None = None
    price: Price | None = None
    price_at: int | None = None
    currency: str | None = None
    lead_time_days: int | None = None
    shipping: Shipping | None = None
    payment: PaymentMethod | None = None
    deposit_percent: int | None = None
    percent_of_listed: Decimal | None = None
    more: TermsDraft = field(default_factory=TermsDraft)
    rungs: list[Rung] = field(init=False)
    days: list[Day] = field(init=False)
    _together: TermsDraft | None = None

    def __post_init__(self) -> None:
        today = self.context.today
        self.days = days_named(fold(self.line.text), today) if today else []
        self.rungs = ladder(self.line, self.context)
        of_rungs = {amount for rung in self.rungs for amount in rung.amounts}
        self.meanings = {
            amount: Meaning.RUNG if amount in of_rungs else self._meaning(amount)
            for amount in self.line.amounts
        }
        self.used = [False] * len(self.line.tokens)

    def _meaning(self, amount: Amount) -> Meaning:
        """The figures of a date say nothing by themselves."""
        start = self.line.tokens[amount.first].start
        is_date = any(day.start <= start < day.end for day in self.days)
        found = Meaning.ASIDE if is_date else meaning(self.line, amount)
        return Meaning.FEE if self.context.number_is_fee and found in _SUMS else found

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The tokens from the first at `start` or behind it up to `end`."""
        inside = [place for place, token in enumerate(self.line.tokens) if start <= token.start < end]
        return inside[0], inside[-1] + 1

    @property
    def has_terms(self) -> bool:
        """Whether anything but a price was read."""
        return bool(self.doubts or self.minimum) or self.terms() != TermsDraft(unit_price=self.unit_price)

    def terms(self) -> TermsDraft:
        """What is certain."""
        if self._together is None:
            self._together = self._put_together()
        return self._together

    def _put_together(self) -> TermsDraft:
        """All terms that can stand together; what contradicts them is left out and kept as a doubt."""
        together = TermsDraft(
            quantity=self.quantity,
            unit_price=self.unit_price,
            lead_time_days=self.lead_time_days,
            shipping=self.shipping,
            payment=self.payment,
            deposit_percent=self.deposit_percent,
        )
        for name in stated(self.more):
            try:
                together = replace(together, **{name: getattr(self.more, name)})
            except Refusal as refusal:
                self.doubt(refusal)
        return together

    def state(self, part: TermsDraft) -> None:
        """Keeps further terms; such as contradict those kept before become a doubt."""
        try:
            self.more = replace(self.more, **{name: getattr(part, name) for name in stated(part)})
        except Refusal as refusal:
            self.doubt(refusal)

    def of(self, wanted: Meaning) -> list[Amount]:
        """The amounts of one meaning, in order."""
        return [amount for amount, found in self.meanings.items() if found is wanted]

    def use(self, amount: Amount) -> None:
        """Marks the words of an amount as understood."""
        self.used[amount.first : amount.last] = [True] * (amount.last - amount.first)

    def leave(self, amount: Amount) -> None:
        """The words of an amount stay in the rest after all."""
        self.used[amount.first : amount.last] = [False] * (amount.last - amount.first)

    def doubt(self, doubt: Doubt | Refusal) -> None:
        """Keeps a doubt, once."""
        if doubt not in self.doubts:
            self.doubts.append(doubt)

    def one(self, term: Term, amounts: list[Amount]) -> Amount | None:
        """The amount on which all amounts for a term agree; else None, and the doubt is kept."""
        for amount in amounts:
            self.use(amount)
        if not amounts:
            return None
        doubt = self._doubt_about(term, amounts)
        if doubt is not None:
            self.doubt(doubt)
            return None
        return amounts[0]

    def _doubt_about(self, term: Term, amounts: list[Amount]) -> Doubt | None:
        first = amounts[0]
        if flaw := flaw_of(first.figure, term):
            return flaw
        if len({(amount.figure.value, amount.unit) for amount in amounts}) > 1:
            return SeveralValues(term, tuple(amount.figure.value for amount in amounts))
        limit = limit_on(self.line, first, term)
        if limit is not None:
            return LimitGiven(term, limit, first.figure.value)
        return self._fraction(term, first.figure.value) or bounded(first.figure.value, term)

    def _fraction(self, term: Term, value: Decimal) -> Doubt | None:
        is_whole = term in _FINE or value == value.to_integral_value()
        return None if is_whole else NotWhole(term, value)
