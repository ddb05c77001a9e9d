"""The guide's questions, and which of a person's own negotiations or orders an answer may be about."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.people import Person, Side
from services.cases import Case, OrderCase, case_of, order_case_of
from services.moves import Subject
from services.order_list import OrderFilter
from services.ports import Books
from services.refusals import NotFound

MOST: Final = 10
"""So many of each kind are looked at, the latest changes first; all of them stand in their own lists."""


class Topic(StrEnum):
    """What is asked; the values are on buttons that live for months."""

    STEPS = "steps"
    REGISTER = "register"
    SAMPLES = "samples"
    RECEIVED = "received"
    FAILS = "fails"
    SILENT = "silent"
    FREIGHT = "freight"
    BINDING = "binding"
    PAY = "pay"
    MONEY = "money"
    TRACK = "track"
    LATE = "late"
    QUALITY = "quality"
    RETURNS = "returns"
    DISPUTE = "dispute"
    CHANGE = "change"
    LANGUAGE = "language"
    GENUINE = "genuine"
    LISTING = "listing"
    QUOTE = "quote"
    VERIFIED = "verified"
    SHIP = "ship"
    CLAIMED = "claimed"
    HOLIDAY = "holiday"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Reach:
    """Which own things an answer may be about: of which side, and where they stand.

    Negotiations that are open, `with_ended` those that are over as well; orders that pass one of the filters.
    """

    subject: Subject
    side: Side
    with_ended: bool = False
    filters: Sequence[OrderFilter] = (OrderFilter.ALL,)


OwnCase = Case | OrderCase


async def own_of(books: Books, person: Person, reach: Reach) -> Sequence[OwnCase]:
    """The person's own, each once."""
    if reach.subject is Subject.NEGOTIATION:
        cases: list[OwnCase] = await _negotiations(books, person, with_ended=reach.with_ended)
    else:
        cases = await _orders(books, person, reach.filters)
    return [case for case in cases if case.side is reach.side]


async def own_one(books: Books, person: Person, reach: Reach, number: int) -> OwnCase:
    """The one of this number. Raises NotFound, to strangers too."""
    found = case_of if reach.subject is Subject.NEGOTIATION else order_case_of
    case: OwnCase = await found(books, person, number)
    if case.side is not reach.side:
        raise NotFound(what=reach.subject.value)
    return case


async def _negotiations(books: Books, person: Person, *, with_ended: bool) -> list[OwnCase]:
    found = list(await books.negotiations.of_person(person, 0, MOST))
    if with_ended:
        found += await books.negotiations.ended(person, 0, MOST)
    return [await case_of(books, person, each.id) for each in found]


async def _orders(books: Books, person: Person, filters: Sequence[OrderFilter]) -> list[OwnCase]:
    ids = [number for shown in filters for number in await books.order_list.page(person, shown, 0, MOST)]
    return [await order_case_of(books, person, each) for each in dict.fromkeys(ids)]
