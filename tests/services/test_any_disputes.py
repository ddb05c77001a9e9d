"""Any life of a claim with operators and a clock: decided once, the order stands still meanwhile (I21)."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.claim import Claim
from domain.dispute import ASKING_DAYS, Finding, Wanted
from domain.lifecycle import ClaimStatus
from domain.people import Person, Side
from domain.refusal import Refusal
from services.adding_evidence import AddingEvidence
from services.arbitrating import Arbitrating, Asked, Ruling
from services.claiming import Claiming
from services.escalating import Escalating
from storage.books import StoredBooks
from storage.database import open_database
from tests.any_history import play
from tests.builders import BUYER, COLLEAGUE, SELLER, STRANGER, Trade
from tests.disputes import BACK, CLAIMED, HALF, NOTHING, OPERATOR, SECOND_OPERATOR, Court
from tests.goods_claims import target_of
from tests.orders_under_way import UnderWay

Deed = Callable[[StoredBooks, Person, Claim], Coroutine[Any, Any, Any]]
S: Final = ClaimStatus
WHOLE: Final = replace(HALF, amount=CLAIMED)
TOO_MUCH: Final = replace(HALF, amount=replace(CLAIMED, minor=CLAIMED.minor + 1))
RULINGS: Final = (HALF, WHOLE, TOO_MUCH, BACK, NOTHING)


SIDES: Final[dict[str, Deed]] = {
    "agree": lambda b, p, c: Claiming(b, p).agree(target_of(c), c.proposal.digest[:8]),
    "propose": lambda b, p, c: Claiming(b, p).propose(target_of(c), HALF, "half"),
    "ask for a return": lambda b, p, c: Claiming(b, p).propose(target_of(c), BACK, "back"),
    "refuse": lambda b, p, c: Claiming(b, p).refuse(target_of(c), "no"),
    "withdraw": lambda b, p, c: Claiming(b, p).withdraw(target_of(c)),
    "escalate": lambda b, p, c: Escalating(b, p).escalate(target_of(c)),
    "add evidence": lambda b, p, c: AddingEvidence(b, p).begin(c.id),
}


class Life(RuleBasedStateMachine):
    """One order on its way, the claims on it, and `later`, how much time has passed."""

    fresh: Callable[[], str]

    @initialize(is_disputed=st.booleans())
    def opens(self, is_disputed: bool) -> None:
        self.runner = asyncio.Runner()
        self.opened = open_database(type(self).fresh())
        database = self.runner.run(self.opened.__aenter__())
        self.runner.run(Trade(database).stock())
        self.court = self.runner.run(Court.of(database))
        self.order = self.runner.run(UnderWay(self.court.trade).shipped())
        begins = self.court.escalated if is_disputed else self.court.claimed
        self.claim = self.runner.run(begins(self.order))
        self.later = timedelta(0)

    @rule(deed=st.sampled_from(sorted(SIDES)), person=st.sampled_from([BUYER, SELLER, COLLEAGUE]))
    def a_side_does(self, deed: str, person: int) -> None:
        self._does(person, SIDES[deed])

    @rule(
        ruling=st.sampled_from(RULINGS),
        person=st.sampled_from([OPERATOR, SECOND_OPERATOR, BUYER]),
        is_final=st.booleans(),
        back=st.integers(0, 1),
    )
    def somebody_rules(self, ruling: Any, person: int, is_final: bool, back: int) -> None:
        was, decided = self.claim.status, self.claim.decided
        asked = Ruling(self.claim.proposal.number - back, ruling, Finding.SHARED)

        def rule_on(books: StoredBooks, person: Person, claim: Claim) -> Coroutine[Any, Any, Any]:
            arbitrating = Arbitrating(books, person)
            return (arbitrating.decide if is_final else arbitrating.suggest)(claim.id, asked)

        if self._does(person, rule_on):
            assert (was, decided, back) == (S.ESCALATED, 0, 0)
            assert person != BUYER

    @rule(days=st.sampled_from(ASKING_DAYS), of=st.sampled_from([None, *Side]))
    def an_operator_asks(self, days: int, of: Side | None) -> None:
        asked = Asked(Wanted.COUNT, days, of)
        self._does(OPERATOR, lambda b, p, c: Arbitrating(b, p).ask(c.id, asked))

    @rule()
    def the_buyer_claims_anew(self) -> None:
        if not self.claim.is_undecided:
            self.claim = self.runner.run(self.court.claimed(self.order, self.later))

    @rule(hours=st.sampled_from([7, 26, 80, 24 * 8, 24 * 40]))
    def time_passes(self, hours: int) -> None:
        was = self.claim.status
        before = self.runner.run(self.court.trade.order(self.order.id)).status
        self.later += timedelta(hours=hours)
        self.runner.run(self.court.tick(self.later))
        self._look()
        if was is S.ESCALATED:
            assert self.claim.status is S.ESCALATED
            assert self.runner.run(self.court.trade.order(self.order.id)).status is before

    @invariant()
    def nothing_above_the_claim_is_on_the_table(self) -> None:
        assert self.claim.proposal.settlement.amount.minor <= CLAIMED.minor
        assert not (self.claim.decided and self.claim.status is S.ESCALATED)

    def teardown(self) -> None:
        broken = self.runner.run(self.court.broken())
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        assert broken == []

    def _does(self, person_id: int, deed: Deed) -> bool:
        claim = self.claim
        pressed = self.court.trade.does(person_id, lambda b, p: deed(b, p, claim), later=self.later)
        try:
            self.runner.run(pressed)
        except Refusal:
            return False
        self._look()
        return True

    def _look(self) -> None:
        found = self.runner.run(
            self.court.trade.does(STRANGER, lambda b, _: b.claims.get(self.claim.id), later=self.later)
        )
        assert found
        self.claim = found


def test_any_dispute_is_decided_once_and_no_clock_moves_its_order(fresh: Callable[[], str]) -> None:
    play(Life, fresh, histories=6, deeds=20)
