"""Any history of claims on the lines of an order: no unit goes back twice, and no money twice."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)

from domain.claim import Claim
from domain.claim_bounds import AboveWorth, ClaimOpen, MoreThanLeft, NothingLeft
from domain.claim_facts import ClaimKind
from domain.details import Line
from domain.lifecycle import ClaimStatus
from storage.database import open_database
from tests.any_history import play
from tests.builders import BUYER, SELLER, Trade
from tests.claims_made import BLUE, LINES, RED, agree, arrived, drafted, makes, moves, repay

TOTAL = 625_000
"""500 cups at 12.50."""
HALVES = 2
ALONE = (ClaimStatus.AWAITING_SELLER, ClaimStatus.AWAITING_RETURN, ClaimStatus.AWAITING_RECEIPT)
"""While a claim stands so no other is made."""
BACK = (ClaimStatus.AWAITING_RETURN, ClaimStatus.AWAITING_RECEIPT, ClaimStatus.AGREED, ClaimStatus.REFUNDED)


class Claims(RuleBasedStateMachine):
    """One order; `claims` as they stand, `given` what was refunded."""

    fresh: Callable[[], str]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.opened = open_database(type(self).fresh())
        database = self.runner.run(self.opened.__aenter__())
        self.trade = self.runner.run(Trade(database).stock())
        self.order = self.runner.run(arrived(self.trade))
        self.claims: list[Claim] = []
        self.given = 0

    @rule(
        kind=st.sampled_from([ClaimKind.REFUND, ClaimKind.RETURN]),
        red=st.sampled_from([0, 1, 67, 200, 201]),
        blue=st.sampled_from([0, 1, 133, 300, 301]),
        over=st.sampled_from([-10_000, -1, 0, 1]),
    )
    def claims_for(self, kind: ClaimKind, red: int, blue: int, over: int) -> None:
        lines = tuple(line for line in (Line(RED, red), Line(BLUE, blue)) if line.count)
        most = self._most(red + blue)
        if not lines or most + over <= 0:
            return
        draft = drafted(self.order, lines, most + over, kind=kind)
        try:
            self.claims.append(self._does(makes(self.trade, draft)))
        except ClaimOpen:
            assert any(self._in(status) for status in ALONE)
        except NothingLeft:
            assert self._most(500) == 0 or sum(self._returned().values()) == sum(x.count for x in LINES)
        except MoreThanLeft:
            assert any(line.count > self._left()[line.specs] for line in lines)
        except AboveWorth:
            assert over > 0
        else:
            assert not self._open(but=1)
            assert over <= 0

    @precondition(lambda self: self._open())
    @rule(taken=st.booleans())
    def is_answered(self, taken: bool) -> None:
        deed = agree if taken else lambda claim, author: claim.withdraw(claim.proposal.number, author)
        self._moves(self._open()[0], SELLER if taken else BUYER, deed)

    @precondition(lambda self: self._in(ClaimStatus.AWAITING_RETURN))
    @rule(sent=st.booleans())
    def goes_back(self, sent: bool) -> None:
        claim = self._in(ClaimStatus.AWAITING_RETURN)[0]
        version = claim.proposal.number
        if sent:
            self._moves(claim, BUYER, lambda c, a: c.send_back(version, a))
        else:
            self._moves(claim, BUYER, lambda c, a: c.withdraw(version, a))

    @precondition(lambda self: self._in(ClaimStatus.AWAITING_RECEIPT))
    @rule()
    def is_taken_back(self) -> None:
        claim = self._in(ClaimStatus.AWAITING_RECEIPT)[0]
        self._moves(claim, SELLER, lambda c, a: c.take_back(c.proposal.number, a))

    @precondition(lambda self: self._in(ClaimStatus.AGREED))
    @rule(all_of_it=st.booleans())
    def is_refunded(self, all_of_it: bool) -> None:
        claim = self._in(ClaimStatus.AGREED)[0]
        minor = claim.left.minor if all_of_it else max(1, claim.left.minor // HALVES)
        self._moves(claim, SELLER, lambda c, _: repay(c, minor))
        self.given += minor

    @invariant()
    def no_unit_goes_back_twice(self) -> None:
        returned = self._returned()
        assert all(returned[line.specs] <= line.count for line in LINES)

    @invariant()
    def no_more_than_the_order_is_given_or_promised(self) -> None:
        promised = sum(claim.left.minor for claim in self.claims if claim.status in BACK[:3])
        assert self.given + promised <= TOTAL

    def teardown(self) -> None:
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()

    def _returned(self) -> Counter[Any]:
        back = [c for c in self.claims if c.ground.kind is ClaimKind.RETURN and c.status in BACK]
        return sum((Counter({x.specs: x.count for x in c.ground.lines}) for c in back), Counter())

    def _left(self) -> dict[Any, int]:
        returned = self._returned()
        return {line.specs: line.count - returned[line.specs] for line in LINES}

    def _most(self, count: int) -> int:
        promised = sum(claim.left.minor for claim in self.claims if claim.status in BACK[:3])
        return min((TOTAL * count * 2 + 500) // 1000, TOTAL - self.given - promised)

    def _open(self, but: int = 0) -> list[Claim]:
        return self._in(ClaimStatus.AWAITING_SELLER)[but:]

    def _in(self, status: ClaimStatus) -> list[Claim]:
        return [claim for claim in self.claims if claim.status is status]

    def _moves(self, claim: Claim, person: int, deed: Any) -> None:
        self.claims[self.claims.index(claim)] = self._does(moves(self.trade, claim, person, deed))

    def _does(self, deed: Coroutine[Any, Any, Claim]) -> Claim:
        return self.runner.run(deed)


def test_any_history_of_claims_returns_no_unit_and_no_money_twice(fresh: Callable[[], str]) -> None:
    play(Claims, fresh, histories=10, deeds=25)
