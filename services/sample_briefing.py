"""Facts for notices about requests for samples: what they are about as it is now, seen by one person."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from domain.people import Person
from services.notices import News, Notice
from services.ports import Books
from services.sample_case import SampleCase, sample_case_of


async def _sample(books: Books, person: Person, notice: Notice) -> SampleCase | None:
    return await sample_case_of(books, person, notice.subject_id)


async def _to_answer(books: Books, person: Person, notice: Notice) -> SampleCase | None:
    """Unless it was answered, or a newer quote stands."""
    case = await sample_case_of(books, person, notice.subject_id)
    return case if case.is_my_turn and case.request.version == notice.version else None


_Loader = Callable[[Books, Person, Notice], Awaitable[SampleCase | None]]
LOADERS: Final[Mapping[News, _Loader]] = {
    News.SAMPLE_REQUESTED: _to_answer,
    News.SAMPLE_QUOTED: _to_answer,
    News.SAMPLE_ASKED: _to_answer,
    News.SAMPLE_RUNS_OUT: _to_answer,
    News.SAMPLE_DECLINED: _sample,
    News.SAMPLE_WITHDRAWN: _sample,
    News.SAMPLE_EXPIRED: _sample,
}
