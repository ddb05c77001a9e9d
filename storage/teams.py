"""A supplier's people and invitations in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, bindparam, case, delete, exists, func, insert, or_, select, update

from domain.policy import Role
from services.team_books import Invitation, Member
from storage.connection import Connection
from storage.inserting import insert_if_new, own_insert
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.catalogue import suppliers
from storage.tables.people import conversations, invitations, memberships
from storage.tables.post import facts

_BOT_NAME: Final = "bot_name"
_LOCK: Final = Plain(
    select(suppliers.c.id).where(suppliers.c.id == bindparam("id")).with_for_update(key_share=True)
)
TEAM: Final = Plain(
    select(memberships)
    .where(memberships.c.supplier_id == bindparam("supplier_id"))
    .order_by(
        case((memberships.c.role == Role.OWNER.value, 0), else_=1),
        memberships.c.since,
        memberships.c.person_id,
    )
)


class StoredTeams:
    """Fulfils services.team_books.Teams."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def lock(self, supplier_id: int) -> None:
        """Until the end of the transaction nobody else changes the supplier's people."""
        await self._connection.execute(_LOCK, {"id": supplier_id})

    async def of(self, supplier_id: int) -> Sequence[Member]:
        """The supplier's people as of now, owners first, then in the order of joining."""
        rows = await self._connection.execute(TEAM, {"supplier_id": supplier_id})
        return [
            Member(row.person_id, Role(row.role), to_moment(row.since) if row.since else None) for row in rows
        ]

    async def join(self, member: Member, supplier_id: int) -> bool:
        """Adds one to the supplier's people; whether he is new. Who is there already stays what he is."""
        values = {
            "person_id": member.person_id,
            "supplier_id": supplier_id,
            "role": member.role.value,
            "since": to_millis(member.since) if member.since else 0,
        }
        joined = await self._connection.execute(insert_if_new(self._connection, memberships), values)
        return joined.rowcount == 1

    async def set_role(self, person_id: int, supplier_id: int, role: Role) -> None:
        """Makes one of the supplier's people something else."""
        own = _membership(person_id, supplier_id)
        await self._connection.execute(update(memberships).where(own).values(role=role.value))

    async def leave(self, person_id: int, supplier_id: int) -> None:
        """Takes one from the supplier's people; what he was typing answers nothing any more.

        The drafts in his conversation stay: buttons of what he buys himself still lead back to them.
        """
        await self._connection.execute(delete(memberships).where(_membership(person_id, supplier_id)))
        his = conversations.c.person_id == person_id
        await self._connection.execute(update(conversations).where(his).values(state=None))

    async def invite(self, invitation: Invitation) -> None:
        """Keeps an invitation."""
        values = {
            "payload": invitation.payload,
            "supplier_id": invitation.supplier_id,
            "expires_at": to_millis(invitation.expires_at),
            "role": invitation.role.value if invitation.role else None,
            "made_by": invitation.made_by,
        }
        await self._connection.execute(insert(invitations).values(values))

    async def redeem(self, payload: str, person_id: int, now: datetime) -> Invitation | None:
        """Uses up an invitation; None when unknown, used before, run out, or its maker is no owner any more.

        Who used it himself and still sells for the supplier may use it again.
        """
        c, team = invitations.c, memberships.c
        is_member = exists().where(team.person_id == person_id, team.supplier_id == c.supplier_id)
        is_owner = exists().where(
            team.person_id == c.made_by, team.supplier_id == c.supplier_id, team.role == Role.OWNER.value
        )
        is_free = or_(c.used_by.is_(None), and_(c.used_by == person_id, is_member))
        counts = and_(c.expires_at > to_millis(now), or_(c.made_by.is_(None), is_owner))
        used = update(invitations).where(c.payload == payload, is_free, counts).values(used_by=person_id)
        row = (await self._connection.execute(used.returning(*c))).one_or_none()
        if row is None:
            return None
        role = Role(row.role) if row.role else None
        return Invitation(row.payload, row.supplier_id, to_moment(row.expires_at), role, row.made_by)

    async def bot_name(self) -> str:
        """The bot's username, for links; empty until Telegram told it."""
        query = select(func.max(facts.c.value)).where(facts.c.name == _BOT_NAME)
        return (await self._connection.execute(query)).scalar_one() or ""


async def note_bot_name(connection: Connection, name: str) -> None:
    """Keeps the bot's username in place of an earlier one."""
    noting = own_insert(connection, facts).values(name=_BOT_NAME, value=name)
    await connection.execute(noting.on_conflict_do_update(index_elements=["name"], set_={"value": name}))


def _membership(person_id: int, supplier_id: int) -> ColumnElement[bool]:
    return and_(memberships.c.person_id == person_id, memberships.c.supplier_id == supplier_id)
