"""What the use cases need from outside, as protocols; storage fulfils them within one transaction."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from domain.catalogue import Product, Qualification, Supplier
from domain.holiday_notice import HolidayNotice
from domain.people import Language, Person
from domain.sample_policy import SamplePolicy
from domain.terms import TermsDraft
from services.address_book import Addresses
from services.agreements import Agreements
from services.amendments import Amendments
from services.application_books import Applications
from services.case_file_books import CaseFiles
from services.claim_books import Claims
from services.claim_list import ClaimList
from services.comparing.keeping import Compared, Rfqs
from services.deals import Negotiations, Orders
from services.dispute_books import Disputes
from services.evidence_books import Evidence
from services.freight_books import FreightBooks
from services.golden_books import ChangeLists, GoldenSamples
from services.keeping_logos import Logos
from services.keeping_reviews import Reviews, SupplierFigures
from services.market_books import Market
from services.moves import Move, Subject
from services.notices import Notice
from services.order_books import OrderBooks
from services.order_list import OrderList
from services.order_money import OrderMoney
from services.payment_books import Accounts, Charges, Statements
from services.product_files import ProductFiles
from services.return_books import Returns
from services.sample_books import Samples
from services.searching import ProductSearch
from services.shipping_books import CancelRequests, Consignments, Milestones
from services.stall_books import StallBooks
from services.talk_books import Cards, Consents, Talk, Translations
from services.team_books import Teams
from services.verifications import Verifications
from services.waits import Waits


class People(Protocol):
    """Persons, and who sells for whom."""

    async def get(self, person_id: int) -> Person | None:
        """The person, or None for somebody new."""

    async def add(self, person: Person, now: datetime) -> None:
        """Keeps a new person; somebody known stays as he is."""

    async def set_language(self, person_id: int, language: Language) -> None:
        """Changes the language a person reads."""

    async def set_reachable(self, person_id: int, reachable: bool) -> bool:
        """Notes that a person blocked us, or came back; returns whether that is news."""

    async def sellers(self, supplier_id: int) -> Sequence[int]:
        """Ids of the people who sell for the supplier."""

    async def has_reachable_seller(self, supplier_id: int) -> bool:
        """Whether anybody who sells for the supplier can be reached."""

    async def reachable_suppliers(self, supplier_ids: Sequence[int]) -> frozenset[int]:
        """Which of these suppliers have somebody who sells for them and can be reached."""


class Catalogue(Protocol):
    """Suppliers and products."""

    async def product(self, product_id: int) -> Product | None:
        """The product with its supplier."""

    async def products(self, product_ids: Sequence[int]) -> Sequence[Product]:
        """The products that exist, in the order of their ids as given."""

    async def supplier(self, supplier_id: int) -> Supplier | None:
        """The supplier."""

    async def set_holiday(
        self, supplier_id: int, person_id: int, notice: HolidayNotice | None, now: datetime
    ) -> None:
        """Keeps what a supplier says of its days off, in place of what it said before; None takes it back."""

    async def set_usual(self, supplier_id: int, person_id: int, usual: TermsDraft, now: datetime) -> None:
        """Keeps the terms a supplier offers for every deal, in place of earlier ones."""

    async def set_samples(self, supplier_id: int, policy: SamplePolicy) -> None:
        """Keeps on which terms a supplier gives samples, in place of what it said before."""

    async def qualify(self, supplier_id: int, standing: Qualification) -> Qualification:
        """Changes what the platform vouches for, on its pages and in the search; returns what it was."""


class Answers(Protocol):
    """Suppliers' answers to offers, and how soon they usually come."""

    async def newly_answered(self) -> Sequence[int]:
        """Ids of suppliers that answered since the last call."""

    async def latest(self, supplier_id: int, most: int) -> Sequence[tuple[datetime, datetime]]:
        """When the supplier was asked and when it answered, the latest answers first."""

    async def keep(self, supplier_id: int, usual: timedelta) -> None:
        """Notes how soon the supplier usually answers, to the second."""


class Ledger(Protocol):
    """The record of every change of a status."""

    async def record(self, move: Move) -> None:
        """Adds one move."""

    async def moves(self, subject: Subject, subject_id: int) -> Sequence[Move]:
        """All moves of a subject, first to last."""


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
    def operator_ids(self) -> frozenset[int]:
        """Telegram ids of those who run the marketplace, as the settings name them."""

    @property
    def people(self) -> People:
        """Persons."""

    @property
    def teams(self) -> Teams:
        """Suppliers' people."""

    @property
    def applications(self) -> Applications:
        """Applications for a qualification."""

    @property
    def market(self) -> Market:
        """The market as a whole."""

    @property
    def waits(self) -> Waits:
        """What waits for suppliers' people."""

    @property
    def catalogue(self) -> Catalogue:
        """Suppliers and products."""

    @property
    def answers(self) -> Answers:
        """How soon suppliers answer."""

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
    def money(self) -> OrderMoney:
        """The ledger of payments."""

    @property
    def charges(self) -> Charges:
        """Card payments as they were told."""

    @property
    def accounts(self) -> Accounts:
        """Accounts that suppliers are paid to."""

    @property
    def statements(self) -> Statements:
        """What buyers say to have paid."""

    @property
    def agreements(self) -> Agreements:
        """Agreements that were made."""

    @property
    def case_files(self) -> CaseFiles:
        """Case files that were made."""

    @property
    def amendments(self) -> Amendments:
        """Amendments of orders."""

    @property
    def verifications(self) -> Verifications:
        """Files to verify."""

    @property
    def talk(self) -> Talk:
        """Messages between the sides."""

    @property
    def freight(self) -> FreightBooks:
        """Freight rates, destinations and figures."""

    @property
    def translations(self) -> Translations:
        """Machine translations."""

    @property
    def consents(self) -> Consents:
        """Phone numbers that were given."""

    @property
    def cards(self) -> Cards:
        """Cards in chats."""

    @property
    def logos(self) -> Logos:
        """Logos that were sent."""

    @property
    def rfqs(self) -> Rfqs:
        """Inquiries to several suppliers."""

    @property
    def compared(self) -> Compared:
        """Products put side by side."""

    @property
    def stall(self) -> StallBooks:
        """Products as their own sellers change them."""

    @property
    def product_files(self) -> ProductFiles:
        """Catalogue files that sellers sent."""

    @property
    def order_list(self) -> OrderList:
        """Orders by where they stand."""

    @property
    def order_books(self) -> OrderBooks:
        """Orders to be exported."""

    @property
    def reviews(self) -> Reviews:
        """Reviews."""

    @property
    def figures(self) -> SupplierFigures:
        """Suppliers' figures."""

    @property
    def addresses(self) -> Addresses:
        """Address books."""

    @property
    def milestones(self) -> Milestones:
        """Stages of production."""

    @property
    def consignments(self) -> Consignments:
        """Goods that left."""

    @property
    def cancel_requests(self) -> CancelRequests:
        """Requests to cancel."""

    @property
    def evidence(self) -> Evidence:
        """Files that prove something."""

    @property
    def claims(self) -> Claims:
        """Claims on orders."""

    @property
    def claim_list(self) -> ClaimList:
        """A person's claims by pages."""

    @property
    def returns(self) -> Returns:
        """Goods that travel because of a claim."""

    @property
    def disputes(self) -> Disputes:
        """Claims that wait for an operator."""

    @property
    def golden(self) -> GoldenSamples:
        """Golden samples."""

    @property
    def changes(self) -> ChangeLists:
        """Changes wanted of samples."""

    @property
    def samples(self) -> Samples:
        """Requests for samples."""

    @property
    def ledger(self) -> Ledger:
        """The record of moves."""

    @property
    def post(self) -> Post:
        """The outbox."""
