"""Random histories of two people, the clock and a bad network: the invariants hold after every step."""

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis.stateful import initialize, precondition, rule

from tests.conftest import Postgres
from tests.histories.machine import BUYER, OTHER_SELLER, SELLER, Played, play_on_postgresql, play_on_sqlite
from tests.histories.theatre import FAULTS, HOSTILE

EXAMPLES = 12
LINES = (
    "coffee mug",
    "500 pcs at 6.5, 15 days",
    "60 pcs at 7, 10 days, by sea, 30% deposit",
    "6.6元 20天",
    "10 pcs at 1",
    "1.000",
    "5 Harbour Street, Rotterdam",
    "ok",
    "freight by sea 2300",
    "FOB Ningbo, AQL 2.5, logo print 0.5 each, late 0.5% a day, valid 5 days",
    f"500 pcs at 6.4 note: {HOSTILE}",
    HOSTILE,
    "+49 30 901820",
    "/negotiations",
    "/orders",
    "/cancel",
    "/language",
)
OFTEN = ("500 pcs at 6.5, 15 days", "6.6元 20天", "7块 12天")
PLACES = ("5 Harbour Street, Rotterdam", "1 Quay, Hamburg")
DEEDS = ("accept", "confirm", "end", "edit", "cancel")
KINDS = ("photo", "album", "voice", "location", "document")
STAGES = range(6)
"""How far the deal has come when a history begins: offered, countered, agreed, ordered, confirmed, bound."""


class History(Played):
    """A deal from the first offer to its order, and everything that is said on the way."""

    @initialize(stage=st.sampled_from(STAGES))
    def begins(self, stage: int) -> None:
        """Somewhere on the way of a deal, so that histories are about its end as well."""
        steps = (self._counter, self._agree, self._order, self._confirm, self._bind)
        for go_on in steps[:stage]:
            go_on()

    @rule(person=st.sampled_from([BUYER, SELLER]), line=st.sampled_from(LINES))
    def writes(self, person: int, line: str) -> None:
        self.runner.run(self.theatre.types(person, line))

    @rule(person=st.sampled_from([BUYER, SELLER]), line=st.sampled_from(OFTEN), back=st.integers(0, 5))
    def answers_a_card(self, person: int, line: str, back: int) -> None:
        shown = self.theatre.buttons[person]
        message_id = shown[-1 - min(back, len(shown) - 1)][0]
        self.runner.run(self.theatre.types(person, line, reply_to=message_id))

    @rule(person=st.sampled_from([BUYER, SELLER]), line=st.sampled_from(OFTEN))
    def makes_a_counter_offer(self, person: int, line: str) -> None:
        self._counter(person, line)

    @rule(person=st.sampled_from([BUYER, SELLER]), deed=st.sampled_from(DEEDS))
    def goes_on_with_the_deal(self, person: int, deed: str) -> None:
        self._press_newest(person, deed)

    @rule(person=st.sampled_from([BUYER, SELLER]), kind=st.sampled_from(KINDS), back=st.integers(0, 3))
    def sends_what_is_no_words(self, person: int, kind: str, back: int) -> None:
        shown = self.theatre.buttons[person]
        self.runner.run(self.theatre.sends(person, kind, shown[-1 - min(back, len(shown) - 1)][0]))

    @rule(person=st.sampled_from([BUYER, SELLER]), back=st.integers(0, 3), line=st.sampled_from(LINES))
    def edits_what_he_wrote(self, person: int, back: int, line: str) -> None:
        self.runner.run(self.theatre.edits(person, back, line))

    @rule(line=st.sampled_from(("运费 2300", "海运 99元", "freight 1")))
    def states_freight(self, line: str) -> None:
        if button := self._newest(SELLER, "counter"):
            self.runner.run(self.theatre.types(SELLER, line, reply_to=button[0]))
            self._press_newest(SELLER, "fig")

    @rule(person=st.sampled_from([BUYER, SELLER]), place=st.integers(0, 3))
    def says_a_phrase(self, person: int, place: int) -> None:
        for deed in ("ask", "phrases", "theme", "phrase", "slot"):
            self._press_newest(person, deed)
        self._press_newest(person, "say")

    @rule(line=st.sampled_from(("500 pcs at 6.4, FOB Ningbo", "2000 pcs")))
    def asks_several(self, line: str) -> None:
        self.runner.run(self.theatre.types(BUYER, "/compare coffee mug"))
        self._press_newest(BUYER, "writerfq")
        self.runner.run(self.theatre.types(BUYER, line))
        self._press_newest(BUYER, "send")
        self._press_newest(OTHER_SELLER, "accept")

    @rule()
    def chooses_one(self) -> None:
        for _ in range(2):
            self._press_newest(BUYER, "closeoth")

    @rule(person=st.sampled_from([BUYER, SELLER]))
    def goes_away_and_comes_back(self, person: int) -> None:
        self.runner.run(self.theatre.leaves(person, gone=True))
        other = SELLER if person == BUYER else BUYER
        self.runner.run(self.theatre.types(other, "are you there?", reply_to=self._last(other)))
        self.runner.run(self.theatre.leaves(person, gone=False))

    @rule(where=st.sampled_from(PLACES))
    def orders(self, where: str) -> None:
        self._order(where)

    @rule(person=st.sampled_from([BUYER, SELLER]), back=st.integers(0, 8))
    def presses_what_is_new(self, person: int, back: int) -> None:
        self._press(person, -1 - back)

    @rule(person=st.sampled_from([BUYER, SELLER]), place=st.integers(0, 500))
    def presses_anything_ever_shown(self, person: int, place: int) -> None:
        self._press(person, place)

    @rule(hours=st.sampled_from([1, 61, 73]))
    def time_passes(self, hours: int) -> None:
        self.runner.run(self.theatre.waits(hours))

    @rule(fault=st.sampled_from(sorted(FAULTS)))
    def the_network_is_bad(self, fault: str) -> None:
        self.runner.run(self.theatre.suffers(fault))

    @precondition(lambda self: self.theatre.buttons[SELLER])
    @rule()
    def the_bot_restarts(self) -> None:
        self.runner.run(self.theatre.restarts())

    def _counter(self, person: int = SELLER, line: str = OFTEN[1]) -> None:
        if button := self._newest(person, "counter"):
            self.runner.run(self.theatre.types(person, line, reply_to=button[0]))
            self._press_newest(person, "send")

    def _agree(self) -> None:
        self._press_newest(BUYER, "accept")

    def _confirm(self) -> None:
        self._press_newest(BUYER, "confirm")

    def _bind(self) -> None:
        self._press_newest(SELLER, "confirm")

    def _last(self, person: int) -> int:
        return self.theatre.buttons[person][-1][0]


@pytest.mark.timeout(900)
@pytest.mark.usefixtures("no_waiting")
def test_random_histories_on_sqlite(tmp_path: Path, sqlite_template: Path) -> None:
    play_on_sqlite(History, EXAMPLES, tmp_path, sqlite_template)


@pytest.mark.timeout(900)
@pytest.mark.usefixtures("no_waiting")
def test_random_histories_on_postgresql(tmp_path: Path, postgres: Postgres, postgres_url: str) -> None:
    play_on_postgresql(History, EXAMPLES, tmp_path, postgres, postgres_url)
