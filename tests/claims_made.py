"""Builders of claims on goods: an order of two colours that arrived, and claims on it as they go on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason
from domain.details import Delivery, Details, Line
from domain.ledger import Entry, allowance
from domain.lifecycle import Actor, OrderStatus
from domain.money import Money
from domain.offer import Author
from domain.order import Order
from domain.people import Person, Side
from domain.terms import PaymentMethod
from services.claim_draft import ClaimDraft
from services.making_claims import MakingClaims
from services.negotiating import Target
from services.ordering import Ordering
from storage.books import StoredBooks
from tests.builders import ADDRESS, BUYER, SELLER, Trade
from tests.orders import carried_to

RED: Final = (("colour", "red"),)
BLUE: Final = (("colour", "blue"),)
LINES: Final = (Line(RED, 200), Line(BLUE, 300))
WAREHOUSE: Final = "Warehouse 3, Ningbo"


async def arrived(trade: Trade, lines: tuple[Line, ...] = LINES) -> Order:
    """500 cups at 12.50 that the buyer has, split so."""
    agreed = await trade.agreed()
    target, details = Target(agreed.id, agreed.offer.number), Details(Delivery(ADDRESS), lines)
    order = await trade.does(BUYER, lambda b, p: Ordering(b, p).place(target, details))
    await trade.confirms(BUYER, order)
    return await carried_to(trade, OrderStatus.DELIVERED, await trade.confirms(SELLER, order))


def drafted(order: Order, lines: tuple[Line, ...], minor: int, **more: Any) -> ClaimDraft:
    """A filled form about these lines; without any about 20 cups of an order that is not split."""
    draft = ClaimDraft(
        order_id=order.id,
        to_ask=(),
        kind=ClaimKind.REFUND,
        reason=ClaimReason.OTHER,
        lines=lines,
        count=sum(line.count for line in lines) or 20,
        words="The colour runs",
        minor=minor,
        freight=Side.SELLER,
    )
    return replace(draft, **more)


async def makes(trade: Trade, draft: ClaimDraft, person: int = BUYER, **later: float) -> Claim:
    """A person sends a filled form, so many `days` from now."""
    return await trade.does(person, lambda b, p: MakingClaims(b, p).send(draft), later=timedelta(**later))


async def moves(trade: Trade, claim: Claim, person: int, change: Callable[[Claim, Author], Claim]) -> Claim:
    """A deed of the domain on a claim, its money booked as the ledger needs it."""

    async def work(books: StoredBooks, _: Person) -> Claim:
        before = await books.claims.get_for_update(claim.id)
        assert before is not None
        after = change(before, Author(person, Side.BUYER if person == BUYER else Side.SELLER, books.now))
        await books.claims.save(before, after, books.now)
        given = after.repaid - before.repaid
        if given:
            key = f"claim {claim.id} refund {after.repaid}"
            entry = Entry(claim.order_id, key, person, books.cause, books.now)
            amount = Money(given, claim.claimed.currency)
            await books.money.book(allowance(entry, PaymentMethod.TRANSFER, amount))
        return after

    return await trade.does(person, work)


def agree(claim: Claim, author: Author) -> Claim:
    """The seller takes what is on the table, and names his warehouse for a return."""
    address = WAREHOUSE if claim.ground.kind is ClaimKind.RETURN else ""
    return claim.agree(claim.proposal.number, claim.proposal.digest[:8], author, address)


def repay(claim: Claim, minor: int) -> Claim:
    """The seller refunds a part."""
    return claim.repay(Actor.SELLER, Money(minor, claim.claimed.currency))
