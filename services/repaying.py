"""Refunds of claims: sent back by whoever holds the money, or set against what the buyer still owes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.claim import Claim, ClaimMoveNotAllowed
from domain.claim_facts import OWED
from domain.ledger import Booking, Entry, allowance, payment
from domain.lifecycle import Actor, Deed
from domain.money import Money
from domain.order import Order
from domain.order_facts import order_number
from domain.people import Person, Side
from domain.refusal import Refusal
from domain.repayment import Repayment, Share, check_repaid, repayment
from domain.settlement import GIVEN_BACK
from domain.terms import PaymentMethod
from services.booking import fund_if_paid
from services.locking_claims import locked_claim
from services.notices import News, Notice
from services.order_holds import check_not_held
from services.ports import Books
from services.recording import Doer, record, tell_operators, tell_side
from services.refusals import NotFound


class Way(StrEnum):
    """How a refund is made: by hand, by the provider's card refund, or without money; stands in notices."""

    BY_HAND = "by_hand"
    BY_CARD = "by_card"
    SET_OFF = "set_off"


class RepaidMeanwhile(Refusal):
    """Something was refunded for the claim since the question was put."""


@dataclass(frozen=True, slots=True)
class RepaymentTarget:
    """Which claim a press names, and what had been refunded for it when it was drawn (minor units)."""

    claim_id: int
    repaid: int


class Repaying:
    """The refunds of claims that one person books, within one transaction.

    - The order is locked first, then the claim; what may be sent back is computed under both locks.
    - A press counts once: its keys name the claim and what had been refunded for it.
    """

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def see(self, claim_id: int) -> tuple[Claim, Order, Repayment]:
        """A claim that is owed and what can be refunded for it, to its seller and to operators.

        Raises NotFound.
        """
        claim = await self._books.claims.get(claim_id)
        order = await self._books.orders.get(claim.order_id) if claim else None
        if claim is None or order is None:
            raise NotFound(what="claim")
        self._actor(claim)
        return claim, order, repayment(claim, order, await self._books.money.standing(order))

    async def send(self, target: RepaymentTarget, minor: int = 0) -> Claim:
        """So much (0: all that can be) was sent back the way it was paid; the buyer is told.

        - The seller says so of transfers and Alipay, an operator of cards: it is his provider that pays back.
        - Never more than each way brought, and never more than is left of the claim; parts are allowed.
        Raises NotFound, ClaimMoveNotAllowed, RepaidMeanwhile, NothingToRepay, RefundsTooMuch.
        """
        claim, order, actor = await self._locked(target)
        back = repayment(claim, order, await self._books.money.standing(order))
        by_card = actor is Actor.OPERATOR
        most = back.by_card if by_card else back.by_hand
        amount = Money(minor, most.currency) if minor else most
        shares = back.shares(amount, by_card=by_card)
        return await self._book(
            claim, _Refund(actor, amount, Way.BY_CARD if by_card else Way.BY_HAND, shares)
        )

    async def set_off(self, target: RepaymentTarget, minor: int) -> Claim:
        """The buyer pays so much less of what he owes: as much as is owed, and left of the claim.

        - Only while that is still what the button said: RepaidMeanwhile.
        - Booked as a payment without money and, against it, an allowance.
        - Not while a card is being charged for the order: PaymentUnderWay.
        Raises NotFound, ClaimMoveNotAllowed, RepaidMeanwhile, NothingToRepay.
        """
        claim, order, actor = await self._locked(target)
        if actor is not Actor.SELLER:
            raise NotFound(what="claim")
        amount = repayment(claim, order, await self._books.money.standing(order)).set_off
        check_repaid(amount, amount)
        if amount.minor != minor:
            raise RepaidMeanwhile(order=order.number)
        await check_not_held(self._books, order)
        shares = ((PaymentMethod.TRANSFER, amount),)
        after = await self._book(claim, _Refund(actor, amount, Way.SET_OFF, shares))
        await fund_if_paid(self._books, order)
        return after

    async def _locked(self, target: RepaymentTarget) -> tuple[Claim, Order, Actor]:
        order, claim = await locked_claim(self._books, target.claim_id)
        actor = self._actor(claim)
        if claim.status not in OWED:
            raise ClaimMoveNotAllowed(status=claim.status, deed=Deed.REFUND)
        if claim.repaid != target.repaid:
            raise RepaidMeanwhile(order=order.number)
        return claim, order, actor

    async def _book(self, before: Claim, refund: "_Refund") -> Claim:
        books, after = self._books, before.repay(refund.actor, refund.amount)
        for booking in self._bookings(before, refund):
            if not await books.money.book(booking):
                raise RepaidMeanwhile(order=order_number(before.order_id))
        await books.claims.save(before, after, books.now)
        doer = Doer(refund.actor, self._person.id)
        await record(books, before, after, before.repaying(refund.amount), doer)
        detail = f"{refund.amount.minor} {refund.way}"
        for side in Side if refund.actor is Actor.OPERATOR else (Side.BUYER,):
            await tell_side(
                books, after, side, Notice(News.CLAIM_REPAID, after.id, after.proposal.number, detail)
            )
        return after

    def _bookings(self, claim: Claim, refund: "_Refund") -> Iterator[Booking]:
        repaid = claim.repaid
        for share in refund.shares:
            if refund.way is Way.SET_OFF:
                yield payment(self._entry(claim, "set off", repaid), *share)
            yield allowance(self._entry(claim, "refund", repaid), *share)
            repaid += share[1].minor

    def _entry(self, claim: Claim, what: str, repaid: int) -> Entry:
        key = f"claim {claim.id} {what} {repaid}"
        return Entry(claim.order_id, key, self._person.id, self._books.cause, self._books.now)

    def _actor(self, claim: Claim) -> Actor:
        """Raises NotFound to everybody but the seller, and operators who are no party."""
        side = self._person.side_in(claim.buyer_id, claim.supplier_id)
        if side is Side.SELLER:
            return Actor.SELLER
        if side is None and self._person.is_operator:
            return Actor.OPERATOR
        raise NotFound(what="claim")


@dataclass(frozen=True, slots=True)
class CardRefund:
    """What an operator is to refund at the payment provider for a claim."""

    claim: Claim
    order: Order
    amount: Money


@dataclass(frozen=True, slots=True)
class _Refund:
    """Who gives back how much, how, and by which ways to pay."""

    actor: Actor
    amount: Money
    way: Way
    shares: Sequence[Share]


async def repayment_of(books: Books, claim: Claim, order: Order) -> Repayment | None:
    """What can be done about a claim now; None unless something is owed for goods."""
    if claim.status not in OWED or claim.proposal.settlement.remedy not in GIVEN_BACK:
        return None
    return repayment(claim, order, await books.money.standing(order))


async def ask_for_card_refund(books: Books, claim: Claim) -> bool:
    """Asks the operators to give back what was paid by card, of a claim that is owed; whether anything is."""
    order = await books.orders.get(claim.order_id)
    assert order is not None, "a claim is on an order"
    back = await repayment_of(books, claim, order)
    if back is None or not back.by_card.minor:
        return False
    notice = Notice(News.CLAIM_CARD_REFUND_DUE, claim.id, claim.proposal.number, str(claim.repaid))
    await tell_operators(books, claim, notice)
    return True
