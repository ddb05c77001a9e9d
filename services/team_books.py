"""How the use cases need a supplier's people kept, as a protocol."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.policy import Role


@dataclass(frozen=True, slots=True)
class Member:
    """One of a supplier's people; `since` is None for who joined before that was noted."""

    person_id: int
    role: Role
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that makes one person a seller. Without a `role` the first is an owner, later ones sell.

    `made_by` is the owner who made it, None for the platform.
    """

    payload: str
    supplier_id: int
    expires_at: datetime
    role: Role | None = None
    made_by: int | None = None


class Teams(Protocol):
    """Who sells for a supplier, as what, and invitations to do so."""

    async def lock(self, supplier_id: int) -> None:
        """Until the end of the transaction nobody else changes the supplier's people."""

    async def of(self, supplier_id: int) -> Sequence[Member]:
        """The supplier's people as of now, owners first, then in the order of joining."""

    async def join(self, member: Member, supplier_id: int) -> bool:
        """Adds one to the supplier's people; whether he is new. Who is there already stays what he is."""

    async def set_role(self, person_id: int, supplier_id: int, role: Role) -> None:
        """Makes one of the supplier's people something else."""

    async def leave(self, person_id: int, supplier_id: int) -> None:
        """Takes one from the supplier's people; what he was typing answers nothing any more."""

    async def invite(self, invitation: Invitation) -> None:
        """Keeps an invitation."""

    async def redeem(self, payload: str, person_id: int, now: datetime) -> Invitation | None:
        """Uses up an invitation; None when unknown, used before, run out, or its maker is no owner any more.

        Who used it himself and still sells for the supplier may use it again.
        """

    async def bot_name(self) -> str:
        """The bot's username, for links; empty until Telegram told it."""
