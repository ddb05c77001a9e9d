"""What waits for a supplier's people: one query for each kind of matter, by an index."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    null,
    select,
    union_all,
)

from domain.lifecycle import (
    OPEN_NEGOTIATIONS,
    OPEN_ORDERS,
    NegotiationStatus,
    OrderStatus,
    SampleStatus,
)
from domain.negotiation import Goods
from domain.order_clock import promised
from domain.people import Person, Side
from domain.terms import from_record
from services.moves import Subject
from services.waits import MOST_OF_A_KIND, Kind, Wait
from storage.among import among
from storage.connection import Connection
from storage.moments import to_moment
from storage.plain import Plain
from storage.tables.metadata import is_one_of, is_word
from storage.tables.samples import sample_requests
from storage.tables.talk import messages
from storage.tables.trade import confirmations, negotiations, offers, orders
from storage.waiting_money import IS_STATED, claimed, stated

_N: Final = negotiations.c
_O: Final = orders.c
_R: Final = sample_requests.c
_FUNDED: Final = _O.funded_at.is_not(None)
_ASKED: Final = and_(_O.cancel_asked_by.is_not(None), _O.cancel_asked_by == Side.BUYER.value)
_CONFIRMED: Final = exists().where(
    confirmations.c.order_id == _O.id,
    confirmations.c.revision == _O.revision,
    confirmations.c.side == Side.SELLER.value,
)


def _status(column: ColumnElement[Any], status: NegotiationStatus | OrderStatus) -> ColumnElement[bool]:
    return is_word(column, status.value)


def _negotiations(*which: ColumnElement[bool]) -> Select[Any]:
    """Negotiations of the person's suppliers; he may be the buyer of one of them himself."""
    own = and_(among(_N.supplier_id, "ids"), _N.buyer_id != bindparam("person"))
    until = case((_N.frozen_at.is_(None), _N.expires_at), else_=null())
    return (
        select(
            _N.id,
            _N.goods,
            _N.changed_at.label("since"),
            until.label("until"),
            null().label("funded_at"),
            null().label("terms"),
        )
        .where(own, *which)
        .order_by(_N.changed_at)
        .limit(MOST_OF_A_KIND)
    )


def _orders(*which: ColumnElement[bool]) -> Select[Any]:
    own = and_(among(_O.supplier_id, "ids"), _O.buyer_id != bindparam("person"))
    return (
        select(
            _O.id,
            _O.goods,
            _O.changed_at.label("since"),
            _O.expires_at.label("until"),
            _O.funded_at,
            func.coalesce(_O.amended, _O.terms, type_=_O.terms.type).label("terms"),
        )
        .where(own, *which)
        .order_by(_O.changed_at)
        .limit(MOST_OF_A_KIND)
    )


def _open_talks() -> Select[Any]:
    """Negotiations in which the person's suppliers still bargain, or whose order is under way."""
    party = (among(_N.supplier_id, "ids"), _N.buyer_id != bindparam("person"))
    bargains = select(_N.id, _N.goods).where(*party, is_one_of(_N.status, OPEN_NEGOTIATIONS))
    party = (among(_O.supplier_id, "ids"), _O.buyer_id != bindparam("person"))
    placed = select(_O.negotiation_id, _O.goods).where(*party, is_one_of(_O.status, OPEN_ORDERS))
    open_ones = union_all(bargains, placed).subquery()
    return select(open_ones.c.id, open_ones.c.goods, _unanswered_since(open_ones).label("since"))


def _unanswered_since(open_ones: FromClause) -> ScalarSelect[Any]:
    """The first message of the buyer since the seller last wrote or made an offer."""
    mine, own_offers = messages.alias(), offers.c
    said = select(func.coalesce(func.max(mine.c.id), 0)).where(
        mine.c.negotiation_id == open_ones.c.id, mine.c.side == Side.SELLER.value
    )
    offered = select(func.coalesce(func.max(own_offers.at), 0)).where(
        own_offers.negotiation_id == open_ones.c.id, own_offers.side == Side.SELLER.value
    )
    first = select(func.min(messages.c.at)).where(
        messages.c.negotiation_id == open_ones.c.id,
        messages.c.side == Side.BUYER.value,
        messages.c.edits.is_(None),
        messages.c.id > said.correlate(open_ones).scalar_subquery(),
        messages.c.at > offered.correlate(open_ones).scalar_subquery(),
    )
    return first.correlate(open_ones).scalar_subquery()


def _talked() -> Select[Any]:
    """Where the buyer wrote since the seller last wrote or made an offer, in what is still open."""
    found = _open_talks().subquery()
    nothing = (null().label(name) for name in ("until", "funded_at", "terms"))
    return (
        select(found.c.id, found.c.goods, found.c.since, *nothing)
        .where(found.c.since.is_not(None))
        .order_by(found.c.since)
        .limit(MOST_OF_A_KIND)
    )


def _bargains(*which: ColumnElement[bool]) -> tuple[Subject, Plain]:
    return Subject.NEGOTIATION, Plain(_negotiations(*which))


def _placed(*which: ColumnElement[bool]) -> tuple[Subject, Plain]:
    return Subject.ORDER, Plain(_orders(*which))


def _requested(status: SampleStatus) -> tuple[Subject, Plain]:
    """Requests for samples of the person's suppliers."""
    own = and_(among(_R.supplier_id, "ids"), _R.buyer_id != bindparam("person"))
    found = select(
        _R.id,
        _R.goods,
        _R.changed_at.label("since"),
        _R.expires_at.label("until"),
        null().label("funded_at"),
        null().label("terms"),
    )
    query = found.where(own, is_word(_R.status, status.value)).order_by(_R.changed_at).limit(MOST_OF_A_KIND)
    return Subject.SAMPLE, Plain(query)


_S: Final = OrderStatus
_UNCONFIRMED: Final = _status(_O.status, _S.AWAITING_CONFIRMATION)
_UNPAID: Final = _status(_O.status, _S.AWAITING_PAYMENT)
_ANSWERED: Final = (NegotiationStatus.AWAITING_BUYER, NegotiationStatus.AGREED)
QUERIES: Final[Mapping[Kind, Sequence[tuple[Subject, Plain]]]] = {
    Kind.CONFIRM: [_placed(_UNCONFIRMED, ~_CONFIRMED)],
    Kind.PAID: [(Subject.ORDER, Plain(stated()))],
    Kind.PRODUCE: [_placed(_UNPAID, _FUNDED)],
    Kind.SHIP: [_placed(_status(_O.status, _S.IN_PRODUCTION))],
    Kind.CANCEL: [_placed(is_one_of(_O.status, OPEN_ORDERS), _ASKED)],
    Kind.CLAIM: [(Subject.ORDER, Plain(claimed(Side.SELLER)))],
    Kind.OFFER: [_bargains(_status(_N.status, NegotiationStatus.AWAITING_SELLER))],
    Kind.SAMPLE: [_requested(SampleStatus.AWAITING_SELLER)],
    Kind.MESSAGE: [(Subject.NEGOTIATION, Plain(_talked()))],
    Kind.BUYERS: [
        _bargains(is_one_of(_N.status, _ANSWERED)),
        _requested(SampleStatus.QUOTED),
        _placed(_UNCONFIRMED, _CONFIRMED),
        _placed(_UNPAID, ~_FUNDED, ~IS_STATED),
        (Subject.ORDER, Plain(claimed(Side.BUYER))),
        _placed(is_one_of(_O.status, (_S.SHIPPED, _S.DELIVERED))),
    ],
}
"""What finds each kind of matter, and whether they are negotiations or orders."""


class StoredWaits:
    """Fulfils services.waits.Waits."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of(self, person: Person) -> Sequence[Wait]:
        """All that waits where the person sells, at most MOST_OF_A_KIND of each kind, in no order."""
        whose = {"ids": sorted(person.supplier_ids), "person": person.id}
        return [
            _wait_of(kind, subject, row)
            for kind, queries in QUERIES.items()
            for subject, query in queries
            for row in await self._connection.execute(query, whose)
        ]


def _wait_of(kind: Kind, subject: Subject, row: Row[Any]) -> Wait:
    until = to_moment(row.until) if row.until is not None else None
    since = row.funded_at if kind is Kind.PRODUCE else row.since
    return Wait(
        kind,
        subject,
        row.id,
        Goods(**row.goods),
        to_moment(since),
        _promised(row) or until,
        getattr(row, "claim_id", 0),
    )


def _promised(row: Row[Any]) -> datetime | None:
    """Until when a funded order is to leave, which a reminder of the clock does not change."""
    if row.funded_at is None:
        return None
    days = from_record(row.terms).lead_time_days
    return promised(to_moment(row.funded_at), days) if days else None
