"""Reading one line of a wholesale offer: what is certain becomes terms, what is not becomes doubts."""

from typing import Final

from language.amount import Amount
from language.balance import settle_balance, settle_shares, settle_staged
from language.compensation import settle_compensation
from language.count import settle_minimum, settle_quantity
from language.custom import settle_custom, settle_fee
from language.freight import settle_freight, settle_trade_term
from language.intent import Heard, intent_of
from language.lead_time import settle_days, settle_lead_time
from language.line import Line
from language.meanings import Meaning
from language.methods import settle_deposit, settle_discount, settle_methods
from language.quality import settle_quality
from language.reading import Context, Reading
from language.rest import rest_of
from language.settled import Settled
from language.tiers import settle_tiers
from language.unit_price import settle_price, settle_unit_price
from language.validity import settle_validity

_STEPS: Final = (
    settle_tiers,
    settle_price,
    settle_quantity,
    settle_unit_price,
    settle_minimum,
    settle_lead_time,
    settle_methods,
    settle_deposit,
    settle_shares,
    settle_staged,
    settle_balance,
    settle_discount,
    settle_freight,
    settle_trade_term,
    settle_quality,
    settle_custom,
    settle_fee,
    settle_compensation,
    settle_validity,
    settle_days,
)
"""In this order: a bare number is a quantity only when it is no price."""


def read_offer(text: str, context: Context) -> Reading:
    """The reading of a line already cleaned; it never raises and never guesses."""
    settled = Settled(Line(text), context)
    for step in _STEPS:
        step(settled)
    return Reading(
        terms=settled.terms(),
        doubts=tuple(settled.doubts),
        rest=rest_of(settled.line, settled.used),
        intent=intent_of(_heard(settled)),
        price=settled.price,
        currency=settled.currency,
        minimum=settled.minimum,
        percent_of_listed=settled.percent_of_listed,
    )


def _heard(settled: Settled) -> Heard:
    bare = settled.of(Meaning.BARE)
    prices = {amount.figure.value for amount in settled.of(Meaning.PRICE)}
    return Heard(
        settled.line,
        settled.context,
        price=settled.price.amount if settled.price else None,
        price_at=settled.price_at,
        has_terms=settled.has_terms,
        has_discount=settled.percent_of_listed is not None,
        is_unclear=bool(settled.doubts) or len(prices) > 1 or any(_is_open(settled, a) for a in bare),
    )


def _is_open(settled: Settled, amount: Amount) -> bool:
    """Whether a bare figure, more than the 一 of an idiom or the price again, was left unread."""
    is_price = settled.price is not None and amount.figure.value == settled.price.amount
    return amount.figure.text != "一" and not is_price and not settled.used[amount.first]
