"""Price tiers of a line, in the currency named on any of its rungs."""

from domain.money import UnitPrice
from domain.price_tier import PriceTier
from domain.refusal import Refusal
from domain.terms import TermsDraft
from language.meanings import Meaning
from language.price import currency_of
from language.settled import Settled


def settle_tiers(settled: Settled) -> None:
    """The ladder of prices; what no ladder may be leaves it in the rest."""
    if not settled.rungs:
        return
    named = next((rung.price for rung in settled.rungs if rung.price.currency), settled.rungs[0].price)
    currency = currency_of(named, settled.context)
    try:
        tiers = tuple(
            PriceTier(int(rung.least.value), UnitPrice.of(rung.price.figure.value, currency))
            for rung in settled.rungs
        )
        ladder = TermsDraft(tiers=tiers)
    except Refusal as refusal:
        settled.doubt(refusal)
        return
    settled.currency = settled.currency or currency
    settled.state(ladder)
    for amount in settled.of(Meaning.RUNG):
        settled.use(amount)
