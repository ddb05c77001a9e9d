"""Builders that hide what does not matter: a market of two suppliers, and bargains on it."""

import itertools
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Table, func, insert, select, text

from domain.details import Delivery, Details
from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.money import UnitPrice
from domain.negotiation import Goods, Negotiation
from domain.offer import Author
from domain.order import Order
from domain.people import Language, Person, Side
from domain.quantity import Quantity, Unit
from domain.terms import Terms, TermsDraft
from services.negotiating import Negotiating, Target
from services.order_deeds import OrderTarget
from services.ordering import Ordering
from storage.books import StoredBooks, books_at
from storage.database import Connection, Database
from storage.outbox import StoredOutbox
from storage.tables.catalogue import products, suppliers
from storage.tables.people import memberships, persons
from storage.tables.post import outbox
from storage.tables.trade import moves

BUYER, OTHER_BUYER, SELLER, COLLEAGUE, RIVAL, STRANGER = 10, 11, 20, 21, 30, 99
SUPPLIER, RIVAL_SUPPLIER = 1, 2
CUP, TOY = 1, 2
MOQ = 100
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
GOODS = Goods(CUP, "Steel cup", "不锈钢杯", Unit.PIECE, "CNY", MOQ)
ADDRESS = "12 Dock Road, Lagos"
DETAILS = Details(Delivery(ADDRESS))
WORKER = "worker"

UPDATES = itertools.count(1)
"""Each deed of a test comes with an update of its own."""

Result = TypeVar("Result")


def price(amount: str, currency: str = "CNY") -> UnitPrice:
    """A unit price in major units."""
    return UnitPrice.of(Decimal(amount), currency)


def terms(amount: str = "12.50", count: int = 500, **more: Any) -> Terms:
    """Terms of an offer for steel cups."""
    return Terms(Quantity(count), price(amount), **more)


def draft(amount: str = "12.50", count: int = 500, **more: Any) -> TermsDraft:
    """The same, on their way."""
    return TermsDraft(Quantity(count), price(amount), **more)


def by(side: Side, at: datetime = NOON) -> Author:
    """The buyer or the seller, at a moment."""
    return Author(BUYER if side is Side.BUYER else SELLER, side, at)


def inquiry(offered: Terms | None = None) -> Negotiation:
    """A buyer's first offer, made at noon."""
    return replace(Negotiation.inquire(SUPPLIER, GOODS, by(Side.BUYER), offered or terms()), id=7)


def negotiation_in(status: NegotiationStatus) -> Negotiation:
    """A negotiation that stands at a status, whatever led there."""
    return replace(inquiry(), status=status)


def placed_order() -> Order:
    """An order placed at noon."""
    agreed = negotiation_in(NegotiationStatus.AGREED)
    return replace(Order.place(agreed, by(Side.BUYER), DETAILS), id=42)


def order_in(status: OrderStatus) -> Order:
    """An order that stands at a status, whatever led there."""
    return replace(placed_order(), status=status)


@dataclass(frozen=True, slots=True)
class Trade:
    """A market in a database: each deed is one transaction of one person, its notices in the outbox."""

    database: Database
    operator_ids: frozenset[int] = frozenset()

    async def stock(self) -> "Trade":
        """Two suppliers with a product each, the first with two sellers, the second with one; two buyers."""
        await self.database.run(_stock)
        return self

    async def does(
        self,
        person_id: int,
        deed: Callable[[StoredBooks, Person], Awaitable[Result]],
        *,
        later: timedelta = timedelta(0),
    ) -> Result:
        """A deed of a person, `later` than now by the transaction's clock."""

        async def work(connection: Connection) -> Result:
            books = await books_at(connection, f"update {next(UPDATES)}", self.operator_ids)
            books = replace(books, now=books.now + later)
            person = await books.people.get(person_id) or Person(person_id, Language.ENGLISH)
            person = replace(person, is_operator=person_id in self.operator_ids)
            done = await deed(books, person)
            await books.send(StoredOutbox(connection, WORKER))
            return done

        return await self.database.run(work)

    async def inquires(self, person_id: int = BUYER, offered: TermsDraft | None = None) -> Negotiation:
        """The first offer for cups."""
        return await self.does(person_id, lambda b, p: Negotiating(b, p).inquire(CUP, offered or draft()))

    async def counters(self, person_id: int, standing: Negotiation, offered: TermsDraft) -> Negotiation:
        """A counter-offer to what stands."""
        target = Target(standing.id, standing.offer.number)
        return await self.does(person_id, lambda b, p: Negotiating(b, p).counter(target, offered))

    async def accepts(self, person_id: int, standing: Negotiation) -> Negotiation:
        """An acceptance of what stands."""
        target = Target(standing.id, standing.offer.number)
        digest = standing.offer.digest[:12]
        return await self.does(person_id, lambda b, p: Negotiating(b, p).accept(target, digest))

    async def withdraws(self, person_id: int, standing: Negotiation) -> Negotiation:
        """A withdrawal of what stands."""
        target = Target(standing.id, standing.offer.number)
        return await self.does(person_id, lambda b, p: Negotiating(b, p).withdraw(target))

    async def declines(self, person_id: int, standing: Negotiation) -> Negotiation:
        """A refusal of what stands."""
        target = Target(standing.id, standing.offer.number)
        return await self.does(person_id, lambda b, p: Negotiating(b, p).decline(target))

    async def orders(self, person_id: int, agreed: Negotiation) -> Order:
        """An order of what was agreed."""
        target = Target(agreed.id, agreed.offer.number)
        return await self.does(person_id, lambda b, p: Ordering(b, p).place(target, DETAILS))

    async def confirms(self, person_id: int, order: Order) -> Order:
        """A confirmation of the order as it stands."""
        target = OrderTarget(order.id, order.revision)
        return await self.does(person_id, lambda b, p: Ordering(b, p).confirm(target))

    async def edits(self, person_id: int, order: Order, address: str) -> Order:
        """Another address."""
        details = Details(Delivery(address))
        target = OrderTarget(order.id, order.revision)
        return await self.does(person_id, lambda b, p: Ordering(b, p).edit(target, details))

    async def cancels(self, person_id: int, order: Order) -> Order:
        """The end of the order."""
        target = OrderTarget(order.id, order.revision)
        return await self.does(person_id, lambda b, p: Ordering(b, p).cancel(target))

    async def agreed(self) -> Negotiation:
        """A negotiation that the seller accepted."""
        return await self.accepts(SELLER, await self.inquires())

    async def ordered(self) -> Order:
        """An order that nobody confirmed yet."""
        return await self.orders(BUYER, await self.agreed())

    async def bound(self) -> Order:
        """An order that both sides confirmed."""
        order = await self.ordered()
        await self.confirms(BUYER, order)
        return await self.confirms(SELLER, order)

    async def negotiation(self, negotiation_id: int) -> Negotiation:
        """The negotiation as it stands."""
        found = await self.does(STRANGER, lambda books, _: books.negotiations.get(negotiation_id))
        assert found is not None
        return found

    async def order(self, order_id: int) -> Order:
        """The order as it stands."""
        found = await self.does(STRANGER, lambda books, _: books.orders.get(order_id))
        assert found is not None
        return found

    async def told(self) -> list[tuple[int, str]]:
        """Who was told what so far, as (person, news) in the order of telling."""
        rows = await self.rows(select(outbox.c.chat_id, outbox.c.body).order_by(outbox.c.id))
        return [(row.chat_id, row.body["news"]) for row in rows]

    async def forget_letters(self) -> None:
        """An empty outbox."""
        await self.run_sql("DELETE FROM outbox")

    async def moves_of(self, subject: str) -> list[tuple[str, str]]:
        """The recorded deeds of all negotiations or orders, as (deed, actor)."""
        query = select(moves.c.deed, moves.c.actor).where(moves.c.subject == subject).order_by(moves.c.id)
        return [(row.deed, row.actor) for row in await self.rows(query)]

    async def count(self, table: Table) -> int:
        """How many rows a table has."""
        return int((await self.rows(select(func.count()).select_from(table)))[0][0])

    async def rows(self, query: Any) -> Sequence[Any]:
        """What a query finds."""

        async def work(connection: Connection) -> Sequence[Any]:
            return (await connection.execute(query)).all()

        return await self.database.run(work)

    async def run_sql(self, statement: str, **values: Any) -> None:
        """A statement in plain SQL, as an accident or an attacker would write it."""
        await self.database.run(lambda connection: connection.execute(text(statement), values))


async def _stock(connection: Connection) -> None:
    shops = ((SUPPLIER, "Ningbo Cups"), (RIVAL_SUPPLIER, "Yiwu Toys"))
    supplied = [
        {"id": number, "name": name, "name_zh": "", "qualification": "unverified", "province": "", "city": ""}
        for number, name in shops
    ]
    await connection.execute(insert(suppliers), [{**values, "phone": ""} for values in supplied])
    listings = [_listing(CUP, SUPPLIER, "Steel cup"), _listing(TOY, RIVAL_SUPPLIER, "Wooden duck")]
    await connection.execute(insert(products), listings)
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT setval('products_id_seq', 2)"))
    people = [
        {"id": number, "language": "en", "reachable": True, "since": 0}
        for number in (BUYER, OTHER_BUYER, SELLER, COLLEAGUE, RIVAL)
    ]
    await connection.execute(insert(persons), people)
    teams = (
        (SELLER, SUPPLIER, "owner"),
        (COLLEAGUE, SUPPLIER, "sales"),
        (RIVAL, RIVAL_SUPPLIER, "owner"),
    )
    await connection.execute(
        insert(memberships),
        [{"person_id": person, "supplier_id": supplier, "role": role} for person, supplier, role in teams],
    )


def _listing(number: int, supplier: int, title: str) -> dict[str, Any]:
    return {
        "id": number,
        "supplier_id": supplier,
        "sku": f"S{number}",
        "title_en": title,
        "unit": "piece",
        "currency": "CNY",
        "moq": MOQ,
        "tiers": [[MOQ, 125_000], [1000, 110_000]],
    }
