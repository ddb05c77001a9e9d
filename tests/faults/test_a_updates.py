"""Part A: updates that come twice, out of order, from strangers, in floods, or after a long silence."""

import asyncio
import itertools
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot import processing
from services import arriving
from storage.awake import NAME
from storage.database import open_database
from storage.moments import now_millis
from storage.tables.people import persons
from storage.tables.post import facts, inbox
from storage.tables.trade import negotiations
from tests.conversations.deal import counter, enter, inquire, order, strike
from tests.conversations.market import Market
from tests.faults.rig import (
    ailments,
    ask,
    buttons,
    dead,
    on_postgresql,
    on_sqlite,
    press,
    rest,
    said,
    suffer,
    table_rows,
    trade_rows,
)
from tests.faults.workers import Workshop, stop_all

ONE_DEAL = {"negotiations": 1, "offers": 2, "orders": 1, "confirmations": 2}
SERVICE_SENDERS = (777000, 1087968824, 136817688)
HOUR_MS = 3_600_000


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


async def test_after_an_outage_cards_come_again_and_the_lost_time_is_given_back(workshop: Workshop) -> None:
    worker = await workshop.start()
    await enter(workshop.ann, workshop.li, workshop.invitation)
    await inquire(workshop.ann)
    await workshop.li.sees("轮到您了", "500件")
    await rest(workshop, workshop.database_url)
    await worker.stop()
    before = len(await workshop.li.chat())
    ends = await value(workshop.database_url, negotiations.c.expires_at)
    await fell_asleep(workshop.database_url, timedelta(hours=1))

    worker = await workshop.start()
    await rest(workshop, workshop.database_url)
    later = await value(workshop.database_url, negotiations.c.expires_at)
    assert len(await workshop.li.chat()) == before + 1
    assert HOUR_MS <= later - ends < HOUR_MS * 1.2
    await counter(workshop.li)
    await order(workshop.ann, workshop.li)
    await worker.stop()


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


@on_postgresql
async def test_of_two_pollers_one_polls_and_the_other_follows(workshop: Workshop) -> None:
    one, two = [await workshop.start() for _ in range(2)]
    await enter(workshop.ann, workshop.li, workshop.invitation)
    await inquire(workshop.ann)

    await one.stop()
    await counter(workshop.li)
    await order(workshop.ann, workshop.li)

    await rest(workshop, workshop.database_url)
    await two.stop()
    assert await trade_rows(workshop.database_url) == ONE_DEAL
    refused = [each for each in await said(workshop, "getUpdates") if "error_code" in str(each["outcome"])]
    assert refused == []


@on_sqlite
async def test_what_was_written_before_the_start_is_all_answered(workshop: Workshop) -> None:
    await workshop.ann.types("/start")
    for number in range(50):
        await workshop.ann.types(f"/frobnicate {number}")

    worker = await workshop.start()
    await workshop.ann.sees("Yijia")
    await rest(workshop, workshop.database_url)

    await worker.stop()
    assert len([each for each in await said(workshop) if "know this command" in str(each["params"])]) == 50


@on_sqlite
async def test_an_edited_price_changes_neither_draft_nor_offer_nor_order(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    card = await market.li.sees("陶瓷咖啡杯", "500")
    typed = await market.li.types("6.6元 20天", reply_to=card.id)
    await market.li.sees("还没有发出")

    await edits(market, typed, "1元 20天")
    await market.li.presses("发送")
    await market.li.sees("等待买家回复")
    await edits(market, typed, "2元 20天")
    await market.ann.sees("6.60", "20 days")
    await order(market.ann, market.li)
    await edits(market, typed, "3元 20天")

    await rest(market, market.settings.database_url)
    assert await trade_rows(market.settings.database_url) == ONE_DEAL
    assert "6.60" in (await market.ann.sees("Awaiting payment")).text


@pytest.mark.parametrize("sender", SERVICE_SENDERS)
@pytest.mark.parametrize("is_bot", [True, False])
@on_sqlite
async def test_telegrams_own_senders_have_no_rights(workshop: Workshop, sender: int, is_bot: bool) -> None:
    worker = await workshop.start_behind_webhook()
    invited = workshop.words(sender, f"/start {workshop.invitation}")
    invited["message"]["from"]["is_bot"] = is_bot
    on_behalf = workshop.words(4711, f"/start {workshop.invitation}")
    on_behalf["message"]["sender_chat"] = {"id": -100123, "type": "channel", "title": "C"}

    for body in (invited, on_behalf):
        assert await workshop.knock(worker, body) == 200
    await rest(workshop, workshop.database_url)

    await workshop.li.types(f"/start {workshop.invitation}")
    await workshop.li.sees("宁波杯业")
    await worker.stop()
    assert await table_rows(workshop.database_url, persons) == 1


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


@on_sqlite
async def test_junk_behind_a_start_link_shows_the_menu(market: Market) -> None:
    junk = ("x", "_" * 64, "order_1", "LTE", "AAAA-", market.invitation[:-1], market.invitation.swapcase())

    for payload in junk:
        await market.ann.types(f"/start {payload}")

    await rest(market, market.settings.database_url)
    shown = await market.ann.chat()
    assert len(shown) == len(junk)
    assert all("宁波" not in each.text and "Ningbo" not in each.text for each in shown)


@on_sqlite
async def test_a_button_on_a_card_out_of_sight_still_works(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    accept = next(each for each in await buttons(market, market.li.id) if each[2].startswith("accept:"))

    await press(market, market.li.id, accept[0], accept[2], inaccessible=True)

    await market.ann.sees("The seller accepted your offer")


async def edits(market: Market, message_id: int, text: str) -> None:
    """The seller edits what he wrote."""
    await ask(market, "PATCH", f"/chats/{market.li.id}/messages/{message_id}", {"text": text})


async def value(database_url: str, column: Any) -> Any:
    """The only value of a column."""
    async with open_database(database_url) as database:
        return (await database.run(lambda c: c.execute(column.table.select()))).one()._mapping[column.name]


async def fell_asleep(database_url: str, ago: timedelta) -> None:
    """As if the bot had been away for so long."""
    async with open_database(database_url) as database:
        now = (
            await database.run(lambda c: c.execute(facts.select().with_only_columns(now_millis())))
        ).scalar_one()
        then = str(now - int(ago.total_seconds() * 1000))
        await database.run(lambda c: c.execute(update(facts).where(facts.c.name == NAME).values(value=then)))


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
