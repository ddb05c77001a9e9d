"""The outbox: letters written in the transaction of their cause, held by one worker at a time."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    Executable,
    bindparam,
    case,
    exists,
    func,
    insert,
    literal,
    null,
    select,
    text,
    type_coerce,
    update,
)
from sqlalchemy.types import Text

from services.mail import Letter, LetterKind, Settled, Settlement
from services.notices import Notice
from storage.cards import keep_card
from storage.database import Connection
from storage.inserting import own_insert
from storage.moments import now_millis
from storage.plain import Plain
from storage.tables.metadata import is_word
from storage.tables.post import WAITING, outbox, pauses
from storage.workers import is_free

_earlier = outbox.alias("earlier")
_IS_HEAD = ~exists().where(
    _earlier.c.chat_id == outbox.c.chat_id, is_word(_earlier.c.status, WAITING), _earlier.c.id < outbox.c.id
)
_others_wait = exists().where(
    _earlier.c.chat_id == bindparam("chat_id"),
    is_word(_earlier.c.status, WAITING),
    func.coalesce(_earlier.c.holder, "") != bindparam("me"),
)
_WRITE = Plain(
    insert(outbox)
    .values(
        chat_id=bindparam("chat_id"),
        kind=bindparam("kind"),
        body=bindparam("body", type_=outbox.c.body.type),
        cause=bindparam("cause"),
        holder=case((_others_wait, null()), else_=type_coerce(bindparam("me"), Text)),
        written_at=now_millis(),
        status=literal(WAITING),
        attempts=literal(0),
        doubtful=literal(0),
        not_before=literal(0),
    )
    .returning(outbox.c.id, outbox.c.holder)
)
_ONE_WRITER_FOR_EACH_CHAT = text(
    "SELECT pg_advisory_xact_lock(chat) FROM "
    "(SELECT unnest(CAST(:chats AS bigint[])) AS chat ORDER BY 1) AS chats"
)
_MINE = (
    (outbox.c.id == bindparam("row"))
    & is_word(outbox.c.status, WAITING)
    & (outbox.c.holder == bindparam("me"))
)
_SETTLE = Plain(
    update(outbox)
    .where(_MINE)
    .values(
        status=bindparam("fate"),
        problem=bindparam("problem_text"),
        attempts=outbox.c.attempts + bindparam("failed"),
        doubtful=outbox.c.doubtful + bindparam("doubt"),
        not_before=now_millis() + bindparam("wait_ms"),
        settled_at=now_millis(),
        holder=null(),
    )
)
_STILL_MINE = Plain(select(outbox.c.id).where(_MINE))
_OF_CAUSE = Plain(
    select(outbox)
    .where(
        is_word(outbox.c.status, WAITING),
        outbox.c.holder == bindparam("me"),
        outbox.c.cause == bindparam("cause"),
    )
    .order_by(outbox.c.id)
)
_DUE = Plain(
    select(outbox.c.id)
    .where(
        is_word(outbox.c.status, WAITING),
        outbox.c.not_before <= now_millis(),
        is_free(outbox.c.holder),
        _IS_HEAD,
    )
    .order_by(outbox.c.id + 0)  # by the id itself, SQLite would walk the whole table in its order
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)  # which SQLite, with its single writer, leaves out
)


class StoredOutbox:
    """Letters that wait, within a transaction; each is held by one worker at a time."""

    def __init__(self, connection: Connection, worker: str) -> None:
        self._connection = connection
        self._worker = worker

    async def take_turn(self, chat_ids: Iterable[int]) -> None:
        """Waits until no other transaction writes to these chats; all at once, so that none waits in a ring.

        On SQLite there is only one writer.
        """
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(_ONE_WRITER_FOR_EACH_CHAT, {"chats": sorted(set(chat_ids))})

    async def write(self, chat_id: int, body: dict[str, Any] | Notice, cause: str) -> Letter | None:
        """Adds a letter to a chat whose turn was taken: a reply's body, or a notice.

        Returns it if this worker may send it at once.
        """
        kind = LetterKind.NOTICE if isinstance(body, Notice) else LetterKind.REPLY
        content = notice_body(body) if isinstance(body, Notice) else body
        values = {"chat_id": chat_id, "kind": kind.value, "body": content, "cause": cause, "me": self._worker}
        row = (await self._connection.execute(_WRITE, values)).one()
        return Letter(row.id, chat_id, kind, content) if row.holder else None

    async def claim(self, limit: int) -> Sequence[Letter]:
        """Takes hold of letters that are due and the first of their chat.

        A letter left by a worker that died may have been sent: it counts as doubtful from then on.
        """
        ids = (await self._connection.execute(_DUE, {"most": limit})).scalars().all()
        if not ids:
            return []
        rows = (await self._connection.execute(_held(ids, self._worker))).all()
        letters = [
            Letter(
                row.id, row.chat_id, LetterKind(row.kind), row.body, row.attempts, row.doubtful, claimed=True
            )
            for row in rows
        ]
        return sorted(letters, key=lambda letter: letter.id)

    async def written_for(self, cause: str) -> list[Letter]:
        """Letters of this cause that this worker holds, as when it never heard that they were committed."""
        rows = await self._connection.execute(_OF_CAUSE, {"cause": cause, "me": self._worker})
        return [Letter(row.id, row.chat_id, LetterKind(row.kind), row.body) for row in rows]

    async def settle(self, settlements: Sequence[Settlement]) -> list[Settled]:
        """Writes what became of letters that this worker holds, of others' nothing; returns what it wrote."""
        written = [await self._settle_one(settlement) for settlement in settlements]
        return [settled for settled in written if settled]

    async def holds(self, letter: Letter) -> bool:
        """Whether the letter is still this worker's to send."""
        found = await self._connection.execute(_STILL_MINE, {"row": letter.id, "me": self._worker})
        return found.one_or_none() is not None

    async def _settle_one(self, settlement: Settlement) -> Settled | None:
        letter = settlement.letter
        values = {
            "row": letter.id,
            "me": self._worker,
            "fate": settlement.fate.value,
            "problem_text": settlement.problem or None,
            "failed": settlement.failed,
            "doubt": settlement.doubtful,
            "wait_ms": settlement.wait_ms,
        }
        settled = await self._connection.execute(_SETTLE, values)
        if settled.rowcount != 1:
            return None
        for chat_id, milliseconds in settlement.pauses.items():
            await keep_pause(self._connection, chat_id, milliseconds)
        if settlement.card is None or settlement.message_id is None:
            return Settled(settlement)
        older = await keep_card(self._connection, letter.chat_id, settlement.message_id, settlement.card)
        return Settled(settlement, [shown for shown in older if shown.message_id not in settlement.overtaken])


def _held(ids: Sequence[int], worker: str) -> Executable:
    """What the dead held before is in doubt from now on."""
    doubtful = outbox.c.doubtful + case((outbox.c.holder.is_(None), 0), else_=1)
    taken = update(outbox).where(outbox.c.id.in_(ids)).values(doubtful=doubtful, holder=worker)
    c = outbox.c
    return taken.returning(c.id, c.chat_id, c.kind, c.body, c.attempts, c.doubtful)


def notice_body(notice: Notice) -> dict[str, Any]:
    """A notice as the outbox keeps it."""
    return {
        "news": notice.news.value,
        "subject_id": notice.subject_id,
        "version": notice.version,
        "detail": notice.detail,
    }


async def keep_pause(connection: Connection, chat_id: int, milliseconds: int) -> None:
    """Keeps until when a chat (0: every chat) is to be left in silence; what stands is never cut short."""
    asked = own_insert(connection, pauses).values(chat_id=chat_id, until=now_millis() + milliseconds)
    longer = asked.excluded.until > pauses.c.until
    kept = asked.on_conflict_do_update(
        index_elements=["chat_id"], set_={"until": asked.excluded.until}, where=longer
    )
    await connection.execute(kept)


async def standing_pauses(connection: Connection) -> dict[int, int]:
    """Chats (0: every chat) that want silence, and for how many milliseconds more."""
    left = (pauses.c.until - now_millis()).label("left")
    rows = await connection.execute(select(pauses.c.chat_id, left).where(pauses.c.until > now_millis()))
    return {row.chat_id: row.left for row in rows}
