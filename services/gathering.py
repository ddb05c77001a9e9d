"""Gathering evidence: every file is kept as it comes, until an explicit Done; what comes later is added."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain.people import Person
from domain.refusal import Refusal
from services.dispute_news import tell_of_evidence
from services.evidence import (
    MOST_A_DAY,
    MOST_BYTES,
    MOST_BYTES_A_DAY,
    MOST_IN_A_BUNDLE,
    Bundle,
    BundleFull,
    EvidenceTooLarge,
    NoEvidence,
    Purpose,
    TooMuchEvidence,
)
from services.notices import News, Notice
from services.ordering import Ordering
from services.photos import PHOTO_KINDS
from services.ports import Books
from services.recording import tell_side
from services.refusals import NotFound
from services.said import Kind, Said

DAY: Final = timedelta(days=1)
LATE: Final = timedelta(days=3)
"""So long after Done a file without any other meaning still counts as evidence."""
TOGETHER: Final = timedelta(hours=1)
"""Late files that come so close to each other are one addendum, told once."""
TYPES: Final = frozenset({
    "image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "application/pdf",
})  # fmt: skip
"""What evidence is made of, as Telegram declares it; the content is checked once it is there."""
_UNDECLARED: Final = frozenset({"", "application/octet-stream"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of a file: how many its bundle holds now, and whether this one is new.

    `problem` says why it was not kept. `is_late`: it came after Done and is an addendum, `bundle`.
    """

    bundle: Bundle
    count: int
    is_new: bool = True
    problem: Refusal | None = None
    is_late: bool = False


class Gathering:
    """The evidence of one person, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def begin(self, purpose: Purpose, order_id: int, claim_id: int = 0) -> Bundle:
        """Opens a bundle about an order of the person's, perhaps for a claim on it. Raises NotFound."""
        order, side = await Ordering(self._books, self._person).see(order_id)
        bundle = Bundle(0, purpose, self._person.id, side, order.id, self._books.now, claim_id)
        return await self._books.evidence.open(bundle)

    async def keep(self, bundle_id: int, said: Said) -> Gathered:
        """Keeps a file in the person's bundle.

        - The same file is kept once in a bundle, however often it is sent.
        - What comes after Done is an addendum, and the other side is told.
        - Only photos and documents of TYPES up to 20 MB, 40 in a bundle, 200 and 500 MB a day.
        Raises NotFound for somebody else's bundle.
        """
        bundle = await self._own(bundle_id)
        is_late = bundle.is_sealed
        if is_late:
            bundle = await self._addendum(bundle)
        count = await self._books.evidence.count(bundle.id)
        problem = await self._problem(said, count)
        if problem:
            return Gathered(bundle, count, is_new=False, problem=problem, is_late=is_late)
        kept = await self._books.evidence.add(bundle, said, self._books.now)
        if not is_late:
            self._show_count(bundle, count + bool(kept))
        if is_late and kept and not count:
            await self._tell(bundle)
        return Gathered(bundle, count + bool(kept), is_new=kept is not None, is_late=is_late)

    async def done(self, bundle_id: int) -> Bundle:
        """Notes Done; pressed twice it is done once. Raises NotFound for somebody else's bundle."""
        bundle = await self._own(bundle_id)
        await self._books.evidence.close(bundle.id, self._books.now)
        return bundle

    async def latest(self) -> Bundle | None:
        """The bundle that a file without any other meaning belongs to: the person's last, for three days."""
        bundle = await self._books.evidence.last_of(self._person.id)
        if bundle is None:
            return None
        moment = bundle.closed_at or bundle.opened_at
        return bundle if self._books.now - moment <= LATE else None

    async def _own(self, bundle_id: int) -> Bundle:
        bundle = await self._books.evidence.get_for_update(bundle_id)
        if bundle is None or bundle.person_id != self._person.id:
            raise NotFound(what="evidence")
        return bundle

    async def _addendum(self, bundle: Bundle) -> Bundle:
        """The addendum under way, or a new one; the bundle it is to is locked, so there is one."""
        books = self._books
        found = await books.evidence.addendum_to(bundle, books.now - TOGETHER)
        if found:
            return found
        late = Bundle(
            0, Purpose.ADDENDUM, bundle.person_id, bundle.side, bundle.order_id, books.now, bundle.claim_id
        )
        return await books.evidence.open(late)

    async def _problem(self, said: Said, count: int) -> Refusal | None:
        """Why a file cannot be kept."""
        if said.file is None or said.kind not in PHOTO_KINDS or not _may_be_evidence(said):
            return NoEvidence()
        if said.file.size > MOST_BYTES:
            return EvidenceTooLarge(most=MOST_BYTES // 1024 // 1024)
        if count >= MOST_IN_A_BUNDLE:
            return BundleFull(most=MOST_IN_A_BUNDLE)
        sent, size = await self._books.evidence.since(self._person.id, self._books.now - DAY)
        if sent >= MOST_A_DAY or size + said.file.size > MOST_BYTES_A_DAY:
            return TooMuchEvidence(most=MOST_A_DAY)
        return None

    def _show_count(self, bundle: Bundle, count: int) -> None:
        """One line for the person himself, however many files come at once."""
        if bundle.closed_at is None:
            self._books.post.tell(self._person.id, Notice(News.EVIDENCE_KEPT, bundle.id, count))

    async def _tell(self, bundle: Bundle) -> None:
        order, side = await Ordering(self._books, self._person).see(bundle.order_id)
        notice = Notice(News.EVIDENCE_ADDED, order.id, order.revision, str(bundle.id))
        await tell_side(self._books, order, side.other, notice)
        await tell_of_evidence(self._books, bundle.claim_id, bundle.id)


def _may_be_evidence(said: Said) -> bool:
    """By what Telegram declares; it makes every photo a JPEG itself."""
    if said.kind is Kind.PHOTO or said.file is None:
        return said.kind is Kind.PHOTO
    return said.file.mime in TYPES | _UNDECLARED
