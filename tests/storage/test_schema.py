"""The schema: walked up and down, equal to the tables, and refusing nonsense."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection as SyncConnection
from sqlalchemy import inspect, select
from sqlalchemy.exc import DBAPIError

from domain.lifecycle import OrderStatus
from domain.review import Opinion
from services.absence import note_absence
from services.asking import say
from services.order_deeds import OrderTarget
from services.qualifying import Qualifying
from services.receiving import Receiving
from services.reviewing import Reviewing
from services.said import File, Kind, Said
from storage.database import Database, open_database
from storage.doctor import examine
from storage.migrating import migrate
from storage.revisions import FOLDER, newest_revision
from storage.tables import metadata
from storage.tables.people import memberships
from storage.triggers import KEPT
from storage.triggers import WRITTEN_ONCE as WRITTEN_ONCE_TABLES
from tests.applications import applies, request
from tests.builders import BUYER, COLLEAGUE, RIVAL, SELLER, STRANGER, SUPPLIER, Trade
from tests.late_orders import WEEK, agrees, claims, pays, promised, ships

PHOTO = Said("Like this", Kind.PHOTO, File("AgAC", "AQAD", size=9), telegram_id=5)
FIGURE = """INSERT INTO freight_figures
    (negotiation_id, method, currency, minor, count, country, author_id, at)
    SELECT id, 'sea', 'CNY', 5, 1, '', 20, 1 FROM negotiations"""
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


async def look(database: Database, function: Any) -> Any:
    return await database.run(lambda connection: connection.run_sync(function))


def tables(connection: SyncConnection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def differences(connection: SyncConnection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def misnamed(connection: SyncConnection) -> set[str]:
    """Constraints whose names the migrations and the tables do not agree on."""
    found, seen = set[str](), inspect(connection)
    for name, table in metadata.tables.items():
        checks, keys = seen.get_check_constraints(name), seen.get_foreign_keys(name)
        indexes = [each for each in seen.get_indexes(name) if not each.get("duplicates_constraint")]
        named = {str(each["name"]) for each in (*checks, *keys, *indexes)}
        own = {str(each.name) for each in table.constraints} | {str(each.name) for each in table.indexes}
        found |= named ^ {each for each in own if not each.startswith(("pk_", "uq_"))}
    return found


def triggers(connection: SyncConnection) -> int:
    return len(connection.exec_driver_sql(TRIGGERS[connection.dialect.name]).all())


async def test_the_stairs_lead_up_down_and_up_again(bare_url: str) -> None:
    async with open_database(bare_url) as database:
        steps = []
        for revision in ("head", "base", "head"):
            await migrate(database, revision)
            steps.append(
                (await look(database, tables) == set(metadata.tables), await look(database, triggers))
            )

        balance = 0 if database.is_sqlite else 1  # where postings are summed up as the transaction ends
        protected = 2 * len(WRITTEN_ONCE_TABLES) + len(KEPT) + balance
        assert steps == [(True, protected), (False, 0), (True, protected)]
        assert await look(database, differences) == []
        assert await look(database, misnamed) == set()


async def test_what_both_schemas_know_survives_the_stairs(bare_url: str) -> None:
    async with open_database(bare_url) as database:
        await migrate(database)
        trade = await Trade(database).stock()
        asked = await trade.inquires()
        said = await trade.does(BUYER, lambda b, p: say(b, p, asked.id, PHOTO))
        for gone in (SELLER, COLLEAGUE):
            await trade.does(STRANGER, lambda b, _, g=gone: note_absence(b, g))
        await trade.run_sql(FIGURE)
        await trade.run_sql("UPDATE negotiations SET frozen_at = frozen_at - 3600000")

        await migrate(database, f"-{len(list(FOLDER.glob('versions/0*.py'))) - 1}")
        await migrate(database, "head")

        found = await trade.does(BUYER, lambda b, _: b.talk.get(1))
        again = await trade.negotiation(asked.id)
        assert said
        assert found
        assert (found.body, again.offer) == (said.body, asked.offer)
        assert again.frozen_at is None
        assert again.expires_at >= asked.expires_at + timedelta(hours=1)


async def test_orders_survive_the_stairs_and_their_clocks_run(bare_url: str) -> None:
    async with open_database(bare_url) as database:
        await migrate(database)
        trade = await Trade(database).stock()
        placed = await trade.orders(BUYER, await trade.accepts(SELLER, await trade.inquires()))
        bound = await trade.bound()

        await migrate(database, f"-{int(newest_revision()) - 8}")
        await migrate(database, "head")

        found = [await trade.does(BUYER, lambda b, _, o=each: b.orders.get(o.id)) for each in (placed, bound)]
        assert [order and order.confirmations for order in found] == [(), bound.confirmations]
        assert found[0] == placed
        assert found[1]
        assert bound.expires_at - found[1].expires_at < timedelta(seconds=9)
        assert [each for each in await examine(database) if each.rows] == []


async def test_what_an_older_schema_has_no_place_for_does_not_bar_the_stairs(bare_url: str) -> None:
    async with open_database(bare_url) as database:
        await migrate(database)
        trade = await Trade(database).stock()
        order = await promised(trade)
        claim = await agrees(trade, SELLER, await claims(trade, order))
        await pays(trade, claim)
        order = await ships(trade, order, order.left, WEEK)
        target = OrderTarget(order.id, order.revision)
        await trade.does(BUYER, lambda b, p: Receiving(b, p).receive(target))
        await trade.does(BUYER, lambda b, p: Reviewing(b, p).write(order.id, Opinion(2, "late")))
        await applies(trade)

        await migrate(database, f"-{int(newest_revision()) - 8}")
        await migrate(database, "head")

        found = await trade.does(BUYER, lambda b, _: b.orders.get(order.id))
        assert found
        assert (found.status, found.details.delivery) == (
            OrderStatus.AWAITING_PAYMENT,
            order.details.delivery,
        )


async def test_whoever_came_first_becomes_the_owner(bare_url: str) -> None:
    async with open_database(bare_url) as database:
        await migrate(database)
        trade = await Trade(database).stock()
        await trade.run_sql(f"UPDATE persons SET since = 5 WHERE id IN ({SELLER}, {STRANGER})")

        await migrate(database, f"-{int(newest_revision()) - int('0017') + 1}")
        await migrate(database, "head")

        query = select(memberships.c.person_id, memberships.c.since).where(memberships.c.role == "owner")
        assert sorted(map(tuple, await trade.rows(query))) == [(COLLEAGUE, 0), (RIVAL, 0)]


async def test_two_workers_may_migrate_at_once(bare_url: str) -> None:
    async with open_database(bare_url) as one, open_database(bare_url) as two:
        await asyncio.gather(migrate(one), migrate(two))

        assert await look(two, tables) == set(metadata.tables)


FREIGHT = [
    """INSERT INTO freight_rates (method, origin, destination, currency, basis, points, minimum, fixed,
       days_min, days_max, valid_until, source, imported_at)
       VALUES ('sea', 'CN', 'DE', 'USD', 'cbm', 1, 0, 0, 1, 1, 1, 'test', 1)""",
    FIGURE,
    """INSERT INTO exchange_rates (base, quote, rate_e8, as_of, source, imported_at)
       VALUES ('USD', 'CNY', 5, 1, 'test', 1)""",
]
SAID = (
    "INSERT INTO messages (id, negotiation_id, side, author_id, body, at)"
    f" VALUES (1, :number, 'buyer', {BUYER}, 'hello', 0)"
)
REVIEWED = [
    """INSERT INTO reviews
       (order_id, version, buyer_id, supplier_id, product_id, country, stars, words, photos, at)
       SELECT id, 1, buyer_id, supplier_id, 1, '', 1, '', '[]', 1 FROM orders""",
    f"INSERT INTO review_photos VALUES ('a', 'b', 1, {BUYER}, 1)",
    f"INSERT INTO review_answers SELECT id, {SELLER}, 'thanks', 1 FROM orders",
]
WRITTEN_ONCE = [
    "UPDATE sample_quotes SET freight = 0",
    "DELETE FROM sample_quotes",
    "UPDATE sample_requests SET pieces = 9",
    "UPDATE offers SET terms = '{}'",
    "DELETE FROM offers",
    "UPDATE confirmations SET person_id = 99",
    "DELETE FROM confirmations",
    "UPDATE moves SET to_status = 'agreed'",
    "DELETE FROM moves",
    "UPDATE product_changes SET at = 1",
    "UPDATE freight_figures SET minor = 1",
    "DELETE FROM freight_rates",
    "UPDATE exchange_rates SET rate_e8 = 1",
    "UPDATE orders SET terms = '{}'",
    "UPDATE orders SET goods = '{}'",
    "UPDATE negotiations SET goods = '{}'",
    "UPDATE messages SET body = ''",
    "DELETE FROM messages",
    "UPDATE consents SET number = '1'",
    "DELETE FROM consents",
    "UPDATE application_photos SET kind = ''",
    "DELETE FROM application_steps",
    "UPDATE copies SET sha256 = ''",
    "UPDATE reviews SET stars = 5",
    "DELETE FROM reviews",
    "UPDATE review_photos SET file_id = ''",
    "DELETE FROM review_answers",
    "DELETE FROM copies",
    "UPDATE bookings SET key = 'b'",
    "DELETE FROM postings",
    "UPDATE charges SET minor = 1",
    "UPDATE payment_accounts SET details = '{}'",
    "DELETE FROM payment_statements",
    "UPDATE statement_answers SET minor = 1",
    "UPDATE agreements SET sha256 = ''",
    "DELETE FROM amendments",
    "UPDATE amendment_answers SET answer = 'declined'",
    "UPDATE milestones SET note = ''",
    "DELETE FROM milestone_files",
    "UPDATE consignments SET quantity = 2",
    "DELETE FROM consignment_files",
    "DELETE FROM waybills",
    "UPDATE cancel_requests SET reason = ''",
    "UPDATE claim_versions SET minor = 2",
    "UPDATE claims SET claimed = 2",
    "UPDATE evidence_requests SET until = 9",
]
AGREED = [
    "INSERT INTO agreements VALUES (1, 1, 'a', 'b', 0, 0)",
    f"INSERT INTO amendments VALUES (1, 1, 1, 'buyer', {BUYER}, '{{}}', '{{}}', 0)",
    f"INSERT INTO amendment_answers VALUES (1, 1, 'accepted', 'seller', {SELLER}, 0)",
]
PAID = (
    "INSERT INTO bookings (id, order_id, kind, method, key, cause, at)"
    " SELECT 1, id, 'payment', 'card', 'a', 'x', 0 FROM orders",
    "INSERT INTO postings VALUES (1, 'buyer', -5, 'CNY'), (1, 'provider', 5, 'CNY')",
    "INSERT INTO charges (key, provider_key, payload, minor, currency, person_id, at)"
    f" VALUES ('a', 'p', 'x', 5, 'CNY', {BUYER}, 0)",
    "INSERT INTO payment_accounts (supplier_id, method, details, person_id, at)"
    f" VALUES ({SUPPLIER}, 'alipay', '{{}}', {SELLER}, 0)",
    "INSERT INTO payment_statements (id, order_id, method, minor, currency, person_id, slips, at)"
    f" SELECT 1, id, 'alipay', 5, 'CNY', {BUYER}, '[]', 0 FROM orders",
    "INSERT INTO statement_answers (statement_id, received, minor, reason, person_id, at)"
    f" VALUES (1, TRUE, 5, '', {SELLER}, 0)",
)

SHIPPED = (
    f"INSERT INTO milestones VALUES (1, 1, 'half', 'note', 0, {SELLER}, 1)",
    "INSERT INTO milestone_files VALUES (1, 1, 'photo', '{}')",
    f"INSERT INTO consignments VALUES (1, 1, 5, '', 0, 'dhl', '', '1', {SELLER}, 1)",
    "INSERT INTO consignment_files VALUES (1, 1, 1, 'photo', '{}')",
    f"INSERT INTO waybills VALUES (1, 1, 1, 'dhl', '', '2', {SELLER}, 1)",
    f"INSERT INTO cancel_requests VALUES (1, 1, 'buyer', 'why', {BUYER}, 1)",
    'INSERT INTO claims (id, order_id, buyer_id, supplier_id, kind, reason, "count", days, bundle_id,'
    " claimed, currency, status, version, approved_by, repaid, decided, opened_at, expires_at, changed_at)"
    f" VALUES (1, 1, {BUYER}, {SUPPLIER}, 'late', 'late', 0, 1, 0, 5, 'CNY', 'closed', 1, '[]',"
    " 0, 0, 0, 0, 0)",
    "INSERT INTO claim_versions (claim_id, number, author, author_id, remedy, minor, address, reason,"
    f" digest, at) VALUES (1, 1, 'buyer', {BUYER}, 'compensation', 5, '', '', 'd', 0)",
    f"INSERT INTO evidence_requests VALUES (1, 1, {RIVAL}, NULL, 'size', 1, 2, NULL, NULL)",
)


SAMPLED = (
    "INSERT INTO sample_requests (id, buyer_id, supplier_id, product_id, goods, pieces, status, version,"
    f" expires_at, changed_at) VALUES (1, {BUYER}, {SUPPLIER}, 1, '{{}}', 1, 'quoted', 1, 0, 0)",
    f"INSERT INTO sample_quotes VALUES (1, 1, {SELLER}, 5, 3, 'CNY', NULL, FALSE, 0)",
)


@pytest.mark.parametrize("statement", WRITTEN_ONCE)
async def test_what_was_said_is_never_rewritten(trade: Trade, statement: str) -> None:
    order = await trade.bound()
    for row in (*FREIGHT, *AGREED):
        await trade.run_sql(row)
    await trade.run_sql(SAID, number=order.negotiation_id)
    await trade.run_sql("INSERT INTO copies VALUES ('u', 'a', 1, '', '', '', '', '', 0)")
    await trade.run_sql(f"INSERT INTO product_changes VALUES (1, 1, {SELLER}, 'added', '{{}}', 0)")
    await trade.does(SELLER, lambda b, p: Qualifying(b, p).apply(request(), []))
    await trade.run_sql(f"INSERT INTO consents VALUES (1, 'buyers_own', {BUYER}, {SUPPLIER}, NULL, '+49', 0)")
    for row in (*PAID, *REVIEWED, *SHIPPED, *SAMPLED):
        await trade.run_sql(row)

    with pytest.raises(DBAPIError, match="written once"):
        await trade.run_sql(statement)


NONSENSE = [
    "UPDATE orders SET kind = 'gift'",
    "INSERT INTO sample_requests (buyer_id, supplier_id, product_id, goods, pieces, status, version,"
    " expires_at, changed_at) VALUES (10, 1, 1, '{}', 0, 'quoted', 0, 0, 0)",
    "INSERT INTO sample_requests (buyer_id, supplier_id, product_id, goods, pieces, status, version,"
    " expires_at, changed_at) VALUES (10, 1, 1, '{}', 1, 'ordered', 0, 0, 0)",
    "INSERT INTO evidence_requests VALUES (1, 1, 30, 'both', 'size', 1, 2, NULL, NULL)",
    "INSERT INTO evidence_requests VALUES (1, 1, 30, NULL, 'tea', 1, 2, NULL, NULL)",
    "INSERT INTO consignments VALUES (1, 1, 0, '', 0, 'dhl', '', '1', 20, 1)",
    "INSERT INTO consignments VALUES (1, 0, 5, '', 0, 'dhl', '', '1', 20, 1)",
    "INSERT INTO milestones VALUES (1, 1, 'imagined', 20, '', 0, 1)",
    "INSERT INTO cancel_requests VALUES (1, 1, 'both', 20, '', 1)",
    "UPDATE memberships SET role = 'boss'",
    "UPDATE negotiations SET status = 'haggling'",
    "UPDATE negotiations SET version = 0",
    "UPDATE negotiations SET buyer_id = 12345",
    "UPDATE orders SET status = 'lost'",
    "UPDATE orders SET shipped = -1",
    "UPDATE orders SET version = 9",
    "INSERT INTO consents SELECT 1, 'a whim', buyer_id, supplier_id, NULL, '+49', 0 FROM orders",
    "INSERT INTO bookings (order_id, kind, method, key, cause, at)"
    " SELECT id, 'gift', 'card', 'a', 'x', 0 FROM orders",
    "INSERT INTO bookings (order_id, kind, method, key, cause, at)"
    " SELECT id, 'reversal', 'card', 'a', 'x', 0 FROM orders",
    "INSERT INTO payment_statements (order_id, method, minor, currency, person_id, slips, at)"
    " SELECT id, 'card', 5, 'CNY', buyer_id, '[]', 0 FROM orders",
    "UPDATE persons SET language = 'fr' WHERE id = 10",
    "UPDATE products SET moq = 0",
    "UPDATE products SET moq = 10000001",
    "UPDATE products SET title_en = '', title_zh = ''",
    "UPDATE suppliers SET qualification = 'excellent'",
    "UPDATE outbox SET status = 'lost'",
    "UPDATE outbox SET kind = 'gossip'",
    "INSERT INTO addresses (person_id, address, place, used_at) VALUES (10, 'x', 'castle', 0)",
    "INSERT INTO addresses (person_id, address, used_at) VALUES (10, '', 0)",
    "DELETE FROM negotiations",
    "DELETE FROM suppliers",
    "INSERT INTO orders SELECT id + 1, negotiation_id, buyer_id, supplier_id, goods, version, terms,"
    " amended, details, revision, status, expires_at, warned_at, placed_at, changed_at, warns_at, funded_at,"
    " shipped, cancel_asked_by FROM orders",
]


@pytest.mark.parametrize("statement", NONSENSE)
async def test_the_database_refuses_nonsense(trade: Trade, statement: str) -> None:
    await trade.bound()

    with pytest.raises(DBAPIError):
        await trade.run_sql(statement)
