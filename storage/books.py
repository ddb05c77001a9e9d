"""The books of one transaction: every repository on its connection, and the words it will leave behind."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import select

from services.mail import Letter
from services.notices import Notice
from storage.addresses import StoredAddresses
from storage.agreements import StoredAgreements
from storage.amendments import StoredAmendments
from storage.answers import StoredAnswers
from storage.applications import StoredApplications
from storage.cancel_requests import StoredCancelRequests
from storage.cards import StoredCards
from storage.case_files import StoredCaseFiles
from storage.catalogue import StoredCatalogue
from storage.charges import StoredCharges
from storage.claim_list import StoredClaimList
from storage.claims import StoredClaims
from storage.compared import StoredCompared
from storage.consents import StoredConsents
from storage.consignments import StoredConsignments
from storage.database import Connection
from storage.disputes import StoredDisputes
from storage.evidence import StoredEvidence
from storage.figures import StoredFigures
from storage.freight import StoredFreight
from storage.golden import StoredGoldenSamples
from storage.ledger import StoredLedger
from storage.logos import StoredLogos
from storage.market import StoredMarket
from storage.milestones import StoredMilestones
from storage.moments import now_millis, to_moment
from storage.negotiations import StoredNegotiations
from storage.order_books import StoredOrderBooks
from storage.order_list import StoredOrderList
from storage.order_money import StoredOrderMoney
from storage.orders import StoredOrders
from storage.outbox import StoredOutbox
from storage.payment_accounts import StoredAccounts
from storage.people import StoredPeople
from storage.plain import Plain
from storage.product_files import StoredProductFiles
from storage.returns import StoredReturns
from storage.reviews import StoredReviews
from storage.rfqs import StoredRfqs
from storage.samples import StoredSamples
from storage.search.index import SearchIndex
from storage.stall import StoredStall
from storage.statements import StoredStatements
from storage.talk import StoredTalk
from storage.teams import StoredTeams
from storage.translations import StoredTranslations
from storage.verifications import StoredVerifications
from storage.waits import StoredWaits
from storage.wanted_changes import StoredChangeLists

NOW = Plain(select(now_millis()))


class StoredPost:
    """Fulfils services.ports.Post: keeps notices until the transaction ends."""

    def __init__(self) -> None:
        self.notices: list[tuple[int, Notice]] = []

    def tell(self, person_id: int, notice: Notice) -> None:
        """Puts a notice to one person into the outbox."""
        self.notices.append((person_id, notice))


async def books_at(
    connection: Connection, cause: str, operator_ids: frozenset[int] = frozenset()
) -> "StoredBooks":
    """Books that see the database's time of now."""
    now: int = (await connection.execute(NOW)).scalar_one()
    return StoredBooks(connection, to_moment(now), cause, operator_ids)


@dataclass(frozen=True)
class StoredBooks:
    """Fulfils services.ports.Books."""

    connection: Connection
    now: datetime
    cause: str
    operator_ids: frozenset[int] = frozenset()

    @cached_property
    def people(self) -> StoredPeople:
        """Persons."""
        return StoredPeople(self.connection)

    @cached_property
    def teams(self) -> StoredTeams:
        """Suppliers' people."""
        return StoredTeams(self.connection)

    @cached_property
    def applications(self) -> StoredApplications:
        """Applications for a qualification."""
        return StoredApplications(self.connection)

    @cached_property
    def market(self) -> StoredMarket:
        """The market as a whole."""
        return StoredMarket(self.connection)

    @cached_property
    def waits(self) -> StoredWaits:
        """What waits for suppliers' people."""
        return StoredWaits(self.connection)

    @cached_property
    def catalogue(self) -> StoredCatalogue:
        """Suppliers and products."""
        return StoredCatalogue(self.connection)

    @cached_property
    def answers(self) -> StoredAnswers:
        """How soon suppliers answer."""
        return StoredAnswers(self.connection)

    @cached_property
    def search(self) -> SearchIndex:
        """The search index."""
        return SearchIndex(self.connection)

    @cached_property
    def negotiations(self) -> StoredNegotiations:
        """Negotiations."""
        return StoredNegotiations(self.connection)

    @cached_property
    def orders(self) -> StoredOrders:
        """Orders."""
        return StoredOrders(self.connection)

    @cached_property
    def money(self) -> StoredOrderMoney:
        """The ledger of payments."""
        return StoredOrderMoney(self.connection)

    @cached_property
    def charges(self) -> StoredCharges:
        """Card payments as they were told."""
        return StoredCharges(self.connection)

    @cached_property
    def accounts(self) -> StoredAccounts:
        """Accounts that suppliers are paid to."""
        return StoredAccounts(self.connection)

    @cached_property
    def statements(self) -> StoredStatements:
        """What buyers say to have paid."""
        return StoredStatements(self.connection)

    @cached_property
    def agreements(self) -> StoredAgreements:
        """Agreements that were made."""
        return StoredAgreements(self.connection)

    @cached_property
    def case_files(self) -> StoredCaseFiles:
        """Case files that were made."""
        return StoredCaseFiles(self.connection)

    @cached_property
    def amendments(self) -> StoredAmendments:
        """Amendments of orders."""
        return StoredAmendments(self.connection)

    @cached_property
    def verifications(self) -> StoredVerifications:
        """Files to verify."""
        return StoredVerifications(self.connection)

    @cached_property
    def talk(self) -> StoredTalk:
        """Messages between the sides."""
        return StoredTalk(self.connection)

    @cached_property
    def freight(self) -> StoredFreight:
        """Freight rates, destinations and figures."""
        return StoredFreight(self.connection)

    @cached_property
    def translations(self) -> StoredTranslations:
        """Machine translations."""
        return StoredTranslations(self.connection)

    @cached_property
    def consents(self) -> StoredConsents:
        """Phone numbers that were given."""
        return StoredConsents(self.connection)

    @cached_property
    def cards(self) -> StoredCards:
        """Cards in chats."""
        return StoredCards(self.connection)

    @cached_property
    def logos(self) -> StoredLogos:
        """Logos that were sent."""
        return StoredLogos(self.connection)

    @cached_property
    def rfqs(self) -> StoredRfqs:
        """Inquiries to several suppliers."""
        return StoredRfqs(self.connection)

    @cached_property
    def compared(self) -> StoredCompared:
        """Products put side by side."""
        return StoredCompared(self.connection)

    @cached_property
    def stall(self) -> StoredStall:
        """Products as their own sellers change them."""
        return StoredStall(self.connection)

    @cached_property
    def product_files(self) -> StoredProductFiles:
        """Catalogue files that sellers sent."""
        return StoredProductFiles(self.connection)

    @cached_property
    def order_list(self) -> StoredOrderList:
        """Orders by where they stand."""
        return StoredOrderList(self.connection)

    @cached_property
    def order_books(self) -> StoredOrderBooks:
        """Orders to be exported."""
        return StoredOrderBooks(self.connection)

    @cached_property
    def reviews(self) -> StoredReviews:
        """Reviews."""
        return StoredReviews(self.connection)

    @cached_property
    def figures(self) -> StoredFigures:
        """Suppliers' figures."""
        return StoredFigures(self.connection)

    @cached_property
    def addresses(self) -> StoredAddresses:
        """Address books."""
        return StoredAddresses(self.connection)

    @cached_property
    def milestones(self) -> StoredMilestones:
        """Stages of production."""
        return StoredMilestones(self.connection)

    @cached_property
    def consignments(self) -> StoredConsignments:
        """Goods that left."""
        return StoredConsignments(self.connection)

    @cached_property
    def cancel_requests(self) -> StoredCancelRequests:
        """Requests to cancel."""
        return StoredCancelRequests(self.connection)

    @cached_property
    def evidence(self) -> StoredEvidence:
        """Files that prove something."""
        return StoredEvidence(self.connection)

    @cached_property
    def claims(self) -> StoredClaims:
        """Claims on orders."""
        return StoredClaims(self.connection)

    @cached_property
    def claim_list(self) -> StoredClaimList:
        """A person's claims by pages."""
        return StoredClaimList(self.connection)

    @cached_property
    def returns(self) -> StoredReturns:
        """Goods that travel because of a claim."""
        return StoredReturns(self.connection)

    @cached_property
    def disputes(self) -> StoredDisputes:
        """Claims that wait for an operator."""
        return StoredDisputes(self.connection)

    @cached_property
    def golden(self) -> StoredGoldenSamples:
        """Golden samples."""
        return StoredGoldenSamples(self.connection)

    @cached_property
    def changes(self) -> StoredChangeLists:
        """Changes wanted of samples."""
        return StoredChangeLists(self.connection)

    @cached_property
    def samples(self) -> StoredSamples:
        """Requests for samples."""
        return StoredSamples(self.connection)

    @cached_property
    def ledger(self) -> StoredLedger:
        """The record of moves."""
        return StoredLedger(self.connection)

    @cached_property
    def post(self) -> StoredPost:
        """The outbox."""
        return StoredPost()

    async def send(self, outbox: StoredOutbox, *first: tuple[int, dict[str, Any]]) -> list[Letter]:
        """Writes replies, then the notices, into the outbox; returns the letters that may be sent at once."""
        bodies: list[tuple[int, dict[str, Any] | Notice]] = [*first, *self.post.notices]
        if not bodies:
            return []
        await outbox.take_turn(chat_id for chat_id, _ in bodies)
        letters = [await outbox.write(chat_id, body, self.cause) for chat_id, body in bodies]
        return [letter for letter in letters if letter is not None]
