"""Applications for a qualification in the database."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Row, Select, bindparam, func, insert, select, update

from domain.application import Application, ApplicationStatus, Company, Outcome, Reason, Step
from domain.catalogue import Qualification
from services.photos import Photos
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.photos import add_photos, photos_of
from storage.plain import Plain
from storage.tables.applications import application_photos, application_steps, applications
from storage.tables.metadata import is_word

_STEPS: Final = {
    ApplicationStatus.GRANTED: Step.GRANT,
    ApplicationStatus.REFUSED: Step.REFUSE,
    ApplicationStatus.WITHDRAWN: Step.WITHDRAW,
}
_PENDING: Final = is_word(applications.c.status, ApplicationStatus.PENDING.value)

ADD_FILE: Final = Plain(insert(application_photos))
FILES: Final = Plain(
    select(application_photos)
    .where(application_photos.c.application_id == bindparam("id"))
    .order_by(application_photos.c.place)
)


class StoredApplications:
    """Fulfils services.application_books.Applications."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, application: Application, proofs: Photos) -> Application:
        """Keeps a new application and its photos; returns it with its id."""
        adding = insert(applications).values(_values(application)).returning(applications.c.id)
        stored = replace(application, id=(await self._connection.execute(adding)).scalar_one())
        await add_photos(self._connection, ADD_FILE, {"application_id": stored.id}, proofs)
        await self._note(stored, Step.APPLY)
        return stored

    async def get(self, application_id: int) -> Application | None:
        """The application."""
        return await self._one(select(applications).where(applications.c.id == application_id))

    async def get_for_update(self, application_id: int) -> Application | None:
        """The same, locked until the end of the transaction."""
        own = select(applications).where(applications.c.id == application_id)
        return await self._one(own.with_for_update())

    async def latest(self, supplier_id: int) -> Application | None:
        """The supplier's last application."""
        own = select(applications).where(applications.c.supplier_id == supplier_id)
        return await self._one(own.order_by(applications.c.id.desc()).limit(1))

    async def proofs(self, application_id: int) -> Photos:
        """Its photos as they came."""
        return photos_of(await self._connection.execute(FILES, {"id": application_id}))

    async def save(self, after: Application, before: Qualification | None = None) -> None:
        """Writes its end and adds it to the record; a grant notes the qualification `before` it."""
        values = {"status": after.status.value, **_end_values(after.outcome)}
        await self._connection.execute(
            update(applications).where(applications.c.id == after.id).values(values)
        )
        await self._note(after, _STEPS[after.status], before)

    async def pending(self, page: int, size: int) -> Sequence[Application]:
        """A page of those that wait for a decision, oldest first."""
        query = select(applications).where(_PENDING).order_by(applications.c.id)
        rows = await self._connection.execute(query.limit(size).offset(page * size))
        return [_application_of(row) for row in rows]

    async def count_pending(self) -> int:
        """How many wait for a decision."""
        query = select(func.count()).select_from(applications).where(_PENDING)
        count: int = (await self._connection.execute(query)).scalar_one()
        return count

    async def _one(self, query: Select[Any]) -> Application | None:
        row = (await self._connection.execute(query)).one_or_none()
        return _application_of(row) if row else None

    async def _note(self, application: Application, step: Step, before: Qualification | None = None) -> None:
        outcome = application.outcome
        values = {
            "application_id": application.id,
            "step": step.value,
            "person_id": outcome.person_id if outcome else application.applicant_id,
            "before": before.value if before else None,
            "after": application.kind.value if before else None,
            "at": to_millis(outcome.at if outcome else application.at),
        }
        await self._connection.execute(insert(application_steps).values(values))


def _values(application: Application) -> dict[str, Any]:
    return {
        "supplier_id": application.supplier_id,
        "kind": application.kind.value,
        "company": application.company.name,
        "code": application.company.code,
        "applicant_id": application.applicant_id,
        "at": to_millis(application.at),
        "status": application.status.value,
    }


def _end_values(outcome: Outcome | None) -> dict[str, Any]:
    if outcome is None:
        return {}
    return {
        "ended_by": outcome.person_id,
        "ended_at": to_millis(outcome.at),
        "reason": outcome.reason.value if outcome.reason else None,
        "words": outcome.words,
    }


def _application_of(row: Row[Any]) -> Application:
    reason = Reason(row.reason) if row.reason else None
    ended = row.ended_at is not None
    return Application(
        id=row.id,
        supplier_id=row.supplier_id,
        kind=Qualification(row.kind),
        company=Company(row.company, row.code),
        applicant_id=row.applicant_id,
        at=to_moment(row.at),
        status=ApplicationStatus(row.status),
        outcome=Outcome(row.ended_by, to_moment(row.ended_at), reason, row.words) if ended else None,
    )
