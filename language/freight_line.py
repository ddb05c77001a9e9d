"""A freight figure said in one line: "sea 2300", "freight 320 USD by air", 海运费2000元."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.terms import Shipping
from language.currencies_named import without_currencies
from language.doubt import Term
from language.fold import fold
from language.number import read_decimal

MOST_CHARACTERS: Final = 120

_METHODS: Final = {
    Shipping.SEA: r"\b(?:by )?(?:sea|ocean|vessel|ship)\b|海运|船运|走海",
    Shipping.AIR: r"\b(?:by )?air\b|空运|走空",
    Shipping.RAIL: r"\b(?:by )?(?:rail|railway|train)\b|铁路|中欧班列|铁运|班列",
    Shipping.EXPRESS: r"\b(?:by )?(?:express|courier|dhl|fedex|ups)\b|国际快递|快递|专线",
}
_NAMES: Final = re.compile(r"\b(?:freight|shipping (?:cost|fee|charge)s?|shipping)\b|运费|运价")
_FEE: Final = re.compile(r"(?:海运|空运|铁路|快递)费")
_FILLER: Final = re.compile(
    r"\b(?:the|our|is|costs?|fee|charges?|total|in total|about|for|all|it|would be|will be|by)\b"
    r"|[一总]?共|合计|总计|费用?|价|是|为|要|的|走|报|(?<!\d)[:,.;!=]|[:,.;!=](?!\d)"
)


@dataclass(frozen=True, slots=True)
class FreightSaid:
    """What a line says of freight: an amount in major units, and the currency and method if it names them.

    `names_freight`: the line itself says that it is about freight.
    """

    amount: Decimal
    currency: str | None
    method: Shipping | None
    names_freight: bool


def read_freight(text: str) -> FreightSaid | None:
    """The freight that the whole line states, in one reading; None when it is anything else or more."""
    if len(text) > MOST_CHARACTERS:
        return None
    line = fold(text).strip()
    names_freight = bool(_NAMES.search(line) or _FEE.search(line))
    currencies, rest = without_currencies(line)
    methods, rest = _without_methods(rest)
    rest = _NAMES.sub(" ", rest)
    if len(methods) > 1 or len(currencies) > 1:
        return None
    amount = read_decimal(_FILLER.sub(" ", rest).strip(), Term.UNIT_PRICE)
    if not isinstance(amount, Decimal) or amount <= 0:
        return None
    return FreightSaid(amount, next(iter(currencies), None), next(iter(methods), None), names_freight)


def _without_methods(line: str) -> tuple[list[Shipping], str]:
    found = [method for method, pattern in _METHODS.items() if re.search(pattern, line)]
    for method in found:
        line = re.sub(_METHODS[method], " ", line)
    return found, line
