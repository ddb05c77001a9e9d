"""Claims for goods that arrived wrong, put on the table as the buyer would."""

from datetime import timedelta
from typing import Final

from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.lifecycle import Deed
from domain.money import Money
from domain.offer import Author
from domain.order import Order
from domain.people import Person, Side
from domain.settlement import Remedy, Settlement
from services.claim_deeds import ClaimTarget
from services.claiming import Claiming
from services.notices import News, Notice
from services.recording import doer, record, tell_side
from storage.books import StoredBooks
from tests.builders import Trade

BROKEN: Final = Ground(ClaimKind.REFUND, ClaimReason.DAMAGED, count=20)
WORDS: Final = "The handles are broken"
NOW: Final = timedelta(0)


def refund(minor: int) -> Settlement:
    """So much back, and the goods are kept."""
    return Settlement(Remedy.REFUND, Money(minor, "CNY"))


def goods_back(minor: int, address: str = "", freight: Side = Side.SELLER) -> Settlement:
    """The goods go back, then so much is refunded."""
    return Settlement(Remedy.RETURN, Money(minor, "CNY"), freight, address)


async def claims_goods(
    trade: Trade, order: Order, asked: Settlement, ground: Ground = BROKEN, *, later: timedelta = NOW
) -> Claim:
    """The buyer claims for twenty broken pieces, or for what is said."""

    async def send(books: StoredBooks, person: Person) -> Claim:
        author = Author(person.id, Side.BUYER, books.now, WORDS)
        claim = await books.claims.add(Claim.send(order, ground, asked, author), books.now)
        await record(books, None, claim, Deed.CLAIM, doer(author))
        await tell_side(books, claim, Side.SELLER, Notice(News.CLAIM_RECEIVED, claim.id, 1))
        return claim

    return await trade.does(order.buyer_id, send, later=later)


async def puts(trade: Trade, person_id: int, claim: Claim, offered: Settlement) -> Claim:
    """A side puts another settlement on the table."""
    target = target_of(claim)
    return await trade.does(
        person_id, lambda b, p: Claiming(b, p).propose(target, offered, "We looked at it")
    )


def target_of(claim: Claim) -> ClaimTarget:
    """The claim and its version as a button names them."""
    return ClaimTarget(claim.id, claim.proposal.number)
