"""Compensations for lateness: the seller pays what was agreed, or lets the buyer pay so much less."""

from collections.abc import Callable

from domain import ledger
from domain.claim import Claim
from domain.ledger import Booking, Entry
from domain.lifecycle import Deed
from domain.money import Money
from domain.offer import Author
from domain.people import Side
from domain.refusal import Refusal
from domain.terms import PaymentMethod
from services.booking import fund_if_paid
from services.claim_deeds import ClaimDeeds, ClaimTarget
from services.locking_claims import locked_claim
from services.notices import News
from services.order_holds import check_not_held


class NotEnoughOwed(Refusal):
    """The buyer owes less than the compensation, only `owed`: nothing to set it against."""


class Compensating(ClaimDeeds):
    """The compensations that one seller pays, within one transaction."""

    async def pay(self, target: ClaimTarget) -> Claim:
        """The seller has paid what was agreed, outside of the bot; it is booked, and the buyer is told."""
        claim = await self._do(
            target, Deed.COMPENSATE, lambda c, a: c.settle(target.version, a, Deed.COMPENSATE)
        )
        await self._book(claim, ledger.compensation)
        await self._tell(claim, Side.BUYER, News.CLAIM_SETTLED)
        return claim

    async def deduct(self, target: ClaimTarget) -> Claim:
        """The buyer pays so much less: what the seller owes him is set against the price.

        - Only while the buyer owes at least as much: NotEnoughOwed. The order is locked.
        - Not while a card is being charged for it: PaymentUnderWay.
        - Booked as a compensation and, against it, a payment.
        """
        order, seen = await locked_claim(self._books, target.claim_id)
        self._seen(seen)
        await check_not_held(self._books, order)
        owed = (await self._books.money.standing(order)).owed
        claim = await self._do(target, Deed.DEDUCT, lambda c, a: _deducted(c, target.version, a, owed))
        await self._book(claim, ledger.compensation)
        await self._book(claim, _set_off, "set off")
        await self._tell(claim, Side.BUYER, News.CLAIM_SETTLED)
        await fund_if_paid(self._books, order)
        return claim

    async def _book(self, claim: Claim, kind: Callable[[Entry, Money], Booking], key: str = "paid") -> None:
        """The same claim never books twice in the same way."""
        by, now = self._person.id, self._books.now
        entry = Entry(claim.order_id, f"claim {claim.id} {key}", by, self._books.cause, now)
        await self._books.money.book(kind(entry, claim.proposal.settlement.amount))


def _set_off(entry: Entry, amount: Money) -> Booking:
    """A payment without money: the supplier keeps what he would have paid."""
    return ledger.payment(entry, PaymentMethod.TRANSFER, amount)


def _deducted(claim: Claim, version: int, author: Author, owed: Money) -> Claim:
    settled = claim.settle(version, author, Deed.DEDUCT)
    if owed.minor < claim.proposal.settlement.amount.minor:
        raise NotEnoughOwed(owed=owed)
    return settled
