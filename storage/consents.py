"""Phone numbers that were given, in the database."""

from sqlalchemy import bindparam, insert, select

from services.consents import Consent, Given
from storage.database import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.talk import consents

_ADD = Plain(insert(consents).returning(consents.c.id))
_GET = Plain(select(consents).where(consents.c.id == bindparam("number")))


class StoredConsents:
    """Fulfils services.talk_books.Consents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, consent: Consent) -> Consent:
        """Keeps one; returns it with its id."""
        values = {
            "given": consent.given.value,
            "person_id": consent.person_id,
            "supplier_id": consent.supplier_id,
            "negotiation_id": consent.negotiation_id or None,
            "number": consent.number,
            "at": to_millis(consent.at),
        }
        return consent.with_id((await self._connection.execute(_ADD, values)).scalar_one())

    async def get(self, consent_id: int) -> Consent | None:
        """The consent."""
        row = (await self._connection.execute(_GET, {"number": consent_id})).one_or_none()
        if row is None:
            return None
        return Consent(
            id=row.id,
            given=Given(row.given),
            person_id=row.person_id,
            supplier_id=row.supplier_id,
            negotiation_id=row.negotiation_id or 0,
            number=row.number,
            at=to_moment(row.at),
        )
