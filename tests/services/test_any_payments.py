"""Any history of payments, statements, receipts and refunds leaves the ledger that it must."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from domain.instalments import Part
from domain.order import Order
from domain.refusal import Refusal
from domain.standing import Standing
from services.payment_books import Statement
from services.refunding import refundable
from services.statements import Stating
from storage.database import open_database
from storage.doctor import examine
from tests.any_history import play
from tests.builders import COLLEAGUE, SELLER, Trade
from tests.payments import DEPOSIT, OPERATOR, TOTAL, Till, cny

AMOUNTS = st.sampled_from([1, DEPOSIT - 1, DEPOSIT, TOTAL - DEPOSIT, TOTAL, TOTAL + 7])
SELLERS = st.sampled_from([SELLER, COLLEAGUE])


class Ledger(RuleBasedStateMachine):
    """One order; `paid` and `refunded` are what its people really moved."""

    fresh: Callable[[], str]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.opened = open_database(type(self).fresh())
        database = self.runner.run(self.opened.__aenter__())
        self.till = Till(self.runner.run(Trade(database).stock()))
        self.order = self.runner.run(self.till.owed())
        self.bill = self.runner.run(self.till.bill(self.order, Part.FULL))
        self.paid = self.refunded = 0
        self.is_dead = self.was_funded = False
        self.charged: set[str] = set()
        self.stated: list[tuple[Statement, bool]] = []

    @rule(key=st.sampled_from("abcd"), minor=AMOUNTS)
    def is_charged(self, key: str, minor: int) -> None:
        self.runner.run(self.till.charges(self.bill, key, minor))
        if key not in self.charged:
            self._pays(minor)
        self.charged.add(key)

    @rule(minor=AMOUNTS)
    def states(self, minor: int) -> None:
        if not self.is_dead:
            self.stated.append((self.runner.run(self.till.states(self.order, minor)), False))

    @rule(number=st.integers(0, 3), minor=AMOUNTS, seller=SELLERS)
    def receives(self, number: int, minor: int, seller: int) -> None:
        if not self.stated:
            return
        number %= len(self.stated)
        statement, is_answered = self.stated[number]
        if self._does(self.till.receives(statement, minor, by=seller)):
            assert not is_answered
            self._pays(minor)
        else:
            assert is_answered
        self.stated[number] = (statement, True)

    @rule(minor=AMOUNTS, back=st.integers(0, 1))
    def receives_unasked(self, minor: int, back: int) -> None:
        seen = self._standing().bookings - back
        deed = self.till.trade.does(
            SELLER, lambda b, p: Stating(b, p).received_unasked(self.order.id, cny(minor), seen)
        )
        if self._does(deed):
            assert not back
            self._pays(minor)

    @rule(back=st.integers(0, 1), person=st.sampled_from([SELLER, COLLEAGUE, OPERATOR]))
    def gives_back(self, back: int, person: int) -> None:
        standing = self._standing()
        due = refundable(standing)
        if self._does(self.till.gives_back(self.order, standing.bookings - back, by=person)):
            assert due
            assert not back
            self.refunded += due[1].minor

    @rule()
    def dies(self) -> None:
        self.runner.run(self.till.trade.run_sql("UPDATE orders SET status = 'cancelled'"))
        self.is_dead = True

    @invariant()
    def the_standing_is_what_was_moved(self) -> None:
        standing, kept = self._standing(), self.paid - self.refunded
        assert (standing.paid, standing.refunded) == (cny(self.paid), cny(self.refunded))
        assert standing.owed == cny(0 if self.is_dead else max(0, TOTAL - kept))
        assert standing.credit == cny(kept if self.is_dead else max(0, kept - TOTAL))
        assert sum(money.minor for _, money in standing.by_method) == kept >= 0
        assert self.runner.run(self.till.trade.order(self.order.id)).is_funded == self.was_funded

    def teardown(self) -> None:
        findings = self.runner.run(examine(self.till.trade.database))
        money = [each.says for each in findings if each.rows and each.invariant in ("I13", "I14", "I15")]
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        assert money == []

    def _standing(self) -> Standing:
        return self.runner.run(self.till.standing(self.order))

    def _does(self, deed: Coroutine[Any, Any, Order]) -> bool:
        try:
            self.runner.run(deed)
        except Refusal:
            return False
        return True

    def _pays(self, minor: int) -> None:
        self.paid += minor
        if not self.is_dead and self.paid - self.refunded >= DEPOSIT:
            self.was_funded = True


def test_any_history_of_payments_adds_up(fresh: Callable[[], str]) -> None:
    play(Ledger, fresh, histories=8, deeds=20)
