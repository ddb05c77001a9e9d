"""Part A: updates that come twice, out of order, spoilt, at once, or in floods."""

import asyncio
import itertools
from typing import Any

import pytest

from bot import processing
from services import arriving
from storage.database import open_database
from storage.tables.post import inbox
from storage.tables.trade import negotiations
from tests.conversations.deal import counter, enter, inquire, strike
from tests.conversations.market import Market
from tests.faults.rig import (
    ONE_DEAL,
    ailments,
    ask,
    buttons,
    dead,
    on_postgresql,
    on_sqlite,
    rest,
    said,
    suffer,
    table_rows,
    trade_rows,
)
from tests.faults.workers import Workshop, stop_all


async def test_a_deal_in_which_every_update_comes_three_times_is_one_deal(market: Market) -> None:
    twice = {"kind": "duplicate", "copies": 2}
    await suffer(market, twice, {**twice, "later": True, "probability": 0.5})

    await strike(market.ann, market.li, market.invitation)

    await suffer(market)
    await rest(market, market.settings.database_url)
    assert await trade_rows(market.settings.database_url) == ONE_DEAL
    cards = [each for each in await said(market) if "Place order" in str(each["params"])]
    assert len(cards) <= 1
    assert await ailments(market.settings.database_url) == []


@on_postgresql
async def test_four_workers_told_the_same_five_times_at_once_act_once(workshop: Workshop) -> None:
    workers = [await workshop.start_behind_webhook() for _ in range(4)]
    await workshop.ann.types("/start")
    await workshop.ann.sees("Yijia")
    heard = [workshop.words(9001, f"/frobnicate {number}") for number in range(6)]

    knocks = [workshop.knock(worker, each) for each in heard for worker in [*workers, workers[0]]]
    statuses = await asyncio.gather(*knocks)
    await rest(workshop, workshop.database_url)

    await stop_all(*workers)
    answers = [each for each in await said(workshop) if "know this command" in str(each["params"])]
    assert set(statuses) == {200}
    assert len(answers) == len(heard)
    assert await table_rows(workshop.database_url, inbox) == len(heard) + 1


@on_sqlite
async def test_numbers_that_jump_and_go_back_are_all_answered(workshop: Workshop) -> None:
    worker = await workshop.start_behind_webhook()
    await workshop.ann.types("/start")
    await workshop.ann.sees("Yijia")

    for number in (1000, 5, 700_000_000, 6, 2**40, 6):
        await workshop.knock(worker, workshop.words(9001, "/frobnicate", number))
    await rest(workshop, workshop.database_url)

    await worker.stop()
    assert len([each for each in await said(workshop) if "know this command" in str(each["params"])]) == 5


@pytest.mark.parametrize("failures", [1, 20])
@on_sqlite
async def test_an_update_that_fails_is_tried_again_or_ends_with_an_alarm(
    market: Market, monkeypatch: pytest.MonkeyPatch, failures: int
) -> None:
    monkeypatch.setattr("storage.inbox.RETRY_MS", (10, 10, 10))
    left, whole = [failures], arriving.arrive

    async def arrive(*arguments: Any) -> Any:
        if arguments[1] == market.ann.id and left[0] > 0:
            left[0] -= 1
            raise RuntimeError("a bug")
        return await whole(*arguments)

    await enter(market.ann, market.li, market.invitation)
    await market.olga.types("/start")
    await market.olga.sees("Yijia")
    monkeypatch.setattr(processing, "arrive", arrive)
    await market.ann.types("/frobnicate")
    if failures == 1:
        await market.ann.sees("I don't know this command")
    else:
        await market.olga.sees("update")
    await rest(market, market.settings.database_url)

    assert (await dead(market.settings.database_url))[0] == (failures > 1)


@on_sqlite
async def test_one_who_cannot_be_understood_holds_up_nobody(workshop: Workshop) -> None:
    worker = await workshop.start_behind_webhook()
    await workshop.ann.types("/start")
    await workshop.ann.sees("Yijia")
    broken = workshop.words(9001, "x")
    broken["message"]["chat"] = "nowhere"

    await workshop.knock(worker, broken)
    await workshop.ann.types("coffee mug")

    await workshop.ann.sees("Ceramic coffee mug")
    await rest(workshop, workshop.database_url)
    await worker.stop()
    assert (await dead(workshop.database_url))[0] == 1
    assert await workshop.ann.sees("Something went wrong")


@pytest.mark.parametrize("arrival", list(itertools.permutations(range(3)))[2:5])
@on_sqlite
async def test_words_and_presses_in_any_order_never_agree_on_two_versions(
    market: Market, arrival: tuple[int, ...]
) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await counter(market.li)
    await market.ann.sees("6.60")
    accept = [each for each in await buttons(market, market.ann.id) if each[2].startswith("accept:")][-1]
    withdraw = [each for each in await buttons(market, market.li.id) if each[2].startswith("end:")][-1]
    await ask(market, "PUT", "/updates", {"hold": True})

    await ask(market, "POST", "/chats/9001/messages", {"text": "7 yuan", "reply_to": accept[0]})
    await ask(
        market, "POST", "/chats/9001/presses", {"message_id": accept[0], "data": accept[2], "forge": True}
    )
    sure = withdraw[2].rsplit(":", 1)[0] + ":1"
    await ask(market, "POST", "/chats/9002/presses", {"message_id": withdraw[0], "data": sure, "forge": True})
    await ask(market, "POST", "/updates/release", {"order": list(arrival)})
    await ask(market, "PUT", "/updates", {"hold": False})
    await rest(market, market.settings.database_url)

    assert await ailments(market.settings.database_url) == []
    assert await value(market.settings.database_url, negotiations.c.status) in {"agreed", "withdrawn"}


@on_postgresql
async def test_buyer_and_seller_press_at_once_on_two_workers(workshop: Workshop) -> None:
    one, two = [await workshop.start_behind_webhook() for _ in range(2)]
    await enter(workshop.ann, workshop.li, workshop.invitation)
    await inquire(workshop.ann)
    await counter(workshop.li)
    await workshop.ann.sees("6.60")
    await workshop.ann.presses("Accept")
    await workshop.ann.presses("Place order", on=(await workshop.ann.sees("Agreed")).id)
    await workshop.ann.sees("Where shall the goods be delivered?")
    await workshop.ann.types("5 Harbour Street, Rotterdam")
    await workshop.ann.sees("YJ-")
    data = next(each for each in await buttons(workshop, 9001) if each[2].startswith("confirm:"))

    presses = [(worker, pressed(workshop, person, data)) for person in (9001, 9002) for worker in (one, two)]
    await asyncio.gather(*(workshop.knock(worker, body) for worker, body in presses))
    await workshop.ann.sees("YJ-", "Awaiting payment")
    await workshop.li.sees("YJ-", "等待付款")

    await rest(workshop, workshop.database_url)
    await stop_all(one, two)
    assert (await trade_rows(workshop.database_url))["confirmations"] == 2
    assert await ailments(workshop.database_url) == []


@on_sqlite
async def test_in_a_flood_nobody_waits_for_the_loudest(workshop: Workshop) -> None:
    worker = await workshop.start_behind_webhook()
    await workshop.ann.types("/start")
    await workshop.li.types("/start")
    await workshop.ann.sees("Yijia")
    await workshop.li.sees("议价")
    flood = [workshop.words(9001, f"/frobnicate {number}") for number in range(120)]

    await asyncio.gather(*(workshop.knock(worker, each) for each in flood))
    await workshop.knock(worker, workshop.words(9002, "/frobnicate"))
    await rest(workshop, workshop.database_url)

    await worker.stop()
    spoken = [each["chat_id"] for each in await said(workshop)]
    assert spoken.count(9001) == len(flood) + 1
    assert spoken.index(9002, spoken.index(9002) + 1) < len(spoken) - 30


async def value(database_url: str, column: Any) -> Any:
    """The only value of a column."""
    async with open_database(database_url) as database:
        return (await database.run(lambda c: c.execute(column.table.select()))).one()._mapping[column.name]


def pressed(workshop: Workshop, person: int, button: tuple[int, str, str]) -> dict[str, Any]:
    """An update in which somebody presses a button."""
    body = workshop.words(person, "")
    sender, card = body["message"]["from"], {**body["message"], "message_id": button[0]}
    query = {
        "id": str(body["update_id"]),
        "from": sender,
        "message": card,
        "chat_instance": "1",
        "data": button[2],
    }
    return {"update_id": body["update_id"], "callback_query": query}
