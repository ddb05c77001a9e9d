"""Evidence in the database: bundles, and their files with what is known of our copies."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, func, insert, select, update

from services.evidence import Bundle, Exhibit, Purpose, Twin
from services.photos import Photo
from services.said import Said
from storage.connection import Connection
from storage.copies import want
from storage.evidence_rows import bundle_of, exhibit_of
from storage.evidence_twins import twins_of
from storage.inserting import insert_if_new
from storage.moments import to_millis
from storage.plain import Plain
from storage.tables.copies import copies
from storage.tables.evidence import evidence_bundles as bundles
from storage.tables.evidence import exhibits

_OPEN: Final = Plain(insert(bundles).returning(bundles.c.id))
_BUNDLE: Final = Plain(select(bundles).where(bundles.c.id == bindparam("number")))
_LOCKED: Final = Plain(select(bundles).where(bundles.c.id == bindparam("number")).with_for_update())
_LAST: Final = Plain(
    select(bundles).where(bundles.c.person_id == bindparam("person")).order_by(bundles.c.id.desc()).limit(1)
)
_ADDENDUM: Final = Plain(
    select(bundles)
    .where(
        bundles.c.order_id == bindparam("order"),
        bundles.c.person_id == bindparam("person"),
        bundles.c.purpose == Purpose.ADDENDUM.value,
        func.coalesce(bundles.c.claim_id, 0) == bindparam("claim"),
        bundles.c.opened_at >= bindparam("since"),
        bundles.c.closed_at.is_(None),
    )
    .order_by(bundles.c.id.desc())
    .limit(1)
)
_OF_CLAIM: Final = Plain(
    select(bundles).where(bundles.c.claim_id == bindparam("claim")).order_by(bundles.c.id)
)
_OF_ORDER: Final = Plain(
    select(bundles).where(bundles.c.order_id == bindparam("order")).order_by(bundles.c.id)
)
_CLOSE: Final = Plain(
    update(bundles)
    .where(bundles.c.id == bindparam("number"), bundles.c.closed_at.is_(None))
    .values(closed_at=bindparam("moment"))
)
_LINK: Final = Plain(
    update(bundles)
    .where(bundles.c.id == bindparam("number"), bundles.c.claim_id.is_(None))
    .values(claim_id=bindparam("claim"))
)
_C = copies.c
_WHOLE: Final = select(
    exhibits, _C.sha256, _C.size.label("bytes"), _C.type, _C.preview, _C.flaw, _C.problem
).outerjoin(copies, _C.unique_id == exhibits.c.unique_id)
_OF: Final = Plain(_WHOLE.where(exhibits.c.bundle_id == bindparam("bundle")).order_by(exhibits.c.place))
_EXHIBIT: Final = Plain(_WHOLE.where(exhibits.c.id == bindparam("number")))
_COUNT: Final = Plain(
    select(func.count()).select_from(exhibits).where(exhibits.c.bundle_id == bindparam("bundle"))
)
_SINCE: Final = Plain(
    select(func.count(), func.coalesce(func.sum(exhibits.c.size), 0)).where(
        exhibits.c.person_id == bindparam("person"), exhibits.c.at > bindparam("since")
    )
)


class StoredEvidence:
    """Fulfils services.evidence_books.Evidence."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def open(self, bundle: Bundle) -> Bundle:
        """Keeps a new bundle; returns it with its id."""
        values = {
            "purpose": bundle.purpose.value,
            "person_id": bundle.person_id,
            "side": bundle.side.value,
            "order_id": bundle.order_id,
            "claim_id": bundle.claim_id or None,
            "opened_at": to_millis(bundle.opened_at),
        }
        number: int = (await self._connection.execute(_OPEN, values)).scalar_one()
        return replace(bundle, id=number)

    async def get(self, bundle_id: int) -> Bundle | None:
        """The bundle."""
        return await self._one(_BUNDLE, number=bundle_id)

    async def get_for_update(self, bundle_id: int) -> Bundle | None:
        """The same, locked until the end of the transaction."""
        return await self._one(_LOCKED, number=bundle_id)

    async def last_of(self, person_id: int) -> Bundle | None:
        """The bundle that a person opened last."""
        return await self._one(_LAST, person=person_id)

    async def addendum_to(self, bundle: Bundle, since: datetime) -> Bundle | None:
        """The person's last open addendum about the same order and claim, opened since then."""
        about = {"order": bundle.order_id, "person": bundle.person_id, "claim": bundle.claim_id}
        return await self._one(_ADDENDUM, **about, since=to_millis(since))

    async def add(self, bundle: Bundle, said: Said, now: datetime) -> Exhibit | None:
        """Keeps a file, to be copied to our own store; None: the bundle has it. The bundle must be locked."""
        file = said.file
        assert file is not None, "only files are evidence"
        place = await self.count(bundle.id) + 1
        values = {
            "bundle_id": bundle.id,
            "place": place,
            "person_id": bundle.person_id,
            "unique_id": file.unique_id,
            "kind": said.kind.value,
            "file": asdict(file),
            "size": file.size,
            "words": said.body,
            "album": said.album,
            "telegram_id": said.telegram_id,
            "at": to_millis(now),
        }
        kept = insert_if_new(self._connection, exhibits).returning(exhibits.c.id)
        number = (await self._connection.execute(kept, values)).scalar_one_or_none()
        if number is None:
            return None
        await want(self._connection, file)
        return Exhibit(number, bundle.id, place, Photo(said.kind, file), now, said.body)

    async def of(self, bundle_id: int) -> Sequence[Exhibit]:
        """The files of a bundle in the order in which they came."""
        return [exhibit_of(row) for row in await self._connection.execute(_OF, {"bundle": bundle_id})]

    async def count(self, bundle_id: int) -> int:
        """How many there are."""
        count: int = (await self._connection.execute(_COUNT, {"bundle": bundle_id})).scalar_one()
        return count

    async def exhibit(self, exhibit_id: int) -> Exhibit | None:
        """One file."""
        row = (await self._connection.execute(_EXHIBIT, {"number": exhibit_id})).one_or_none()
        return exhibit_of(row) if row else None

    async def twins(self, exhibit: Exhibit) -> Sequence[Twin]:
        """The same or similar pictures among the evidence on other orders, one for each order."""
        return await twins_of(self._connection, exhibit)

    async def since(self, person_id: int, moment: datetime) -> tuple[int, int]:
        """How many files a person sent as evidence since then, and their bytes."""
        values = {"person": person_id, "since": to_millis(moment)}
        count, size = (await self._connection.execute(_SINCE, values)).one()
        return count, int(size)

    async def close(self, bundle_id: int, now: datetime) -> None:
        """Notes the moment of Done; the first stays."""
        await self._connection.execute(_CLOSE, {"number": bundle_id, "moment": to_millis(now)})

    async def link(self, bundle_id: int, claim_id: int) -> None:
        """Says which claim a bundle belongs to, once."""
        await self._connection.execute(_LINK, {"number": bundle_id, "claim": claim_id})

    async def of_claim(self, claim_id: int) -> Sequence[Bundle]:
        """All bundles of a claim, first to last."""
        return [bundle_of(row) for row in await self._connection.execute(_OF_CLAIM, {"claim": claim_id})]

    async def of_order(self, order_id: int) -> Sequence[Bundle]:
        """All bundles about an order, first to last."""
        return [bundle_of(row) for row in await self._connection.execute(_OF_ORDER, {"order": order_id})]

    async def _one(self, query: Plain, **values: int) -> Bundle | None:
        row = (await self._connection.execute(query, values)).one_or_none()
        return bundle_of(row) if row else None
