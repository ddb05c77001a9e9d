"""Requests to cancel an order in the database."""

from typing import Final

from sqlalchemy import bindparam, insert, select

from domain.people import Side
from services.shipping_books import CancelRequest
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.shipping import cancel_requests

ADD: Final = Plain(insert(cancel_requests))
LATEST: Final = Plain(
    select(cancel_requests)
    .where(cancel_requests.c.order_id == bindparam("order"))
    .order_by(cancel_requests.c.id.desc())
    .limit(1)
)


class StoredCancelRequests:
    """Fulfils services.shipping_books.CancelRequests."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, request: CancelRequest) -> None:
        """Keeps a request."""
        values = {
            "order_id": request.order_id,
            "side": request.side.value,
            "author_id": request.author_id,
            "reason": request.reason,
            "at": to_millis(request.at),
        }
        await self._connection.execute(ADD, values)

    async def latest(self, order_id: int) -> CancelRequest | None:
        """The latest request about an order."""
        row = (await self._connection.execute(LATEST, {"order": order_id})).one_or_none()
        if row is None:
            return None
        return CancelRequest(row.order_id, Side(row.side), row.author_id, row.reason, to_moment(row.at))
