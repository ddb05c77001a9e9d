"""Applying for a qualification, with photos that are to prove it; only for a supplier's owners."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.application import (
    KINDS,
    MOST_PHOTOS,
    Application,
    ApplicationStatus,
    Company,
    NothingToApplyFor,
    PhotosMissing,
)
from domain.catalogue import Qualification, Supplier
from domain.people import Person
from domain.policy import Right
from domain.refusal import Refusal
from services.notices import News, Notice
from services.own_suppliers import owned
from services.photos import Photos
from services.ports import Books
from services.refusals import NotFound


class AlreadyApplied(Refusal):
    """The supplier's application waits for a decision."""


@dataclass(frozen=True, slots=True)
class Request:
    """What an owner asks for, and the photos that are to prove it."""

    supplier_id: int
    kind: Qualification
    company: Company
    proofs: Photos


@dataclass(frozen=True, slots=True)
class Standing:
    """A supplier and what became of its last application."""

    supplier: Supplier
    application: Application | None = None

    @property
    def is_pending(self) -> bool:
        """Whether an application waits for a decision."""
        return self.application is not None and self.application.status is ApplicationStatus.PENDING

    @property
    def open_kinds(self) -> tuple[Qualification, ...]:
        """What can be applied for now: nothing while an application waits, else what is better."""
        now = self.supplier.qualification
        return () if self.is_pending else tuple(each for each in KINDS if each.is_better_than(now))


class Qualifying:
    """The applications of one person's suppliers, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def of(self, supplier_id: int) -> Standing:
        """Where the supplier stands. Raises OwnersOnly to its others, NotFound to strangers."""
        supplier = await owned(self._books, self._person, supplier_id, Right.QUALIFICATION)
        return Standing(supplier, await self._books.applications.latest(supplier_id))

    async def may_apply(self, supplier_id: int, kind: Qualification) -> Standing:
        """Where the supplier stands, if it may apply for this. Raises AlreadyApplied or NothingToApplyFor."""
        standing = await self.of(supplier_id)
        if standing.is_pending:
            raise AlreadyApplied()
        if kind not in standing.open_kinds:
            raise NothingToApplyFor()
        return standing

    async def apply(self, request: Request, operator_ids: Sequence[int]) -> Standing:
        """The application waits for a decision from now on, and the operators are told.

        - One at a time for each supplier, with 1 to MOST_PHOTOS photos, each counted once.
        Raises AlreadyApplied, NothingToApplyFor or PhotosMissing.
        """
        await self._books.teams.lock(request.supplier_id)
        standing = await self.may_apply(request.supplier_id, request.kind)
        if not 0 < len(request.proofs) <= MOST_PHOTOS:
            raise PhotosMissing(most=MOST_PHOTOS)
        asked = Application(
            0, request.supplier_id, request.kind, request.company, self._person.id, self._books.now
        )
        kept = await self._books.applications.add(asked, request.proofs)
        for operator_id in operator_ids:
            self._books.post.tell(operator_id, Notice(News.APPLICATION_RECEIVED, kept.id))
        return Standing(standing.supplier, kept)

    async def withdraw(self, application_id: int) -> Standing:
        """The supplier asks no more. Raises ApplicationDecided when a decision was faster."""
        before = await self._books.applications.get_for_update(application_id)
        if before is None:
            raise NotFound(what="application")
        supplier = await owned(self._books, self._person, before.supplier_id, Right.QUALIFICATION)
        after = before.withdraw(self._person.id, self._books.now)
        await self._books.applications.save(after)
        return Standing(supplier, after)
