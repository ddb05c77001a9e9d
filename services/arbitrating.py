"""Looking into disputes and deciding them; only for operators who have no part in the order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain.claim import Claim, deciding
from domain.dispute import ASKING_DAYS, EvidenceRequest, Finding, Wanted
from domain.lifecycle import Actor, Deed
from domain.people import Person, Side
from domain.proposal import Arbiter
from domain.refusal import Refusal
from domain.settlement import Settlement
from services.dispute import Dispute, dispute_of, has_part, in_short
from services.locking_claims import locked_claim
from services.notices import News, Notice
from services.pages import page_at
from services.ports import Books
from services.recording import Doer, record, tell_both, tell_side
from services.refusals import NotFound
from services.repaying import ask_for_card_refund

PAGE_SIZE: Final = 5


class OwnDispute(Refusal):
    """Nobody looks into, or decides, a dispute of his own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, for so many days, of one side, or of both (None)."""

    wanted: Wanted
    days: int
    of: Side | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an operator suggests or decides in place of `version`, and why."""

    version: int
    settlement: Settlement
    finding: Finding


class Arbitrating:
    """The disputes as one operator looks into them, within one transaction. To others all is NotFound."""

    def __init__(self, books: Books, person: Person) -> None:
        if not person.is_operator:
            raise NotFound(what="claim")
        self._books = books
        self._person = person

    async def waiting(self, wanted: int) -> tuple[Sequence[Dispute], int, int]:
        """A page of the disputes, oldest first, which one it is, and how many there are."""
        count = await self._books.disputes.count()
        page = page_at(wanted, count, PAGE_SIZE)
        numbers = await self._books.disputes.page(page, PAGE_SIZE)
        found = [await self._books.claims.get(number) for number in numbers]
        return [await in_short(self._books, claim) for claim in found if claim], page, count

    async def see(self, claim_id: int) -> Dispute:
        """A claim that an operator was ever called in for. Raises NotFound, OwnDispute."""
        claim = await self._books.claims.get(claim_id)
        if claim is None or not await self._books.disputes.is_one(claim_id):
            raise NotFound(what="claim")
        self._check_no_part(claim)
        return await dispute_of(self._books, claim)

    async def ask(self, claim_id: int, asked: Asked) -> Dispute:
        """A side, or both, are asked for evidence until a moment, and told.

        Raises OwnDispute, ClaimMoveNotAllowed when the dispute is over.
        """
        before = await self._locked(claim_id)
        if asked.days not in ASKING_DAYS:
            raise NotFound(what="button")
        until = self._books.now + timedelta(days=asked.days)
        after = before.ask_evidence(self._arbiter(), asked.of, until)
        request = EvidenceRequest(
            before.id, 0, self._person.id, asked.of, asked.wanted, self._books.now, until
        )
        request = await self._books.disputes.ask(request)
        await self._save(before, after, Deed.ASK_EVIDENCE)
        for side in request.sides:
            notice = Notice(News.EVIDENCE_WANTED, after.id, after.proposal.number, str(request.number))
            await tell_side(self._books, after, side, notice)
        return await dispute_of(self._books, after)

    async def suggest(self, claim_id: int, ruling: Ruling) -> Dispute:
        """A settlement that binds once both sides agree; both are told.

        Raises OwnDispute, StaleClaim, ClaimMoveNotAllowed, SameSettlement, AboveClaim, ReturnIncomplete.
        """
        before = await self._locked(claim_id)
        arbiter = self._arbiter(ruling.finding)
        after = before.suggest(ruling.version, arbiter, ruling.settlement)
        await self._save(before, after, Deed.SUGGEST)
        await self._tell_both(after, News.CLAIM_SUGGESTED)
        return await dispute_of(self._books, after)

    async def decide(self, claim_id: int, ruling: Ruling) -> Dispute:
        """What is owed, once and for all; both sides are told, and the claim goes on as decided.

        - Operators hear of a refund that is theirs to send, of what was paid by card.
        - Decided under the lock of the order and the claim: of two operators one decides.
        Raises OwnDispute, StaleClaim, ClaimMoveNotAllowed, DecidedAlready, AboveClaim, ReturnIncomplete.
        """
        before = await self._locked(claim_id)
        arbiter = self._arbiter(ruling.finding)
        after = before.decide(ruling.version, arbiter, ruling.settlement)
        await self._save(before, after, deciding(ruling.settlement))
        await self._tell_both(after, News.CLAIM_DECIDED)
        await ask_for_card_refund(self._books, after)
        return await dispute_of(self._books, after)

    async def _locked(self, claim_id: int) -> Claim:
        """The claim as it stands once nobody else can move it. Raises NotFound, OwnDispute."""
        _, claim = await locked_claim(self._books, claim_id)
        self._check_no_part(claim)
        return claim

    async def _save(self, before: Claim, after: Claim, deed: Deed) -> None:
        await self._books.claims.save(before, after, self._books.now)
        await record(self._books, before, after, deed, Doer(Actor.OPERATOR, self._person.id))

    async def _tell_both(self, claim: Claim, news: News) -> None:
        await tell_both(self._books, claim, Notice(news, claim.id, claim.proposal.number))

    def _arbiter(self, finding: Finding | None = None) -> Arbiter:
        return Arbiter(self._person.id, self._books.now, finding.value if finding else "")

    def _check_no_part(self, claim: Claim) -> None:
        if has_part(self._person, claim):
            raise OwnDispute()
