"""Late orders and claims to show: every screen with what somebody wrote on it, too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.details import Delivery, Line
from domain.dispute import Finding
from domain.lateness import Sent, lateness
from domain.lifecycle import Actor, ClaimStatus, Deed
from domain.money import Money
from domain.order import Order
from domain.people import Side
from domain.proposal import MAX_REASON_LENGTH, Proposal
from domain.settlement import MAX_ADDRESS_LENGTH, Remedy, Settlement, compensation
from services.address_book import Entry
from services.cases import OrderCase
from services.claim_case import ClaimCase
from services.claim_history import ProposalHistory
from services.late import LateCase
from services.proposal_draft import ProposalDraft, Step
from services.proposing import ProposalForm
from tests.builders import ADDRESS, NOON, by
from tests.views.goods import SUNNY
from tests.views.returns import of_money, of_returns
from views import claim_steps
from views.claim import claim_card
from views.claim_draft import claim_draft
from views.fitting import shortened
from views.order import order_card
from views.proposal_form import question, summary
from views.proposals import proposals
from views.reader import Reader
from views.return_address import ask_return_address
from views.screen import Screen

LATE = NOON + timedelta(days=40)
DIGEST = "f" * 64


def promised(order: Order) -> Order:
    """The same, paid at noon and due in fifteen days, with half a percent a day agreed, ten at most."""
    terms = replace(order.terms, lead_time_days=15, late_percent_per_day=50, late_cap_percent=10)
    return replace(order, terms=terms, funded_at=NOON)


def claimed(order: Order, side: Side, words: str = "<i>颜色？</i>") -> ClaimCase:
    """A claim to which the seller proposed another amount, with his words."""
    ground = Ground(ClaimKind.LATE, ClaimReason.LATE, days=3)
    claim = replace(Claim.send(order, ground, compensation(Money(9900, "CNY")), by(Side.BUYER)), id=5)
    lower = Proposal.of(2, replace(by(Side.SELLER), source=words), compensation(Money(5000, "CNY")))
    proposal = replace(lower, digest=DIGEST)
    standing = replace(claim, status=ClaimStatus.AWAITING_BUYER, proposal=proposal)
    return ClaimCase(standing, order, side, NOON, SUNNY, translation=words)


def late_of(order: Order, *claims: Claim) -> LateCase:
    """How late it is after forty days, when one unit left after thirty."""
    assert order.promised_at
    sent = [Sent(1, NOON + timedelta(days=30))]
    return LateCase(order, lateness(order.terms, order.promised_at, sent, LATE), claims)


def about_goods(case: ClaimCase) -> ClaimCase:
    """The same claim for goods that were damaged, to go back at the seller's cost."""
    split = (Line((("colour", "red"), ("size", "S")), 20),)
    ground = Ground(ClaimKind.RETURN, ClaimReason.DAMAGED, split, 20)
    back = Settlement(Remedy.RETURN, Money(5000, "CNY"), Side.SELLER, ADDRESS)
    proposal = replace(case.claim.proposal, settlement=back)
    return replace(case, claim=replace(case.claim, ground=ground, proposal=proposal))


def suggested(case: ClaimCase, approved_by: tuple[Side, ...]) -> ClaimCase:
    """The same in dispute: what is on the table is the operator's, and one side agrees."""
    proposal = replace(case.claim.proposal, by=Actor.OPERATOR, reason=Finding.SHARED.value)
    dispute = replace(case.claim, status=ClaimStatus.ESCALATED, proposal=proposal, approved_by=approved_by)
    return replace(case, claim=dispute)


def of_lateness(reader: Reader, case: OrderCase, words: str) -> Iterator[Screen]:
    """The order's card with a claim, the draft, the claim's card in every status, and what is asked."""
    order = promised(case.order)
    reason = shortened(words, MAX_REASON_LENGTH)
    claim = claimed(order, case.side, reason)
    late = late_of(order, claim.claim)
    yield order_card(reader, replace(case, order=order, late=late, claims=(claim.claim,)))
    yield claim_draft(reader, late, Money(9900, "CNY"))
    for each in (claim, about_goods(claim)):
        for status in ClaimStatus:
            yield claim_card(reader, replace(each, claim=replace(each.claim, status=status)))
        for sides in ((Side.BUYER,), (Side.SELLER,)):
            yield claim_card(reader, suggested(each, sides))
        yield claim_steps.ask_refusal(reader, each)
        yield claim_steps.sure(reader, each, Deed.AGREE)
        yield proposals(reader, ProposalHistory(each, [each.claim.proposal]), 0)
    yield from of_proposing(reader, about_goods(claim), reason)
    yield from of_returns(reader, about_goods(claim), reason)
    yield from of_money(reader, replace(case, order=order), about_goods(claim))


def of_proposing(reader: Reader, case: ClaimCase, reason: str) -> Iterator[Screen]:
    """Every question of the form, and the summary with a return."""
    is_sellers = case.side is Side.SELLER
    draft = ProposalDraft(case.claim.id, case.claim.proposal.number, is_sellers)
    entries = (Entry(1, Delivery(shortened(reason, MAX_ADDRESS_LENGTH))),)
    answers: tuple[dict[str, Any], ...] = (
        {"remedy": Remedy.RETURN},
        {"minor": 5000},
        {"freight": Side.SELLER},
        {"address": shortened(reason, MAX_ADDRESS_LENGTH)},
        {"reason": reason},
    )
    for step, answer in zip(Step, answers, strict=True):
        if draft.step is step:
            yield question(reader, ProposalForm(case, draft, entries))
        draft = draft.answered(step, **answer)
    yield summary(reader, ProposalForm(case, draft))
    yield ask_return_address(reader, case, entries)
