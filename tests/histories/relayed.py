"""What is said reaches the other side in its order and nobody else; figures are the latest (I6, I26, I31)."""

from itertools import pairwise

from sqlalchemy import ColumnElement, exists, func, select

from domain.freight.figure import latest
from domain.people import Side
from services.moves import Subject
from storage.database import Connection
from storage.freight_record import freight_of
from storage.tables.freight import freight_figures
from storage.tables.people import memberships, persons
from storage.tables.post import cards
from storage.tables.talk import messages
from storage.tables.trade import negotiations


async def misdirected(connection: Connection) -> list[str]:
    """Cards and words in the chats of people who are no party."""
    query = (
        select(cards.c.chat_id, negotiations.c.id)
        .join(negotiations, negotiations.c.id == cards.c.subject_id)
        .where(cards.c.subject == Subject.NEGOTIATION.value)
        .where(cards.c.chat_id != negotiations.c.buyer_id, ~_sells(cards.c.chat_id))
    )
    rows = (await connection.execute(query)).all()
    return [f"I31 {row.chat_id} holds a card of negotiation {row.id}" for row in rows]


async def unsaid(connection: Connection) -> list[str]:
    """Words that are missing or out of order in the chat of a reader who can be reached.

    Who was away hears of what is open, and of orders.
    """
    stands_at = func.min(cards.c.message_id).label("stands_at")
    is_reader = ((messages.c.side == Side.SELLER.value) & (persons.c.id == negotiations.c.buyer_id)) | (
        (messages.c.side == Side.BUYER.value) & _sells(persons.c.id)
    )
    query = (
        select(messages.c.id, persons.c.id.label("reader"), stands_at)
        .join(negotiations, negotiations.c.id == messages.c.negotiation_id)
        .join(persons, is_reader & persons.c.reachable)
        .outerjoin(cards, (cards.c.talk_id == messages.c.id) & (cards.c.chat_id == persons.c.id))
        .where(messages.c.edits.is_(None), negotiations.c.status.not_in(("declined", "withdrawn", "expired")))
        .group_by(messages.c.id, persons.c.id)
        .order_by(persons.c.id, messages.c.id)
    )
    rows = (await connection.execute(query)).all()
    found = [f"I24 {row.reader} never got message {row.id}" for row in rows if row.stands_at is None]
    return found + [
        f"I26 {later.reader} got message {later.id} before {earlier.id}"
        for earlier, later in pairwise(row for row in rows if row.stands_at is not None)
        if earlier.reader == later.reader and earlier.stands_at > later.stands_at
    ]


async def outdated_freight(connection: Connection) -> list[str]:
    """Negotiations whose figures are not the last of each way in the ledger."""
    said = (await connection.execute(select(freight_figures).order_by(freight_figures.c.id))).all()
    stand = (await connection.execute(select(negotiations.c.id, negotiations.c.freight))).all()
    return [
        f"I6 negotiation {number} shows other freight than was said last"
        for number, record in stand
        if {f.method: f.cost.minor for f in latest(freight_of(record))}
        != {row.method: row.minor for row in said if row.negotiation_id == number}
    ]


def _sells(person: ColumnElement[int]) -> ColumnElement[bool]:
    return exists().where(
        memberships.c.person_id == person, memberships.c.supplier_id == negotiations.c.supplier_id
    )
