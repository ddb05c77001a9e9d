"""The terms of a line as they settle one by one, with the doubts and the words used up on the way."""

from dataclasses import dataclass, field
from decimal import Decimal

from domain.money import UnitPrice
from domain.quantity import Quantity
from domain.terms import PaymentMethod, Shipping, TermsDraft
from language.amount import Amount
from language.doubt import Doubt, LimitGiven, NotWhole, SeveralValues, Term
from language.limits import limit_on
from language.line import Line
from language.meaning import Meaning, meaning
from language.number import bounded, flaw_of
from language.reading import Context, Price


@dataclass(slots=True)
class Settled:
    """What has been read of `line` so far."""

    line: Line
    context: Context
    meanings: dict[Amount, Meaning] = field(init=False)
    used: list[bool] = field(init=False)
    doubts: list[Doubt] = field(default_factory=list)
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

    def __post_init__(self) -> None:
        self.meanings = {amount: meaning(self.line, amount) for amount in self.line.amounts}
        self.used = [False] * len(self.line.tokens)

    @property
    def has_terms(self) -> bool:
        """Whether anything but a price was read."""
        return bool(self.doubts or self.minimum) or self.terms() != TermsDraft(unit_price=self.unit_price)

    def terms(self) -> TermsDraft:
        """What is certain."""
        return TermsDraft(
            quantity=self.quantity,
            unit_price=self.unit_price,
            lead_time_days=self.lead_time_days,
            shipping=self.shipping,
            payment=self.payment,
            deposit_percent=self.deposit_percent,
        )

    def of(self, wanted: Meaning) -> list[Amount]:
        """The amounts of one meaning, in order."""
        return [amount for amount, found in self.meanings.items() if found is wanted]

    def use(self, amount: Amount) -> None:
        """Marks the words of an amount as understood."""
        self.used[amount.first : amount.last] = [True] * (amount.last - amount.first)

    def doubt(self, doubt: Doubt) -> None:
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
        is_whole = term is Term.UNIT_PRICE or value == value.to_integral_value()
        return None if is_whole else NotWhole(term, value)
