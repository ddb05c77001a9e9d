"""Facts for notices about evidence: how much is kept so far, and what came after Done."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.order import Order
from domain.people import Person, Side
from services.evidence import Bundle
from services.looking_at_evidence import LookingAtEvidence
from services.notices import News, Notice
from services.ports import Books


@dataclass(frozen=True, slots=True)
class KeptSoFar:
    """How many files a bundle that is being gathered holds."""

    bundle: Bundle
    count: int


@dataclass(frozen=True, slots=True)
class Added:
    """Evidence of the other side, or of a colleague, that came after Done."""

    bundle: Bundle
    order: Order
    count: int
    side: Side | None


EvidenceNews = KeptSoFar | Added


async def _kept(books: Books, person: Person, notice: Notice) -> EvidenceNews | None:
    """Only the last count is told, and none once it is done."""
    bundle = await books.evidence.get(notice.subject_id)
    if bundle is None or bundle.person_id != person.id or bundle.closed_at is not None:
        return None
    count = await books.evidence.count(bundle.id)
    return KeptSoFar(bundle, count) if count == notice.version else None


async def _added(books: Books, person: Person, notice: Notice) -> EvidenceNews | None:
    pile = await LookingAtEvidence(books, person).bundle(int(notice.detail))
    if not pile.exhibits:
        return None
    return Added(pile.exhibits[0][0], pile.order, len(pile.exhibits), pile.side)


LOADERS: Final[Mapping[News, Callable[[Books, Person, Notice], Awaitable[EvidenceNews | None]]]] = {
    News.EVIDENCE_KEPT: _kept,
    News.EVIDENCE_ADDED: _added,
}
