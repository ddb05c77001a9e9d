"""Card payments in the database, as Telegram told them."""

from dataclasses import asdict

from services.payment_books import Charge
from storage.connection import Connection
from storage.inserting import insert_if_new
from storage.moments import to_millis
from storage.tables.money import charges


class StoredCharges:
    """Fulfils services.payment_books.Charges."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def keep(self, charge: Charge) -> bool:
        """Keeps a charge; returns False when it was kept before."""
        values = {**asdict(charge), "at": to_millis(charge.at), "order_id": charge.order_id or None}
        new = insert_if_new(self._connection, charges).returning(charges.c.key)
        return (await self._connection.execute(new, values)).one_or_none() is not None
