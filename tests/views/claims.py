"""Late orders and claims to show: every screen with what somebody wrote on it, too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.lateness import Sent, lateness
from domain.lifecycle import ClaimStatus, Deed
from domain.money import Money
from domain.order import Order
from domain.people import Side
from domain.proposal import MAX_REASON_LENGTH, Proposal
from domain.settlement import compensation
from services.cases import OrderCase
from services.claim_case import ClaimCase
from services.late import LateCase
from tests.builders import NOON, by
from tests.views.goods import SUNNY
from views import claim_steps
from views.claim import claim_card
from views.claim_draft import claim_draft
from views.fitting import shortened
from views.order import order_card
from views.reader import Reader
from views.screen import Screen

LATE = NOON + timedelta(days=40)


def promised(order: Order) -> Order:
    """The same, paid at noon and due in fifteen days, with half a percent a day agreed, ten at most."""
    terms = replace(order.terms, lead_time_days=15, late_percent_per_day=50, late_cap_percent=10)
    return replace(order, terms=terms, funded_at=NOON)


def claimed(order: Order, side: Side, words: str = "<i>颜色？</i>") -> ClaimCase:
    """A claim to which the seller proposed another amount, with his words."""
    ground = Ground(ClaimKind.LATE, ClaimReason.LATE, days=3)
    claim = replace(Claim.send(order, ground, compensation(Money(9900, "CNY")), by(Side.BUYER)), id=5)
    lower = Proposal.of(2, replace(by(Side.SELLER), source=words), compensation(Money(5000, "CNY")))
    standing = replace(claim, status=ClaimStatus.AWAITING_BUYER, proposal=lower)
    return ClaimCase(standing, order, side, NOON, SUNNY, translation=words)


def late_of(order: Order, *claims: Claim) -> LateCase:
    """How late it is after forty days, when one unit left after thirty."""
    assert order.promised_at
    sent = [Sent(1, NOON + timedelta(days=30))]
    return LateCase(order, lateness(order.terms, order.promised_at, sent, LATE), claims)


def of_lateness(reader: Reader, case: OrderCase, words: str) -> Iterator[Screen]:
    """The order's card with a claim, the draft, the claim's card in every status, and what is asked."""
    order = promised(case.order)
    reason = shortened(words, MAX_REASON_LENGTH)
    claim = claimed(order, case.side, reason)
    late = late_of(order, claim.claim)
    yield order_card(reader, replace(case, order=order, late=late))
    yield claim_draft(reader, late, Money(9900, "CNY"))
    for status in ClaimStatus:
        yield claim_card(reader, replace(claim, claim=replace(claim.claim, status=status)))
    yield claim_steps.ask_amount(reader, claim)
    yield claim_steps.ask_reason(reader, claim, Money(1, "CNY"))
    yield claim_steps.ask_refusal(reader, claim)
    yield claim_steps.sure(reader, claim, Deed.AGREE)
