"""What the use cases need from outside, as protocols; storage fulfils them within one transaction."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from domain.catalogue import Product, Supplier
from domain.negotiation import Negotiation
from domain.offer import Offer
from domain.order import Order
from domain.people import Language, Person
from services.moves import Move
from services.notices import Notice
from services.searching import ProductSearch
from services.talk import Message


class People(Protocol):
    """Persons, whom they sell for, and invitations."""

    async def get(self, person_id: int) -> Person | None:
        """The person, or None for somebody new."""

    async def add(self, person: Person, now: datetime) -> None:
        """Keeps a new person; somebody known stays as he is."""

    async def set_language(self, person_id: int, language: Language) -> None:
        """Changes the language a person reads."""

    async def set_reachable(self, person_id: int, reachable: bool) -> bool:
        """Notes that a person blocked us, or came back; returns whether that is news."""

    async def join(self, person_id: int, supplier_id: int) -> None:
        """Makes the person a seller of the supplier; twice is once."""

    async def sellers(self, supplier_id: int) -> Sequence[int]:
        """Ids of the people who sell for the supplier."""

    async def has_reachable_seller(self, supplier_id: int) -> bool:
        """Whether anybody who sells for the supplier can be reached."""

    async def redeem(self, payload: str, person_id: int, now: datetime) -> int | None:
        """Uses up an invitation and returns its supplier; None when unknown, used before or run out.

        Who used it himself and still sells for the supplier may use it again.
        """


class Catalogue(Protocol):
    """Suppliers and products."""

    async def product(self, product_id: int) -> Product | None:
        """The product with its supplier."""

    async def products(self, product_ids: Sequence[int]) -> Sequence[Product]:
        """The products that exist, in the order of their ids as given."""

    async def supplier(self, supplier_id: int) -> Supplier | None:
        """The supplier."""


class Negotiations(Protocol):
    """Negotiations and their ledger of offers."""

    async def add(self, negotiation: Negotiation) -> Negotiation:
        """Keeps a new negotiation and its first offer; returns it with its id."""

    async def get(self, negotiation_id: int) -> Negotiation | None:
        """The negotiation with the offer on the table and the one before."""

    async def get_for_update(self, negotiation_id: int) -> Negotiation | None:
        """The same, locked until the end of the transaction."""

    async def save(self, before: Negotiation, after: Negotiation, now: datetime) -> None:
        """Writes a change: the row, and the new offer if there is one."""

    async def offers(self, negotiation_id: int) -> Sequence[Offer]:
        """All versions, first to last."""

    async def of_person(self, person: Person, page: int, size: int) -> Sequence[Negotiation]:
        """A page of the person's open negotiations, those that wait for him first, latest change first."""

    async def waiting(self, person: Person) -> tuple[int, int]:
        """How many open negotiations the person has, and how many of them wait for him."""

    async def open_after(self, after: int, limit: int) -> Sequence[Negotiation]:
        """Open negotiations with ids above `after`, lowest first."""

    async def prolong(self, by: timedelta) -> None:
        """Moves the end of every open negotiation."""

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open negotiations whose time is up."""

    async def to_warn(self, before: datetime, limit: int) -> Sequence[int]:
        """Ids of open negotiations that run out before this moment and were not warned of."""

    async def warned(self, negotiation_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is the first before this deadline."""


class Orders(Protocol):
    """Orders and their confirmations."""

    async def add(self, order: Order, now: datetime) -> Order:
        """Keeps a new order; returns it with its id. One for each negotiation."""

    async def get(self, order_id: int) -> Order | None:
        """The order with the confirmations of its current revision."""

    async def get_for_update(self, order_id: int) -> Order | None:
        """The same, locked until the end of the transaction."""

    async def of_negotiation(self, negotiation_id: int) -> Order | None:
        """The order made from a negotiation."""

    async def save(self, before: Order, after: Order, now: datetime) -> None:
        """Writes a change: the row, and new confirmations."""

    async def of_person(self, person: Person, page: int, size: int) -> Sequence[Order]:
        """A page of the person's orders, open ones first, latest change first."""

    async def count(self, person: Person) -> int:
        """How many orders the person has."""

    async def unconfirmed_after(self, after: int, limit: int) -> Sequence[Order]:
        """Orders to be confirmed with ids above `after`, lowest first."""

    async def prolong(self, by: timedelta) -> None:
        """Moves the end of the time in which orders must be confirmed."""

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of orders that were not confirmed in time."""

    async def to_warn(self, before: datetime, limit: int) -> Sequence[int]:
        """Ids of unconfirmed orders that run out before this moment and were not warned of."""

    async def warned(self, order_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is the first before this deadline."""


class Talk(Protocol):
    """Free words between the sides."""

    async def add(self, message: Message) -> Message:
        """Keeps a message; returns it with its id."""

    async def get(self, message_id: int) -> Message | None:
        """The message."""


class Cards(Protocol):
    """Which message in which chat shows which negotiation or order."""

    async def subject_of(self, chat_id: int, message_id: int) -> tuple[str, int] | None:
        """What the message shows: its subject's kind and id."""


class Ledger(Protocol):
    """The record of every change of a status."""

    async def record(self, move: Move) -> None:
        """Adds one move."""


class Post(Protocol):
    """Words that leave after the commit."""

    def tell(self, person_id: int, notice: Notice) -> None:
        """Puts a notice to one person into the outbox."""


class Books(Protocol):
    """All of one transaction: the time it sees, what caused it, and what it may read and write."""

    @property
    def now(self) -> datetime:
        """The database's time at the beginning of the transaction."""

    @property
    def cause(self) -> str:
        """What caused it, e.g. "update 123" or "job expiry"."""

    @property
    def people(self) -> People:
        """Persons."""

    @property
    def catalogue(self) -> Catalogue:
        """Suppliers and products."""

    @property
    def search(self) -> ProductSearch:
        """The search index."""

    @property
    def negotiations(self) -> Negotiations:
        """Negotiations."""

    @property
    def orders(self) -> Orders:
        """Orders."""

    @property
    def talk(self) -> Talk:
        """Messages between the sides."""

    @property
    def cards(self) -> Cards:
        """Cards in chats."""

    @property
    def ledger(self) -> Ledger:
        """The record of moves."""

    @property
    def post(self) -> Post:
        """The outbox."""
