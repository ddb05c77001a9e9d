"""Filling a database with the deals of others: rows as the bot writes them, made by the database itself."""

import json
import time
from functools import partial
from typing import Final

from sqlalchemy import text

from storage.database import Connection, Database

FIRST: Final = 1_000_000_000
"""Ids of the filling begin here, out of the couples' way."""

GOODS: Final = {
    "product_id": 1,
    "title_en": "Stainless steel water bottle 500 ml",
    "title_zh": "不锈钢保温杯500毫升",
    "unit": "piece",
    "currency": "CNY",
    "moq": 100,
}
TERMS: Final = {
    "quantity": 500,
    "unit": "piece",
    "price_points": 130_000,
    "currency": "CNY",
    "lead_time_days": 20,
}

DETAILS: Final = {"delivery": {"address": "12 Harbour Street"}}

NUMBERS: Final = (
    "WITH RECURSIVE numbers (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM numbers WHERE k < {count}) "
)
FILLING: Final = (
    # Ten deals a buyer, a hundred a supplier; the last twentieth of the negotiations are still open.
    (10, "persons (id, language, reachable, since) SELECT {first} + k, 'en', TRUE, {now}"),
    (
        100,
        "suppliers (id, name, name_zh, qualification, province, city, phone) "
        "SELECT {first} + k, 'Supplier ' || k, '', 'unverified', 'Zhejiang', 'Ningbo', ''",
    ),
    (
        1,
        "negotiations (id, buyer_id, supplier_id, product_id, goods, status, version, expires_at, changed_at)"
        " SELECT {first} + k, {buyer}, {supplier}, 1, {goods}, "
        "CASE WHEN k % 20 = 0 THEN 'awaiting_seller' ELSE 'ordered' END, 2, {now} + 250000000, {now} - k",
    ),
    *(
        (
            1,
            "offers (negotiation_id, number, side, author_id, terms, digest, source, at) "
            f"SELECT {{first}} + k, {number}, '{side}', {{buyer}}, {{terms}}, 'd' || k, 'line', {{now}} - k",
        )
        for number, side in ((1, "buyer"), (2, "seller"))
    ),
    (
        1,
        "orders (id, negotiation_id, buyer_id, supplier_id, goods, version, terms, details, revision, "
        "status, expires_at, placed_at, changed_at) "
        "SELECT {first} + k, {first} + k, {buyer}, {supplier}, {goods}, 2, {terms}, {details}, 1, "
        "'awaiting_payment', {now} + 250000000, {now} - k, {now} - k",
    ),
    *(
        (
            1,
            "confirmations (order_id, revision, side, person_id, digest, at) "
            f"SELECT {{first}} + k, 1, '{side}', {{buyer}}, 'd' || k, {{now}} - k",
        )
        for side in ("buyer", "seller")
    ),
    *(
        (
            1,
            "moves (subject, subject_id, number, deed, actor, person_id, to_status, version, cause, at) "
            f"SELECT '{subject}', {{first}} + k, {number}, 'confirm', 'buyer', {{buyer}}, 'agreed', 1, "
            "'update ' || k, {now} - k",
        )
        for subject, number in (("negotiation", 1), ("negotiation", 2), ("negotiation", 3), ("order", 1))
    ),
    (
        1,
        "cards (chat_id, message_id, subject, subject_id, version) "
        "SELECT {buyer}, k, 'order', {first} + k, 1",
    ),
    (
        1,
        "inbox (bot_id, update_id, lane, status, attempts, not_before, received_at) "
        "SELECT 4242, -k, {buyer}, 'done', 0, 0, {now} - k",
    ),
    (
        1,
        "outbox (chat_id, kind, body, cause, status, attempts, doubtful, not_before, written_at, settled_at) "
        "SELECT {buyer}, 'notice', {goods}, 'update ' || k, 'done', 0, 0, 0, {now} - k, {now} - k",
    ),
)
"""One row for so many orders, and which."""


async def fill(database: Database, orders: int) -> None:
    """So many orders with everything that belongs to them, and what was received and sent last."""
    for orders_a_row, sql in FILLING:
        # Up to the number of the last buyer and the last supplier, who begin at 0.
        count = orders if orders_a_row == 1 else orders // orders_a_row + 1
        await database.run(partial(_insert, sql=sql, count=count))
    await database.run(lambda connection: connection.exec_driver_sql("ANALYZE"))


async def _insert(connection: Connection, sql: str, count: int) -> None:
    is_postgresql = connection.dialect.name == "postgresql"
    if is_postgresql:
        await connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    json_of = "CAST('{}' AS JSON)" if is_postgresql else "'{}'"
    head, _, row = sql.partition(" SELECT ")
    filled = f"INSERT INTO {head} {NUMBERS} SELECT {row} FROM numbers".format(
        count=count,
        first=FIRST,
        now=int(time.time() * 1000),
        buyer=f"{FIRST} + k / 10 + 1",
        supplier=f"{FIRST} + k / 100 + 1",
        goods=json_of.format(json.dumps(GOODS, ensure_ascii=False)),
        terms=json_of.format(json.dumps(TERMS, ensure_ascii=False)),
        details=json_of.format(json.dumps(DETAILS)),
    )
    await connection.execute(text(filled.replace(":", "\\:")))
