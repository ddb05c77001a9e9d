"""What a handler works with, and what it gives back."""

from dataclasses import dataclass
from enum import Enum

from domain.people import Person
from services.ports import Books
from views.reader import Reader
from views.screen import Screen


class Place(Enum):
    """Where a screen goes."""

    HERE = "here"  # the message under the pressed button is edited; after typed words a new one is sent
    BELOW = "below"  # always a new message


@dataclass(frozen=True, slots=True)
class Desk:
    """One update's transaction: the books, the person who acts, and his words.

    `takes_cards`: there is a payment provider; `operator_ids` hear of what only they can mend.
    """

    books: Books
    person: Person
    takes_cards: bool = False
    operator_ids: frozenset[int] = frozenset()

    @property
    def reader(self) -> Reader:
        """The person's language."""
        return Reader(self.person.language)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a handler returns: a screen, or only a toast for the pressed button (at most 200 characters).

    A reply that `is_refusal` undoes everything that the update did before.
    """

    screen: Screen | None = None
    toast: str = ""
    alert: bool = False
    place: Place = Place.HERE
    is_refusal: bool = False
