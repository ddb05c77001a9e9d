"""Facts for notices about samples: what was approved, credited, or is to be changed."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from domain.people import Person
from services.approving import Approving, SeenGolden
from services.cases import OrderCase, order_case_of
from services.changes_case import ChangesCase, changes_case_of
from services.notices import News, Notice
from services.ports import Books

GoldenNews = SeenGolden | ChangesCase | OrderCase


async def _golden(books: Books, person: Person, notice: Notice) -> GoldenNews | None:
    return await Approving(books, person).look(notice.subject_id)


async def _credited(books: Books, person: Person, notice: Notice) -> GoldenNews | None:
    return await order_case_of(books, person, notice.subject_id)


async def changes(books: Books, person: Person, notice: Notice) -> GoldenNews | None:
    """The list as it stands now."""
    return await changes_case_of(books, person, notice.subject_id)


async def _to_answer(books: Books, person: Person, notice: Notice) -> GoldenNews | None:
    case = await changes_case_of(books, person, notice.subject_id)
    return case if case.changes.is_open and case.is_answerable else None


LOADERS: Final[Mapping[News, Callable[[Books, Person, Notice], Awaitable[GoldenNews | None]]]] = {
    News.GOLDEN_SAMPLE: _golden,
    News.SAMPLE_CREDITED: _credited,
    News.CHANGES_WANTED: _to_answer,
    News.CHANGES_RUN_OUT: _to_answer,
    News.CHANGES_ANSWERED: changes,
    News.CHANGES_WITHDRAWN: changes,
    News.CHANGES_UNANSWERED: changes,
}
