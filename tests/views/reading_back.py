"""A reader of cards who knows only the labels and how each language writes figures: from card to terms."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from html import unescape
from typing import Any, Final

from babel.numbers import get_currency_symbol

from domain.money import Fee, UnitPrice, exponent
from domain.people import Side
from domain.price_tier import PriceTier
from domain.quantity import Quantity, Unit
from domain.terms import BalanceDue, Custom, FeeBasis, PaymentMethod, QualityStandard, Shipping, TradeTerm
from views.formats import LOCALES
from views.markup import Html
from views.reader import Reader
from views.term_rows import ROWS
from views.term_words import (
    BALANCE_WORDS,
    CUSTOM_WORDS,
    FREIGHT_WORDS,
    PAYMENT_WORDS,
    QUALITY_WORDS,
    SHIPPING_WORDS,
)
from views.units import unit_word

REMOVED: Final = re.compile(r"^[^\n<]*<s>[^<]*</s> → <i>[^<]*</i>$", re.MULTILINE)
"""A line of a term that is no more."""
STRUCK: Final = re.compile(r"<s>[^<]*</s> → |<[^>]*>")
"""What is no longer meant, and all markup."""
CONTINUED: Final = "\n\u2003"
FIGURE: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")

Read = dict[str, Any]


def read_back(reader: Reader, card: Html, currency: str) -> tuple[Read, str]:
    """The terms that a card's lines say, and its total as it stands there."""
    said = unescape(STRUCK.sub("", REMOVED.sub("", card))).replace(CONTINUED, "\0")
    shown = dict(_parted(reader, line) for line in said.split("\n") if _is_labelled(reader, line))
    found: Read = {}
    for row in ROWS:
        label = row.label(reader)
        if label in shown:
            value = shown[label].replace("\0", "\n")
            found |= READERS[row.terms](Scribe(reader, currency), value)
    return found, shown[reader.word("Total")]


class Scribe:
    """Reads one value in one language."""

    def __init__(self, reader: Reader, currency: str) -> None:
        self.reader = reader
        self.currency = currency

    def number(self, text: str) -> Decimal:
        """The one figure in the text."""
        (figure,) = FIGURE.findall(text.replace(get_currency_symbol(self.currency, self.locale), ""))
        return Decimal(figure.replace(",", ""))

    @property
    def locale(self) -> Any:
        """Babel's own."""
        return LOCALES[self.reader.language]

    def points(self, text: str) -> int:
        """A price in points."""
        return int(self.number(text).scaleb(exponent(self.currency)) * 100)

    def one_of(self, words: Mapping[Any, Callable[[Reader], str]], text: str) -> Any:
        """What these words stand for."""
        (meant,) = (each for each, word in words.items() if word(self.reader) == text)
        return meant

    def unit(self, text: str) -> Unit:
        """The unit that a price is for."""
        named = text.rpartition("/")[2].strip()
        (meant,) = (unit for unit in Unit if unit_word(self.reader, unit) == named)
        return meant


def _is_labelled(reader: Reader, line: str) -> bool:
    labels = [row.label(reader) for row in ROWS] + [reader.word("Total")]
    return any(line.startswith(reader.word("{label}: {value}", label=label, value="")) for label in labels)


def _parted(reader: Reader, line: str) -> tuple[str, str]:
    colon = reader.word("{label}: {value}", label="", value="")
    label, _, value = line.partition(colon)
    return label, value


def _quantity(scribe: Scribe, text: str) -> Read:
    """The unit is that of the unit price, which the next line says."""
    return {"count": int(scribe.number(text))}


def _price(scribe: Scribe, text: str) -> Read:
    return {"unit_price": UnitPrice(scribe.points(text), scribe.currency), "unit": scribe.unit(text)}


def _tiers(scribe: Scribe, text: str) -> Read:
    pattern = re.escape(scribe.reader.word("from {count}: {price}", count="COUNT", price="PRICE"))
    rung = re.compile(pattern.replace("COUNT", "(.*)").replace("PRICE", "(.*)"))
    found = [rung.fullmatch(each) for each in text.split(" · ")]
    tiers = [PriceTier(int(scribe.number(m[1])), _unit_price(scribe, m[2])) for m in found if m]
    assert len(tiers) == len(found)
    return {"tiers": tuple(tiers)}


def _unit_price(scribe: Scribe, text: str) -> UnitPrice:
    return UnitPrice(scribe.points(text), scribe.currency)


def _payment(scribe: Scribe, text: str) -> Read:
    methods = {PAYMENT_WORDS[each](scribe.reader): each for each in PaymentMethod}
    first, *rest = text.split(" · ")
    found: Read = {"payment": methods[first]} if first in methods else {}
    stages = [each for each in (first, *rest) if each not in methods]
    return found | (_stages(scribe, stages[0]) if stages else {})


def _stages(scribe: Scribe, text: str) -> Read:
    word = scribe.reader.word
    if text == word("Full payment in advance"):
        return {"deposit_percent": 100}
    for due in BalanceDue:
        rest = BALANCE_WORDS[due](scribe.reader)
        if text == rest:
            return {"balance_due": due}
        for percent in range(1, 100):
            deposit = scribe.reader.percent(percent)
            if text == word("{deposit} deposit, {balance}", deposit=deposit, balance=rest):
                return {"deposit_percent": percent, "balance_due": due}
    percents = re.findall(r"(\d+)%", text)
    assert sum(map(int, percents)) == 100
    return {"deposit_percent": int(percents[0])}


def _trade_term(scribe: Scribe, text: str) -> Read:
    term, _, place = text.partition(" ")
    return {"trade_term": TradeTerm(term), "trade_place": place}


def _freight(scribe: Scribe, text: str) -> Read:
    said = [side for side in Side if FREIGHT_WORDS[side](scribe.reader) == text]
    return {"freight_payer": said[0]} if said else {}


def _customization(scribe: Scribe, text: str) -> Read:
    chosen = (scribe.one_of(CUSTOM_WORDS, each) for each in text.split(" + "))
    return {"customization": frozenset(Custom(each) for each in chosen)}


def _fee(scribe: Scribe, text: str) -> Read:
    if text == scribe.reader.word("free of charge"):
        return {"custom_fee": Fee(0, scribe.currency)}
    fee = Fee(scribe.points(text), scribe.currency)
    basis = FeeBasis.PER_PIECE if "/" in text else FeeBasis.ONCE
    return {"custom_fee": fee, "custom_fee_basis": basis}


def _freight_charge(scribe: Scribe, text: str) -> Read:
    is_free = text == scribe.reader.word("free of charge")
    return {"freight_charge": Fee(0 if is_free else scribe.points(text), scribe.currency)}


def _late(scribe: Scribe, text: str) -> Read:
    rate, *cap = re.findall(r"([\d.]+)%", text)
    return {
        "late_percent_per_day": int(Decimal(rate) * 100),
        "late_cap_percent": int(cap[0]) if cap else None,
    }


def _logo(scribe: Scribe, text: str) -> Read:
    before, _, after = scribe.reader.word("file attached, no. {name}", name="\0").partition("\0")
    return {"logo_file": text.removeprefix(before).removesuffix(after)}


READERS: Final[Mapping[tuple[str, ...], Callable[[Scribe, str], Read]]] = {
    ("quantity",): _quantity,
    ("unit_price",): _price,
    ("tiers",): _tiers,
    ("lead_time_days",): lambda scribe, text: {"lead_time_days": int(scribe.number(text))},
    ("shipping",): lambda scribe, text: {"shipping": Shipping(scribe.one_of(SHIPPING_WORDS, text))},
    ("payment", "deposit_percent", "balance_due"): _payment,
    ("moq",): lambda scribe, text: {"moq": int(scribe.number(text))},
    ("trade_term", "trade_place"): _trade_term,
    ("freight_payer", "trade_term"): _freight,
    ("quality",): lambda scribe, text: {"quality": QualityStandard(scribe.one_of(QUALITY_WORDS, text))},
    ("quality_note",): lambda scribe, text: {"quality_note": text},
    ("sample",): lambda scribe, text: {"sample": text},
    ("customization",): _customization,
    ("custom_note",): lambda scribe, text: {"custom_note": text},
    ("logo_file",): _logo,
    ("custom_fee", "custom_fee_basis"): _fee,
    ("late_percent_per_day", "late_cap_percent"): _late,
    ("valid_days",): lambda scribe, text: {"valid_days": int(scribe.number(text))},
    ("freight_charge",): _freight_charge,
    ("is_refundable",): lambda scribe, text: {"is_refundable": bool(text)},
    ("note",): lambda scribe, text: {"note": text},
}
"""Every row of a card has a way back, or the test fails for want of it."""


def settled(found: Read) -> Read:
    """The quantity put together from its count and the unit of the price."""
    values = dict(found)
    return {"quantity": Quantity(values.pop("count"), values.pop("unit")), **values}
