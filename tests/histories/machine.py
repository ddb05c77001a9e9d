"""What all random histories share: one market, its people, presses, and the checks at each step."""

import asyncio
import itertools
import os
import shutil
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, run_state_machine_as_test

from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport
from storage.database import open_database
from storage.files import FileStore
from tests.conftest import Postgres, emptied
from tests.conversations.conftest import PEOPLE, stocked
from tests.conversations.test_comparing import MUGS, invited
from tests.histories.theatre import Theatre

BUYER, SELLER, OTHER_SELLER = (int(person["id"]) for person in PEOPLE)
SEARCHES: Final = "YIJIA_HISTORIES" in os.environ
"""Whether to look for new histories; otherwise the same ones are played each time, as a change needs them."""
HISTORIES: Final = int(os.environ.get("YIJIA_HISTORIES", "0"))
STEPS: Final = 25
OFFER: Final = "500 pcs at 6.5, 15 days"
ADDRESS: Final = "Ann Buyer, 5 Harbour Street, Rotterdam, Netherlands, +31 10 414 1414"
_numbers = itertools.count(1)


class Played(RuleBasedStateMachine):
    """One market in which an offer stands; the class attributes are set by the test."""

    invitations: tuple[str, str]
    fresh: Callable[[], str]
    files: str
    offer: str = OFFER

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.theatre = Theatre(type(self).fresh(), self.files)
        self.runner.run(self.theatre.open(*self.invitations))
        self._offer_once()

    @invariant()
    def the_doctor_finds_nothing(self) -> None:
        assert self.runner.run(self.theatre.ailments()) == []

    def teardown(self) -> None:
        assert self.runner.run(self.theatre.refused_markup()) == []
        self.runner.run(self.theatre.close())
        self.runner.close()

    def _offer_once(self) -> None:
        self.runner.run(self.theatre.types(BUYER, "coffee mug"))
        for button in ("1", "Negotiate"):
            self.runner.run(self.theatre.presses_words(BUYER, button))
        self.runner.run(self.theatre.types(BUYER, self.offer))
        self.runner.run(self.theatre.presses_words(BUYER, "Send"))

    def _types(self, person: int, line: str) -> None:
        self.runner.run(self.theatre.types(person, line))

    def _order(self, where: str = ADDRESS) -> None:
        self._press_newest(BUYER, "place")
        self._types(BUYER, where)

    def _newest(self, person: int, deed: str) -> tuple[int, str] | None:
        """The newest button of this kind, such as payby:*:card, that the person was ever shown."""
        shown = reversed(self.theatre.buttons[person])
        return next((button for button in shown if fnmatch(f"{button[1]}:", f"{deed}:*")), None)

    def _press_newest(self, person: int, *deeds: str) -> None:
        for deed in deeds:
            if button := self._newest(person, deed):
                self.runner.run(self.theatre.presses(person, *button))

    def _press(self, person: int, place: int) -> None:
        shown = self.theatre.buttons[person]
        message_id, data = shown[place % len(shown)]
        self.runner.run(self.theatre.presses(person, message_id, data))


def play_on_sqlite(machine: type[Played], examples: int, tmp_path: Path, empty: Path) -> None:
    """Plays histories, each on a copy of a stocked file."""
    template = Path(shutil.copy(empty, tmp_path / "stocked.db"))

    def fresh() -> str:
        return f"sqlite:///{shutil.copy(template, tmp_path / f'history-{next(_numbers)}.db')}"

    _play(machine, examples, f"sqlite:///{template}", fresh, str(tmp_path / "files"))


def play_on_postgresql(
    machine: type[Played], examples: int, tmp_path: Path, postgres: Postgres, url: str
) -> None:
    """Plays histories, each on a copy of a stocked database."""
    emptied(postgres, url)
    stock = f"stocked_{next(_numbers)}"
    postgres.psql(f"CREATE DATABASE {stock} TEMPLATE yijia;")

    def fresh() -> str:
        name = f"history_{next(_numbers)}"
        postgres.psql(f"CREATE DATABASE {name} TEMPLATE {stock};")
        return str(postgres.get_uri(name))

    _play(machine, examples, str(postgres.get_uri(stock)), fresh, str(tmp_path / "files"))


def _play(
    machine: type[Played], examples: int, template_url: str, fresh: Callable[[], str], files: str
) -> None:
    async def stock() -> tuple[str, str]:
        async with open_database(template_url) as database:
            first = await stocked(database, files)
            await CatalogueImport(database, FileStore(files)).run(open_catalogue(MUGS))
            return first, await invited(database, "Jingdezhen Kiln")

    told = {"invitations": asyncio.run(stock()), "fresh": staticmethod(fresh), "files": files}
    run_state_machine_as_test(
        type("PlayedHistory", (machine,), told),
        settings=settings(
            max_examples=HISTORIES or examples,
            derandomize=not SEARCHES,
            stateful_step_count=STEPS,
            deadline=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
