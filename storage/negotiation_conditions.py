"""Conditions on negotiations: whose they are, whose turn it is, and whether their time runs."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, or_

from domain.lifecycle import OPEN_NEGOTIATIONS
from domain.negotiation import WAITED_FOR
from domain.people import Person, Side
from storage.moments import to_millis
from storage.tables.metadata import is_one_of
from storage.tables.trade import negotiations

_TURNS: Final = {side: [status for status, whose in WAITED_FOR.items() if whose is side] for side in Side}
_is_buyer = negotiations.c.buyer_id == bindparam("person_id")

OPEN: Final = is_one_of(negotiations.c.status, OPEN_NEGOTIATIONS)
RUNS: Final = negotiations.c.frozen_at.is_(None)
PARTY: Final = or_(_is_buyer, negotiations.c.supplier_id.in_(bindparam("supplier_ids", expanding=True)))
HIS_TURN: Final = or_(
    _is_buyer & is_one_of(negotiations.c.status, _TURNS[Side.BUYER]),
    ~_is_buyer & is_one_of(negotiations.c.status, _TURNS[Side.SELLER]),
)
"""Whether it is the turn of the side the person stands on."""


def person_values(person: Person) -> dict[str, Any]:
    """The values that PARTY and HIS_TURN need."""
    return {"person_id": person.id, "supplier_ids": sorted(person.supplier_ids)}


def waits_for(side: Side, party_id: int) -> ColumnElement[bool]:
    """Whether it is the turn of this buyer, or of this supplier."""
    party = negotiations.c.buyer_id if side is Side.BUYER else negotiations.c.supplier_id
    return (party == party_id) & is_one_of(negotiations.c.status, _TURNS[side])


def is_to_be_warned(now: datetime) -> ColumnElement[bool]:
    """Whether the end is near and nobody was told."""
    return negotiations.c.warned_at.is_(None) & (negotiations.c.warns_at <= to_millis(now))
