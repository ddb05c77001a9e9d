"""Case files that were made, in the database."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from domain.people import Side
from services.case_file_books import KeptCaseFile
from storage.connection import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.case_files import case_files
from storage.tables.copies import copies
from storage.tables.talk import messages

_AFTER_ALL_DIGITS: Final = "g"
_BEGINS: Final = Plain(
    select(case_files)
    .where(case_files.c.sha256 >= bindparam("first"), case_files.c.sha256 < bindparam("last"))
    .order_by(case_files.c.sha256, case_files.c.at)
    .limit(bindparam("most"))
)
_HASHES: Final = Plain(
    select(messages.c.id, copies.c.sha256)
    .join(copies, copies.c.unique_id == messages.c.attachment["unique_id"].as_string())
    .where(messages.c.negotiation_id == bindparam("negotiation"), copies.c.sha256 != "")
)
_MOST: Final = 100
"""So many people may have had the same file made; more than one hash among them is no answer."""


class StoredCaseFiles:
    """Fulfils services.case_file_books.CaseFiles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def keep(self, file: KeptCaseFile, now: datetime) -> None:
        """Notes that a person had the file made; the same file is noted once."""
        values = {
            "sha256": file.sha256,
            "person_id": file.person_id,
            "order_id": file.order_id,
            "side": file.side.value if file.side else None,
            "at": to_millis(now),
        }
        await self._connection.execute(insert_if_new(self._connection, case_files), values)

    async def hashes(self, negotiation_id: int) -> Mapping[int, str]:
        """The SHA-256 of the files of messages that our own store has, by the id of the message."""
        rows = await self._connection.execute(_HASHES, {"negotiation": negotiation_id})
        return {row.id: row.sha256 for row in rows}

    async def found(self, beginning: str) -> KeptCaseFile | None:
        """The first time that the one file was made whose hash begins so; None if none or several do."""
        values = {"first": beginning, "last": beginning + _AFTER_ALL_DIGITS, "most": _MOST}
        rows = (await self._connection.execute(_BEGINS, values)).all()
        if len({row.sha256 for row in rows}) != 1:
            return None
        first = rows[0]
        side = Side(first.side) if first.side else None
        return KeptCaseFile(first.order_id, first.person_id, side, first.sha256, to_moment(first.at))
