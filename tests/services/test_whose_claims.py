"""Every deed in a claim, by everybody, in every state of it: the table of moves says who does it (I5, I8)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import pytest

from domain.carriers import Carrier, Waybill
from domain.claim import Claim, deciding
from domain.claim_facts import ClaimKind
from domain.dispute import Finding
from domain.ledger import Entry, payment
from domain.lifecycle import CLAIM, Actor, ClaimStatus, Deed
from domain.order import Order
from domain.people import Person
from domain.refusal import Refusal
from domain.settlement import Remedy, Settlement
from domain.terms import PaymentMethod
from services.arbitrating import Arbitrating, Ruling
from services.claim_deeds import ClaimTarget
from services.claiming import Claiming
from services.escalating import Escalating
from services.repaying import Repaying, RepaymentTarget
from services.returning import Returning
from storage.books import StoredBooks
from storage.database import Database
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, STRANGER, Trade
from tests.claims_made import LINES, WAREHOUSE, arrived, drafted, makes
from tests.disputes import ASKED, HALF, NOTHING, OPERATOR, SECOND_OPERATOR, Court, returned

S: Final = ClaimStatus
NOW: Final = timedelta(days=4)
"""Either side may call the operator in."""
DHL: Final = Waybill(Carrier.DHL, tracking="1234567890")
ANEW: Final = Settlement(Remedy.REPLACEMENT, NOTHING.amount)
BACK: Final = returned(90_000)
WHO: Final = {
    BUYER: Actor.BUYER,
    SELLER: Actor.SELLER,
    COLLEAGUE: Actor.SELLER,
    SECOND_OPERATOR: Actor.OPERATOR,
    OPERATOR: Actor.SELLER,
    OTHER_BUYER: None,
    RIVAL: None,
    STRANGER: None,
}
"""OPERATOR sells for the supplier, too: in this claim he is a party and nothing else."""


class Undone(Exception):
    """What was done is not kept."""


@dataclass(frozen=True, slots=True)
class At:
    """The claim that is pressed on; a version 0 stands for the one before."""

    claim: Claim
    version: int

    @property
    def target(self) -> ClaimTarget:
        return ClaimTarget(self.claim.id, self.version)

    def ruling(self, settlement: Settlement) -> Ruling:
        return Ruling(self.version, settlement, Finding.SHOWN)


Do = Callable[[StoredBooks, Person, At], Awaitable[Any]]
DEEDS: Final[dict[Deed, Do]] = {
    Deed.AGREE: lambda b, p, at: Claiming(b, p).agree(
        at.target, at.claim.proposal.digest[:8] if at.version else "0" * 8, WAREHOUSE
    ),
    Deed.PROPOSE: lambda b, p, at: Claiming(b, p).propose(at.target, BACK, "Half"),
    Deed.REFUSE: lambda b, p, at: Claiming(b, p).refuse(at.target, "No"),
    Deed.WITHDRAW: lambda b, p, at: Claiming(b, p).withdraw(at.target),
    Deed.ESCALATE: lambda b, p, at: Escalating(b, p).escalate(at.target),
    Deed.REFUND_PART: lambda b, p, at: Repaying(b, p).send(
        RepaymentTarget(at.claim.id, 0 if at.version else 1), 1
    ),
    Deed.SEND_BACK: lambda b, p, at: Returning(b, p).send_back(at.target, DHL),
    Deed.TAKE_BACK: lambda b, p, at: Returning(b, p).take_back(at.target),
    Deed.SEND_REPLACEMENT: lambda b, p, at: Returning(b, p).send_replacement(at.target, DHL),
    Deed.RECEIVE: lambda b, p, at: Returning(b, p).receive(at.target),
    Deed.CONTEST: lambda b, p, at: Returning(b, p).contest(at.target, "Not mine"),
    Deed.SUGGEST: lambda b, p, at: Arbitrating(b, p).suggest(at.claim.id, at.ruling(BACK)),
    **{
        deciding(settlement): lambda b, p, at, settlement=settlement: Arbitrating(b, p).decide(
            at.claim.id, at.ruling(settlement)
        )
        for settlement in (HALF, BACK, NOTHING)
    },
}
ASKING: Final[Do] = lambda b, p, at: Arbitrating(b, p).ask(at.claim.id, ASKED)  # noqa: E731


@dataclass(frozen=True, slots=True)
class Stage:
    """A market in which a claim is led on."""

    court: Court

    async def claim(self, *path: tuple[int, Deed], kind: ClaimKind = ClaimKind.REFUND) -> Claim:
        order = await arrived(self.court.trade)
        await self.court.trade.does(BUYER, lambda b, _: paid(b, order))
        claim = await makes(self.court.trade, drafted(order, LINES, 100_000, kind=kind))
        for person_id, deed in path:
            await self.does(person_id, deed, claim)
            claim = await self.court.sees(claim)
        return claim

    async def replaced(self, *path: tuple[int, Deed]) -> Claim:
        claim = await self.claim()
        target = ClaimTarget(claim.id, 1)
        await self.court.trade.does(SELLER, lambda b, p: Claiming(b, p).propose(target, ANEW, "Anew"))
        claim = await self.court.agrees(BUYER, await self.court.sees(claim))
        for person_id, deed in path:
            await self.does(person_id, deed, claim)
        return await self.court.sees(claim)

    async def does(self, person_id: int, deed: Deed, claim: Claim) -> None:
        at = At(claim, claim.proposal.number)
        await self.court.trade.does(person_id, lambda b, p: DEEDS[deed](b, p, at), later=NOW)

    async def may(self, person_id: int, do: Do, at: At) -> bool:
        """Whether it can be done; it is not kept."""

        async def work(books: StoredBooks, person: Person) -> None:
            await do(books, person, at)
            raise Undone

        try:
            await self.court.trade.does(person_id, work, later=NOW)
        except Undone:
            return True
        except Refusal:
            return False
        raise AssertionError("neither done nor refused")


async def paid(books: StoredBooks, order: Order) -> None:
    """By transfer, in full."""
    entry = Entry(order.id, books.cause, BUYER, books.cause, books.now)
    await books.money.book(payment(entry, PaymentMethod.TRANSFER, order.terms.total()))


AGREED, RETURN = (SELLER, Deed.AGREE), {"kind": ClaimKind.RETURN}
SENT_BACK: Final = (BUYER, Deed.SEND_BACK)
CALLED: Final = ((SELLER, Deed.REFUSE), (BUYER, Deed.ESCALATE))
STATES: Final[dict[ClaimStatus, Callable[[Stage], Awaitable[Claim]]]] = {
    S.AWAITING_SELLER: lambda stage: stage.claim(),
    S.AWAITING_BUYER: lambda stage: stage.claim((SELLER, Deed.PROPOSE)),
    S.AGREED: lambda stage: stage.claim(AGREED),
    S.AWAITING_RETURN: lambda stage: stage.claim(AGREED, **RETURN),
    S.AWAITING_RECEIPT: lambda stage: stage.claim(AGREED, SENT_BACK, **RETURN),
    S.AWAITING_REPLACEMENT: lambda stage: stage.replaced((SELLER, Deed.SEND_REPLACEMENT)),
    S.ESCALATED: lambda stage: stage.claim(*CALLED),
    S.DECIDED: lambda stage: stage.claim(*CALLED, (SECOND_OPERATOR, Deed.DECIDE)),
    S.SETTLED: lambda stage: stage.replaced((SELLER, Deed.SEND_REPLACEMENT), (BUYER, Deed.RECEIVE)),
    S.CLOSED: lambda stage: stage.claim(*CALLED, (SECOND_OPERATOR, Deed.DISMISS)),
    S.WITHDRAWN: lambda stage: stage.claim((BUYER, Deed.WITHDRAW)),
}
NOT_NOW: Final = {
    (S.AGREED, Deed.ESCALATE): "not overdue yet",
    (S.AGREED, Deed.SEND_REPLACEMENT): "money is owed",
    (S.DECIDED, Deed.SEND_REPLACEMENT): "money is owed",
    (S.ESCALATED, Deed.AGREE): "a refusal is on the table",
    (S.AWAITING_BUYER, Deed.PROPOSE): "the same is on the table",
}
"""What the table allows, and the matter does not."""


def allowed(status: ClaimStatus, deed: Deed, person_id: int) -> bool:
    """As the table of moves says; of what was paid by transfer an operator gives nothing back."""
    actor = WHO[person_id]
    is_his = actor is not Actor.OPERATOR or deed is not Deed.REFUND_PART
    deeds = (Deed.AGREE, Deed.AGREE_TO_RETURN) if deed is Deed.AGREE else (deed,)
    is_known = actor is not None and any((status, each, actor) in CLAIM for each in deeds)
    return is_his and is_known and (status, deed) not in NOT_NOW


@pytest.mark.parametrize("status", STATES)
async def test_each_deed_is_done_only_by_whom_the_table_lets_do_it(
    database: Database, trade: Trade, status: ClaimStatus
) -> None:
    stage = Stage(await Court.of(database))
    claim = await STATES[status](stage)
    await trade.run_sql(
        "INSERT INTO memberships (person_id, supplier_id, role, since) VALUES (:who, 1, 'owner', 0)",
        who=OPERATOR,
    )
    now, before = At(claim, claim.proposal.number), At(claim, 0)

    found = {(deed, who) for deed in DEEDS for who in WHO if await stage.may(who, DEEDS[deed], now)}
    stale = {
        (deed, who) for deed in DEEDS for who in (BUYER, SELLER) if await stage.may(who, DEEDS[deed], before)
    }
    asked = {who for who in WHO if await stage.may(who, ASKING, now)}

    assert claim.status is status
    assert found == {(deed, who) for deed in DEEDS for who in WHO if allowed(status, deed, who)}
    assert not stale
    assert asked == ({SECOND_OPERATOR} if status is S.ESCALATED else set())
