"""Purchase agreements: what both sides confirmed, sealed, and the file that was made of it."""

import hashlib
import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from domain.order import Order
from domain.order_facts import order_number
from domain.refusal import Refusal

SHORTEST_PREFIX: Final = 16
"""Of a hash so many hexadecimal digits at least: fewer could be guessed."""
LINK_PREFIX: Final = "v_"
"""How the payload of the link in an agreement's QR code begins."""
_PAYLOAD: Final = re.compile(r"v_[A-Za-z0-9_-]{43}")
_LINK: Final = re.compile(r"(?:^|\bstart=)v_([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])")
_HASH: Final = re.compile(r"[0-9a-f]+")
_WHOLE: Final = 64


class HashTooShort(Refusal):
    """Of a hash fewer than `least` digits were given."""


class NoHash(Refusal):
    """Words that are neither a hash nor the link of an agreement."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The one file of a confirmed revision; `sha256` of its bytes and `seal` are 64 hexadecimal digits.

    `confirmed_at` is the moment of the second confirmation, `at` when the file was first made.
    """

    order_id: int
    revision: int
    sha256: str
    seal: str
    confirmed_at: datetime
    at: datetime | None = None

    @property
    def order_number(self) -> str:
        """The number of the order, which is the agreement's as well."""
        return order_number(self.order_id)


class Agreements(Protocol):
    """The files that were made; rows are only ever added."""

    async def keep(self, agreement: Agreement, now: datetime) -> Agreement:
        """Keeps the file of a revision; if one was kept before, that one is returned and nothing changes."""

    async def of(self, order_id: int, revision: int) -> Agreement | None:
        """The file of a revision."""

    async def found(self, beginning: str) -> Agreement | None:
        """The one agreement whose file's hash, or whose seal, begins so; None if none or several do."""


def seal_of(order: Order) -> str:
    """SHA-256 in hex of a revision and of both presses that confirmed it, to the millisecond.

    Whoever has not seen the agreement cannot guess it.
    """
    presses = sorted(
        (each.side.value, each.person_id, int(each.at.timestamp() * 1000), each.digest)
        for each in order.confirmations
    )
    return hashlib.sha256(json.dumps([order.id, order.revision, presses]).encode()).hexdigest()


def token_of(seal: str) -> str:
    """The payload of the link that the QR code holds: at most 64 letters, as Telegram allows."""
    return LINK_PREFIX + urlsafe_b64encode(bytes.fromhex(seal)).decode().rstrip("=")


def is_link(payload: str) -> bool:
    """Whether the payload of a deep link is that of an agreement; an invitation is shorter."""
    return _PAYLOAD.fullmatch(payload) is not None


def hash_in(words: str) -> str:
    """The beginning of a hash, or the whole seal of a link, in typed words. Raises HashTooShort, NoHash."""
    if link := _LINK.search(words.strip()):
        return urlsafe_b64decode(link[1] + "=").hex()
    found = re.sub(r"[\s…]+", "", words).lower()
    if not _HASH.fullmatch(found) or len(found) > _WHOLE:
        raise NoHash()
    if len(found) < SHORTEST_PREFIX:
        raise HashTooShort(least=SHORTEST_PREFIX)
    return found
