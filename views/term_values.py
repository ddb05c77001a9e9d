"""What each term says on a card, in the reader's language: plain text, not yet escaped, empty if open."""

from collections.abc import Callable
from typing import Final

from domain.money import Fee
from domain.quantity import Quantity, Unit
from domain.terms import FREIGHT_PAYERS, Custom, FeeBasis, TermsDraft
from views.reader import Reader
from views.term_words import (
    BALANCE_WORDS,
    CUSTOM_WORDS,
    FREIGHT_BY_TERM,
    FREIGHT_WORDS,
    PAYMENT_WORDS,
    QUALITY_WORDS,
    SHIPPING_WORDS,
)
from views.units import per_unit, quantity

_CONTINUED: Final = "\n\u2003"
"""Lines of free words are set in, so that none of them can pass for a term of the card."""
_IN_FULL: Final = 100


def ordered(reader: Reader, terms: TermsDraft) -> str:
    """How many of what."""
    return quantity(reader, terms.quantity) if terms.quantity else ""


def unit_price(reader: Reader, terms: TermsDraft) -> str:
    """The price of one unit."""
    if terms.unit_price is None:
        return ""
    if terms.quantity is None:
        return reader.price(terms.unit_price)
    return per_unit(reader, terms.unit_price, terms.quantity.unit)


def tiers(reader: Reader, terms: TermsDraft) -> str:
    """Each step of the price ladder."""
    return " · ".join(
        reader.word(
            "from {count}: {price}", count=reader.number(tier.at_least), price=reader.price(tier.unit_price)
        )
        for tier in terms.tiers
    )


def days(reader: Reader, days: int | None) -> str:
    """A number of days."""
    return reader.say_many("{count} day", "{count} days", days) if days else ""


def payment(reader: Reader, terms: TermsDraft) -> str:
    """The method, and how the price is parted."""
    method = PAYMENT_WORDS[terms.payment](reader) if terms.payment else ""
    return " · ".join(part for part in (method, _stages(reader, terms)) if part)


def _stages(reader: Reader, terms: TermsDraft) -> str:
    """Deposit and balance; before shipment is the custom where nothing is said of the balance."""
    percent, due = terms.deposit_percent, terms.balance_due
    if percent is None:
        return BALANCE_WORDS[due](reader) if due else ""
    if percent == _IN_FULL:
        return reader.word("Full payment in advance")
    deposit = reader.percent(percent)
    if due:
        rest = BALANCE_WORDS[due](reader)
        return reader.word("{deposit} deposit, {balance}", deposit=deposit, balance=rest)
    balance = reader.percent(_IN_FULL - percent)
    return reader.word("{deposit} deposit, {balance} before shipment", deposit=deposit, balance=balance)


def moq(reader: Reader, terms: TermsDraft) -> str:
    """The least that is ordered."""
    if terms.moq is None:
        return ""
    return _counted(reader, terms.moq, terms.quantity.unit if terms.quantity else None)


def _counted(reader: Reader, count: int, unit: Unit | None) -> str:
    return quantity(reader, Quantity(count, unit)) if unit else reader.number(count)


def trade_term(reader: Reader, terms: TermsDraft) -> str:
    """The trade term with its place."""
    return f"{terms.trade_term or ''} {terms.trade_place}".strip()


def freight(reader: Reader, terms: TermsDraft) -> str:
    """Who pays it, said outright or by the trade term."""
    if terms.freight_payer:
        return FREIGHT_WORDS[terms.freight_payer](reader)
    return FREIGHT_BY_TERM[FREIGHT_PAYERS[terms.trade_term]](reader) if terms.trade_term else ""


def freight_charge(reader: Reader, terms: TermsDraft) -> str:
    """What the freight of a sample costs, in all."""
    charge = terms.freight_charge
    if charge is None:
        return ""
    return reader.price(charge) if charge.points else reader.word("free of charge")


def refund(reader: Reader, terms: TermsDraft) -> str:
    """What becomes of a sample's price."""
    return reader.word("the sample's price is refunded") if terms.is_refundable else ""


def customization(reader: Reader, terms: TermsDraft) -> str:
    """What is customized."""
    chosen = (CUSTOM_WORDS[each](reader) for each in Custom if each in terms.customization)
    return " + ".join(chosen)


def custom_fee(reader: Reader, terms: TermsDraft) -> str:
    """The customization fee."""
    if terms.custom_fee is None:
        return ""
    return fee(reader, terms.custom_fee, terms.custom_fee_basis, terms.quantity)


def fee(reader: Reader, amount: Fee, basis: FeeBasis | None, ordered: Quantity | None) -> str:
    """A customization fee with what it is charged for."""
    if not amount.points:
        return reader.word("free of charge")
    if basis is FeeBasis.ONCE:
        return reader.word("{price} once", price=reader.price(amount))
    unit = ordered.unit if ordered else Unit.PIECE
    return per_unit(reader, amount, unit)


def late(reader: Reader, terms: TermsDraft) -> str:
    """Compensation for each day late."""
    if terms.late_percent_per_day is None:
        return ""
    rate = reader.hundredths(terms.late_percent_per_day)
    if terms.late_cap_percent is None:
        return reader.word("{rate} of the total a day", rate=rate)
    cap = reader.percent(terms.late_cap_percent)
    return reader.word("{rate} of the total a day, at most {cap}", rate=rate, cap=cap)


def logo(reader: Reader, terms: TermsDraft) -> str:
    """That there is a logo, with the mark by which one picture differs from another."""
    return reader.word("file attached, no. {name}", name=terms.logo_file) if terms.logo_file else ""


def shipping(reader: Reader, terms: TermsDraft) -> str:
    """How the goods travel."""
    return SHIPPING_WORDS[terms.shipping](reader) if terms.shipping else ""


def quality(reader: Reader, terms: TermsDraft) -> str:
    """What the goods are checked against."""
    return QUALITY_WORDS[terms.quality](reader) if terms.quality else ""


def free_words(term: str) -> Callable[[Reader, TermsDraft], str]:
    """Somebody's own words: the term of this name."""
    return lambda reader, terms: str(getattr(terms, term)).replace("\n", _CONTINUED)
