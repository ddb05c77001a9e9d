"""The deal that couples of buyer and seller play: who types or presses what, and who hears of it."""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class Deed(Enum):
    """What a person does on the phone."""

    TYPES = "types"
    PRESSES = "presses"


@dataclass(frozen=True, slots=True)
class Step:
    """One update: `tells` when the other side is told of it; `{goods}` stands for the couple's product."""

    is_buyer: bool
    deed: Deed
    words: str
    tells: bool = False


def _buyer(deed: Deed, words: str, *, tells: bool = False) -> Step:
    return Step(True, deed, words, tells)


def _seller(deed: Deed, words: str, *, tells: bool = False) -> Step:
    return Step(False, deed, words, tells)


DEAL: Final = (
    _seller(Deed.TYPES, "/start"),
    _buyer(Deed.TYPES, "/start"),
    _buyer(Deed.TYPES, "{goods}"),
    _buyer(Deed.PRESSES, "1"),
    _buyer(Deed.PRESSES, "Negotiate"),
    _buyer(Deed.TYPES, "500 pcs at 12.5, 15 days"),
    _buyer(Deed.PRESSES, "Send", tells=True),
    _seller(Deed.PRESSES, "还价"),
    _seller(Deed.TYPES, "500个 13块 20天发货"),
    _seller(Deed.PRESSES, "发送", tells=True),
    _buyer(Deed.PRESSES, "Accept", tells=True),
    _buyer(Deed.PRESSES, "Place order"),
    _buyer(Deed.TYPES, "12 Harbour Street, 20457 Hamburg, Germany"),
    _buyer(Deed.PRESSES, "Confirm order", tells=True),
    _seller(Deed.PRESSES, "确认下单", tells=True),
)
"""From the first word to the order that both have confirmed."""

BROWSING: Final = (
    *DEAL[1:4],
    _buyer(Deed.PRESSES, "Back"),
    _buyer(Deed.PRESSES, "Sort"),
    _buyer(Deed.PRESSES, "Relevance"),
)
"""Looking around without dealing."""

SCRIPTS: Final = {"deal": DEAL, "browsing": BROWSING}
