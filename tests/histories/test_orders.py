"""Random histories of an order's whole life, from its confirmation to its end, by all who can press."""

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis.stateful import initialize, rule

from tests.conftest import Postgres
from tests.histories.machine import BUYER, SELLER, Played, play_on_postgresql, play_on_sqlite
from tests.histories.theatre import FAULTS, HOSTILE

EXAMPLES = 4
STAGES = range(5, -1, -1)
"""How far the order has come when a history begins: all gone, partly gone, made, paid, bound, unconfirmed."""
BOTH = st.sampled_from([BUYER, SELLER])
PARTS = ("DHL 1234567890", "200", "99999", "0", "")
AMENDMENTS = ("600 pcs", "500 pcs at 6.4", "200 pcs", "100% deposit", "60 pcs", HOSTILE)
AMOUNTS = ("", "400", "975.00", "1", "99999999999999", "3250 USD", HOSTILE)
SELLERS = ("produce", "progress", "stage", "report", "shipgoods", "waybill", "carrier", "shipskip")
BUYERS = ("receive", "notyet", "complete", "draftclaim", "sendclaim", "unclaim", "review", "stars", "revstep")
EITHER = ("confirm", "cancel", "edit", "track", "agreement", "amendyes", "amendno", "amendback", "anscancel",
          "agree", "settle", "propose", "refuse", "refund", "askrefund", "book", "olist")  # fmt: skip
HOURS = (1, 25, 73, 24 * 8, 24 * 31)


class OrderLife(Played):
    """An order with a deposit, a promised day and a compensation; paying is by card or by hand."""

    offer = "500 pcs at 6.5, 5 days, deposit 30%, balance on delivery, 0.5% per day late, max 10%"

    @initialize(stage=st.sampled_from(STAGES))
    def begins(self, stage: int) -> None:
        """Somewhere on its way."""
        self._press_newest(SELLER, "accept")
        self._order()
        steps = (self._bind, self.pays_by_card, self._produce, self._ship_some, self._ship_rest)
        for go_on in steps[:stage]:
            go_on()

    @rule()
    def orders_as_listed(self) -> None:
        self._press_newest(BUYER, "now")
        for line in ("500", "1 Quay, Hamburg, Germany, +49 30 901820", "/cancel"):
            self._types(BUYER, line)
        self._press_newest(BUYER, "confirm")

    @rule()
    def orders_once_more(self) -> None:
        self._press_newest(BUYER, "repeat", "again")

    @rule(person=BOTH, deed=st.sampled_from(EITHER), twice=st.booleans())
    def either_goes_on(self, person: int, deed: str, twice: bool) -> None:
        self._press_newest(person, *([deed] * (1 + twice)))

    @rule(deed=st.sampled_from(SELLERS), twice=st.booleans())
    def the_seller_goes_on(self, deed: str, twice: bool) -> None:
        self._press_newest(SELLER, *([deed] * (1 + twice)))

    @rule(deed=st.sampled_from(BUYERS), twice=st.booleans())
    def the_buyer_goes_on(self, deed: str, twice: bool) -> None:
        self._press_newest(BUYER, *([deed] * (1 + twice)))

    @rule()
    def pays_by_card(self) -> None:
        self._press_newest(BUYER, "pay", "payby:*:card")
        self.runner.run(self.theatre.pays(BUYER))

    @rule(back=st.integers(0, 3), fault=st.sampled_from(("", "twice", "twice later")))
    def pays_an_old_bill(self, back: int, fault: str) -> None:
        if fault:
            self.runner.run(self.theatre.suffers(fault))
        self.runner.run(self.theatre.pays(BUYER, back))

    @rule(amount=st.sampled_from(AMOUNTS), slip=st.booleans())
    def says_he_paid(self, amount: str, slip: bool) -> None:
        self._press_newest(BUYER, "pay", "payby:*:transfer", "havepaid")
        if slip and (shown := self._newest(BUYER, "slips")):
            self.runner.run(self.theatre.sends(BUYER, "photo", shown[0]))
        if amount:
            self._types(BUYER, amount)
        self._press_newest(BUYER, "slips")

    @rule(ask=st.sampled_from(("rec", "notrec", "askrec")), amount=st.sampled_from(AMOUNTS))
    def looks_for_money(self, ask: str, amount: str) -> None:
        self._press_newest(SELLER, ask)
        if amount:
            self._types(SELLER, amount)
        self._press_newest(SELLER, {"rec": "rec", "notrec": "notrecwhy", "askrec": "recun"}[ask])

    @rule(part=st.sampled_from(PARTS))
    def ships(self, part: str) -> None:
        self._press_newest(SELLER, "shipgoods")
        for line in ("DHL 1234567890", part):
            if line:
                self._types(SELLER, line)
        self._press_newest(SELLER, "shipskip", "shipskip", "shipsend")

    @rule(person=BOTH, line=st.sampled_from(AMENDMENTS))
    def amends(self, person: int, line: str) -> None:
        self._press_newest(person, "amend")
        self._types(person, line)
        self._press_newest(person, "amendsend")

    @rule(person=BOTH, words=st.sampled_from(("Too late for the season", HOSTILE, "50%")))
    def asks_to_cancel_and_says_why(self, person: int, words: str) -> None:
        self._press_newest(person, "askcancel")
        self._types(person, words)

    @rule(person=BOTH, line=st.sampled_from((*AMOUNTS[1:], "/cancel", "/orders")))
    def writes(self, person: int, line: str) -> None:
        self._types(person, line)

    @rule(person=BOTH, place=st.integers(0, 500))
    def presses_anything_ever_shown(self, person: int, place: int) -> None:
        self._press(person, place)

    @rule(person=BOTH, back=st.integers(0, 8))
    def presses_what_is_new(self, person: int, back: int) -> None:
        self._press(person, -1 - back)

    @rule(person=BOTH)
    def goes_away_and_comes_back(self, person: int) -> None:
        self.runner.run(self.theatre.leaves(person, gone=True))
        self.runner.run(self.theatre.waits(1))
        self.runner.run(self.theatre.leaves(person, gone=False))

    @rule(hours=st.sampled_from(HOURS))
    def time_passes(self, hours: int) -> None:
        self.runner.run(self.theatre.waits(hours))

    @rule(fault=st.sampled_from(sorted(FAULTS)))
    def the_network_is_bad(self, fault: str) -> None:
        self.runner.run(self.theatre.suffers(fault))

    def _bind(self) -> None:
        self._press_newest(BUYER, "confirm")
        self._press_newest(SELLER, "confirm")

    def _produce(self) -> None:
        self._press_newest(SELLER, "produce")

    def _ship_some(self) -> None:
        self.ships("200")

    def _ship_rest(self) -> None:
        self._press_newest(SELLER, "shipgoods", "carrier", "shipskip", "shipall", "shipskip", "shipskip")
        self._press_newest(SELLER, "shipsend")


@pytest.mark.timeout(900)
@pytest.mark.usefixtures("no_waiting")
def test_random_lives_of_orders_on_sqlite(tmp_path: Path, sqlite_template: Path) -> None:
    play_on_sqlite(OrderLife, EXAMPLES, tmp_path, sqlite_template)


@pytest.mark.timeout(900)
@pytest.mark.usefixtures("no_waiting")
def test_random_lives_of_orders_on_postgresql(tmp_path: Path, postgres: Postgres, postgres_url: str) -> None:
    play_on_postgresql(OrderLife, EXAMPLES, tmp_path, postgres, postgres_url)
