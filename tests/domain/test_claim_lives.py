"""Whatever two sides say to a claim, in any order: what holds of it at every moment of its life."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.lifecycle import CLAIM, Actor, ClaimStatus, Deed
from domain.money import Money
from domain.offer import Author
from domain.people import Side
from domain.proposal import Arbiter
from domain.refusal import Refusal
from domain.settlement import Remedy, Settlement
from tests.builders import NOON, by, placed_order

CLAIMED: Final = 9_900
STALE: Final = 1
Step = Callable[[Claim, Author, Settlement, int], Claim]
STEPS: dict[str, Step] = {
    "propose": lambda claim, author, offered, version: claim.propose(version, author, offered),
    "refuse": lambda claim, author, _, version: claim.refuse(version, author),
    "agree": lambda claim, author, offered, version: claim.agree(
        version, claim.proposal.digest[:8], author, offered.address
    ),
    "withdraw": lambda claim, author, _, version: claim.withdraw(version, author),
    "escalate": lambda claim, author, _, version: claim.escalate(version, author),
    "suggest": lambda claim, author, offered, version: claim.suggest(
        version, Arbiter(99, author.at, ""), offered
    ),
    "decide": lambda claim, author, offered, version: claim.decide(
        version, Arbiter(99, author.at, ""), offered
    ),
    "send back": lambda claim, author, _, version: claim.send_back(version, author),
    "take back": lambda claim, author, _, version: claim.take_back(version, author),
    "repay": lambda claim, author, offered, _: claim.repay(Actor.SELLER, offered.amount),
    "clock": lambda claim, author, _, version: claim.run_out(author.at),
}
UNTIED: Final = frozenset(("repay", "clock"))
"""What is done to the claim as it stands, whatever the version."""


@st.composite
def settlements(draw: st.DrawFn) -> Settlement:
    remedy = draw(st.sampled_from([*Remedy, Remedy.RETURN, Remedy.REFUND]))
    amount = Money(draw(st.sampled_from((0, 1, 4_950, CLAIMED, CLAIMED + 1))), "CNY")
    if remedy is not Remedy.RETURN:
        return Settlement(remedy, amount)
    return Settlement(remedy, amount, draw(st.sampled_from(Side)), draw(st.sampled_from(("", "Yiwu"))))


LIVES: Final = st.lists(
    st.tuples(
        st.sampled_from(sorted(STEPS)),
        st.sampled_from(Side),
        settlements(),
        st.sampled_from((0, 0, 0, STALE)),
        st.integers(0, 60),
    ),
    max_size=14,
)


def sent() -> Claim:
    ground = Ground(ClaimKind.REFUND, ClaimReason.DAMAGED, count=20)
    asked = Settlement(Remedy.REFUND, Money(CLAIMED, "CNY"))
    return replace(Claim.send(placed_order(), ground, asked, by(Side.BUYER)), id=1)


@given(LIVES)
def test_at_every_moment_of_a_claims_life(
    life: list[tuple[str, Side, Settlement, int, int]],
) -> None:
    claim, now = sent(), NOON
    for verb, side, offered, staleness, hours in life:
        now += timedelta(hours=hours)
        before, author = claim, replace(by(side, now), source="the handles came off")
        try:
            claim = STEPS[verb](claim, author, offered, claim.proposal.number - staleness)
        except Refusal:
            continue
        assert not staleness or verb in UNTIED
        check_versions(before, claim)
        check_agreement(before, claim)
        check_money(before, claim)


def check_versions(before: Claim, after: Claim) -> None:
    """Versions are numbered without gaps, and the same number is the same words."""
    assert after.proposal.number in (before.proposal.number, before.proposal.number + 1)
    assert after.proposal.number > before.proposal.number or after.proposal == before.proposal
    assert after.proposal.is_as_sent


def check_agreement(before: Claim, after: Claim) -> None:
    """Moves are in the table; a new version leaves only its author's word; both agree to what is agreed."""
    moves = {(one, to) for (one, _, _), to in CLAIM.items()}
    assert after.status is before.status or (before.status, after.status) in moves
    if after.proposal != before.proposal and after.is_undecided:
        assert after.approved_by == tuple(side for side in Side if side is after.proposal.side)
    if after.status in (ClaimStatus.AGREED, ClaimStatus.AWAITING_RETURN) and not after.decided:
        assert set(after.approved_by) == set(Side)
        assert after.proposal.settlement.is_complete
        assert not after.is_refused


def check_money(before: Claim, after: Claim) -> None:
    """What was claimed stays, and nothing above it is on the table or given back."""
    assert after.claimed == before.claimed
    assert 0 <= after.proposal.settlement.amount.minor <= after.claimed.minor
    assert before.repaid <= after.repaid <= max(after.proposal.settlement.amount.minor, before.repaid)


def test_every_deed_of_the_talk_is_played_with() -> None:
    talk = {Deed.PROPOSE, Deed.REFUSE, Deed.AGREE, Deed.WITHDRAW, Deed.ESCALATE}

    assert {deed.value for deed in talk} <= set(STEPS)
