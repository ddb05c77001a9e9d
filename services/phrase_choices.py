"""The usual values of a phrase's slots, from the offer that stands, the listing and what people say."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Final

from domain.money import Money, UnitPrice, exponent
from domain.phrase import MAX_DAYS, TRADE_TERMS, Kind, PerUnit, Value
from domain.quantity import MAX_COUNT, Quantity, Unit
from domain.terms import Terms
from services.phrasing import PhraseForm
from services.tidy import tidy

_MOST: Final = 6
_DAYS: Final = (7, 15, 30)
_DATES: Final = (7, 14, 30, 60)
_AMOUNTS: Final = (50, 100, 200, 500)
_SHARES: Final = (100, 95, 90)


def usual_values(form: PhraseForm) -> Sequence[Value]:
    """The usual values of the slot asked, none twice; none when the phrase is complete."""
    kind = form.draft.current
    return list(dict.fromkeys(_USUAL[kind](form)))[: max(_MOST, len(TRADE_TERMS))] if kind else []


def _days(form: PhraseForm) -> Sequence[Value]:
    product, standing = form.matter.product, form.matter.standing
    known = (standing.lead_time_days if standing else None, product.lead_time_days if product else None)
    return sorted({days for days in (*known, *_DAYS) if days and days <= MAX_DAYS})


def _quantities(form: PhraseForm) -> Sequence[Value]:
    goods, product, standing = form.matter.goods, form.matter.product, form.matter.standing
    tiers = [tier.at_least for tier in product.tiers] if product else []
    ordered = standing.quantity.count if standing else goods.moq
    counts = sorted({goods.moq, ordered, ordered * 2, ordered * 5, *tiers})
    return [Quantity(count, Unit(goods.unit)) for count in counts if goods.moq // 2 < count <= MAX_COUNT][
        :_MOST
    ]


def _prices(form: PhraseForm) -> Sequence[Value]:
    """Those on the table, the listed one and somewhat below; or shares of the price for what is extra."""
    standing = form.matter.standing
    if standing is None:
        return []
    shares = form.draft.phrase.usual or _SHARES
    reckoned = [_share(standing, share) for share in shares]
    known = [] if form.draft.phrase.usual else _known_prices(form, standing)
    prices = sorted({*known, *reckoned}, key=lambda price: price.points)
    return [PerUnit(price, Unit(form.matter.goods.unit)) for price in prices][:_MOST]


def _known_prices(form: PhraseForm, standing: Terms) -> list[UnitPrice]:
    product, own = form.matter.product, form.matter.own
    listed = [product.price_for(standing.quantity.count)] if product else []
    return [standing.unit_price, *listed, *([own.terms.unit_price] if own else [])]


def _share(terms: Terms, percent: int) -> UnitPrice:
    price = terms.unit_price
    return price if percent == 100 else tidy(price.amount * percent / 100, price.currency)


def _amounts(form: PhraseForm) -> Sequence[Value]:
    currency = form.matter.goods.currency
    return [Money(amount * 10 ** exponent(currency), currency) for amount in _AMOUNTS]


_USUAL: Final[Mapping[Kind, Callable[[PhraseForm], Sequence[Value]]]] = {
    Kind.DAYS: _days,
    Kind.QUANTITY: _quantities,
    Kind.PRICE: _prices,
    Kind.MONEY: _amounts,
    Kind.PERCENT: lambda form: list(form.draft.phrase.usual),
    Kind.DATE: lambda form: [form.today + timedelta(days=days) for days in _DATES],
    Kind.PORT: lambda form: list(form.draft.phrase.ports),
    Kind.TERM: lambda form: list(TRADE_TERMS),
}
