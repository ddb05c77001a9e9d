"""Claims for late delivery: sent by the buyer, agreed, bargained over or refused, and paid by the seller."""

from collections.abc import Callable
from dataclasses import dataclass

from domain import ledger
from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.ledger import Booking, Entry
from domain.lifecycle import Deed
from domain.money import Money
from domain.offer import Author
from domain.people import Person, Side
from domain.refusal import Refusal
from domain.settlement import compensation
from domain.terms import PaymentMethod
from services.late import late_case_of
from services.notices import News, Notice
from services.order_deeds import locked_as
from services.order_holds import check_not_held
from services.ports import Books
from services.recording import doer, record, tell_side
from services.refusals import NotFound


class NothingToClaim(Refusal):
    """Nothing can be claimed now: in time, no compensation agreed, or a claim stands already."""


class ClaimGrew(Refusal):
    """The `amount` is another now than the one that was pressed."""


class NotEnoughOwed(Refusal):
    """The buyer owes less than the compensation, only `owed`: nothing to set it against."""


@dataclass(frozen=True, slots=True)
class ClaimTarget:
    """Which claim a press names, and the version on the button."""

    claim_id: int
    version: int


class Claiming:
    """The claims of one person, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def see(self, claim_id: int) -> tuple[Claim, Side]:
        """A claim and the person's side in it. Raises NotFound, to strangers too."""
        return self._seen(await self._books.claims.get(claim_id))

    async def send(self, order_id: int, minor: int) -> Claim:
        """The buyer claims what lateness costs as of now, which must be what he pressed.

        - Only one claim of an order is answered at a time: the order is locked.
        - Raises NothingToClaim, or ClaimGrew when another day has begun since the button was drawn.
        """
        order = await locked_as(Side.BUYER, self._books, self._person, order_id)
        late = await late_case_of(self._books, order)
        amount = late.claimable if late else None
        if late is None or amount is None:
            raise NothingToClaim(order=order.number)
        if amount.minor != minor:
            raise ClaimGrew(amount=amount)
        author = self._author(Side.BUYER)
        ground = Ground(ClaimKind.LATE, ClaimReason.LATE, days=late.lateness.days)
        claim = Claim.send(order, ground, compensation(amount), author)
        sent = await self._books.claims.add(claim, self._books.now)
        await record(self._books, None, sent, Deed.CLAIM, doer(author))
        await self._tell(sent, Side.SELLER, News.CLAIM_RECEIVED)
        return sent

    async def agree(self, target: ClaimTarget, digest: str) -> Claim:
        """What is on the table is agreed; the other side is told."""
        claim, side = await self._do(target, Deed.AGREE, lambda c, a: c.agree(target.version, digest, a))
        await self._tell(claim, side.other, News.CLAIM_AGREED)
        return claim

    async def propose(self, target: ClaimTarget, amount: Money, reason: str) -> Claim:
        """Another amount, at most what was claimed, with the reason in the proposer's words."""
        claim, side = await self._do(
            target, Deed.PROPOSE, lambda c, a: c.propose(target.version, a, compensation(amount)), reason
        )
        await self._tell(claim, side.other, News.CLAIM_RECEIVED)
        return claim

    async def refuse(self, target: ClaimTarget, reason: str) -> Claim:
        """The seller refuses; the buyer reads why."""
        claim, side = await self._do(target, Deed.REFUSE, lambda c, a: c.refuse(target.version, a), reason)
        await self._tell(claim, side.other, News.CLAIM_REFUSED)
        return claim

    async def withdraw(self, target: ClaimTarget) -> Claim:
        """The buyer takes the claim back."""
        claim, side = await self._do(target, Deed.WITHDRAW, lambda c, a: c.withdraw(target.version, a))
        await self._tell(claim, side.other, News.CLAIM_WITHDRAWN)
        return claim

    async def pay(self, target: ClaimTarget) -> Claim:
        """The seller has paid what was agreed, outside of the bot; it is booked, and the buyer is told."""
        claim, _ = await self._do(
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
        claim, _ = self._seen(await self._books.claims.get(target.claim_id))
        order = await self._books.orders.get_for_update(claim.order_id)
        assert order is not None, "a claim is on an order"
        await check_not_held(self._books, order)
        owed = (await self._books.money.standing(order)).owed
        claim, _ = await self._do(target, Deed.DEDUCT, lambda c, a: _deducted(c, target.version, a, owed))
        await self._book(claim, ledger.compensation)
        await self._book(claim, _set_off, "set off")
        await self._tell(claim, Side.BUYER, News.CLAIM_SETTLED)
        return claim

    async def _book(self, claim: Claim, kind: Callable[[Entry, Money], Booking], key: str = "paid") -> None:
        """The same claim never books twice in the same way."""
        by, now = self._person.id, self._books.now
        entry = Entry(claim.order_id, f"claim {claim.id} {key}", by, self._books.cause, now)
        await self._books.money.book(kind(entry, claim.proposal.settlement.amount))

    def _seen(self, claim: Claim | None) -> tuple[Claim, Side]:
        if claim is not None:
            side = self._person.side_in(claim.buyer_id, claim.supplier_id)
            if side is not None:
                return claim, side
        raise NotFound(what="claim")

    async def _do(
        self, target: ClaimTarget, deed: Deed, change: Callable[[Claim, Author], Claim], words: str = ""
    ) -> tuple[Claim, Side]:
        before, side = self._seen(await self._books.claims.get_for_update(target.claim_id))
        author = self._author(side, words)
        after = change(before, author)
        await self._books.claims.save(before, after, self._books.now)
        await record(self._books, before, after, deed, doer(author))
        return after, side

    def _author(self, side: Side, words: str = "") -> Author:
        return Author(self._person.id, side, self._books.now, words)

    async def _tell(self, claim: Claim, side: Side, news: News) -> None:
        await tell_side(self._books, claim, side, Notice(news, claim.id, claim.proposal.number))


def _set_off(entry: Entry, amount: Money) -> Booking:
    """A payment without money: the supplier keeps what he would have paid."""
    return ledger.payment(entry, PaymentMethod.TRANSFER, amount)


def _deducted(claim: Claim, version: int, author: Author, owed: Money) -> Claim:
    settled = claim.settle(version, author, Deed.DEDUCT)
    if owed.minor < claim.proposal.settlement.amount.minor:
        raise NotEnoughOwed(owed=owed)
    return settled
