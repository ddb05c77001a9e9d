"""Any way of sending evidence keeps every file once, where it belongs, and changes nothing kept (I35)."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from typing import Any, Final

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.refusal import Refusal
from services.evidence import (
    MOST_BYTES,
    MOST_IN_A_BUNDLE,
    Bundle,
    BundleFull,
    EvidenceTooLarge,
    Exhibit,
    NoEvidence,
    Purpose,
    TooMuchEvidence,
)
from services.gathering import Gathered, Gathering
from services.making_claims import MakingClaims
from services.said import File, Kind, Said
from storage.database import open_database
from storage.doctor import examine
from tests.any_history import play
from tests.builders import BUYER, COLLEAGUE, SELLER, STRANGER, Trade
from tests.claims_made import LINES, arrived, drafted

NAMES: Final = [f"photo {number}" for number in range(25)]
SIZES: Final = st.sampled_from([0, 70_000, MOST_BYTES - 1, MOST_BYTES, MOST_BYTES + 1])
HOSTILE: Final = st.text(alphabet="./\\\u202eg\x1f'\"<;%$ ", max_size=300)
TYPES: Final = st.sampled_from(
    ["image/jpeg", "image/png", "application/pdf", "image/svg+xml", "text/html", ""]
)
PEOPLE: Final = st.sampled_from([BUYER, BUYER, SELLER, COLLEAGUE, STRANGER])


class Evidence(RuleBasedStateMachine):
    """The bundles of one order; `kept` are the names of the files of each as they came."""

    fresh: Callable[[], str]

    @initialize()
    def opens(self) -> None:
        self.runner = asyncio.Runner()
        self.opened = open_database(type(self).fresh())
        database = self.runner.run(self.opened.__aenter__())
        self.trade = self.runner.run(Trade(database).stock())
        self.order = self.runner.run(arrived(self.trade))
        self.later = timedelta(0)
        self.owners: dict[int, int] = {}
        self.kept: dict[int, list[str]] = {}
        self.seen: dict[int, list[Exhibit]] = {}

    @rule(person=st.sampled_from([BUYER, SELLER, COLLEAGUE]), purpose=st.sampled_from(Purpose))
    def is_asked_for_files(self, person: int, purpose: Purpose) -> None:
        begun: Bundle = self._must(person, lambda g: g.begin(purpose, self.order.id))
        self.owners[begun.id], self.kept[begun.id] = person, []

    @rule(person=PEOPLE, which=st.integers(0, 5), album=st.lists(st.sampled_from(NAMES), max_size=10))
    def sends_an_album(self, person: int, which: int, album: list[str]) -> None:
        for name in album:
            self._sends(person, which, Said("", Kind.PHOTO, File(f"id {name}", name, size=70_000)))

    @rule(person=PEOPLE, which=st.integers(0, 5), size=SIZES, mime=TYPES, name=HOSTILE)
    def sends_a_document(self, person: int, which: int, size: int, mime: str, name: str) -> None:
        file = File("id", f"document {len(name)} {size}", mime, name, size)
        self._sends(person, which, Said(name, Kind.DOCUMENT, file))

    @rule(person=PEOPLE, which=st.integers(0, 5))
    def presses_done(self, person: int, which: int) -> None:
        bundle_id = self._bundle(which)
        done = self._does(person, lambda g: g.done(bundle_id))
        assert (done is not None) == (self.owners.get(bundle_id) == person)

    @rule(which=st.integers(0, 5))
    def makes_the_claim(self, which: int) -> None:
        draft = drafted(self.order, LINES, 100, bundle_id=self._bundle(which))
        if self.owners.get(draft.bundle_id) == BUYER:
            try:
                self._run(BUYER, lambda b, p: MakingClaims(b, p).send(draft))
            except Refusal:
                return

    @rule(minutes=st.sampled_from([1, 61, 25 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.later += timedelta(minutes=minutes)

    @invariant()
    def every_file_is_there_once_and_stays_as_it_came(self) -> None:
        for bundle_id, names in self.kept.items():
            found: Sequence[Exhibit] = self._run(BUYER, lambda b, _, n=bundle_id: b.evidence.of(n))
            assert [each.photo.file.unique_id for each in found] == names
            assert [each.place for each in found] == list(range(1, len(names) + 1))
            before = self.seen.get(bundle_id, [])
            assert list(found[: len(before)]) == before
            self.seen[bundle_id] = list(found)

    def teardown(self) -> None:
        found = self.runner.run(examine(self.trade.database))
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        assert [each.says for each in found if each.rows and each.invariant in ("I5", "I35")] == []

    def _sends(self, person: int, which: int, said: Said) -> None:
        bundle_id = self._bundle(which)
        gathered: Gathered | None = self._does(person, lambda g: g.keep(bundle_id, said))
        assert (gathered is not None) == (self.owners.get(bundle_id) == person)
        if gathered is None:
            return
        target = gathered.bundle.id
        self.owners.setdefault(target, person)
        names = self.kept.setdefault(target, [])
        assert said.file
        if gathered.problem:
            self._check_refused(said, names, gathered.problem)
            return
        assert gathered.is_new == (said.file.unique_id not in names)
        assert gathered.is_late == (target != bundle_id)
        names += [said.file.unique_id] if gathered.is_new else []
        assert gathered.count == len(names) <= MOST_IN_A_BUNDLE

    def _check_refused(self, said: Said, names: list[str], problem: Refusal) -> None:
        file = said.file
        assert file
        if isinstance(problem, NoEvidence):
            assert file.mime in ("image/svg+xml", "text/html")
        elif isinstance(problem, EvidenceTooLarge):
            assert file.size > MOST_BYTES
        elif isinstance(problem, BundleFull):
            assert len(names) == MOST_IN_A_BUNDLE
        else:
            assert isinstance(problem, TooMuchEvidence)

    def _bundle(self, which: int) -> int:
        known = sorted(self.owners)
        return known[which % len(known)] if known else which + 1

    def _does(self, person: int, deed: Callable[[Gathering], Coroutine[Any, Any, Any]]) -> Any:
        try:
            return self._must(person, deed)
        except Refusal:
            return None

    def _must(self, person: int, deed: Callable[[Gathering], Coroutine[Any, Any, Any]]) -> Any:
        return self._run(person, lambda b, p: deed(Gathering(b, p)))

    def _run(self, person: int, deed: Callable[..., Any]) -> Any:
        return self.runner.run(self.trade.does(person, deed, later=self.later))


def test_any_way_of_sending_evidence_keeps_every_file_once(fresh: Callable[[], str]) -> None:
    play(Evidence, fresh, histories=6, deeds=16)
