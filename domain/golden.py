"""The golden sample: what a buyer approved, with its photos and the agreed standard, once and for ever."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.lifecycle import RECEIVED
from domain.offer import Author
from domain.order import Order
from domain.order_facts import order_number
from domain.people import Side
from domain.refusal import Refusal

MAX_STANDARD_LENGTH: Final = 500
_PREFIX: Final = "YJ-"


class NotASample(Refusal):
    """The `order` is none of a sample that the buyer has received."""


class StandardTooLong(Refusal):
    """The agreed standard has more than `most` characters."""


@dataclass(frozen=True, slots=True)
class GoldenSample:
    """The sample of an order as its buyer approved it.

    `bundle_id` names its photos, 0 if there are none, `photos` those files by Telegram's unique ids.
    `digest`: SHA-256 in hex over all the rest but the buyer, whom the order names: whoever sees it could try
    out Telegram ids against it.
    """

    order_id: int
    product_id: int
    supplier_id: int
    buyer_id: int
    bundle_id: int
    photos: tuple[str, ...]
    standard: str
    at: datetime
    digest: str

    @classmethod
    def approve(
        cls, order: Order, author: Author, standard: str, bundle: tuple[int, tuple[str, ...]] = (0, ())
    ) -> "GoldenSample":
        """The buyer approves what he received; `bundle` is the id and the files of his photos.

        Raises NotASample and StandardTooLong.
        """
        check_received(order, author.side)
        check_standard(standard)
        about = (order.id, order.goods.product_id, order.supplier_id)
        digest = _signed(about, bundle, standard, author.at)
        return cls(*about, order.buyer_id, *bundle, standard, author.at, digest)

    @property
    def number(self) -> str:
        """The number it is known by: that of its sample order."""
        return order_number(self.order_id)

    @property
    def is_signed(self) -> bool:
        """Whether the digest is that of what stands here."""
        about = (self.order_id, self.product_id, self.supplier_id)
        return self.digest == _signed(about, (self.bundle_id, self.photos), self.standard, self.at)


def check_received(order: Order, side: Side) -> None:
    """Raises NotASample, unless it is the buyer's and a sample that arrived."""
    if side is not Side.BUYER or not order.is_sample or order.status not in RECEIVED:
        raise NotASample(order=order.number)


def check_standard(standard: str) -> None:
    """Raises StandardTooLong."""
    if len(standard) > MAX_STANDARD_LENGTH:
        raise StandardTooLong(most=MAX_STANDARD_LENGTH)


def sample_order_id(number: str) -> int:
    """The id of the sample order that the term `sample` names; 0 for what is no such number."""
    digits = number.removeprefix(_PREFIX)
    return int(digits) if digits.isdecimal() and order_number(int(digits)) == number else 0


def _signed(
    about: tuple[int, int, int], bundle: tuple[int, tuple[str, ...]], standard: str, at: datetime
) -> str:
    """SHA-256 in hex over order, product and supplier, photos, standard and moment (milliseconds)."""
    record = [*about, bundle[0], *bundle[1], standard, int(at.timestamp() * 1000)]
    return hashlib.sha256(json.dumps(record, ensure_ascii=False).encode()).hexdigest()
