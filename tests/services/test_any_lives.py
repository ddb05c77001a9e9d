"""Any life of all claims on one order, with operators, parcels, money and a clock: the books stay right."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, Final

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.claim import Claim
from domain.claim_facts import ClaimKind
from domain.dispute import Finding
from domain.ledger import Entry, payment
from domain.lifecycle import ClaimStatus
from domain.people import Person
from domain.refusal import Refusal
from domain.settlement import Remedy, Settlement
from domain.terms import PaymentMethod
from services.arbitrating import Arbitrating, Ruling
from services.claiming import Claiming
from services.escalating import Escalating
from services.making_claims import MakingClaims
from services.repaying import Repaying, RepaymentTarget
from services.returning import Returning
from storage.books import StoredBooks
from storage.database import open_database
from tests.any_history import play
from tests.builders import BUYER, SELLER, STRANGER, Trade
from tests.claims_made import LINES, WAREHOUSE, arrived, drafted
from tests.disputes import HALF, NOTHING, OPERATOR, Court, returned
from tests.goods_claims import target_of
from tests.payments import DEPOSIT, TOTAL, cny
from tests.refund_counter import DHL

Deed = Callable[[StoredBooks, Person, Claim], Coroutine[Any, Any, Any]]
S: Final = ClaimStatus
ANEW: Final = Settlement(Remedy.REPLACEMENT, NOTHING.amount)
OFFERED: Final = (HALF, returned(70_000), returned(200_000), ANEW, Settlement(Remedy.REFUND, cny(400_000)))
SIDES: Final = st.sampled_from([BUYER, SELLER])
KINDS: Final = st.sampled_from([ClaimKind.REFUND, ClaimKind.RETURN])
OVER: Final = frozenset((S.CLOSED, S.WITHDRAWN))
DEEDS: Final[dict[str, Deed]] = {
    "agree": lambda b, p, c: Claiming(b, p).agree(target_of(c), c.proposal.digest[:8], WAREHOUSE),
    "refuse": lambda b, p, c: Claiming(b, p).refuse(target_of(c), "no"),
    "withdraw": lambda b, p, c: Claiming(b, p).withdraw(target_of(c)),
    "send back": lambda b, p, c: Returning(b, p).send_back(target_of(c), DHL),
    "take back": lambda b, p, c: Returning(b, p).take_back(target_of(c)),
    "replace": lambda b, p, c: Returning(b, p).send_replacement(target_of(c), DHL),
    "receive": lambda b, p, c: Returning(b, p).receive(target_of(c)),
    "contest": lambda b, p, c: Returning(b, p).contest(target_of(c), "not these"),
    "refund": lambda b, p, c: Repaying(b, p).send(RepaymentTarget(c.id, c.repaid)),
    "refund a part": lambda b, p, c: Repaying(b, p).send(RepaymentTarget(c.id, c.repaid), 30_000),
    "set off": lambda b, p, c: Repaying(b, p).set_off(RepaymentTarget(c.id, c.repaid), TOTAL - DEPOSIT),
}


class Lives(RuleBasedStateMachine):
    """One order, its `claims` as they stand, `later` how much time has passed.

    It is only said to have arrived, so the doctor misses its parcels from the start: `known`.
    """

    fresh: Callable[[], str]

    @initialize(paid=st.sampled_from([DEPOSIT, TOTAL]), kind=KINDS, is_overdue=st.booleans())
    def begins(self, paid: int, kind: ClaimKind, is_overdue: bool) -> None:
        self.runner = asyncio.Runner()
        self.opened = open_database(type(self).fresh())
        database = self.runner.run(self.opened.__aenter__())
        self.runner.run(Trade(database).stock())
        self.court = self.runner.run(Court.of(database))
        self.order = self.runner.run(arrived(self.court.trade))
        self.later, self.claims = timedelta(0), list[Claim]()
        self._does(BUYER, lambda b, _: self._pays(b, paid))
        self.known = self.runner.run(self.court.broken())
        self.claims_for(kind, 1, 200_000)
        self.a_side_does("agree", SELLER, 0)
        if is_overdue:
            self.time_passes(24 * 8)

    @rule(
        kind=KINDS,
        part=st.sampled_from([1, 2]),
        minor=st.sampled_from([50_000, 100_000, 200_000, TOTAL - 200_000]),
    )
    def claims_for(self, kind: ClaimKind, part: int, minor: int) -> None:
        draft = drafted(self.order, LINES[:part], minor, kind=kind)
        made = self._does(BUYER, lambda b, p: MakingClaims(b, p).send(draft))
        self.claims += [made] if made else []

    @rule(verb=st.sampled_from(sorted(DEEDS)), person=SIDES, which=st.integers(0, 1))
    def a_side_does(self, verb: str, person: int, which: int) -> None:
        self._moves(which, person, DEEDS[verb])

    @rule(which=st.integers(0, 1))
    def the_operator_is_called_in(self, which: int) -> None:
        self._moves(which, BUYER, lambda b, p, c: Escalating(b, p).escalate(target_of(c)))

    @rule(offered=st.sampled_from(OFFERED), person=SIDES, which=st.integers(0, 1))
    def a_side_proposes(self, offered: Settlement, person: int, which: int) -> None:
        self._moves(which, person, lambda b, p, c: Claiming(b, p).propose(target_of(c), offered, "so"))

    @rule(ruling=st.sampled_from([*OFFERED, NOTHING]), is_final=st.booleans(), which=st.integers(0, 1))
    def an_operator_rules(self, ruling: Settlement, is_final: bool, which: int) -> None:
        def rules(books: StoredBooks, person: Person, claim: Claim) -> Coroutine[Any, Any, Any]:
            asked = Ruling(claim.proposal.number, ruling, Finding.SHARED)
            arbitrating = Arbitrating(books, person)
            return (arbitrating.decide if is_final else arbitrating.suggest)(claim.id, asked)

        self._moves(which, OPERATOR, rules)

    @rule(hours=st.sampled_from([80, 24 * 6, 24 * 8, 24 * 31]))
    def time_passes(self, hours: int) -> None:
        disputed = {claim.id for claim in self.claims if claim.status is S.ESCALATED}
        self.later += timedelta(hours=hours)
        self.runner.run(self.court.tick(self.later))
        self._look()
        assert disputed <= {claim.id for claim in self.claims if claim.status is S.ESCALATED}

    @invariant()
    def one_is_argued_about_and_all_together_stay_within_the_order(self) -> None:
        standing = [claim for claim in self.claims if claim.status not in OVER]
        assert sum(claim.is_undecided for claim in standing) <= 1
        promised = [max(claim.proposal.settlement.amount.minor, claim.repaid) for claim in standing]
        assert sum(promised) <= TOTAL

    def teardown(self) -> None:
        broken = self.runner.run(self.court.broken())
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        assert broken == self.known

    async def _pays(self, books: StoredBooks, minor: int) -> None:
        entry = Entry(self.order.id, books.cause, BUYER, books.cause, books.now)
        await books.money.book(payment(entry, PaymentMethod.TRANSFER, cny(minor)))

    def _moves(self, which: int, person_id: int, deed: Deed) -> None:
        if self.claims:
            claim = self.claims[-1 - which % len(self.claims)]
            self._does(person_id, lambda b, p: deed(b, p, claim))
            self._look()

    def _does(self, person_id: int, deed: Callable[[StoredBooks, Person], Coroutine[Any, Any, Any]]) -> Any:
        try:
            return self.runner.run(self.court.trade.does(person_id, deed, later=self.later))
        except Refusal:
            return None

    def _look(self) -> None:
        self.claims = list(self._does(STRANGER, lambda b, _: b.claims.of_order(self.order.id)))


def test_any_life_of_claims_leaves_the_books_as_they_must_be(fresh: Callable[[], str]) -> None:
    play(Lives, fresh, histories=12, deeds=25)
