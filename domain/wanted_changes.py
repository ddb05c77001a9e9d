"""What a buyer wants changed in a sample, item by item, and what the seller says to each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.golden import check_received
from domain.lifecycle import CHANGES, Actor, ChangesStatus, Deed
from domain.offer import Author
from domain.order import Order
from domain.people import Side
from domain.refusal import Refusal

ANSWER_TIME: Final = timedelta(hours=72)
WARNING: Final = timedelta(hours=12)
MOST_WISHES: Final = 10
MAX_WORDS: Final = 500


class TooManyWishes(Refusal):
    """A list holds at most `most` changes."""


class NothingWanted(Refusal):
    """A list names no change at all."""


class WordsUnusable(Refusal):
    """A change, or the reason against one, is missing or has more than `most` characters."""


class ChangesMoveNotAllowed(Refusal):
    """The list's `status` knows no such `deed` of this side, or a second sample was made since."""


class Verdict(StrEnum):
    """What a seller says to a wanted change; the values are stored and stand on buttons."""

    WILL = "will"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class Wish:
    """One change that is wanted: in words, or shown on the photos of a bundle (0: none), or both."""

    words: str
    bundle_id: int = 0


@dataclass(frozen=True, slots=True)
class WishAnswer:
    """Version `number` (from 1) of what the seller says to the wish at `place` (from 1)."""

    place: int
    number: int
    verdict: Verdict
    reason: str
    author_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class WantedChanges:
    """List `number` (from 1) of a sample order. `id` 0 is not stored yet.

    `answers` holds the latest to each wish that has one. `checked` are the places that the buyer ticked on
    the second sample, whose order is `next_order_id`, 0 while there is none.
    """

    id: int
    order_id: int
    buyer_id: int
    supplier_id: int
    number: int
    wishes: tuple[Wish, ...]
    status: ChangesStatus
    opened_at: datetime
    expires_at: datetime
    answers: tuple[WishAnswer, ...] = ()
    checked: frozenset[int] = frozenset()
    next_order_id: int = 0

    @classmethod
    def send(cls, order: Order, number: int, wishes: Sequence[Wish], author: Author) -> "WantedChanges":
        """The buyer sends a list. Raises NotASample, NothingWanted, TooManyWishes, WordsUnusable."""
        check_received(order, author.side)
        check_wishes(wishes)
        status, until = ChangesStatus.AWAITING_SELLER, author.at + ANSWER_TIME
        parties = (order.buyer_id, order.supplier_id)
        return cls(0, order.id, *parties, number, tuple(wishes), status, author.at, until)

    @property
    def is_open(self) -> bool:
        """Whether the seller is still waited for."""
        return self.status is ChangesStatus.AWAITING_SELLER

    @property
    def warns_at(self) -> datetime:
        """When the seller is warned."""
        return self.expires_at - WARNING

    def answer_to(self, place: int) -> WishAnswer | None:
        """The latest answer to a wish."""
        return next((each for each in self.answers if each.place == place), None)

    def is_answerable(self, now: datetime) -> bool:
        """Whether the seller may answer, or answer anew: not once a second sample was ordered."""
        is_late = self.is_open and now >= self.expires_at
        known = (self.status, Deed.ANSWER, Actor.SELLER) in CHANGES
        return known and not is_late and not self.next_order_id

    def answer(
        self, places: Sequence[int], verdict: Verdict, author: Author, reason: str = ""
    ) -> "WantedChanges":
        """The seller answers one wish, or several alike; with the last of them the list is answered.

        Raises ChangesMoveNotAllowed, and WordsUnusable for a refusal without a reason.
        """
        if not self.is_answerable(author.at) or not set(places) <= set(range(1, len(self.wishes) + 1)):
            raise ChangesMoveNotAllowed(status=self.status, deed=Deed.ANSWER)
        if verdict is Verdict.CANNOT and not 0 < len(reason) <= MAX_WORDS:
            raise WordsUnusable(most=MAX_WORDS)
        said = {each.place: each for each in self.answers}
        for place in places:
            number = said[place].number + 1 if place in said else 1
            said[place] = WishAnswer(place, number, verdict, reason, author.id, author.at)
        deed = Deed.ANSWER_ALL if self.is_open and len(said) == len(self.wishes) else Deed.ANSWER
        status = self._next(deed, author.side)
        return replace(self, status=status, answers=tuple(said[place] for place in sorted(said)))

    def withdraw(self, author: Author) -> "WantedChanges":
        """The buyer takes the list back while it is not answered."""
        return replace(self, status=self._next(Deed.WITHDRAW, author.side))

    def expire(self, now: datetime) -> "WantedChanges":
        """The clock ends the waiting; the same list while there is time."""
        if not self.is_open or now < self.expires_at:
            return self
        return replace(self, status=self._next(Deed.EXPIRE, Actor.CLOCK))

    def followed_by(self, order: Order) -> "WantedChanges":
        """A second sample was ordered, on which the list is checked."""
        return replace(self, next_order_id=order.id)

    def tick(self, place: int) -> "WantedChanges":
        """The buyer ticks a change on the second sample, or takes the tick away."""
        if not 0 < place <= len(self.wishes):
            raise ChangesMoveNotAllowed(status=self.status, deed="tick")
        return replace(self, checked=self.checked ^ {place})

    def _next(self, deed: Deed, actor: Side | Actor) -> ChangesStatus:
        try:
            return CHANGES[self.status, deed, Actor(actor.value)]
        except KeyError:
            raise ChangesMoveNotAllowed(status=self.status, deed=deed) from None


def check_wishes(wishes: Sequence[Wish]) -> None:
    """Raises NothingWanted, TooManyWishes, or WordsUnusable for an item without words and photos."""
    if not wishes:
        raise NothingWanted()
    if len(wishes) > MOST_WISHES:
        raise TooManyWishes(most=MOST_WISHES)
    if any(len(wish.words) > MAX_WORDS or not (wish.words or wish.bundle_id) for wish in wishes):
        raise WordsUnusable(most=MAX_WORDS)
