"""The unit price of a line: per one or for all, in which currency, for which unit."""

from decimal import Decimal
from typing import Final

from domain.money import UnitPrice
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from language.amount import Amount, Role
from language.doubt import PerWhichUnit, SeveralValues, Term, TooFine, TotalOrUnit, WhichTerm
from language.line import SKIPPED, Line
from language.mark import Mark
from language.meanings import Meaning
from language.number import bounded, flaw_of
from language.per_many import price_of_one
from language.price import Candidate, candidates, choose, currency_of, is_near, is_small_word, references
from language.reading import Price
from language.settled import Settled

_PER_DOZEN: Final = 12
_BUDGET: Final = frozenset({"budget", "预算", "預算"})
_OVER_TO: Final = SKIPPED | {Mark.TO}
_SMALLEST_COIN: Final = Decimal("0.01")
"""A sum for so many that each would cost less is the price of one: 7 yuan for 2000 pcs."""

_EDGES: Final = frozenset({Mark.COMMA, Mark.STOP, Mark.QUESTION, Mark.FILLER, Mark.IS})
_ASKING: Final = frozenset({Mark.AT, Mark.PROPOSE, Mark.LIMIT, Mark.FOR, Mark.PRICE})


def settle_price(settled: Settled) -> None:
    """The price put forward, as said."""
    found = candidates(settled.line, settled.meanings, settled.context)
    best, rivals = choose(settled.line, found, settled.context)
    settled.currency = currency_of(best.amount, settled.context) if best else None
    if rivals and best is not None:
        values = sorted({c.amount for c in (best, *rivals)}, key=lambda amount: amount.first)
        settled.doubt(SeveralValues(Term.UNIT_PRICE, tuple(a.figure.value for a in values)))
        best = None
    if best is None:
        _settle_bare(settled, found)
        return
    amount = settled.one(Term.UNIT_PRICE, [best.amount])
    if amount is not None:
        settled.price_at = amount.first
        settled.price = Price(
            amount.figure.value,
            currency_of(amount, settled.context),
            settled.context.unit_named(amount.unit) if amount.has_unit else None,
            is_total=best.is_total,
        )


def _settle_bare(settled: Settled, found: list[Candidate]) -> None:
    """A number that is neither clearly a price nor clearly a quantity is asked about."""
    for amount in settled.of(Meaning.BARE):
        if found or is_small_word(amount) or not _is_asked_about(settled, amount):
            continue
        settled.use(amount)
        flaw = flaw_of(amount.figure, Term.UNIT_PRICE) or bounded(amount.figure.value, Term.UNIT_PRICE)
        settled.doubt(flaw or WhichTerm(amount.figure.value))


def _is_asked_about(settled: Settled, amount: Amount) -> bool:
    line = settled.line
    is_led = line.before(amount) in _ASKING or line.before(amount, _OVER_TO) in _ASKING
    return _is_alone(settled, amount) or line.follows_count(amount) or is_led


def _is_alone(settled: Settled, amount: Amount) -> bool:
    clause = settled.line.clause(amount.first)
    return clause.first == amount.first and not clause.marks - _EDGES


def settle_unit_price(settled: Settled) -> None:
    """The price of one unit, when what was said leaves no doubt of it; quantity is settled before."""
    price, quantity = settled.price, settled.quantity
    if price is None:
        return
    if price.per is None and not price.is_total:
        said, price = price, price_of_one(settled, price)
        if price is said and quantity is not None:
            price = _total_or_unit(settled, price, quantity)
    if price is None:
        return
    settled.price = price
    amount = _per_unit(settled, price, quantity)
    if amount is None:
        return
    settled.unit_price = _unit_price(amount, price.currency)
    if settled.unit_price is None:
        count = quantity.count if quantity and price.is_total else 1
        settled.doubt(TooFine(price.amount, price.currency, count))


def _unit_price(amount: Decimal, currency: str) -> UnitPrice | None:
    """None when the amount is finer than the currency allows."""
    try:
        return UnitPrice.of(amount, currency)
    except Refusal:
        return None


def _may_be_total(settled: Settled) -> bool:
    """500 pcs for 5000, or 五毛两双: a count and a sum side by side."""
    counts = settled.of(Meaning.QUANTITY)
    firsts, lasts = {amount.first for amount in counts}, {amount.last for amount in counts}
    sums = (a for a in settled.line.amounts if a.role in (Role.MONEY, Role.BARE))
    return any(_is_for_all(settled, amount, firsts, lasts) for amount in sums)


def _is_for_all(settled: Settled, amount: Amount, firsts: set[int], lasts: set[int]) -> bool:
    line, price = settled.line, settled.price
    if price is None or amount.figure.value != price.amount:
        return False
    if _is_budget(line, amount):
        return True
    if line.mark(amount.first - 1) is Mark.FOR and (amount.first - 1) in lasts:
        return True
    if line.mark(amount.first - 1) is Mark.AT:
        return False
    if line.mark(amount.last) is Mark.FOR:
        return amount.last + 1 in firsts
    return (amount.last in firsts and _are_grown(line, amount.last)) or (
        amount.first in lasts and _are_grown(line, amount.first)
    )


def _is_budget(line: Line, amount: Amount) -> bool:
    """A budget may be for one or for all."""
    place = amount.first - 1
    while line.mark(place) in SKIPPED:
        place -= 1
    return line.mark(place) is Mark.PRICE and line.words_of(range(place, place + 1)).lower() in _BUDGET


def _are_grown(line: Line, place: int) -> bool:
    """Whether the token at `place` follows the one before without a gap."""
    return line.tokens[place].start == line.tokens[place - 1].end


def _total_or_unit(settled: Settled, price: Price, quantity: Quantity) -> Price | None:
    """A sum that fits the prices known in one reading only has that reading; otherwise it is asked about."""
    said = {a: m for a, m in settled.meanings.items() if a.figure.value != price.amount}
    known = references(settled.line, said, settled.context)
    if price.amount / quantity.count < _SMALLEST_COIN:
        return price
    as_unit, as_total = is_near(price.amount, known), is_near(price.amount / quantity.count, known)
    if as_unit > as_total or (as_unit == as_total and not _may_be_total(settled)):
        return price
    if as_total > as_unit:
        return Price(price.amount, price.currency, None, is_total=True)
    settled.doubt(TotalOrUnit(price.amount, price.currency, quantity.count))
    return None


def _per_unit(settled: Settled, price: Price, quantity: Quantity | None) -> Decimal | None:
    own = settled.context.unit
    if price.is_total:
        return _share_of_total(settled, price.amount, quantity)
    counted = quantity.unit if quantity else own
    if {price.per, counted} == {Unit.DOZEN, Unit.PIECE} and own is Unit.PIECE:
        return _by_the_dozen(settled, price, quantity)
    if price.per in (own, counted) or (price.per is None and counted is own):
        return price.amount
    settled.doubt(PerWhichUnit(price.amount, price.currency, price.per or counted, own, bool(price.per)))
    return None


def _share_of_total(settled: Settled, total: Decimal, quantity: Quantity | None) -> Decimal | None:
    """The total by the count, unless a price of one is named that says otherwise."""
    if quantity is None:
        return None
    share = total / quantity.count
    named = {amount.figure.value for amount in settled.of(Meaning.PRICE)} - {total}
    if named and share not in named:
        settled.doubt(SeveralValues(Term.UNIT_PRICE, (*sorted(named), share)))
        return None
    return share


def _by_the_dozen(settled: Settled, price: Price, quantity: Quantity | None) -> Decimal | None:
    """A price and a count of which one goes by the dozen: all in pieces, when that is exact."""
    if price.per is Unit.PIECE and quantity is not None:
        pieces = quantity.count * _PER_DOZEN
        doubt = bounded(Decimal(pieces), Term.QUANTITY)
        settled.quantity = None if doubt else Quantity(pieces, Unit.PIECE)
        if doubt:
            settled.doubt(doubt)
        return price.amount
    each = price.amount / _PER_DOZEN
    if _unit_price(each, price.currency) is None:
        settled.doubt(PerWhichUnit(price.amount, price.currency, Unit.DOZEN, Unit.PIECE, is_said=True))
        return None
    return each
