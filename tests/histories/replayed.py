"""The record tells how all came about: its deeds, done again, lead to what stands today (I6, I8)."""

from domain.people import Side
from services.chronicle import Chronicle
from services.moves import Subject
from storage.database import Connection
from storage.ledger import StoredLedger
from storage.negotiations import StoredNegotiations


async def not_replayed(connection: Connection) -> list[str]:
    """Negotiations whose record does not hold together."""
    negotiations, ledger = StoredNegotiations(connection), StoredLedger(connection)
    broken, number = [], 1
    while (negotiation := await negotiations.get(number)) is not None:
        moves = await ledger.moves(Subject.NEGOTIATION, number)
        chronicle = Chronicle(negotiation, Side.BUYER, moves, await negotiations.offers(number))
        if chronicle.altered or not chronicle.is_whole:
            broken.append(f"I8 the record of negotiation {number} does not lead to {negotiation.status}")
        number += 1
    return broken
