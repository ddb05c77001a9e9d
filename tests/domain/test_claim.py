"""Every move of a claim, allowed and refused; nothing above what was claimed; decided once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.claim import (
    AboveClaim,
    Claim,
    ClaimMoveNotAllowed,
    DecidedAlready,
    RefundsTooMuch,
    RemedyNotAllowed,
    SameSettlement,
    StaleClaim,
    TooEarlyToEscalate,
)
from domain.claim_clock import PAYING_TIME, REMINDER_TIME, TALK_BEFORE, TALK_TIME
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.lifecycle import CLAIM, Actor, ClaimStatus, Deed
from domain.money import Money
from domain.offer import Author
from domain.people import Side
from domain.proposal import MAX_REASON_LENGTH, Arbiter, ReasonUnusable
from domain.refusal import Refusal
from domain.settlement import Remedy, ReturnIncomplete, Settlement, compensation, nothing
from tests.builders import NOON, by, placed_order

MILLISECOND = timedelta(milliseconds=1)
CLAIMED: Final = Money(9900, "CNY")
HALF: Final = Money(4950, "CNY")
NO_MONEY: Final = Money(0, "CNY")
ADDRESS: Final = "12 Kiln Road, Yiwu"
BROKEN: Final = Ground(ClaimKind.REFUND, ClaimReason.DAMAGED, count=20)
PART: Final = Settlement(Remedy.REFUND, HALF)
GOES_BACK: Final = Settlement(Remedy.RETURN, CLAIMED, Side.SELLER, ADDRESS)
AGAIN: Final = Settlement(Remedy.REPLACEMENT, NO_MONEY)
S: Final = ClaimStatus
Move = Callable[[Claim, Author], Claim]
MOVES: dict[Deed, Move] = {
    Deed.AGREE: lambda claim, author: claim.agree(1, claim.proposal.digest[:8], author),
    Deed.PROPOSE: lambda claim, author: claim.propose(1, author, PART),
    Deed.REFUSE: lambda claim, author: claim.refuse(1, author),
    Deed.WITHDRAW: lambda claim, author: claim.withdraw(1, author),
    Deed.SEND_BACK: lambda claim, author: claim.send_back(1, author),
    Deed.TAKE_BACK: lambda claim, author: claim.take_back(1, author),
    Deed.RECEIVE: lambda claim, author: claim.receive(1, author),
    Deed.CONTEST: lambda claim, author: claim.contest(1, author),
    Deed.REFUND: lambda claim, author: claim.repay(Actor(author.side.value), CLAIMED),
    Deed.REFUND_PART: lambda claim, author: claim.repay(Actor(author.side.value), HALF),
}
CELLS = list(product(ClaimStatus, MOVES, Side))


def because(side: Side, words: str = "the material was late") -> Author:
    return replace(by(side), source=words)


def operator(words: str = "shown") -> Arbiter:
    return Arbiter(99, NOON + TALK_BEFORE, words)


def sent(ground: Ground = BROKEN, remedy: Remedy = Remedy.REFUND) -> Claim:
    return Claim.send(placed_order(), ground, Settlement(remedy, CLAIMED), by(Side.BUYER))


def late() -> Claim:
    ground = Ground(ClaimKind.LATE, ClaimReason.LATE, days=3)
    return Claim.send(placed_order(), ground, compensation(CLAIMED), by(Side.BUYER))


def agreed(claim: Claim, side: Side = Side.SELLER) -> Claim:
    return claim.agree(claim.proposal.number, claim.proposal.digest, by(side))


@pytest.mark.parametrize(("status", "deed", "side"), CELLS)
def test_a_claim_moves_only_as_the_table_says(status: ClaimStatus, deed: Deed, side: Side) -> None:
    standing = replace(sent(), status=status, approved_by=(side.other,))
    to = CLAIM.get((status, deed, Actor(side.value)))

    if to is not None:
        assert MOVES[deed](standing, because(side)).status is to
        return
    with pytest.raises(ClaimMoveNotAllowed):
        MOVES[deed](standing, because(side))


def test_a_new_settlement_clears_what_was_said_of_the_last() -> None:
    countered = sent().propose(1, because(Side.SELLER), PART)

    assert (countered.proposal.number, countered.proposal.settlement, countered.claimed) == (2, PART, CLAIMED)
    assert countered.approved_by == (Side.SELLER,)
    for deed in (Deed.AGREE, Deed.PROPOSE, Deed.WITHDRAW):
        with pytest.raises(StaleClaim):
            MOVES[deed](countered, because(Side.BUYER))


def test_agreeing_names_the_very_settlement() -> None:
    claim = sent()
    less = Settlement(Remedy.REFUND, Money(1, "CNY"))
    altered = replace(claim, proposal=replace(claim.proposal, settlement=less))

    for wrong in ("", "0" * 8):
        with pytest.raises(StaleClaim):
            claim.agree(1, wrong, by(Side.SELLER))
    with pytest.raises(StaleClaim):
        agreed(altered)


@given(st.lists(st.tuples(st.sampled_from(Side), st.integers(-5, 20_000)), max_size=8))
def test_whatever_is_proposed_nothing_above_the_claim_can_be_agreed(said: list[tuple[Side, int]]) -> None:
    claim = sent()

    for side, minor in said:
        try:
            offered = Settlement(Remedy.REFUND, Money(minor, "CNY"))
            claim = claim.propose(claim.proposal.number, because(side), offered)
        except Refusal:
            continue

    assert 0 < claim.proposal.settlement.amount.minor <= CLAIMED.minor


@pytest.mark.parametrize(
    ("settlement", "refusal"),
    [
        (Settlement(Remedy.REFUND, Money(9901, "CNY")), AboveClaim),
        (Settlement(Remedy.REFUND, Money(4950, "USD")), AboveClaim),
        (Settlement(Remedy.REFUND, CLAIMED), SameSettlement),
        (compensation(HALF), RemedyNotAllowed),
        (nothing("CNY"), RemedyNotAllowed),
        (Settlement(Remedy.RETURN, HALF), ReturnIncomplete),
    ],
)
def test_what_cannot_be_meant_is_refused(settlement: Settlement, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        sent().propose(1, because(Side.SELLER), settlement)


@pytest.mark.parametrize(
    "words", ["", " \n", "x" * (MAX_REASON_LENGTH + 1), "😀" * (MAX_REASON_LENGTH // 2 + 1)]
)
def test_a_reason_has_a_sensible_length(words: str) -> None:
    for move in (MOVES[Deed.REFUSE], MOVES[Deed.PROPOSE]):
        with pytest.raises(ReasonUnusable):
            move(sent(), because(Side.SELLER, words))


def test_the_last_millisecond_still_counts_and_then_the_operator_is_called_in() -> None:
    claim = sent()
    last = replace(because(Side.SELLER), at=claim.expires_at - MILLISECOND)
    after = replace(because(Side.SELLER), at=claim.expires_at)

    assert claim.expires_at == NOON + TALK_TIME
    assert claim.run_out(last.at) is claim
    assert MOVES[Deed.AGREE](claim, last).status is S.AGREED
    assert claim.run_out(after.at).status is S.ESCALATED
    with pytest.raises(ClaimMoveNotAllowed):
        MOVES[Deed.AGREE](claim, after)


def test_what_is_agreed_stays_owed_however_long() -> None:
    owed = agreed(late())
    later = replace(by(Side.SELLER), at=owed.expires_at + timedelta(days=365))
    reminded = owed.run_out(later.at)

    assert (owed.expires_at, reminded.expires_at) == (NOON + PAYING_TIME, later.at + REMINDER_TIME)
    assert reminded.settle(1, later, Deed.COMPENSATE).status is S.SETTLED


def test_a_refund_may_come_in_parts_but_never_above_what_was_agreed() -> None:
    owed = agreed(sent())
    half = owed.repay(Actor.SELLER, HALF)

    assert (half.status, half.left, half.repay(Actor.OPERATOR, HALF).status) == (S.AGREED, HALF, S.REFUNDED)
    for wrong in (CLAIMED, Money(0, "CNY"), Money(-1, "CNY"), Money(1, "USD")):
        with pytest.raises(RefundsTooMuch):
            half.repay(Actor.SELLER, wrong)
    with pytest.raises(ClaimMoveNotAllowed):
        agreed(late()).repay(Actor.SELLER, CLAIMED)


def test_goods_go_back_before_they_are_refunded_and_the_seller_says_where_to() -> None:
    wanted = Settlement(Remedy.RETURN, CLAIMED, Side.SELLER)
    ground = replace(BROKEN, kind=ClaimKind.RETURN)
    claim = Claim.send(placed_order(), ground, wanted, by(Side.BUYER))
    with pytest.raises(ReturnIncomplete):
        agreed(claim)
    back = claim.agree(1, claim.proposal.digest, by(Side.SELLER), ADDRESS)
    received = back.send_back(2, by(Side.BUYER)).take_back(2, by(Side.SELLER))

    assert (back.status, back.proposal.settlement, back.proposal.number) == (S.AWAITING_RETURN, GOES_BACK, 2)
    assert back.approved_by == (Side.BUYER, Side.SELLER)
    assert received.repay(Actor.SELLER, CLAIMED).status is S.REFUNDED
    assert back.run_out(back.expires_at).status is S.CLOSED


def test_a_replacement_is_sent_and_received_and_costs_nothing() -> None:
    owed = agreed(sent().propose(1, because(Side.SELLER), AGAIN), Side.BUYER)
    coming = owed.send_replacement(2, by(Side.SELLER))

    assert coming.receive(2, by(Side.BUYER)).status is S.SETTLED
    assert coming.contest(2, because(Side.BUYER)).status is S.ESCALATED
    with pytest.raises(ClaimMoveNotAllowed):
        owed.repay(Actor.SELLER, HALF)


def test_either_side_escalates_after_three_days_and_the_buyer_at_once_when_refused() -> None:
    claim = sent()
    in_time = replace(by(Side.SELLER), at=NOON + TALK_BEFORE)
    refused = claim.refuse(1, because(Side.SELLER))

    with pytest.raises(TooEarlyToEscalate):
        claim.escalate(1, replace(in_time, at=in_time.at - MILLISECOND))
    with pytest.raises(TooEarlyToEscalate):
        refused.escalate(2, by(Side.SELLER))
    assert claim.escalate(1, in_time).status is S.ESCALATED
    assert refused.escalate(2, by(Side.BUYER)).status is S.ESCALATED


def test_what_is_overdue_may_be_escalated_by_the_buyer_unless_it_was_decided() -> None:
    owed = agreed(sent())
    overdue = replace(by(Side.BUYER), at=owed.expires_at)

    assert owed.escalate(1, overdue).status is S.ESCALATED
    with pytest.raises(TooEarlyToEscalate):
        owed.escalate(1, by(Side.BUYER))
    with pytest.raises(ClaimMoveNotAllowed):
        replace(owed, decided=1).escalate(1, overdue)


def test_a_suggestion_binds_once_both_sides_agree_and_the_sides_may_settle_alone() -> None:
    dispute = replace(sent(), status=S.ESCALATED)
    suggested = dispute.suggest(1, operator(), PART)
    one = agreed(suggested, Side.SELLER)

    assert (suggested.approved_by, one.status, one.approved_by) == ((), S.ESCALATED, (Side.SELLER,))
    assert agreed(one, Side.BUYER).status is S.AGREED
    with pytest.raises(ClaimMoveNotAllowed):
        agreed(one, Side.SELLER)
    offered = one.propose(2, because(Side.BUYER), GOES_BACK)
    assert agreed(offered, Side.SELLER).status is S.AWAITING_RETURN


@pytest.mark.parametrize(
    ("settlement", "status"),
    [(PART, S.DECIDED), (AGAIN, S.DECIDED), (GOES_BACK, S.AWAITING_RETURN), (nothing("CNY"), S.CLOSED)],
)
def test_an_operator_decides_once_and_nothing_above_the_claim(
    settlement: Settlement, status: ClaimStatus
) -> None:
    dispute = replace(sent(), status=S.ESCALATED)
    decided = dispute.decide(1, operator(), settlement)

    assert (decided.status, decided.decided, decided.proposal.by) == (status, 2, Actor.OPERATOR)
    with pytest.raises(DecidedAlready):
        decided.decide(2, operator(), PART)
    with pytest.raises(AboveClaim):
        dispute.decide(1, operator(), replace(PART, amount=Money(9901, "CNY")))


def test_what_was_decided_is_not_contested() -> None:
    back = replace(sent(), status=S.ESCALATED).decide(1, operator(), GOES_BACK)
    sent_back = back.send_back(2, by(Side.BUYER))

    with pytest.raises(DecidedAlready):
        sent_back.contest(2, because(Side.SELLER))
    assert sent_back.take_back(2, by(Side.SELLER)).repay(Actor.SELLER, CLAIMED).status is S.REFUNDED
