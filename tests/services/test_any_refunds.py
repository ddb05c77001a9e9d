"""Any history of payments, claims, refunds in part, set-offs and credits leaves the ledger that it must."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.claim import Claim
from domain.claim_facts import OWED
from domain.instalments import Part
from domain.lifecycle import ClaimStatus
from domain.refusal import Refusal
from domain.repayment import repayment
from domain.standing import Standing
from domain.terms import PaymentMethod
from services.refunding import refundable
from services.statements import Stating
from storage.database import open_database
from storage.doctor import examine, examine_claims
from tests.any_history import play
from tests.builders import COLLEAGUE, SELLER, Trade
from tests.payments import DEPOSIT, OPERATOR, TOTAL, Till, cny
from tests.refund_counter import Counter

AMOUNTS = st.sampled_from([70_000, DEPOSIT, TOTAL - DEPOSIT, TOTAL])
PEOPLE = st.sampled_from([SELLER, COLLEAGUE, OPERATOR])


class Refunds(RuleBasedStateMachine):
    """One order; `paid` and `back` are what was really moved, by card and by hand; `off` moved nothing."""

    fresh: Callable[[], str]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.opened = open_database(type(self).fresh())
        database = self.runner.run(self.opened.__aenter__())
        self.till = Till(self.runner.run(Trade(database).stock()))
        self.counter = Counter(self.till.trade)
        self.order = self.runner.run(self.till.owed())
        self.bill = self.runner.run(self.till.bill(self.order, Part.FULL))
        self.moved = {True: 0, False: 0}
        self.off = self.paid = self.refunded = 0
        self.charged: set[str] = set()
        self.claims: list[Claim] = []

    @initialize(by_card=AMOUNTS, by_hand=AMOUNTS, claimed=AMOUNTS)
    def begins_with_money_and_a_claim(self, by_card: int, by_hand: int, claimed: int) -> None:
        self._charge("a", by_card)
        self._receive(by_hand)
        self._win(claimed)

    @rule(key=st.sampled_from("ab"), minor=AMOUNTS)
    def is_charged(self, key: str, minor: int) -> None:
        self._charge(key, minor)

    @rule(minor=AMOUNTS)
    def receives(self, minor: int) -> None:
        self._receive(minor)

    @rule(minor=AMOUNTS)
    def claims_and_agrees(self, minor: int) -> None:
        self._win(minor)

    def _charge(self, key: str, minor: int) -> None:
        self.runner.run(self.till.charges(self.bill, key, minor))
        if key not in self.charged:
            self._pays(minor, by_card=True)
        self.charged.add(key)

    def _receive(self, minor: int) -> None:
        seen = self._standing().bookings
        deed = self.till.trade.does(
            SELLER, lambda b, p: Stating(b, p).received_unasked(self.order.id, cny(minor), seen)
        )
        self.runner.run(deed)
        self._pays(minor, by_card=False)

    def _win(self, minor: int) -> None:
        room = TOTAL - sum(each.proposal.settlement.amount.minor for each in self.claims)
        if room:
            self.claims.append(self.runner.run(self.counter.won(self.order, min(minor, room))))

    @rule(number=st.integers(0, 3), minor=st.sampled_from([0, 1, 70_000, DEPOSIT]), person=PEOPLE)
    def refunds(self, number: int, minor: int, person: int) -> None:
        claim = self._claim(number)
        if claim is None:
            return
        by_card, back = person == OPERATOR, self._back(claim)
        most = (back.by_card if by_card else back.by_hand).minor
        done = self._does(self.counter.refunds(claim, minor, by=person))
        assert done == (claim.status in OWED and 0 < (minor or most) <= most)
        if done:
            self.moved[by_card] -= minor or most
            self._repaid(number, minor or most)

    @rule(number=st.integers(0, 3), back=st.booleans())
    def sets_off(self, number: int, back: bool) -> None:
        claim = self._claim(number)
        if claim is None:
            return
        amount = self._back(claim).set_off.minor
        if self._does(self.counter.sets_off(claim)):
            assert amount
            self.off += amount
            self.paid += amount
            self._repaid(number, amount)
            assert not back or not self._does(self.counter.sets_off(claim))

    @rule(person=st.sampled_from([SELLER, OPERATOR]))
    def gives_back_the_credit(self, person: int) -> None:
        standing = self._standing()
        due = refundable(standing)
        if self._does(self.till.gives_back(self.order, standing.bookings, by=person)):
            assert due
            self.moved[due[0] is PaymentMethod.CARD] -= due[1].minor
            self.refunded += due[1].minor

    @invariant()
    def the_money_is_where_it_went(self) -> None:
        standing, repaid = self._standing(), sum(each.repaid for each in self.claims)
        kept = dict(standing.by_method)
        card = kept.get(PaymentMethod.CARD, cny(0)).minor
        by_hand = kept.get(PaymentMethod.TRANSFER, cny(0)).minor
        assert (card, by_hand) == (self.moved[True], self.moved[False])
        assert min(card, by_hand, standing.kept.minor) >= 0
        assert (standing.allowed, standing.refunded) == (cny(repaid), cny(self.refunded))
        assert standing.owed == cny(max(0, TOTAL - self.paid + self.refunded))
        assert standing.kept.minor - standing.credit.minor + standing.owed.minor == TOTAL - repaid >= 0

    def teardown(self) -> None:
        database = self.till.trade.database
        found = [*self.runner.run(examine(database)), *self.runner.run(examine_claims(database))]
        broken = [each.says for each in found if each.rows]
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        assert broken == []

    def _claim(self, number: int) -> Claim | None:
        return self.claims[number % len(self.claims)] if self.claims else None

    def _back(self, claim: Claim) -> Any:
        return repayment(claim, self.order, self._standing())

    def _repaid(self, number: int, minor: int) -> None:
        number %= len(self.claims)
        before, after = self.claims[number], self.runner.run(self.counter.now(self.claims[number]))
        assert after.repaid == before.repaid + minor
        assert (after.status is ClaimStatus.REFUNDED) == (after.left.minor == 0)
        self.claims[number] = after

    def _standing(self) -> Standing:
        return self.runner.run(self.till.standing(self.order))

    def _does(self, deed: Coroutine[Any, Any, Any]) -> bool:
        try:
            self.runner.run(deed)
        except Refusal:
            return False
        return True

    def _pays(self, minor: int, *, by_card: bool) -> None:
        self.paid += minor
        self.moved[by_card] += minor


def test_any_history_of_refunds_adds_up(fresh: Callable[[], str]) -> None:
    play(Refunds, fresh, histories=8, deeds=20)
