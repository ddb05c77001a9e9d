"""Where people stand in a conversation: aiogram's storage, kept in the transaction of the update."""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy import Insert, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Connection
from storage.plain import Plain
from storage.tables.people import conversations

_READ = Plain(
    select(conversations.c.state, conversations.c.data).where(
        conversations.c.person_id == bindparam("person_id")
    )
)


def _write(statement: sqlite.Insert | postgresql.Insert) -> Insert:
    moved = {"state": statement.excluded.state, "data": statement.excluded.data}
    return statement.on_conflict_do_update(index_elements=["person_id"], set_=moved)


_WRITES = {
    "sqlite": Plain(_write(sqlite.insert(conversations))),
    "postgresql": Plain(_write(postgresql.insert(conversations))),
}


@dataclass(slots=True)
class Conversation:
    """One person's place in a conversation, read once an update and written once if it moved."""

    person_id: int
    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    moved: bool = False

    async def save(self, connection: Connection) -> None:
        """Writes the place if it moved."""
        if self.moved:
            values = {"person_id": self.person_id, "state": self.state, "data": self.data}
            await connection.execute(_WRITES[connection.dialect.name], values)


async def conversation_of(connection: Connection, person_id: int) -> Conversation:
    """Where the person stands; outside of everything if nothing is kept."""
    row = (await connection.execute(_READ, {"person_id": person_id})).one_or_none()
    return Conversation(person_id, row.state, row.data) if row else Conversation(person_id)


current: ContextVar[Conversation] = ContextVar("conversation")
"""The conversation of the update at work; set by whoever opened its transaction."""


class ConversationStorage(BaseStorage):
    """Gives aiogram's FSM the current conversation."""

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Moves to a state; None leaves every conversation."""
        place = current.get()
        place.state = state.state if isinstance(state, State) else state
        place.moved = True

    async def get_state(self, key: StorageKey) -> str | None:
        """The state."""
        return current.get().state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replaces what is remembered."""
        place = current.get()
        place.data = dict(data)
        place.moved = True

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """What is remembered."""
        return dict(current.get().data)

    async def close(self) -> None:
        """Nothing to close: the connection belongs to the transaction."""
