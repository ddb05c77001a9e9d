"""Part K: forged, malformed and hostile requests at the webhook's door."""

import asyncio
import gzip
import json

import pytest

from storage.tables.people import persons
from tests.faults.rig import dead, rest, table_rows
from tests.faults.workers import HEADER, SECRET, Workshop

NESTED = b"[" * 900 + b"]" * 900
BODIES = (
    b"",
    b"null",
    b"[]",
    b"7",
    b'"update"',
    b"{}",
    b"{",
    b"\xff\xfe\x00",
    b'{"update_id": "7"}',
    b'{"update_id": true}',
    b'{"update_id": 1.5}',
    b'{"update_id": 18446744073709551615}',
    b'{"update_id": 9223372036854775808, "message": {}}',
    b'{"update_id": -9223372036854775809}',
    b'{"update_id": 99999999999999999999999999}',
    b'{"update_id": 81, "message": 5}',
    b'{"update_id": 82, "message": {"from": {"id": 18446744073709551615}}}',
    b'{"update_id": 83, "message": {"from": [1]}}',
    b'{"update_id": 84, "message": {"from": {"id": 1e400}, "chat": null}}',
    b'{"update_id": 85, "callback_query": {"from": {"id": 5}, "data": "\\ud800"}}',
    b'{"update_id": 86, "message": ' + NESTED + b"}",
    b'{"update_id": 87, "no_such_kind": {"x": "\\u0000"}}',
    NESTED,
)
FORGED = ("", "wrong", SECRET[:-1], SECRET + "x", SECRET.upper(), "pässword-ü", "\udcff\udcfe")


async def test_whatever_stands_in_a_request_is_kept_and_never_a_server_error(workshop: Workshop) -> None:
    worker = await workshop.start_behind_webhook()

    statuses = [await workshop.knock(worker, body) for body in BODIES]
    await workshop.ann.types("/start")
    await workshop.ann.sees("Yijia")

    await worker.stop()
    assert statuses == [200] * len(BODIES)
    assert (await dead(workshop.database_url))[0] > 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_without_the_whole_secret_nothing_comes_in(workshop: Workshop) -> None:
    worker = await workshop.start_behind_webhook()
    update = workshop.words(4711, "/start")

    statuses = [await workshop.knock(worker, update, **{HEADER: forged}) for forged in FORGED]
    async with workshop.session.post(
        worker.url, json=update, headers=[(HEADER, "no"), (HEADER, SECRET)]
    ) as two:
        statuses.append(two.status)

    await worker.stop()
    assert statuses == [401] * len(statuses)
    assert await table_rows(workshop.database_url, persons) == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_bombs_and_giants_are_refused(workshop: Workshop) -> None:
    worker = await workshop.start_behind_webhook()
    giant = b'{"update_id": 1, "x": "' + b"x" * 1_100_000 + b'"}'
    bomb = gzip.compress(b" " * 30_000_000)

    statuses = (
        await workshop.knock(worker, giant),
        await workshop.knock(worker, bomb, **{"Content-Encoding": "gzip"}),
        await workshop.knock(worker, b"no gzip at all", **{"Content-Encoding": "gzip"}),
    )

    await worker.stop()
    assert statuses == (413, 413, 400)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_slow_visitors_keep_nobody_out(workshop: Workshop) -> None:
    worker = await workshop.start_behind_webhook()
    port = int(worker.url.split(":")[2].split("/")[0])
    slow = [await asyncio.open_connection("127.0.0.1", port) for _ in range(150)]
    for _, writer in slow:
        writer.write(b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n")

    await workshop.ann.types("/start")
    await workshop.ann.sees("Yijia")

    for _, writer in slow:
        writer.close()
    await worker.stop()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_forged_address_of_telegram_opens_nothing(workshop: Workshop) -> None:
    worker = await workshop.start_behind_webhook()
    pretended = {"X-Forwarded-For": "149.154.160.1", "X-Real-IP": "149.154.160.1"}

    outside = await workshop.knock(worker, workshop.words(4711, "/start"), **pretended, **{HEADER: "no"})
    garbage = await workshop.knock(
        worker, json.dumps(workshop.words(9001, "x")).encode(), **{"X-Forwarded-For": "::1, garbage, %"}
    )
    await rest(workshop, workshop.database_url)

    await worker.stop()
    assert (outside, garbage) == (401, 200)
