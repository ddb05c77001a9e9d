"""Every move of a claim, allowed and refused; no amount above what was claimed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.claim import (
    ANSWER_TIME,
    MAX_REASON_LENGTH,
    AboveClaim,
    Claim,
    ClaimMoveNotAllowed,
    ReasonUnusable,
    SameAmount,
    StaleClaim,
)
from domain.lifecycle import CLAIM, Actor, ClaimStatus, Deed
from domain.money import Money
from domain.offer import Author
from domain.people import Side
from domain.refusal import Refusal
from tests.builders import NOON, by, placed_order

MILLISECOND = timedelta(milliseconds=1)
CLAIMED = Money(9900, "CNY")
HALF = Money(4950, "CNY")
Move = Callable[[Claim, Author], Claim]
MOVES: dict[Deed, Move] = {
    Deed.AGREE: lambda claim, author: claim.agree(1, claim.proposal.digest[:8], author),
    Deed.PROPOSE: lambda claim, author: claim.propose(1, author, HALF),
    Deed.REFUSE: lambda claim, author: claim.refuse(1, author),
    Deed.WITHDRAW: lambda claim, author: claim.withdraw(1, author),
    Deed.COMPENSATE: lambda claim, author: claim.settle(1, author, Deed.COMPENSATE),
    Deed.DEDUCT: lambda claim, author: claim.settle(1, author, Deed.DEDUCT),
}
CELLS = list(product(ClaimStatus, MOVES, Side))


def because(side: Side, words: str = "the material was late") -> Author:
    return replace(by(side), source=words)


def sent() -> Claim:
    return Claim.send(placed_order(), 3, CLAIMED, by(Side.BUYER))


@pytest.mark.parametrize(("status", "deed", "side"), CELLS)
def test_a_claim_moves_only_as_the_table_says(status: ClaimStatus, deed: Deed, side: Side) -> None:
    standing = replace(sent(), status=status)
    to = CLAIM.get((status, deed, Actor(side.value)))

    if to is not None:
        assert MOVES[deed](standing, because(side)).status is to
        return
    with pytest.raises(ClaimMoveNotAllowed):
        MOVES[deed](standing, because(side))


def test_a_new_amount_clears_what_was_said_of_the_last() -> None:
    countered = sent().propose(1, because(Side.SELLER), HALF)

    assert (countered.proposal.number, countered.proposal.amount, countered.claimed) == (2, HALF, CLAIMED)
    assert countered.proposal.reason == "the material was late"
    for move in MOVES.values():
        with pytest.raises(StaleClaim):
            move(countered, because(Side.BUYER))


def test_agreeing_names_the_very_amount() -> None:
    claim = sent()
    altered = replace(claim, proposal=replace(claim.proposal, amount=Money(1, "CNY")))

    for wrong in ("", "0" * 8):
        with pytest.raises(StaleClaim):
            claim.agree(1, wrong, by(Side.SELLER))
    with pytest.raises(StaleClaim):
        altered.agree(1, altered.proposal.digest, by(Side.SELLER))


@given(st.lists(st.tuples(st.sampled_from(Side), st.integers(-5, 20_000)), max_size=8))
def test_whatever_is_proposed_nothing_above_the_claim_can_be_agreed(said: list[tuple[Side, int]]) -> None:
    claim = sent()

    for side, minor in said:
        try:
            claim = claim.propose(claim.proposal.number, because(side), Money(minor, "CNY"))
        except Refusal:
            continue

    assert 0 < claim.proposal.amount.minor <= CLAIMED.minor


@pytest.mark.parametrize(
    ("amount", "refusal"),
    [
        (Money(0, "CNY"), AboveClaim),
        (Money(9901, "CNY"), AboveClaim),
        (Money(4950, "USD"), AboveClaim),
        (CLAIMED, SameAmount),
    ],
)
def test_an_amount_that_cannot_be_meant_is_refused(amount: Money, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        sent().propose(1, because(Side.SELLER), amount)


@pytest.mark.parametrize(
    "words", ["", " \n", "x" * (MAX_REASON_LENGTH + 1), "😀" * (MAX_REASON_LENGTH // 2 + 1)]
)
def test_a_reason_has_a_sensible_length(words: str) -> None:
    for move in (MOVES[Deed.REFUSE], MOVES[Deed.PROPOSE]):
        with pytest.raises(ReasonUnusable):
            move(sent(), because(Side.SELLER, words))


def test_the_last_millisecond_still_counts_and_the_next_does_not() -> None:
    claim = sent()
    last = replace(because(Side.SELLER), at=claim.expires_at - MILLISECOND)
    late = replace(because(Side.SELLER), at=claim.expires_at)

    assert claim.expires_at == NOON + ANSWER_TIME
    assert claim.expire(last.at) is claim
    assert MOVES[Deed.AGREE](claim, last).status is ClaimStatus.AGREED
    assert claim.expire(late.at).status is ClaimStatus.UNANSWERED
    with pytest.raises(ClaimMoveNotAllowed):
        MOVES[Deed.AGREE](claim, late)


def test_what_is_agreed_stays_owed_however_long() -> None:
    agreed = MOVES[Deed.AGREE](sent(), by(Side.SELLER))
    later = replace(by(Side.SELLER), at=agreed.expires_at + timedelta(days=365))

    assert agreed.expire(later.at) is agreed
    assert agreed.settle(1, later, Deed.COMPENSATE).status is ClaimStatus.SETTLED
