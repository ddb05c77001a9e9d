"""Builders of orders under way: an order is brought where it stands by the deeds that lead there."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.carriers import Carrier, Waybill
from domain.consignment import Parcel
from domain.ledger import Entry, payment
from domain.lifecycle import Deed
from domain.milestone import Stage
from domain.money import Money
from domain.offer import Author
from domain.order import Order
from domain.people import Language, Person, Side
from domain.terms import PaymentMethod, to_record
from services.cancelling import Cancelling
from services.dispatching import Dispatching
from services.keeping_time import JOBS, due_jobs
from services.order_deeds import OrderTarget
from services.ordering import Ordering
from services.photos import Photo
from services.producing import Producing, Report
from services.receiving import Receiving
from services.recording import doer, record
from services.said import File, Kind
from storage.books import StoredBooks, books_at
from storage.database import Connection
from storage.outbox import StoredOutbox
from tests.builders import BUYER, DETAILS, SELLER, STRANGER, UPDATES, WORKER, Trade

ALL, PART = 500, 200
DHL = Waybill(Carrier.DHL, tracking="1234567890")
PHOTO = Photo(Kind.PHOTO, File("AgAC", "AQAD"))

OrderDeed = Callable[[StoredBooks, Person, OrderTarget], Awaitable[Any]]

DEEDS: dict[str, OrderDeed] = {
    "confirm": lambda b, p, t: Ordering(b, p).confirm(t),
    "edit": lambda b, p, t: Ordering(b, p).edit(t, replace(DETAILS, note="soon")),
    "cancel": lambda b, p, t: Ordering(b, p).cancel(t),
    "start": lambda b, p, t: Producing(b, p).start(t),
    "report": lambda b, p, t: Producing(b, p).report(t, Report(Stage.HALF, "half", [PHOTO])),
    "ship": lambda b, p, t: Dispatching(b, p).ship(t, Parcel(PART, DHL)),
    "correct": lambda b, p, t: Dispatching(b, p).correct(t.order_id, 1, replace(DHL, tracking="1234567891")),
    "receive": lambda b, p, t: Receiving(b, p).receive(t),
    "prolong": lambda b, p, t: Receiving(b, p).prolong(t),
    "complete": lambda b, p, t: Receiving(b, p).complete(t),
    "ask to cancel": lambda b, p, t: Cancelling(b, p).ask(t, "Too late for the season"),
    "agree to cancel": lambda b, p, t: Cancelling(b, p).agree(t),
    "refuse to cancel": lambda b, p, t: Cancelling(b, p).refuse(t),
}
"""Every press on an order, as a person makes it."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Orders of a market that are led on, each step by who may do it."""

    trade: Trade

    async def does(self, person_id: int, order: Order, deed: str) -> Any:
        """A press of this name on the order as it stands."""
        target = OrderTarget(order.id, order.revision)
        return await self.trade.does(person_id, lambda b, p: DEEDS[deed](b, p, target))

    async def ships(self, person_id: int, order: Order, count: int) -> Order:
        """So many units leave."""
        target = OrderTarget(order.id, order.revision)
        return await self.trade.does(
            person_id, lambda b, p: Dispatching(b, p).ship(target, Parcel(count, DHL))
        )

    async def pays(self, order: Order, amount: Money | None = None) -> Order:
        """The buyer pays, all of it unless a part is named; what funds the order is noted."""

        async def pay(books: StoredBooks, _: Person) -> Order:
            before = await books.orders.get_for_update(order.id)
            assert before is not None
            author = Author(order.buyer_id, Side.BUYER, books.now)
            entry = Entry(order.id, books.cause, author.id, books.cause, books.now)
            await books.money.book(payment(entry, PaymentMethod.TRANSFER, amount or order.terms.total()))
            after = before.fund(author) if (await books.money.standing(before)).is_funded else before
            if after is not before:
                await books.orders.save(before, after, books.now)
                await record(books, before, after, Deed.FUND, doer(author))
            return after

        return await self.trade.does(order.buyer_id, pay)

    async def unconfirmed(self) -> Order:
        """Nobody confirmed."""
        return await self.trade.ordered()

    async def unpaid(self) -> Order:
        """Both confirmed, nothing is paid."""
        return await self.trade.bound()

    async def funded(self) -> Order:
        """Everything is paid."""
        return await self.pays(await self.unpaid())

    async def in_production(self) -> Order:
        """The seller makes the goods."""
        started: Order = await self.does(SELLER, await self.funded(), "start")
        return started

    async def partly_shipped(self) -> Order:
        """200 of 500 left."""
        return await self.ships(SELLER, await self.in_production(), PART)

    async def asked_by_buyer(self) -> Order:
        """The buyer asks to cancel what is made."""
        asked: Order = await self.does(BUYER, await self.in_production(), "ask to cancel")
        return asked

    async def shipped(self) -> Order:
        """All 500 left."""
        return await self.ships(SELLER, await self.in_production(), ALL)

    async def delivered(self) -> Order:
        """The buyer has the goods."""
        received: Order = await self.does(BUYER, await self.shipped(), "receive")
        return received

    async def completed(self) -> Order:
        """The buyer closed it."""
        done: Order = await self.does(BUYER, await self.delivered(), "complete")
        return done

    async def cancelled(self) -> Order:
        """Both agreed to end it."""
        ended: Order = await self.does(SELLER, await self.asked_by_buyer(), "agree to cancel")
        return ended

    async def at(self, moment: datetime, job: str, order: Order) -> Order:
        """The clock does a job on the order at exactly this moment; returns the order as it stands then."""
        await self._at(moment, STRANGER, lambda books, _: JOBS[job](books, order.id))
        return await self.trade.order(order.id)

    async def press_at(self, moment: datetime, person_id: int, order: Order, deed: str) -> Any:
        """A press of this name on the order at exactly this moment."""
        target = OrderTarget(order.id, order.revision)
        return await self._at(moment, person_id, lambda b, p: DEEDS[deed](b, p, target))

    async def _at(self, moment: datetime, person_id: int, deed: Callable[[StoredBooks, Person], Any]) -> Any:
        """To the millisecond: the transaction itself is told what time it is."""

        async def work(connection: Connection) -> Any:
            books = replace(await books_at(connection, f"update {next(UPDATES)}"), now=moment)
            person = await books.people.get(person_id) or Person(person_id, Language.ENGLISH)
            done = await deed(books, person)
            await books.send(StoredOutbox(connection, WORKER))
            return done

        return await self.trade.database.run(work)

    async def due(self, moment: datetime) -> list[tuple[str, int]]:
        """What the clock finds to do at this moment."""
        return await self.trade.does(STRANGER, lambda b, _: due_jobs(replace(b, now=moment), 100))


def dearer(order: Order) -> str:
    """Terms of a higher price than was paid, as they are stored when both sides amend an order."""
    return json.dumps({**to_record(order.terms), "price_points": 999_999})
