"""Claims on goods of a test's orders: made, agreed on, sent back, refunded; each deed is one transaction."""

from dataclasses import dataclass, replace
from typing import Final

from domain.carriers import Carrier, Waybill
from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.order import Order
from domain.people import Person
from domain.settlement import Remedy, Settlement
from services.claiming import Claiming
from services.repaying import Repaying, RepaymentTarget
from services.returning import Returning
from storage.books import StoredBooks
from tests.builders import BUYER, SELLER, STRANGER, Trade
from tests.goods_claims import claims_goods, goods_back, refund, target_of
from tests.payments import OPERATOR

DHL: Final = Waybill(Carrier.DHL, "", "1234567890")
KINDS: Final = {Remedy.RETURN: ClaimKind.RETURN}


def settlement(minor: int, remedy: Remedy = Remedy.REFUND) -> Settlement:
    """So many fen; goods go back to the seller's warehouse at his cost."""
    if remedy is Remedy.RETURN:
        return goods_back(minor, "8 Port Road, Ningbo")
    return replace(refund(minor), remedy=remedy)


@dataclass(frozen=True, slots=True)
class Counter:
    """Where a market's claims on goods are settled."""

    trade: Trade

    async def claims(
        self, order: Order, minor: int, *, remedy: Remedy = Remedy.REFUND, count: int = 500
    ) -> Claim:
        """The buyer claims for so many cups; the remedy is on the table at once."""
        ground = Ground(KINDS.get(remedy, ClaimKind.REFUND), ClaimReason.DAMAGED, count=count)
        return await claims_goods(self.trade, order, settlement(minor, remedy), ground)

    async def agrees(self, claim: Claim, *, by: int = SELLER) -> Claim:
        """A side agrees to what is on the table."""
        target, digest = target_of(claim), claim.proposal.digest[:8]
        return await self.trade.does(by, lambda b, p: Claiming(b, p).agree(target, digest))

    async def proposes(self, claim: Claim, minor: int, remedy: Remedy, *, by: int = SELLER) -> Claim:
        """A side proposes another settlement."""
        target, wanted = target_of(claim), settlement(minor, remedy)
        return await self.trade.does(by, lambda b, p: Claiming(b, p).propose(target, wanted, "Sorry"))

    async def won(self, order: Order, minor: int, *, remedy: Remedy = Remedy.REFUND) -> Claim:
        """A claim that the seller agreed to at once."""
        return await self.agrees(await self.claims(order, minor, remedy=remedy))

    async def refunds(self, claim: Claim, minor: int = 0, *, by: int = SELLER) -> Claim:
        """So much is sent back; 0: all that can be."""
        target = RepaymentTarget(claim.id, claim.repaid)

        async def work(books: StoredBooks, person: Person) -> Claim:
            operator = replace(person, is_operator=by == OPERATOR)
            return await Repaying(books, operator).send(target, minor)

        return await self.trade.does(by, work)

    async def sets_off(self, claim: Claim, *, by: int = SELLER) -> Claim:
        """As much as can be is set against what the buyer owes."""
        target = RepaymentTarget(claim.id, claim.repaid)

        async def work(books: StoredBooks, person: Person) -> Claim:
            _, _, back = await Repaying(books, person).see(claim.id)
            return await Repaying(books, person).set_off(target, back.set_off.minor)

        return await self.trade.does(by, work)

    async def sends_back(self, claim: Claim) -> Claim:
        """The buyer sends the goods back by DHL."""
        return await self.trade.does(BUYER, lambda b, p: Returning(b, p).send_back(target_of(claim), DHL))

    async def takes_back(self, claim: Claim) -> Claim:
        """The seller has them again."""
        return await self.trade.does(SELLER, lambda b, p: Returning(b, p).take_back(target_of(claim)))

    async def now(self, claim: Claim) -> Claim:
        """The claim as it stands."""
        found = await self.trade.does(STRANGER, lambda books, _: books.claims.get(claim.id))
        assert found is not None
        return found
