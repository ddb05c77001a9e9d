"""A sum said in one line: 300, "make it 300", CNY 49.50, 改成300元, 赔一百五."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from language.currencies_named import without_currencies
from language.doubt import Term
from language.fold import fold
from language.number import read_decimal

MOST_CHARACTERS: Final = 60
_FILLER: Final = re.compile(
    r"\b(?:please|make it|make that|change (?:it |that )?to|let'?s say|we|i|can|will|would|could|offer|pay"
    r"|propose|only|just|at most|is|the|amount|sum|compensation|it|to|of|in total|total|ok)\b"
    r"|改成|改为|改到|我们|我|最多|只能|只|可以|能|愿意|赔付|赔偿|赔|付|给|您|你|出|总共|一共|合计|金额|吧|行吗|好吗|可以吗|[的就]"
    r"|(?<!\d)[:,.;!?=](?!\d)|[!?。]"
)


@dataclass(frozen=True, slots=True)
class SumSaid:
    """An amount in major units, and its currency if the line names one."""

    amount: Decimal
    currency: str | None


def read_sum(text: str) -> SumSaid | None:
    """The sum that the whole line states, in one reading; None when it is anything else or more."""
    if len(text) > MOST_CHARACTERS:
        return None
    currencies, rest = without_currencies(fold(text).strip())
    amount = read_decimal(_FILLER.sub(" ", rest).strip(), Term.UNIT_PRICE)
    if len(currencies) > 1 or not isinstance(amount, Decimal) or amount <= 0:
        return None
    return SumSaid(amount, next(iter(currencies), None))
