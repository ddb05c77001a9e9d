"""A claim on an order, so far for late delivery: the only place where its status changes."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.lifecycle import CLAIM, Actor, ClaimStatus, Deed
from domain.money import Money
from domain.offer import Author
from domain.order import Order
from domain.people import Side
from domain.refusal import Refusal

ANSWER_TIME: Final = timedelta(hours=72)
PAYING_TIME: Final = timedelta(days=7)
WARNING: Final = timedelta(hours=12)
MAX_REASON_LENGTH: Final = 500

WAITED_FOR: Final = {
    ClaimStatus.AWAITING_SELLER: Side.SELLER,
    ClaimStatus.AWAITING_BUYER: Side.BUYER,
    ClaimStatus.AGREED: Side.SELLER,
}


class StaleClaim(Refusal):
    """Another amount stands on the table since."""


class ClaimMoveNotAllowed(Refusal):
    """The claim's `status` knows no such `deed` of this side."""


class AboveClaim(Refusal):
    """The `amount` is not above zero, or more than was `claimed` at first."""


class SameAmount(Refusal):
    """The `amount` is the one on the table: to agree is to press Agree."""


class ReasonUnusable(Refusal):
    """A reason is missing or has more than `most` characters."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Version `number` (from 1) of what is to be paid: 1 is the claim itself. `digest`: SHA-256 in hex."""

    number: int
    side: Side
    author_id: int
    amount: Money
    reason: str
    at: datetime
    digest: str

    @classmethod
    def of(cls, number: int, author: Author, amount: Money) -> "Proposal":
        """A proposal whose digest is that of its amount and its reason, the author's words."""
        signed = _digest(number, amount, author.source)
        return cls(number, author.side, author.id, amount, author.source, author.at, signed)

    @property
    def is_as_sent(self) -> bool:
        """Whether it still says what the digest was made of."""
        return is_signed(self.digest, self.number, self.amount, self.reason)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a buyer claims for an order that is `days` late, and the amount on the table.

    `claimed` is the sum computed when it was sent: nothing above it can be agreed. `closing` is why it was
    refused. `id` 0 is not stored yet.
    """

    id: int
    order_id: int
    buyer_id: int
    supplier_id: int
    days: int
    claimed: Money
    status: ClaimStatus
    proposal: Proposal
    expires_at: datetime
    closing: str = ""

    @classmethod
    def send(cls, order: Order, days: int, amount: Money, author: Author) -> "Claim":
        """The buyer claims the computed `amount` for so many days; the seller is to answer."""
        return cls(
            id=0,
            order_id=order.id,
            buyer_id=order.buyer_id,
            supplier_id=order.supplier_id,
            days=days,
            claimed=amount,
            status=ClaimStatus.AWAITING_SELLER,
            proposal=Proposal.of(1, author, amount),
            expires_at=author.at + ANSWER_TIME,
        )

    @property
    def waits_for(self) -> Side | None:
        """Whose turn it is; None when it is over."""
        return WAITED_FOR.get(self.status)

    @property
    def is_being_answered(self) -> bool:
        """Whether the sides have not agreed yet, and may."""
        return self.status in (ClaimStatus.AWAITING_SELLER, ClaimStatus.AWAITING_BUYER)

    @property
    def is_won(self) -> bool:
        """Whether the sides agreed, paid or not: the days up to it are dealt with."""
        return self.status in (ClaimStatus.AGREED, ClaimStatus.SETTLED)

    def propose(self, version: int, author: Author, amount: Money) -> "Claim":
        """Another amount by the side whose turn it is; the author's words are the reason."""
        self._check(version, author, Deed.PROPOSE)
        self.check(amount)
        proposal = Proposal.of(
            self.proposal.number + 1, replace(author, source=_usable(author.source)), amount
        )
        moved = replace(self, status=self._next(Deed.PROPOSE, author.side), proposal=proposal)
        return replace(moved, expires_at=author.at + ANSWER_TIME)

    def check(self, amount: Money) -> None:
        """Raises AboveClaim or SameAmount when the amount cannot be proposed."""
        if amount.currency != self.claimed.currency or not 0 < amount.minor <= self.claimed.minor:
            raise AboveClaim(amount=amount, claimed=self.claimed)
        if amount == self.proposal.amount:
            raise SameAmount(amount=amount)

    def agree(self, version: int, digest: str, author: Author) -> "Claim":
        """The amount on the table, named by the beginning of its digest, is owed by the seller."""
        self._check(version, author, Deed.AGREE)
        if not digest or not self.proposal.digest.startswith(digest) or not self.proposal.is_as_sent:
            raise StaleClaim(version=version, current=self.proposal.number)
        status = self._next(Deed.AGREE, author.side)
        return replace(self, status=status, expires_at=author.at + PAYING_TIME)

    def refuse(self, version: int, author: Author) -> "Claim":
        """The seller owes nothing, he says; the author's words are the reason, which the buyer reads."""
        self._check(version, author, Deed.REFUSE)
        status = self._next(Deed.REFUSE, author.side)
        return replace(self, status=status, closing=_usable(author.source))

    def withdraw(self, version: int, author: Author) -> "Claim":
        """The buyer takes the claim back."""
        self._check(version, author, Deed.WITHDRAW)
        return replace(self, status=self._next(Deed.WITHDRAW, author.side))

    def settle(self, version: int, author: Author, deed: Deed) -> "Claim":
        """The seller has paid (COMPENSATE), or lets the buyer pay so much less (DEDUCT)."""
        self._check(version, author, deed)
        return replace(self, status=self._next(deed, author.side))

    def is_out_of_time(self, now: datetime) -> bool:
        """Whether nobody may answer any more; what is agreed stays owed."""
        return self.is_being_answered and now >= self.expires_at

    def expire(self, now: datetime) -> "Claim":
        """The clock ends what nobody answered; nothing happens before `expires_at` or when it is over."""
        if not self.is_out_of_time(now):
            return self
        return replace(self, status=self._next(Deed.EXPIRE, Actor.CLOCK))

    def _check(self, version: int, author: Author, deed: Deed) -> None:
        if version != self.proposal.number:
            raise StaleClaim(version=version, current=self.proposal.number)
        self._next(deed, author.side)
        if self.is_out_of_time(author.at):
            raise ClaimMoveNotAllowed(status=ClaimStatus.UNANSWERED, deed=deed)

    def _next(self, deed: Deed, actor: Side | Actor) -> ClaimStatus:
        try:
            return CLAIM[self.status, deed, Actor(actor.value)]
        except KeyError:
            raise ClaimMoveNotAllowed(status=self.status, deed=deed) from None


def is_signed(digest: str, number: int, amount: Money, reason: str) -> bool:
    """Whether the digest was made of this version, amount and reason."""
    return digest == _digest(number, amount, reason)


def _digest(number: int, amount: Money, reason: str) -> str:
    signed = json.dumps([number, amount.minor, amount.currency, reason])
    return hashlib.sha256(signed.encode()).hexdigest()


def _usable(reason: str) -> str:
    """Its length is counted as Telegram does, in UTF-16 units."""
    stripped = reason.strip()
    if not 0 < len(stripped.encode("utf-16-le")) // 2 <= MAX_REASON_LENGTH:
        raise ReasonUnusable(most=MAX_REASON_LENGTH)
    return stripped
