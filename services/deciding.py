"""Deciding on applications for a qualification; only for operators who have no part in the supplier."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.application import Application, ApplicationStatus, NothingToApplyFor, Outcome, Reason
from domain.catalogue import Supplier
from domain.people import Person
from domain.refusal import Refusal
from services.notices import News, Notice
from services.pages import page_at
from services.photos import Photos
from services.ports import Books
from services.refusals import NotFound

PAGE_SIZE: Final = 5


class OwnCause(Refusal):
    """Nobody decides on a supplier that he sells for, or on what he applied for himself."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """An application with all that an operator decides by."""

    application: Application
    supplier: Supplier
    proofs: Photos = ()

    @property
    def is_pending(self) -> bool:
        """Whether it waits for a decision."""
        return self.application.status is ApplicationStatus.PENDING


class Deciding:
    """The decisions of one operator, within one transaction. To others all of it raises NotFound."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def pending(self, wanted: int) -> tuple[Sequence[Dossier], int, int]:
        """A page of applications that wait, oldest first, which one it is, and how many wait."""
        self._check_operator()
        count = await self._books.applications.count_pending()
        page = page_at(wanted, count, PAGE_SIZE)
        found = await self._books.applications.pending(page, PAGE_SIZE)
        return [await self._dossier(each) for each in found], page, count

    async def see(self, application_id: int) -> Dossier:
        """An application with its photos."""
        return await self._whole(await self._books.applications.get(application_id))

    async def grant(self, application_id: int) -> Dossier:
        """The platform vouches for the supplier from now on, on its pages and in the search.

        Raises OwnCause, ApplicationDecided, or NothingToApplyFor where it vouches for as much meanwhile.
        """
        before = await self._to_decide(application_id)
        after = before.grant(self._person.id, self._books.now)
        standing = await self._books.catalogue.qualify(after.supplier_id, after.kind)
        if not after.kind.is_better_than(standing):
            raise NothingToApplyFor()
        await self._books.applications.save(after, standing)
        return await self._told(after)

    async def refuse(self, application_id: int, reason: Reason, words: str = "") -> Dossier:
        """The platform does not vouch for the supplier, and says why.

        Raises OwnCause, ApplicationDecided or ReasonUnusable.
        """
        before = await self._to_decide(application_id)
        after = before.refuse(Outcome(self._person.id, self._books.now, reason, words))
        await self._books.applications.save(after)
        return await self._told(after)

    async def _to_decide(self, application_id: int) -> Application:
        self._check_operator()
        application = await self._books.applications.get_for_update(application_id)
        if application is None:
            raise NotFound(what="application")
        if has_part(self._person, application):
            raise OwnCause()
        return application

    async def _told(self, application: Application) -> Dossier:
        for person_id in await self._books.people.sellers(application.supplier_id):
            self._books.post.tell(person_id, Notice(News.APPLICATION_DECIDED, application.id))
        return await self._whole(application)

    async def _whole(self, application: Application | None) -> Dossier:
        self._check_operator()
        if application is None:
            raise NotFound(what="application")
        return await self._dossier(application, await self._books.applications.proofs(application.id))

    async def _dossier(self, application: Application, proofs: Photos = ()) -> Dossier:
        supplier = await self._books.catalogue.supplier(application.supplier_id)
        if supplier is None:
            raise NotFound(what="application")
        return Dossier(application, supplier, proofs)

    def _check_operator(self) -> None:
        if not self._person.is_operator:
            raise NotFound(what="application")


def has_part(person: Person, application: Application) -> bool:
    """Whether the person sells for the supplier, or applied himself."""
    return application.supplier_id in person.supplier_ids or application.applicant_id == person.id
