"""The doctor finds nothing in a healthy house, and each planted defect by its query."""

from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from storage.balance_triggers import balance_statements
from storage.copies import Copied, settle
from storage.doctor import FILES_SAY, examine, examine_all, examine_files, examine_terms
from storage.files import FileStore, name_of
from storage.invariants import QUERIES
from storage.triggers import SNAPSHOTS, WRITTEN_ONCE, snapshot_statements, statements
from tests.builders import BUYER, SELLER, Trade, draft

ORDER = """INSERT INTO orders (id, negotiation_id, buyer_id, supplier_id, goods, version, terms, details,
    revision, status, expires_at, placed_at, changed_at) SELECT 9, n.id, 10, 1, n.goods, 1, '{}', '{}', 1,
    'cancelled', 1, 1, 1 FROM negotiations n
    WHERE n.status = 'declined'"""
MOVE = """INSERT INTO moves (subject, subject_id, number, deed, actor, from_status, to_status, version, cause,
    at) VALUES ('{}', 1, 9, '{}', '{}', '{}', '{}', 1, 'test', 1)"""
LETTER = """INSERT INTO outbox (chat_id, kind, body, cause, status, attempts, doubtful, not_before,
    written_at, settled_at) VALUES (10, 'notice', '{{"n": {}}}', 'test', '{}', 0, {}, 0, {}, {})"""
UPDATE = """INSERT INTO inbox (bot_id, update_id, lane, status, attempts, not_before, received_at)
    VALUES (1, {}, 1, '{}', 0, 0, {})"""
APPLICATION = """INSERT INTO applications (id, supplier_id, kind, company, code, applicant_id, at, status,
    ended_by, ended_at) VALUES (1, 1, 'trustpass', 'x', 'x', 20, 1, 'granted', {}, 2)"""
STEP = "INSERT INTO application_steps (application_id, step, person_id, at) VALUES (1, 'grant', 20, 1)"
ANSWER = """INSERT INTO outbox (chat_id, kind, body, cause, status, attempts, doubtful, not_before,
    written_at) VALUES (10, 'reply', '{{"query_id": "{}"}}', '{}', 'done', 0, 0, 0, 1)"""
CARD = "INSERT INTO cards VALUES (10, {}, 'negotiation', 1, 1, NULL)"
MESSAGE = """INSERT INTO messages (negotiation_id, side, author_id, body, at, {})
    VALUES (1, 'buyer', 10, 'hello', 0, {})"""
BOOKING = """INSERT INTO bookings (id, order_id, kind, method, key, cause, at)
    SELECT 1, id, '{}', 'alipay', 'a', 'test', 0 FROM orders"""
POSTINGS = "INSERT INTO postings VALUES (1, 'buyer', {}, '{}'), (1, 'supplier', {}, '{}')"
CLAIM = """INSERT INTO claims (id, order_id, buyer_id, supplier_id, kind, reason, "count", days, bundle_id,
    claimed, currency, status, version, approved_by, repaid, decided, opened_at, expires_at, changed_at)
    SELECT 1, min(id), 10, 1, 'late', 'late', 0, 3, 0, 9900, 'CNY', '{}', 1, '[]', 0, 0, 1, {}, 1
    FROM orders"""
AMOUNT = """INSERT INTO claim_versions (claim_id, number, author, author_id, remedy, minor, address, reason,
    digest, at) VALUES (1, {}, 'buyer', 10, 'compensation', {}, '', '', 'x', 1)"""
REFUND = """INSERT INTO bookings (id, order_id, kind, method, key, cause, at)
    SELECT 1, min(id), 'allowance', 'alipay', 'claim {} refund 0', 'test', 0 FROM orders"""
GOODS = """INSERT INTO claim_versions (claim_id, number, author, author_id, remedy, minor, address, reason,
    digest, at) VALUES (1, 1, 'buyer', 10, 'refund', 5, '', '', 'x', 1)"""
SET_OFF = """INSERT INTO bookings (id, order_id, kind, method, key, cause, at)
    SELECT 1, min(id), 'payment', 'transfer', 'claim 1 set off 0', 'test', 0 FROM orders"""
PARCEL = """INSERT INTO return_parcels (claim_id, side, author_id, at, carrier, carrier_name, tracking)
    VALUES (1, '{}', 10, 1, 'dhl', '', '1234567890')"""
CONTEST = """INSERT INTO return_contests (claim_id, side, author_id, at, reason)
    VALUES (1, 'seller', 20, 1, 'An empty box')"""
AMENDMENT = "INSERT INTO amendments VALUES (1, {}, 1, 'buyer', 10, '{{}}', '{{}}', 0)"
AMENDED = "INSERT INTO amendment_answers VALUES (1, 1, 'accepted', 'seller', 20, 0)"
BUNDLE = """INSERT INTO evidence_bundles (id, purpose, person_id, side, order_id, opened_at, closed_at)
    SELECT 1, 'golden', {}, '{}', min(id), 1, 2 FROM orders"""
EXHIBIT = """INSERT INTO exhibits (bundle_id, place, person_id, unique_id, kind, file, size, words, album,
    telegram_id, at) VALUES (1, {}, {}, 'AQ', 'photo', '{{}}', 1, '', '', 1, {})"""
GOLDEN = "INSERT INTO golden_samples SELECT id, 1, 1, 10, 0, '[]', '', 'x', 1 FROM orders"
CHANGES = """INSERT INTO wanted_changes (id, order_id, number, buyer_id, supplier_id, product_id, opened_at,
    status, expires_at, changed_at, checked) SELECT 1, min(id), 1, 10, 1, 1, 1, '{}', {}, 1, '[]'
    FROM orders"""
CREDIT = """INSERT INTO bookings (id, order_id, kind, method, key, cause, at)
    SELECT 1, id, 'payment', 'alipay', 'sample credit 7 1 taken', 'test', 0 FROM orders"""
SAMPLE = """INSERT INTO sample_requests (id, buyer_id, supplier_id, product_id, order_id, goods, pieces,
    wishes, closing, status, version, expires_at, changed_at)
    SELECT 1, 10, 1, 1, {}, '{{}}', 2, '', '', '{}', {}, {}, 1 FROM orders ORDER BY id LIMIT 1"""
NOW, HOUR = 4_000_000_000_000, 3_600_000

REVIEW = """INSERT INTO reviews (order_id, version, buyer_id, supplier_id, product_id, country, stars, words,
    photos, at) SELECT id, {}, {}, supplier_id, 1, '', 5, '', '[]', 1 FROM orders"""

DEFECTS = {
    "a request for a sample is ordered by one order, which is of a sample and of the same sides": [
        SAMPLE.format("id", "ordered", 0, NOW)
    ],
    "quotes of a sample run from 1 without gaps up to the one on the table": [
        SAMPLE.format("NULL", "quoted", 1, NOW)
    ],
    "every move of a request for a sample is in the table": [
        MOVE.format("sample", "quote", "buyer", "expired", "quoted")
    ],
    "the last move of each request for a sample leads to its status": [
        SAMPLE.format("NULL", "declined", 0, NOW)
    ],
    "no request for a sample has been out of time for an hour": [
        SAMPLE.format("NULL", "awaiting_seller", 0, 1)
    ],
    "nobody decides on his own application": [APPLICATION.format(20), STEP],
    "the record of each application leads to its status": [APPLICATION.format(10)],
    "a supplier with people has an owner": ["UPDATE memberships SET role = 'sales'"],
    "a review belongs to the buyer and the supplier of its order, and its answer to the supplier": [
        REVIEW.format(1, SELLER)
    ],
    "the versions of a review run from 1 without gaps": [REVIEW.format(2, BUYER)],
    "no supplier has more stars than five for a review, nor kept or failed more than it promised": [
        "UPDATE suppliers SET stars = 6, reviews = 1"
    ],
    "a negotiation repeats freight figures exactly if its ledger holds some": [
        "UPDATE negotiations SET freight = '[]'"
    ],
    "a binding order has the confirmation of both sides for its revision": [
        "DELETE FROM confirmations WHERE side = 'buyer'"
    ],
    "both confirmations of a binding order sign the same": [
        "UPDATE confirmations SET digest = 'other' WHERE side = 'buyer'"
    ],
    "an order that both sides confirmed is not left waiting": [
        "UPDATE orders SET status = 'awaiting_confirmation'"
    ],
    "a negotiation has at most one order, and is ordered exactly if it has one": [ORDER],
    "what is ordered without haggling is ordered by one deed, the first and only one": [
        MOVE.format("negotiation", "order_now", "buyer", "declined", "ordered")
    ],
    "no deed goes back to an older version than the deed before": [
        "UPDATE moves SET version = 0 WHERE deed = 'accept'"
    ],
    "what is accepted and ordered is the version on the table": [
        "UPDATE negotiations SET version = 2 WHERE status = 'ordered'"
    ],
    "each confirmation was given while its revision stood": [
        "UPDATE confirmations SET revision = 2 WHERE side = 'seller'"
    ],
    "nobody stands on both sides": ["UPDATE confirmations SET person_id = 10"],
    "versions run from 1 without gaps up to the one on the table": ["UPDATE negotiations SET version = 2"],
    "every move of a negotiation is in the table": [
        MOVE.format("negotiation", "accept", "clock", "agreed", "ordered")
    ],
    "every move of an order is in the table": [
        MOVE.format("order", "confirm", "buyer", "cancelled", "awaiting_payment")
    ],
    "each move begins where the one before ended": ["UPDATE moves SET number = 8 WHERE deed = 'accept'"],
    "the last move of each negotiation and order leads to its status": [
        "UPDATE orders SET status = 'cancelled'"
    ],
    "no open negotiation has been out of time for an hour": [
        "UPDATE negotiations SET status = 'agreed', expires_at = 1"
    ],
    "an order ends once": [
        MOVE.format("order", "agree_to_cancel", "buyer", "in_production", "cancelled"),
        MOVE.format("order", "complete", "buyer", "delivered", "completed").replace(", 9,", ", 10,"),
    ],
    "no open order has been out of time for an hour": ["UPDATE orders SET expires_at = 1"],
    "no request to cancel has been unanswered for an hour longer than it may": [
        "UPDATE orders SET cancel_until = 1"
    ],
    "a request to cancel waits exactly where somebody asked and the order is not shipped": [
        "UPDATE orders SET cancel_asked_by = 'buyer'"
    ],
    "an order has shipped what its consignments hold, and never more than was ordered": [
        "UPDATE orders SET shipped = 1"
    ],
    "an order is shipped exactly when all of it left": ["UPDATE orders SET status = 'shipped'"],
    "the consignments of an order are numbered from 1 without gaps": [
        "INSERT INTO consignments VALUES (1, 2, 5, '', 0, 'dhl', '', '1', 20, 1)"
    ],
    "time stands still only where somebody is waited for": [
        "UPDATE negotiations SET frozen_at = 1 WHERE status = 'declined'"
    ],
    "every booking is in its order's currency": [
        BOOKING.format("payment"),
        POSTINGS.format(-5, "USD", 5, "USD"),
    ],
    "the postings of each booking sum to nothing": [BOOKING.format("payment")],
    "each charge of an order is booked once, as it was charged": [
        "INSERT INTO charges (key, provider_key, payload, minor, currency, order_id, person_id, at)"
        " SELECT 'c', 'p', 'x', 5, 'CNY', id, 10, 0 FROM orders"
    ],
    "never was more given back than had been paid": [
        BOOKING.format("refund"),
        POSTINGS.format(5, "CNY", -5, "CNY"),
    ],
    "never was more given back in a way than had been paid in it": [
        BOOKING.format("refund"),
        POSTINGS.format(5, "CNY", -5, "CNY"),
    ],
    "a claim counts as refunded exactly what was booked for it": [
        CLAIM.format("agreed", NOW),
        "UPDATE claims SET repaid = 5",
    ],
    "each allowance is given for a claim on its order, or for a sample": [
        CLAIM.format("agreed", NOW),
        REFUND.format(2),
    ],
    "a claim ends as refunded exactly when all was given back that is owed for it": [
        CLAIM.format("refunded", NOW),
        GOODS,
    ],
    "what is set against the price of goods is given back at once": [
        CLAIM.format("agreed", NOW),
        SET_OFF,
        POSTINGS.format(-5, "CNY", 5, "CNY"),
    ],
    "each way back has its parcel": [CLAIM.format("agreed", NOW), PARCEL.format("buyer")],
    "each replacement has its parcel": [CLAIM.format("agreed", NOW), PARCEL.format("seller")],
    "each contest says why": [CLAIM.format("agreed", NOW), CONTEST],
    "only what a seller received, or a provider charged, is booked as paid": [
        "INSERT INTO payment_statements (id, order_id, method, minor, currency, person_id, slips, at)"
        " SELECT 1, id, 'alipay', 5, 'CNY', 10, '[]', 0 FROM orders",
        "INSERT INTO statement_answers (statement_id, received, minor, reason, person_id, at)"
        " VALUES (1, TRUE, 5, '', 20, 0)",
    ],
    "an order is funded by what was booked for it": [
        "UPDATE orders SET funded_at = 1",
        "UPDATE moves SET deed = 'fund' WHERE to_status = 'awaiting_payment'",
    ],
    "nobody speaks for the other side": [
        "INSERT INTO messages (negotiation_id, side, author_id, body, at) VALUES (1, 'seller', 10, 'hi', 0)"
    ],
    "an inquiry to several suppliers holds negotiations of its buyer only": [
        "INSERT INTO rfqs (id, buyer_id, sent_at) VALUES (1, 11, 0)",
        "INSERT INTO rfq_negotiations VALUES (1, 1)",
    ],
    "numbers are given between the sides of a negotiation": [
        "INSERT INTO consents VALUES (1, 'buyers_own', 11, 1, 1, '+49', 0)"
    ],
    "evidence is of the side on which its sender stands, and of a claim on its order": [
        BUNDLE.format(BUYER, "seller")
    ],
    "every exhibit is copied, still to be, or known to be out of reach": [
        BUNDLE.format(BUYER, "buyer"),
        EXHIBIT.format(1, BUYER, NOW),
    ],
    "no exhibit has waited for its copy for an hour": [
        BUNDLE.format(BUYER, "buyer"),
        EXHIBIT.format(1, BUYER, 1),
        "INSERT INTO awaited_copies VALUES ('AQ', 'A', 1, 0, 0)",
    ],
    "the files of each bundle are counted without gaps and sent by whoever opened it": [
        BUNDLE.format(BUYER, "buyer"),
        EXHIBIT.format(2, BUYER, 1),
    ],
    "what came after Done is an addendum": [
        BUNDLE.format(BUYER, "buyer"),
        EXHIBIT.format(1, BUYER, 9),
    ],
    "an agreement was made of a revision that both sides confirmed": [
        "INSERT INTO agreements VALUES (1, 2, 'a', 'b', 0, 0)"
    ],
    "each amended revision came of an amendment that one side sent and the other accepted": [
        "UPDATE moves SET deed = 'amend' WHERE deed = 'complete_confirmation' OR subject = 'order'"
    ],
    "an accepted amendment is what its order's next revision was": [AMENDMENT.format(1), AMENDED],
    "an order has the terms of the amendment that was accepted last, if one was": [
        "UPDATE orders SET amended = '{}'"
    ],
    "amendments of an order are numbered from 1 without gaps": [AMENDMENT.format(2)],
    "no update is among the dead": [UPDATE.format(1, "dead", NOW)],
    "no update has waited for an hour": [UPDATE.format(1, "waiting", 1)],
    "an update does at most one deed to a negotiation and one to an order, or one to each of an inquiry": [
        "UPDATE moves SET cause = 'update 7' WHERE deed IN ('accept', 'decline')"
    ],
    "each version was offered by one deed": ["UPDATE moves SET version = 1 WHERE deed = 'counter'"],
    "a press has its effect by one update": [
        "UPDATE moves SET cause = 'update -1' WHERE deed = 'accept'",
        "UPDATE moves SET cause = 'update -2' WHERE deed = 'decline'",
        ANSWER.format("press", "update -1"),
        ANSWER.format("press", "update -2"),
    ],
    "an update has at most one answer": [ANSWER.format("", "update -1"), ANSWER.format("", "update -1")],
    "an event has one letter for each recipient": [
        LETTER.format(1, "done", 0, NOW, NOW),
        LETTER.format(1, "done", 0, NOW, NOW),
    ],
    "no letter was in doubt more than twice": [LETTER.format(1, "done", 3, NOW, NOW)],
    "every edit names a first wording of its author": [MESSAGE.format("edits", 99)],
    "every file that was sent is copied, or still to be": [MESSAGE.format("size", 70_000)],
    "of each negotiation and order one card at most stands in a chat": [
        CARD.format(1),
        CARD.format(2),
    ],
    "amounts of a claim run from 1 without gaps up to the one on the table": [
        CLAIM.format("closed", NOW),
        AMOUNT.format(2, 9900),
    ],
    "every move of a claim is in the table": [MOVE.format("claim", "agree", "buyer", "closed", "agreed")],
    "the last move of each claim leads to its status": [CLAIM.format("closed", NOW)],
    "only a sample that its buyer received is a golden one": [GOLDEN],
    "a sample's credit stands on both orders with the same amount, and once": [
        CREDIT,
        POSTINGS.format(-500, "CNY", 500, "CNY"),
    ],
    "every move of a list of changes is in the table": [
        MOVE.format("changes", "withdraw", "seller", "awaiting_seller", "withdrawn")
    ],
    "the last move of each list of changes leads to its status": [CHANGES.format("withdrawn", NOW)],
    "answers to a wanted change run from 1 without gaps, and an answered list has one to each": [
        CHANGES.format("answered", NOW),
        "INSERT INTO wishes VALUES (1, 1, 'darker', 0)",
    ],
    "no list of changes has been out of time for an hour": [CHANGES.format("awaiting_seller", 1)],
    "no claim has been out of time for an hour": [CLAIM.format("awaiting_seller", 1)],
    "no amount is above what was claimed": [CLAIM.format("closed", NOW), AMOUNT.format(1, 9901)],
    "a compensation is booked exactly if its claim is settled, with the amount that was agreed": [
        CLAIM.format("settled", NOW),
        AMOUNT.format(1, 9900),
    ],
    "no operator did anything in a claim of his own": [
        CLAIM.format("escalated", NOW),
        """INSERT INTO moves (subject, subject_id, number, deed, actor, person_id, from_status, to_status,
           version, cause, at) VALUES ('claim', 1, 9, 'suggest', 'operator', 10, 'escalated', 'escalated', 1,
           'test', 1)""",
    ],
    "a claim is decided once at most, and by an operator": [
        MOVE.format("claim", "decide", "buyer", "escalated", "decided")
    ],
    "a claim names the version that was decided, which is an operator's": [
        CLAIM.format("closed", NOW),
        MOVE.format("claim", "dismiss", "operator", "escalated", "closed").replace(
            ", 1, 'test'", ", 0, 'test'"
        ),
    ],
    "no clock moved an order while a claim on it was in dispute": [
        CLAIM.format("escalated", NOW),
        MOVE.format("claim", "escalate", "buyer", "awaiting_buyer", "escalated"),
        MOVE.format("order", "receive", "clock", "shipped", "delivered"),
    ],
    "evidence is asked for only in a dispute, from 1 without gaps": [
        CLAIM.format("closed", NOW),
        "INSERT INTO evidence_requests VALUES (1, 2, 10, NULL, 'size', 1, 2, NULL, NULL)",
    ],
    "letters of a chat were settled in their order": [
        LETTER.format(1, "done", 0, NOW, NOW),
        LETTER.format(2, "done", 0, NOW, NOW - HOUR),
    ],
}


async def complaints(trade: Trade) -> set[str]:
    return {finding.says for finding in await examine(trade.database) if finding.rows}


async def without_guards(trade: Trade) -> None:
    """An accident that the triggers would have prevented."""
    postgresql = not trade.database.is_sqlite
    for table in WRITTEN_ONCE:
        for deed in ("UPDATE", "DELETE"):
            where = f" ON {table}" if postgresql else ""
            await trade.run_sql(f"DROP TRIGGER {table}_{deed}_refused{where}")
    if postgresql:
        await trade.run_sql("DROP TRIGGER postings_unbalanced_refused ON postings")
    for table in SNAPSHOTS:
        where = f" ON {table}" if postgresql else ""
        await trade.run_sql(f"DROP TRIGGER {table}_snapshot_refused{where}")


@pytest.fixture
async def busy(trade: Trade) -> Trade:
    """A house with a binding order, a declined inquiry and one that is open."""
    await trade.bound()
    await trade.declines(SELLER, await trade.inquires())
    await trade.counters(SELLER, await trade.inquires(), draft("13"))
    return trade


@pytest.fixture
async def unguarded(busy: Trade, database_url: str) -> Any:
    """The same without triggers, which are put back afterwards."""
    await without_guards(busy)
    yield busy
    if not busy.database.is_sqlite:
        await put_back(busy)


async def put_back(trade: Trade) -> None:
    made = (statements("postgresql", WRITTEN_ONCE), snapshot_statements("postgresql"))
    for statement in (*chain(*made), *balance_statements("postgresql")):
        await trade.database.run(lambda c, said=statement: c.exec_driver_sql(said))


async def test_a_healthy_house_has_no_complaints(busy: Trade) -> None:
    order = await busy.ordered()
    await busy.confirms(BUYER, order)
    await busy.edits(BUYER, order, "Elsewhere")
    await busy.cancels(SELLER, await busy.order(order.id))

    assert await complaints(busy) == set()


@pytest.mark.parametrize("says", [says for _, says, _ in QUERIES])
async def test_each_planted_defect_is_found_by_its_query(unguarded: Trade, says: str) -> None:
    for statement in DEFECTS[says]:
        await unguarded.run_sql(statement.replace(":", "\\:"))

    findings = await examine(unguarded.database)

    found = next(finding for finding in findings if finding.says == says)
    assert found.rows > 0
    assert found.sample


@pytest.mark.parametrize(
    ("says", "statement"),
    [
        ("each offer is as it was sent", "UPDATE offers SET terms = '{}' WHERE negotiation_id = 1"),
        ("each offer is as it was sent", "UPDATE offers SET digest = 'other' WHERE number = 2"),
        ("each order keeps the terms of its version", "UPDATE orders SET terms = '{\"quantity\": 1}'"),
        (
            "the lines of each order add up to its quantity",
            """UPDATE orders SET details = '{"delivery": {"address": "x"}, "lines": [[[["a", "b"]], 1]]}'""",
        ),
    ],
)
async def test_altered_terms_are_found_by_their_fingerprint(
    unguarded: Trade, says: str, statement: str
) -> None:
    sound = await examine_terms(unguarded.database)
    await unguarded.run_sql(statement.replace(":", "\\:"))

    found = await examine_terms(unguarded.database)

    assert says in {each.says for each in sound if not each.rows}
    assert [(each.says, each.rows) for each in found if each.rows] == [(says, 1)]


async def test_one_flipped_byte_and_a_lost_file_are_found(busy: Trade, tmp_path: Path) -> None:
    store = FileStore(str(tmp_path))
    whole, altered = await store.put(b"a photo"), await store.put(b"another photo")
    for key in (whole, altered, "f" * 64):
        settled = Copied(key[:9], key, 7 if key == whole else 13)
        await busy.run_sql(f"INSERT INTO awaited_copies VALUES ('{settled.unique_id}', 'A', 1, 0, 0)")
        await busy.database.run(lambda c, copied=settled: settle(c, copied))
    sound = (tmp_path / name_of(altered)).read_bytes()
    (tmp_path / name_of(altered)).write_bytes(bytes([sound[0] ^ 1]) + sound[1:])

    findings = await examine_files(busy.database, store)

    assert [(each.says, each.rows, each.sample) for each in findings] == [
        (FILES_SAY[0], 1, f": {'f' * 16}"),
        (FILES_SAY[1], 1, f": {altered[:16]}"),
    ]


async def test_defects_are_counted_and_a_few_of_them_shown(busy: Trade) -> None:
    for number in range(5):
        await busy.run_sql(UPDATE.format(number, "dead", NOW))

    found = next(each for each in await examine_all(busy.database) if each.rows)

    assert (found.rows, found.sample) == (5, ": 1, 2, 3")
