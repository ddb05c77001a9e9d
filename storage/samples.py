"""Requests for samples and their quotes in the database."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, func, insert, literal, or_, select, union_all, update

from domain.lifecycle import OPEN_SAMPLES, SampleStatus
from domain.money import Money
from domain.negotiation import Goods
from domain.order_facts import OrderKind
from domain.people import Person
from domain.sample_request import WARNING, Sampled, SampleQuote, SampleRequest
from services.sample_books import SampleEntry
from storage.database import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.metadata import is_one_of, is_word
from storage.tables.samples import sample_quotes, sample_requests
from storage.tables.trade import orders

_R, _Q, _O = sample_requests.c, sample_quotes.c, orders.c
_WHOLE = select(
    sample_requests, _Q.author_id, _Q.price, _Q.freight, _Q.currency, _Q.days, _Q.is_refundable, _Q.at
).outerjoin(sample_quotes, (_Q.request_id == _R.id) & (_Q.number == _R.version))
_OPEN = is_one_of(_R.status, OPEN_SAMPLES)
BY_ID = Plain(_WHOLE.where(_R.id == bindparam("id")))
LOCK = Plain(select(_R.id).where(_R.id == bindparam("id")).with_for_update())
OPEN_OF = Plain(
    _WHOLE.where(_R.buyer_id == bindparam("buyer_id"), _R.product_id == bindparam("product_id"), _OPEN)
)
ADD = Plain(insert(sample_requests).returning(_R.id))
SAVE = Plain(update(sample_requests).where(_R.id == bindparam("row")))
ADD_QUOTE = Plain(insert(sample_quotes))
DUE = Plain(
    select(_R.id)
    .where(_OPEN, _R.expires_at <= bindparam("moment"))
    .order_by(_R.expires_at)
    .limit(bindparam("most"))
)
TO_WARN = Plain(
    select(_R.id)
    .where(_OPEN, _R.expires_at <= bindparam("moment"), _R.warned_at.is_(None))
    .order_by(_R.expires_at)
    .limit(bindparam("most"))
)
WARNED = Plain(update(sample_requests).where(_R.id == bindparam("row"), _R.warned_at.is_(None)))


class StoredSamples:
    """Fulfils services.sample_books.Samples."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, request: SampleRequest, now: datetime) -> SampleRequest:
        """Keeps a new request; returns it with its id. A buyer has one open one of a product."""
        values = {
            "buyer_id": request.buyer_id,
            "supplier_id": request.supplier_id,
            "product_id": request.goods.product_id,
            "negotiation_id": request.negotiation_id or None,
            "goods": asdict(request.goods),
            "pieces": request.count,
            **_moving(request, now),
        }
        return replace(request, id=(await self._connection.execute(ADD, values)).scalar_one())

    async def get(self, request_id: int) -> SampleRequest | None:
        """The request with the quote on the table."""
        row = (await self._connection.execute(BY_ID, {"id": request_id})).one_or_none()
        return _request_of(row) if row else None

    async def get_for_update(self, request_id: int) -> SampleRequest | None:
        """The same, locked until the end of the transaction.

        Locked first and read then: PostgreSQL, having waited for a row, would not see the quote that came.
        """
        await self._connection.execute(LOCK, {"id": request_id})
        return await self.get(request_id)

    async def open_of(self, buyer_id: int, product_id: int) -> SampleRequest | None:
        """The buyer's open request for a sample of the product."""
        values = {"buyer_id": buyer_id, "product_id": product_id}
        row = (await self._connection.execute(OPEN_OF, values)).one_or_none()
        return _request_of(row) if row else None

    async def save(self, before: SampleRequest, after: SampleRequest, now: datetime) -> None:
        """Writes a change: the row, and the new quote if there is one."""
        values = {**_moving(after, now), "row": after.id}
        if after.expires_at != before.expires_at:
            values["warned_at"] = None
        await self._connection.execute(SAVE, values)
        if after.quote and after.version > before.version:
            await self._connection.execute(ADD_QUOTE, _quote_values(after.id, after.quote))

    async def count(self, person: Person) -> int:
        """How many requests and sample orders the person has, on either side."""
        found = _entries(person).subquery()
        total: int = (await self._connection.execute(select(func.count()).select_from(found))).scalar_one()
        return total

    async def page(self, person: Person, page: int, size: int) -> Sequence[SampleEntry]:
        """A page (from 0) of them, the latest change first; an ordered request is its order."""
        found = _entries(person).subquery()
        latest = (found.c.changed_at.desc(), found.c.order_id.desc(), found.c.request_id.desc())
        query = select(found).order_by(*latest).limit(size).offset(page * size)
        return [SampleEntry(row.request_id, row.order_id) for row in await self._connection.execute(query)]

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open requests whose time is up."""
        return await self._ids(DUE, now, limit)

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open requests whose end is near and was not warned of."""
        return await self._ids(TO_WARN, now + WARNING, limit)

    async def warned(self, request_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is the first before this deadline."""
        values = {"row": request_id, "warned_at": to_millis(now)}
        return (await self._connection.execute(WARNED, values)).rowcount == 1

    async def _ids(self, query: Plain, moment: datetime, limit: int) -> Sequence[int]:
        values = {"moment": to_millis(moment), "most": limit}
        return [row.id for row in await self._connection.execute(query, values)]


def _entries(person: Person) -> Any:
    """Requests that became no order, and orders of samples."""
    requests = select(_R.id.label("request_id"), literal(0).label("order_id"), _R.changed_at).where(
        _party(person, _R.buyer_id, _R.supplier_id), _R.order_id.is_(None)
    )
    placed = select(literal(0).label("request_id"), _O.id.label("order_id"), _O.changed_at).where(
        _party(person, _O.buyer_id, _O.supplier_id), is_word(_O.kind, OrderKind.SAMPLE)
    )
    return union_all(requests, placed)


def _party(
    person: Person, buyer_id: ColumnElement[Any], supplier_id: ColumnElement[Any]
) -> ColumnElement[bool]:
    buys = buyer_id == person.id
    return or_(buys, supplier_id.in_(sorted(person.supplier_ids))) if person.is_seller else buys


def _moving(request: SampleRequest, now: datetime) -> dict[str, Any]:
    return {
        "status": request.status.value,
        "version": request.version,
        "wishes": request.wishes,
        "closing": request.closing,
        "order_id": request.order_id or None,
        "expires_at": to_millis(request.expires_at),
        "changed_at": to_millis(now),
    }


def _quote_values(request_id: int, quote: SampleQuote) -> dict[str, Any]:
    return {
        "request_id": request_id,
        "number": quote.number,
        "author_id": quote.author_id,
        "price": quote.asked.price.minor,
        "freight": quote.asked.freight.minor,
        "currency": quote.asked.price.currency,
        "days": quote.asked.days,
        "is_refundable": quote.asked.is_refundable,
        "at": to_millis(quote.at),
    }


def _request_of(row: Row[Any]) -> SampleRequest:
    return SampleRequest(
        id=row.id,
        buyer_id=row.buyer_id,
        supplier_id=row.supplier_id,
        goods=Goods(**row.goods),
        count=row.pieces,
        wishes=row.wishes,
        status=SampleStatus(row.status),
        expires_at=to_moment(row.expires_at),
        quote=_quote_of(row) if row.version else None,
        closing=row.closing,
        order_id=row.order_id or 0,
        negotiation_id=row.negotiation_id or 0,
    )


def _quote_of(row: Row[Any]) -> SampleQuote:
    price, freight = (Money(minor, row.currency) for minor in (row.price, row.freight))
    asked = Sampled(price, freight, row.days, is_refundable=bool(row.is_refundable))
    return SampleQuote(row.version, row.author_id, asked, to_moment(row.at))
