"""A command: who gives it, when, and what it does."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from domain.lifecycle import Actor
from domain.people import Person
from storage.books import StoredBooks
from tests.builders import BUYER, SELLER
from tests.disputes import OPERATOR
from tests.races.stands import Facts

MINUTE: Final = timedelta(minutes=1)

Run = Callable[[StoredBooks, Person, Facts], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Command:
    """What is done; `at` tells the transaction's time, by default the moment of the buttons."""

    actor: Actor
    run: Run
    at: Callable[[Facts], datetime] = lambda facts: facts.moment

    @property
    def person_id(self) -> int:
        """Who does it."""
        return {Actor.BUYER: BUYER, Actor.OPERATOR: OPERATOR}.get(self.actor, SELLER)
