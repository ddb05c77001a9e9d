"""What is asked again and again reads no table from end to end, however much is kept in it."""

import re
from collections.abc import Awaitable, Callable

import pytest

from domain.people import Language, Person, Side
from services.claim_list import ClaimFilter
from services.keeping_time import due_jobs
from services.moves import Subject
from services.order_books import BookSpan
from services.order_list import OrderFilter
from services.said import Said
from services.talk import Message
from storage import copies
from storage.addresses import StoredAddresses
from storage.agreements import StoredAgreements
from storage.amendments import StoredAmendments
from storage.answers import StoredAnswers
from storage.applications import StoredApplications
from storage.books import books_at
from storage.cancel_requests import StoredCancelRequests
from storage.case_files import StoredCaseFiles
from storage.claim_list import StoredClaimList
from storage.claims import StoredClaims
from storage.consignments import StoredConsignments
from storage.database import Connection, Database
from storage.disputes import StoredDisputes
from storage.evidence import StoredEvidence
from storage.figures import StoredFigures
from storage.health import pulse
from storage.inbox import Inbox
from storage.ledger import StoredLedger
from storage.milestones import StoredMilestones
from storage.negotiations import StoredNegotiations
from storage.offers import latest_offers
from storage.order_books import StoredOrderBooks
from storage.order_list import StoredOrderList
from storage.order_money import StoredOrderMoney
from storage.outbox import StoredOutbox
from storage.payment_accounts import StoredAccounts
from storage.product_files import StoredProductFiles
from storage.returns import StoredReturns
from storage.reviews import StoredReviews
from storage.rfqs import StoredRfqs
from storage.samples import StoredSamples
from storage.sqlite import InPlaceConnection
from storage.stall import StoredStall
from storage.statements import StoredStatements
from storage.tables.post import inbox, outbox
from storage.talk import StoredTalk
from storage.teams import StoredTeams
from storage.verifications import StoredVerifications
from storage.waits import StoredWaits
from storage.wanted_changes import StoredChangeLists
from storage.workers import held_by
from tests.builders import NOON

LARGE = (
    "inbox|outbox|negotiations|orders|offers|moves|messages|awaited_copies|copies|evidence_bundles|exhibits|cards|products|addresses|bookings|postings"
    "|milestones|milestone_files|consignments|consignment_files|waybills|cancel_requests|product_files"
    "|memberships|reviews|review_answers|confirmations|claims|claim_versions|verifications|applications"
    "|application_photos|amendments|amendment_answers|agreements|payment_statements|statement_answers"
    "|payment_accounts|payment_holds|product_changes|sample_requests|sample_quotes|evidence_requests"
    "|golden_samples|wanted_changes|wishes|wish_answers|return_parcels|return_contests|case_files"
)
WALKED = re.compile(rf"SCAN ({LARGE})(?! USING)")

SELLER = Person(20, Language.CHINESE, supplier_ids=frozenset({1, 2}))


async def find_due(connection: Connection) -> None:
    await due_jobs(await books_at(connection, "test"), 200)


EDIT = Message(9, 1, Side.BUYER, 1, Said("hello"), NOON, edits=8)
ASKED: dict[str, Callable[[Connection], Awaitable[object]]] = {
    "updates that nobody works on": lambda c: Inbox(c, 42, "one").claim(200),
    "letters to send": lambda c: StoredOutbox(c, "one").claim(200),
    "updates left over": lambda c: held_by(c, inbox, "one"),
    "letters left over": lambda c: held_by(c, outbox, "one"),
    "files to copy": lambda c: copies.take(c, 5),
    "files to import": lambda c: StoredProductFiles(c).take("one", 1),
    "what was said under a number": lambda c: StoredTalk(c).written(1, 1),
    "where it stands in another chat": lambda c: StoredTalk(c).copy_in(1, 1),
    "the wording before": lambda c: StoredTalk(c).before(EDIT),
    "what was missed": lambda c: StoredTalk(c).missed(1, 1, Side.BUYER),
    "files of a day": lambda c: StoredTalk(c).files_since(1, NOON),
    "deadlines": find_due,
    "answers to measure": lambda c: StoredAnswers(c).newly_answered(),
    "answers of a supplier": lambda c: StoredAnswers(c).latest(1, 20),
    "health": pulse,
    "the record of a negotiation": lambda c: StoredLedger(c).moves(Subject.NEGOTIATION, 1),
    "negotiations of an inquiry": lambda c: StoredNegotiations(c).several([1, 2]),
    "what stands on their tables": lambda c: latest_offers(c, [1, 2]),
    "the money of an order": lambda c: StoredOrderMoney(c).bookings(1),
    "what a buyer says to have paid": lambda c: StoredStatements(c).open_of(1),
    "where a supplier is paid": lambda c: StoredAccounts(c).of_supplier(1),
    "the place in an inquiry": lambda c: StoredRfqs(c).place_of(1),
    "what is open about products": lambda c: StoredRfqs(c).open_with(1, [1, 2]),
    "how many orders stand where": lambda c: StoredOrderList(c).tally(SELLER),
    **{
        f"a page of orders: {shown}": lambda c, s=shown: StoredOrderList(c).page(SELLER, s, 3, 5)
        for shown in OrderFilter
    },
    "an order book": lambda c: StoredOrderBooks(c).after(BookSpan(supplier_ids=SELLER.supplier_ids), 7, 9),
    "reviews of a product": lambda c: StoredReviews(c).of_product(1, 0, 3),
    "how many there are": lambda c: StoredReviews(c).count(1),
    "a supplier's figures": lambda c: StoredFigures(c).of_supplier(1, NOON),
    "whose figures changed": lambda c: StoredFigures(c).newly_changed(),
    "what was said about an order": lambda c: StoredTalk(c).latest_of(1, 1, 5),
    "an address book": lambda c: StoredAddresses(c).of(1),
    "stages of an order": lambda c: StoredMilestones(c).of_order(1),
    "consignments of an order": lambda c: StoredConsignments(c).of_order(1),
    "the request to cancel": lambda c: StoredCancelRequests(c).latest(1),
    "what waits for a supplier": lambda c: StoredWaits(c).of(SELLER),
    "who sells for a supplier": lambda c: StoredTeams(c).of(1),
    "evidence of a claim": lambda c: StoredEvidence(c).of_claim(1),
    "evidence on an order": lambda c: StoredEvidence(c).of_order(1),
    "files of a bundle": lambda c: StoredEvidence(c).of(1),
    "the bundle of a late file": lambda c: StoredEvidence(c).last_of(1),
    "evidence of a day": lambda c: StoredEvidence(c).since(1, NOON),
    "files to verify": lambda c: StoredVerifications(c).take(5),
    "a buyer's open request for a sample": lambda c: StoredSamples(c).open_of(1, 1),
    "a request for a sample": lambda c: StoredSamples(c).get_for_update(1),
    "a page of samples": lambda c: StoredSamples(c).page(SELLER, 3, 5),
    "claims of an order": lambda c: StoredClaims(c).of_order(1),
    "a page of claims": lambda c: StoredClaimList(c).page(SELLER, ClaimFilter.OPEN, 1, 5),
    "how many claims": lambda c: StoredClaimList(c).tally(SELLER),
    "what was sent back": lambda c: StoredReturns(c).of_claim(1),
    "what was said against it": lambda c: StoredReturns(c).contests_of(1),
    "a case file by the beginning of its hash": lambda c: StoredCaseFiles(c).found("0123456789abcdef"),
    "hashes of the files of a chat": lambda c: StoredCaseFiles(c).hashes(1),
    "how many claims a person has": lambda c: StoredClaimList(c).tally(SELLER),
    **{
        f"a page of claims: {shown}": lambda c, s=shown: StoredClaimList(c).page(SELLER, s, 3, 5)
        for shown in ClaimFilter
    },
    "disputes that wait": lambda c: StoredDisputes(c).page(0, 5),
    "how many disputes wait": lambda c: StoredDisputes(c).count(),
    "what a dispute was asked for": lambda c: StoredDisputes(c).requests(1),
    "whether it ever was one": lambda c: StoredDisputes(c).is_one(1),
    "what orders of a buyer came to": lambda c: StoredDisputes(c).of_buyer(1),
    "what those of a supplier came to": lambda c: StoredDisputes(c).of_supplier(1),
    "the last changes wanted of a sample": lambda c: StoredChangeLists(c).latest(1),
    "the changes that a second sample answers": lambda c: StoredChangeLists(c).followed_by(1),
    "the changes that a second sample follows": lambda c: StoredChangeLists(c).to_follow_for_update(1, 1),
    "the amendment of an order": lambda c: StoredAmendments(c).last(1),
    "an agreement by the beginning of its hash": lambda c: StoredAgreements(c).found("0123456789abcdef"),
    "the last application of a supplier": lambda c: StoredApplications(c).latest(1),
    "the review of an order": lambda c: StoredReviews(c).get(1),
    "a supplier's own products": lambda c: StoredStall(c).page(1, ["cup"], 0, 6),
    "whether a card is being charged": lambda c: StoredOrderMoney(c).held_since(1, NOON),
    "what is over": lambda c: StoredNegotiations(c).ended(SELLER, 0, 5),
}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", ASKED)
async def test_no_table_is_read_from_end_to_end(database: Database, name: str) -> None:
    asked: list[str] = []

    async def plans(connection: Connection) -> list[str]:
        assert isinstance(connection, InPlaceConnection)
        connection.driver.set_trace_callback(asked.append)
        await ASKED[name](connection)
        connection.driver.set_trace_callback(None)
        steps = [connection.driver.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall() for sql in asked]
        return [step[3] for plan in steps for step in plan]

    found = await database.run(plans)

    assert asked
    assert found
    assert [step for step in found if WALKED.match(step)] == []
