"""Messages between the sides in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, exists, func, or_, select

from domain.people import Side
from domain.phrase import from_record, to_record
from services.said import File, Kind, Place, Said
from services.talk import Message
from storage.copies import want
from storage.database import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.post import cards
from storage.tables.talk import messages

MOST_MISSED: Final = 20

_GET: Final = Plain(select(messages).where(messages.c.id == bindparam("number")))
_WRITTEN: Final = Plain(
    select(messages).where(
        messages.c.author_id == bindparam("author"),
        messages.c.telegram_id == bindparam("telegram"),
        messages.c.edits.is_(None),
    )
)
_WORDINGS: Final = (
    select(messages)
    .where(or_(messages.c.id == bindparam("first"), messages.c.edits == bindparam("first")))
    .order_by(messages.c.id.desc())
    .limit(1)
)
_LATEST: Final = Plain(_WORDINGS)
_BEFORE: Final = Plain(_WORDINGS.where(messages.c.id < bindparam("number")))
_COPY: Final = Plain(
    select(func.max(cards.c.message_id)).where(
        cards.c.talk_id == bindparam("number"), cards.c.chat_id == bindparam("chat")
    )
)
_MISSED: Final = Plain(
    select(messages)
    .where(
        messages.c.negotiation_id == bindparam("negotiation"),
        messages.c.side == bindparam("other"),
        messages.c.digest != "",  # older ones are not known by their copies
        ~exists().where(
            cards.c.talk_id == func.coalesce(messages.c.edits, messages.c.id),
            cards.c.chat_id == bindparam("chat"),
        ),
    )
    .order_by(messages.c.id.desc())
    .limit(MOST_MISSED)
)
_newer = messages.alias("newer")
_first_id = func.coalesce(messages.c.edits, messages.c.id)
_TALK: Final = Plain(
    select(messages)
    .where(
        messages.c.negotiation_id == bindparam("negotiation"),
        ~exists().where(_newer.c.edits == _first_id, _newer.c.id > messages.c.id),
    )
    .order_by(_first_id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("before"))
)
_COUNT: Final = Plain(
    select(func.count())
    .select_from(messages)
    .where(messages.c.negotiation_id == bindparam("negotiation"), messages.c.edits.is_(None))
)
_ALBUM: Final = Plain(
    select(func.count())
    .select_from(messages)
    .where(messages.c.negotiation_id == bindparam("negotiation"), messages.c.album == bindparam("album"))
)
_sent = (
    select(
        func.coalesce(messages.c.edits, messages.c.id).label("first_id"),
        messages.c.attachment["unique_id"].as_string().label("file"),
        messages.c.size,
    )
    .where(
        messages.c.author_id == bindparam("author"),
        messages.c.at > bindparam("since"),
        messages.c.size > 0,
    )
    .distinct()
    .subquery()
)
"""A file counts once in a message, however often its caption changes; another put in its place counts too."""
_FILES: Final = Plain(select(func.count(), func.coalesce(func.sum(_sent.c.size), 0)).select_from(_sent))


class StoredTalk:
    """Fulfils services.talk_books.Talk."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, message: Message) -> Message | None:
        """Keeps a message; returns it with its id, or None when the same was kept before."""
        kept = insert_if_new(self._connection, messages).returning(messages.c.id)
        number = (await self._connection.execute(kept, _row(message))).scalar_one_or_none()
        return message.with_id(number) if number is not None else None

    async def get(self, message_id: int) -> Message | None:
        """The message."""
        return await self._one(_GET, number=message_id)

    async def written(self, author_id: int, telegram_id: int) -> Message | None:
        """The first wording of what a person wrote in his chat under this number."""
        return await self._one(_WRITTEN, author=author_id, telegram=telegram_id)

    async def latest(self, first_id: int) -> Message:
        """The newest wording of a message."""
        return _message((await self._connection.execute(_LATEST, {"first": first_id})).one())

    async def before(self, message: Message) -> Message | None:
        """The wording before this one, if it is an edit."""
        if not message.edits:
            return None
        return await self._one(_BEFORE, first=message.edits, number=message.id)

    async def latest_of(self, negotiation_id: int, page: int, size: int) -> Sequence[Message]:
        """A page (0 is the latest) of what was said in its newest wording, oldest first."""
        values = {"negotiation": negotiation_id, "most": size, "before": page * size}
        rows = (await self._connection.execute(_TALK, values)).all()
        return [_message(row) for row in reversed(rows)]

    async def count(self, negotiation_id: int) -> int:
        """How many messages there are, each once however often it was edited."""
        count: int = (await self._connection.execute(_COUNT, {"negotiation": negotiation_id})).scalar_one()
        return count

    async def copy_in(self, chat_id: int, message_id: int) -> int | None:
        """The number under which a message stands in the chat of somebody else."""
        found = await self._connection.execute(_COPY, {"number": message_id, "chat": chat_id})
        number: int | None = found.scalar_one()
        return number

    async def missed(self, person_id: int, negotiation_id: int, side: Side) -> Sequence[Message]:
        """What the other side than the person's said last and never reached his chat, oldest first."""
        values = {"chat": person_id, "negotiation": negotiation_id, "other": side.other.value}
        rows = (await self._connection.execute(_MISSED, values)).all()
        return [_message(row) for row in reversed(rows)]

    async def has_album(self, negotiation_id: int, album: str) -> bool:
        """Whether a part of the album was kept."""
        values = {"negotiation": negotiation_id, "album": album}
        return bool((await self._connection.execute(_ALBUM, values)).scalar_one())

    async def files_since(self, author_id: int, moment: datetime) -> tuple[int, int]:
        """How many files a person sent or put in place of others since then, and their bytes."""
        values = {"author": author_id, "since": to_millis(moment)}
        count, size = (await self._connection.execute(_FILES, values)).one()
        return count, int(size)

    async def fetch_later(self, message: Message) -> None:
        """Notes that a message's file is to be copied to our own store."""
        if message.said.file:
            await want(self._connection, message.said.file)

    async def _one(self, query: Plain, **values: int) -> Message | None:
        row = (await self._connection.execute(query, values)).one_or_none()
        return _message(row) if row else None


def _row(message: Message) -> dict[str, Any]:
    said = message.said
    return {
        "negotiation_id": message.negotiation_id,
        "side": message.side.value,
        "author_id": message.author_id,
        "body": said.body,
        "at": to_millis(message.at),
        "kind": said.kind.value,
        "attachment": _attachment(said),
        "size": said.file.size if said.file else 0,
        "telegram_id": said.telegram_id or None,
        "edited_at": said.edited_at,
        "album": said.album,
        "answers": message.answers or None,
        "edits": message.edits or None,
        "phrase": to_record(said.phrase) if said.phrase else None,
        "digest": message.digest(),
    }


def _attachment(said: Said) -> dict[str, Any] | None:
    if said.file:
        file = said.file
        return {"id": file.id, "unique_id": file.unique_id, "mime": file.mime, "name": file.name}
    if said.place:
        return {"latitude": said.place.latitude, "longitude": said.place.longitude}
    return None


def _message(row: Row[Any]) -> Message:
    return Message(
        id=row.id,
        negotiation_id=row.negotiation_id,
        side=Side(row.side),
        author_id=row.author_id,
        said=_said(row),
        at=to_moment(row.at),
        answers=row.answers or 0,
        edits=row.edits or 0,
    )


def _said(row: Row[Any]) -> Said:
    kept = row.attachment or {}
    return Said(
        body=row.body,
        kind=Kind(row.kind),
        file=File(**kept, size=row.size) if "unique_id" in kept else None,
        place=Place(**kept) if "latitude" in kept else None,
        telegram_id=row.telegram_id or 0,
        edited_at=row.edited_at,
        album=row.album,
        phrase=from_record(row.phrase) if row.phrase else None,
    )
