"""Disputes to show: the operator's card and pages, his questions, and what the sides read of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from domain.catalogue import Supplier
from domain.dispute import EvidenceRequest, Finding, Wanted
from domain.ledger import Entry, payment
from domain.lifecycle import Actor, ClaimStatus, Deed
from domain.money import Money
from domain.people import Person, Side
from domain.proposal import MAX_REASON_LENGTH, Arbiter, Proposal
from domain.settlement import MAX_ADDRESS_LENGTH, Remedy
from domain.terms import PaymentMethod
from services.cases import OrderCase
from services.claim_case import ClaimCase
from services.dispute import Dispute
from services.moves import Move, Subject
from services.notices import News, Notice
from services.ruling_draft import RulingDraft
from tests.applications import OPERATOR
from tests.builders import NOON
from tests.views.claims import about_goods, claimed, promised
from views import dispute_leaves, evidence_asked, ruling
from views.callback_data.disputes import Whom
from views.claim import claim_card
from views.claim_decision import sure_to_escalate
from views.dispute import dispute_card
from views.dispute_list import Waiting, waiting
from views.dispute_news import dispute_notice
from views.fitting import shortened
from views.reader import Reader
from views.screen import Screen

ASKED = EvidenceRequest(5, 1, OPERATOR, None, Wanted.SAMPLE, NOON, NOON + timedelta(days=1))


def of_disputes(reader: Reader, case: OrderCase, supplier: Supplier, words: str) -> Iterator[Screen]:
    """All of it; a return to an address of these words was proposed, for a reason of these words."""
    order = promised(case.order)
    claim = about_goods(claimed(order, case.side, shortened(words, MAX_REASON_LENGTH)))
    disputed = replace(claim.claim, status=ClaimStatus.ESCALATED, approved_by=(Side.SELLER,))
    versions = [disputed.proposal, _found(disputed.proposal)]
    dispute = Dispute(disputed, order, supplier, NOON, versions, [ASKED] * 9)
    yield from _decided(reader, claim, disputed.proposal)
    yield dispute_card(reader, dispute)
    yield dispute_notice(reader, Notice(News.DISPUTE_OPENED), dispute)
    yield waiting(reader, Waiting([dispute] * 5, 0, 6), Person(OPERATOR, reader.language))
    entry = Entry(order.id, "a", None, "test", NOON)
    bookings = [payment(entry, PaymentMethod.CARD, Money(5, "CNY"))]
    moves = [
        Move(Subject.CLAIM, 5, deed, Actor.OPERATOR, OPERATOR, "escalated", "decided", 2, "test", NOON)
        for deed in (Deed.ASK_EVIDENCE, Deed.SUGGEST, Deed.DECIDE)
    ]
    shown = [
        dispute_leaves.agreed(reader, dispute),
        dispute_leaves.done(reader, moves, 0),
        dispute_leaves.proposed(reader, versions, 0),
    ]
    if case.standing:
        shown.append(dispute_leaves.paid(reader, bookings, case.standing, 0))
    for leaf in shown:
        yield dispute_leaves.leaf_page(reader, dispute, leaf)
    yield evidence_asked.ask_days(reader, dispute, Whom.BOTH, Wanted.SIZE)
    yield from _ruled(reader, dispute, words)


def _found(proposal: Proposal) -> Proposal:
    arbiter = Arbiter(OPERATOR, NOON, Finding.SHARED.value)
    return replace(Proposal.of(3, arbiter, proposal.settlement), digest=proposal.digest)


def _decided(reader: Reader, case: ClaimCase, proposal: Proposal) -> Iterator[Screen]:
    """The sides' card in dispute and after a decision."""
    asked = replace(case.claim, status=ClaimStatus.ESCALATED, evidence_until=ASKED.until)
    yield claim_card(reader, replace(case, claim=asked, requests=(ASKED,)))
    yield sure_to_escalate(reader, case)
    decided = replace(case.claim, proposal=_found(proposal), decided=3)
    for status in (ClaimStatus.AWAITING_RETURN, ClaimStatus.DECIDED, ClaimStatus.CLOSED):
        yield claim_card(reader, replace(case, claim=replace(decided, status=status)))


def _ruled(reader: Reader, dispute: Dispute, words: str) -> Iterator[Screen]:
    """Every question of a decision, and whether he is sure."""
    address = shortened(words, MAX_ADDRESS_LENGTH)
    draft = RulingDraft(5, 2, is_final=True, addresses=(address,))
    yield ruling.ask(reader, dispute, draft)
    draft = replace(draft, remedy=Remedy.RETURN)
    yield ruling.ask(reader, dispute, draft)
    for answer in ({"minor": 5000}, {"freight": Side.SELLER}, {"address": address}):
        draft = replace(draft, **answer)
        yield ruling.ask(reader, dispute, draft)
    yield ruling.ask(reader, dispute, replace(draft, finding=Finding.SHOWN))
