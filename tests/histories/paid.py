"""What cards say was paid is what the ledger says, and what the doctor adds up about money (I16, I17)."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from sqlalchemy import select

from domain.people import Language
from domain.standing import Standing
from services.moves import Subject
from storage.claims_examining import altered_claims, claims_above_total
from storage.database import Connection
from storage.money_examining import unfunded_but_paid
from storage.order_money import StoredOrderMoney
from storage.orders import StoredOrders
from storage.tables.people import persons
from storage.tables.post import cards
from tests.histories.shown import STRUCK, Texts
from views.payment import plan_lines
from views.reader import Reader

READERS: Final = [Reader(language) for language in Language]
HEADING: Final = "💳"
RECEIVED: Final = "✅"


async def misstated(connection: Connection, texts: Texts) -> list[str]:
    """Cards of orders that say something else of the money than the ledger, in whatever language."""
    kept = (
        select(cards)
        .join(persons, (persons.c.id == cards.c.chat_id) & persons.c.reachable)
        .where(cards.c.subject == Subject.ORDER.value, cards.c.version > 0)
    )
    wrong = []
    for row in (await connection.execute(kept)).all():
        order = await StoredOrders(connection).get(row.subject_id)
        said = unescape(STRUCK.sub("", texts.get((row.chat_id, row.message_id), "")))
        if order is None or HEADING not in said:
            continue
        standing = await StoredOrderMoney(connection).standing(order)
        if not any(all(line in said for line in _money(reader, standing)) for reader in READERS):
            wrong.append(f"I17 {order.number}, of which {standing.kept} was paid, is shown as:\n{said}")
    return wrong


async def unsound(connection: Connection) -> list[str]:
    """Orders and claims whose money the doctor would complain of."""
    return [
        *(f"I17 order {each} is paid and not funded" for each in await unfunded_but_paid(connection)),
        *(f"I16 claim {each} is not as it was sent" for each in await altered_claims(connection)),
        *(f"I16 order {each} is claimed above its total" for each in await claims_above_total(connection)),
    ]


def _money(reader: Reader, standing: Standing) -> Iterator[str]:
    """Each instalment up to the day on which it was received: a reader's day is his own."""
    for line in plan_lines(reader, standing):
        head, received, _ = re.sub("<[^>]+>", "", unescape(line)).partition(RECEIVED)
        yield head + received
