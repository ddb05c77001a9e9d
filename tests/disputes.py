"""Builders of disputes: a claim for goods that the seller refused, and operators who look into it."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from domain.claim import Claim
from domain.claim_clock import TALK_TIME
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.dispute import Finding, Wanted
from domain.money import Money
from domain.order import Order
from domain.people import Language, Person, Side
from domain.settlement import Remedy, Settlement
from services.adding_evidence import AddingEvidence
from services.arbitrating import Arbitrating, Asked, Ruling
from services.claiming import Claiming
from services.dispute import Dispute
from services.escalating import Escalating
from services.keeping_time import JOBS, due_jobs
from storage.database import Database
from storage.doctor import examine, examine_claims
from tests.builders import BUYER, SELLER, STRANGER, Trade
from tests.goods_claims import NOW, claims_goods, refund, target_of
from tests.orders_under_way import UnderWay

OPERATOR, SECOND_OPERATOR = 70, 71
CLAIMED: Final = Money(125_000, "CNY")
"""For 100 of the 500 cups."""
LEAKING: Final = Ground(ClaimKind.REFUND, ClaimReason.QUALITY, count=100)
ADDRESS: Final = "12 Kiln Road, Yiwu"
HALF: Final = Settlement(Remedy.REFUND, Money(62_500, "CNY"))
BACK: Final = Settlement(Remedy.RETURN, CLAIMED, Side.SELLER, ADDRESS)
NOTHING: Final = Settlement(Remedy.NOTHING, Money(0, "CNY"))
ASKED: Final = Asked(Wanted.DEFECTS, 1, Side.BUYER)


@dataclass(frozen=True, slots=True)
class Court:
    """A market with two operators, and what is done about its disputes."""

    trade: Trade

    @classmethod
    async def of(cls, database: Database) -> "Court":
        """Two operators write to the bot of a stocked market."""
        trade = Trade(database, frozenset({OPERATOR, SECOND_OPERATOR}))
        for number in (OPERATOR, SECOND_OPERATOR):
            await trade.does(number, lambda b, p: b.people.add(Person(p.id, Language.ENGLISH), b.now))
        return cls(trade)

    async def claimed(self, order: Order | None = None, later: timedelta = NOW) -> Claim:
        """The buyer asks his money back for cups that broke, of an order that arrived."""
        about = order or await UnderWay(self.trade).shipped()
        return await claims_goods(self.trade, about, refund(CLAIMED.minor), LEAKING, later=later)

    async def refused(self, order: Order | None = None) -> Claim:
        """The seller refuses."""
        target = target_of(await self.claimed(order))
        return await self.trade.does(SELLER, lambda b, p: Claiming(b, p).refuse(target, "Bad handling"))

    async def escalated(self, order: Order | None = None) -> Claim:
        """The buyer calls the operator in at once."""
        return await self.escalates(BUYER, await self.refused(order))

    async def escalates(self, person_id: int, claim: Claim, later: timedelta = NOW) -> Claim:
        """Somebody calls the operator in."""
        target = target_of(claim)
        return await self.trade.does(person_id, lambda b, p: Escalating(b, p).escalate(target), later=later)

    async def asks(self, claim: Claim, asked: Asked = ASKED, by: int = OPERATOR) -> Dispute:
        """An operator asks for evidence."""
        return await self.trade.does(by, lambda b, p: Arbitrating(b, p).ask(claim.id, asked))

    async def suggests(self, claim: Claim, settlement: Settlement = HALF, by: int = OPERATOR) -> Claim:
        """An operator suggests a settlement."""
        ruling = Ruling(claim.proposal.number, settlement, Finding.SHARED)
        told = await self.trade.does(by, lambda b, p: Arbitrating(b, p).suggest(claim.id, ruling))
        return told.claim

    async def decides(self, claim: Claim, settlement: Settlement = HALF, by: int = OPERATOR) -> Claim:
        """An operator decides."""
        ruling = Ruling(claim.proposal.number, settlement, Finding.SHOWN)
        told = await self.trade.does(by, lambda b, p: Arbitrating(b, p).decide(claim.id, ruling))
        return told.claim

    async def agrees(self, person_id: int, claim: Claim) -> Claim:
        """Somebody agrees to what is on the table."""
        target, digest = target_of(claim), claim.proposal.digest[:8]
        return await self.trade.does(person_id, lambda b, p: Claiming(b, p).agree(target, digest))

    async def adds_evidence(self, person_id: int, claim: Claim) -> Any:
        """Somebody begins to add evidence."""
        return await self.trade.does(person_id, lambda b, p: AddingEvidence(b, p).begin(claim.id))

    async def sees(self, claim: Claim, later: timedelta = NOW) -> Claim:
        """The claim as it stands."""
        found = await self.trade.does(STRANGER, lambda b, _: b.claims.get(claim.id), later=later)
        assert found is not None
        return found

    async def told(self) -> set[tuple[int, str]]:
        """Who heard what since the last question."""
        heard = set(await self.trade.told())
        await self.trade.forget_letters()
        return heard

    async def tick(self, later: timedelta) -> list[str]:
        """All that is due then; returns which jobs."""
        found = await self.trade.does(STRANGER, lambda b, _: due_jobs(b, 100), later=later)
        for job, number in found:
            await self.trade.does(STRANGER, lambda b, _, j=job, n=number: JOBS[j](b, n), later=later)
        return [job for job, _ in found]

    async def broken(self) -> list[str]:
        """What the doctor finds."""
        found = [*await examine(self.trade.database), *await examine_claims(self.trade.database)]
        return [finding.says for finding in found if finding.rows]


def returned(amount: int) -> Settlement:
    """Goods back, then so much."""
    return replace(BACK, amount=Money(amount, "CNY"))


TOO_LATE: Final = TALK_TIME + timedelta(minutes=1)
"""So long after the claim the talk is over."""
