"""Catalogue files that sellers sent, in the database: where each stands, and what is to be done next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, bindparam, select, update

from services.product_files import FileReport, FileStatus, ProductFile, report_of, report_record
from services.said import File
from storage.among import among
from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import now_millis
from storage.plain import Plain
from storage.tables.metadata import is_one_of
from storage.tables.stall import product_files
from storage.workers import is_free

TO_DO: Final = (FileStatus.READING, FileStatus.WANTED)

_c = product_files.c
_BY_ID: Final = Plain(select(product_files).where(_c.id == bindparam("id")))
_LOCKED: Final = Plain(select(product_files).where(_c.id == bindparam("id")).with_for_update())
_DUE: Final = Plain(
    select(product_files)
    .where(is_one_of(_c.status, TO_DO), _c.not_before <= now_millis())
    .where((_c.holder == bindparam("me")) | is_free(_c.holder))
    .order_by(_c.not_before)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_TAKE: Final = Plain(
    update(product_files)
    .where(among(_c.id, "numbers"))
    .values(attempts=_c.attempts + 1, holder=bindparam("me"))
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A file in hand, and how many attempts there were, this one counted."""

    file: ProductFile
    attempts: int


class StoredProductFiles:
    """Fulfils services.product_files.ProductFiles, and gives files to whoever reads and imports them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, supplier_id: int, person_id: int, file: File, telegram_id: int) -> int:
        """Keeps a file to be read; the same message twice is once. Returns its number."""
        values = {
            "supplier_id": supplier_id,
            "person_id": person_id,
            "telegram_id": telegram_id,
            "file_id": file.id,
            "name": file.name,
            "status": FileStatus.READING.value,
            "sent_at": now_millis(),
        }
        await self._connection.execute(insert_if_new(self._connection, product_files).values(values))
        sent = (_c.person_id == person_id) & (_c.telegram_id == telegram_id)
        number: int = (await self._connection.execute(select(_c.id).where(sent))).scalar_one()
        return number

    async def get(self, file_id: int) -> ProductFile | None:
        """The file."""
        return await self._one(_BY_ID, file_id)

    async def get_for_update(self, file_id: int) -> ProductFile | None:
        """The same as of now, locked until the end of the transaction."""
        return await self._one(_LOCKED, file_id)

    async def stand(self, file_id: int, status: FileStatus) -> None:
        """Moves a file to another status; what is then to be done is due at once."""
        await self._write(file_id, {"status": status.value, "attempts": 0, "not_before": 0, "holder": None})

    async def take(self, worker: str, limit: int) -> Sequence[Taken]:
        """Takes files in hand that nobody alive has, or that this worker lost sight of."""
        due = (await self._connection.execute(_DUE, {"me": worker, "most": limit})).all()
        if due:
            await self._connection.execute(_TAKE, {"me": worker, "numbers": [row.id for row in due]})
        return [Taken(_file(row), row.attempts + 1) for row in due]

    async def try_later(self, file_id: int, wait_ms: int) -> None:
        """Leaves a file for another attempt."""
        await self._write(file_id, {"not_before": now_millis() + wait_ms, "holder": None})

    async def settle(self, file_id: int, status: FileStatus, report: FileReport, listings: str = "") -> None:
        """Writes what became of a file."""
        values = {"status": status.value, "report": report_record(report), "listings": listings}
        await self._write(file_id, {**values, "holder": None})

    async def _write(self, file_id: int, values: dict[str, Any]) -> None:
        await self._connection.execute(update(product_files).where(_c.id == file_id).values(values))

    async def _one(self, query: Plain, file_id: int) -> ProductFile | None:
        row = (await self._connection.execute(query, {"id": file_id})).one_or_none()
        return _file(row) if row else None


def _file(row: Row[Any]) -> ProductFile:
    return ProductFile(
        id=row.id,
        supplier_id=row.supplier_id,
        person_id=row.person_id,
        file_id=row.file_id,
        name=row.name,
        status=FileStatus(row.status),
        listings=row.listings,
        report=report_of(row.report) if row.report else FileReport(),
    )
