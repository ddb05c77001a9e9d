"""What is done to a claim on an order: the only place where its status changes."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from domain.claim_clock import BY_THE_CLOCK, REMINDER_TIME, TALK_TIME, time_of
from domain.claim_facts import OWED, REMEDIES, ClaimFacts, Ground
from domain.lifecycle import CLAIM, Actor, ClaimStatus, Deed
from domain.money import Money
from domain.offer import Author
from domain.order import Order
from domain.people import Side
from domain.proposal import Arbiter, Proposal, actor_of, usable
from domain.refusal import Refusal
from domain.settlement import GIVEN_BACK, MAX_ADDRESS_LENGTH, Remedy, ReturnIncomplete, Settlement, nothing

_S: Final = ClaimStatus


class StaleClaim(Refusal):
    """Another settlement is on the table since."""


class ClaimMoveNotAllowed(Refusal):
    """The claim's `status` knows no such `deed` of this side."""


class AboveClaim(Refusal):
    """The `amount` is more than was `claimed` at first, or of another currency."""


class SameSettlement(Refusal):
    """The settlement is the one on the table, of this `amount`: to agree is to press Agree."""


class BelowRepaid(Refusal):
    """The `amount` is not more than the `repaid` one, which the buyer has already."""


class RemedyNotAllowed(Refusal):
    """A claim of this kind is not settled by this `remedy`."""


class TooEarlyToEscalate(Refusal):
    """The sides talk `until` then before either may call the operator in."""


class DecidedAlready(Refusal):
    """An operator decided the claim: that is final."""


class RefundsTooMuch(Refusal):
    """The `amount` is not above zero, or more than the `left` one."""


@dataclass(frozen=True, slots=True)
class Claim(ClaimFacts):
    """A claim with its deeds: each checks the table, and returns the claim as it is then."""

    @classmethod
    def send(cls, order: Order, ground: Ground, settlement: Settlement, author: Author) -> "Claim":
        """The buyer claims; the seller is to answer. Raises RemedyNotAllowed, AmountMissing, …"""
        claim = cls(
            id=0,
            order_id=order.id,
            buyer_id=order.buyer_id,
            supplier_id=order.supplier_id,
            ground=ground,
            claimed=settlement.amount,
            status=_S.AWAITING_SELLER,
            proposal=Proposal.of(1, author, settlement),
            opened_at=author.at,
            expires_at=author.at + TALK_TIME,
            approved_by=(Side.BUYER,),
        )
        claim._check_bounds(settlement)
        return claim

    def propose(self, version: int, author: Author, settlement: Settlement) -> "Claim":
        """Another settlement by a side; the author's words are the reason. Earlier agreement is cleared."""
        self._check(version, author, Deed.PROPOSE)
        if settlement.remedy is Remedy.NOTHING:
            raise RemedyNotAllowed(remedy=settlement.remedy)
        return self._on_table(author, settlement, Deed.PROPOSE)

    def refuse(self, version: int, author: Author) -> "Claim":
        """The seller owes nothing, he says, and why: the buyer may call the operator in at once."""
        self._check(version, author, Deed.REFUSE)
        return self._on_table(author, nothing(self.claimed.currency), Deed.REFUSE)

    def agree(self, version: int, digest: str, author: Author, address: str = "") -> "Claim":
        """A side agrees to the settlement on the table, named by the beginning of its digest.

        - With the other side's agreement it is agreed; alone, to an operator's suggestion, it waits for it.
        - A seller who agrees to a return gives the `address` it lacks: a version that says only this more.
        Raises ReturnIncomplete when a return is agreed without an address.
        """
        deed = self.agreeing(author.side)
        self._check(version, author, deed)
        if not digest or not self.proposal.digest.startswith(digest) or not self.proposal.is_as_sent:
            raise StaleClaim(version=version, current=self.proposal.number)
        if self.is_refused or author.side in self.approved_by:
            raise ClaimMoveNotAllowed(status=self.status, deed=deed)
        known = self._addressed(author, address)
        approved = replace(known, approved_by=(*self.approved_by, author.side))
        if deed is Deed.APPROVE:
            return approved
        return approved._entered(self._next(deed, author.side), author.at)

    def withdraw(self, version: int, author: Author) -> "Claim":
        """The buyer takes the claim back."""
        self._check(version, author, Deed.WITHDRAW)
        return replace(self, status=self._next(Deed.WITHDRAW, author.side))

    def settle(self, version: int, author: Author, deed: Deed) -> "Claim":
        """The seller has paid the compensation (COMPENSATE), or lets the buyer pay so much less (DEDUCT)."""
        self._check(version, author, deed)
        if self.proposal.settlement.remedy is not Remedy.COMPENSATION:
            raise ClaimMoveNotAllowed(status=self.status, deed=deed)
        return replace(self, status=self._next(deed, author.side))

    def repay(self, actor: Actor, amount: Money) -> "Claim":
        """So much of what is owed was refunded; the rest of it ends the claim. Raises RefundsTooMuch."""
        deed = self.repaying(amount)
        status = self._next(deed, actor)
        if self.proposal.settlement.remedy not in GIVEN_BACK:
            raise ClaimMoveNotAllowed(status=self.status, deed=deed)
        if amount.currency != self.left.currency or not 0 < amount.minor <= self.left.minor:
            raise RefundsTooMuch(amount=amount, left=self.left)
        return replace(self, status=status, repaid=self.repaid + amount.minor)

    def repaying(self, amount: Money) -> Deed:
        """The deed by which so much is refunded."""
        return Deed.REFUND if amount == self.left else Deed.REFUND_PART

    def send_back(self, version: int, author: Author) -> "Claim":
        """The buyer sent the goods back."""
        return self._moved(version, author, Deed.SEND_BACK)

    def take_back(self, version: int, author: Author) -> "Claim":
        """The seller has the goods again and owes the refund."""
        return self._moved(version, author, Deed.TAKE_BACK)

    def send_replacement(self, version: int, author: Author) -> "Claim":
        """The seller sent other goods in place of what was wrong."""
        self._check(version, author, Deed.SEND_REPLACEMENT)
        if self.proposal.settlement.remedy is not Remedy.REPLACEMENT:
            raise ClaimMoveNotAllowed(status=self.status, deed=Deed.SEND_REPLACEMENT)
        return self._moved(version, author, Deed.SEND_REPLACEMENT)

    def receive(self, version: int, author: Author) -> "Claim":
        """The buyer has the replacement."""
        return self._moved(version, author, Deed.RECEIVE)

    def contest(self, version: int, author: Author) -> "Claim":
        """What came back, or in place of it, is not right: the operator is called in, once."""
        self._check(version, author, Deed.CONTEST)
        usable(author.source)
        self._check_not_decided()
        return self._moved(version, author, Deed.CONTEST)

    def escalate(self, version: int, author: Author) -> "Claim":
        """A side calls the operator in. Raises TooEarlyToEscalate."""
        self._check(version, author, Deed.ESCALATE)
        since = self.escalates_from(author.side)
        if since is None:
            raise ClaimMoveNotAllowed(status=self.status, deed=Deed.ESCALATE)
        if author.at < since:
            raise TooEarlyToEscalate(until=since)
        return self._moved(version, author, Deed.ESCALATE)

    def ask_evidence(self, arbiter: Arbiter, side: Side | None, until: datetime) -> "Claim":
        """The operator asks a side, or both, for evidence until a moment."""
        status = self._next(Deed.ASK_EVIDENCE, Actor.OPERATOR)
        return replace(self, status=status, evidence_from=side, evidence_until=until)

    def suggest(self, version: int, arbiter: Arbiter, settlement: Settlement) -> "Claim":
        """The operator suggests a settlement, which binds once both sides agree."""
        self._check_version(version)
        self._next(Deed.SUGGEST, Actor.OPERATOR)
        if settlement.remedy is Remedy.NOTHING:
            raise RemedyNotAllowed(remedy=settlement.remedy)
        return self._on_table(arbiter, settlement, Deed.SUGGEST)

    def decide(self, version: int, arbiter: Arbiter, settlement: Settlement) -> "Claim":
        """The operator decides, once: what is owed, or with NOTHING that nothing is."""
        self._check_version(version)
        self._check_not_decided()
        deed = deciding(settlement)
        status = self._next(deed, Actor.OPERATOR)
        self._check_bounds(settlement)
        if not settlement.is_complete:
            raise ReturnIncomplete(most=MAX_ADDRESS_LENGTH)
        proposal = Proposal.of(self.proposal.number + 1, arbiter, settlement)
        decided = replace(self, proposal=proposal, decided=proposal.number, approved_by=())
        return decided._entered(status, arbiter.at)

    def run_out(self, now: datetime) -> "Claim":
        """What the clock does when the time is up; the same claim while it is not."""
        deed = BY_THE_CLOCK.get(self.status)
        if deed is None or now < self.expires_at:
            return self
        status = self._next(deed, Actor.CLOCK)
        if deed is Deed.REMIND:
            wait = time_of(status, self.proposal.settlement.remedy) if status not in OWED else REMINDER_TIME
            until = max(self.expires_at, now) + wait
            return replace(self, expires_at=until, reminders=self.reminders + 1)
        return self._entered(status, now)

    def check(self, settlement: Settlement) -> None:
        """Raises what keeps a side from proposing it now."""
        self._check_bounds(settlement)
        if settlement == self.proposal.settlement:
            raise SameSettlement(amount=settlement.amount)

    def _check_bounds(self, settlement: Settlement) -> None:
        if settlement.remedy not in REMEDIES[self.ground.kind]:
            raise RemedyNotAllowed(remedy=settlement.remedy)
        settlement.check()
        amount = settlement.amount
        if amount.currency != self.claimed.currency or amount.minor > self.claimed.minor:
            raise AboveClaim(amount=amount, claimed=self.claimed)
        if 0 < amount.minor <= self.repaid:
            raise BelowRepaid(amount=amount, repaid=Money(self.repaid, amount.currency))

    def _on_table(self, author: Author | Arbiter, settlement: Settlement, deed: Deed) -> "Claim":
        """The next version; a side agrees to what it proposes. The time of a talk goes on."""
        self.check(settlement)
        actor = actor_of(author)
        said = replace(author, source=usable(author.source)) if actor is not Actor.OPERATOR else author
        proposal = Proposal.of(self.proposal.number + 1, said, settlement)
        approved = tuple(side for side in Side if side.value == actor.value)
        status = self._next(deed, actor)
        return replace(self, status=status, proposal=proposal, approved_by=approved)

    def _addressed(self, author: Author, address: str) -> "Claim":
        settlement = self.proposal.settlement
        if settlement.is_complete:
            return self
        whole = replace(settlement, address=address if author.side is Side.SELLER else "")
        whole.check()
        if not whole.is_complete:
            raise ReturnIncomplete(most=MAX_ADDRESS_LENGTH)
        said = replace(author, source=self.proposal.reason)
        return replace(self, proposal=Proposal.of(self.proposal.number + 1, said, whole))

    def _moved(self, version: int, author: Author, deed: Deed) -> "Claim":
        self._check(version, author, deed)
        return self._entered(self._next(deed, author.side), author.at)

    def _entered(self, status: ClaimStatus, now: datetime) -> "Claim":
        wait = time_of(status, self.proposal.settlement.remedy)
        return replace(self, status=status, expires_at=now + wait, reminders=0)

    def _check(self, version: int, author: Author, deed: Deed) -> None:
        self._check_version(version)
        self._next(deed, author.side)
        if self.is_out_of_time(author.at):
            raise ClaimMoveNotAllowed(status=_S.ESCALATED, deed=deed)

    def _check_version(self, version: int) -> None:
        if version != self.proposal.number:
            raise StaleClaim(version=version, current=self.proposal.number)

    def _check_not_decided(self) -> None:
        if self.decided:
            raise DecidedAlready(version=self.decided)

    def _next(self, deed: Deed, actor: Side | Actor) -> ClaimStatus:
        try:
            return CLAIM[self.status, deed, Actor(actor.value)]
        except KeyError:
            raise ClaimMoveNotAllowed(status=self.status, deed=deed) from None


def deciding(settlement: Settlement) -> Deed:
    """The deed by which an operator decides on a settlement."""
    if settlement.remedy is Remedy.RETURN:
        return Deed.DECIDE_RETURN
    return Deed.DISMISS if settlement.remedy is Remedy.NOTHING else Deed.DECIDE
