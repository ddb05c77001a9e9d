"""Lines of talk with what their writers meant, one JSON object a line, and what was known before each.

Read are `text`, `lang`, `source`, `tier`, `role`, `currency`, `list_price` (or none), the lines before as
`context` (`role` and `text`), `gold` (`intent`, `price` in major units or none, `quantity` or none; a range
has `price_low`) and `scorable` (for which of `intent`, `price` and `quantity` the line is good).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from language.clean import clean
from language.offer import read_offer
from language.reading import Context


@dataclass(frozen=True, slots=True)
class Meant:
    """What the writer of a line meant; an `intent` of None is not to be scored, and so on."""

    intent: str | None
    price: float | None
    has_price_label: bool
    quantity: float | None


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One line, the group it is scored in, and what the reader may know."""

    group: str
    text: str
    context: Context
    meant: Meant


def talk_lines(file: Path) -> Iterator[TalkLine]:
    """The lines of a file, in order."""
    for written in file.read_text("utf-8").splitlines():
        record = json.loads(written)
        group = " ".join((record["lang"], record["source"].partition(" (")[0], record["tier"]))
        yield TalkLine(group, clean(record["text"]), _context(record), _meant(record))


def _meant(record: dict[str, Any]) -> Meant:
    gold, scorable = record["gold"], record["scorable"]
    return Meant(
        intent=gold["intent"] if scorable["intent"] else None,
        price=gold.get("price"),
        has_price_label=scorable["price"] and gold.get("price_low") is None,
        quantity=gold.get("quantity") if scorable.get("quantity") else None,
    )


def _context(record: dict[str, Any]) -> Context:
    """The list price, and the last price of each side as our own reader hears it in the lines before."""
    listed = Decimal(str(record["list_price"])) if record.get("list_price") else None
    said: dict[bool, Decimal | None] = {True: None, False: None}
    for turn in record["context"]:
        is_own = turn["role"] is not None and turn["role"] == record["role"]
        before = _known(record, listed, own=said[is_own], previous=said[not is_own])
        if price := read_offer(clean(turn["text"]), before).price:
            said[is_own] = price.amount
    return _known(record, listed, own=said[True], previous=said[False])


def _known(
    record: dict[str, Any], listed: Decimal | None, *, own: Decimal | None, previous: Decimal | None
) -> Context:
    is_answer = previous is not None
    return Context(record["currency"], listed=listed, previous=previous, own=own, number_is_price=is_answer)
