"""Part I: the database cuts its connections, fails in the middle, and differs from the other one."""

import asyncio
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.mailbox import DatabaseMailbox
from bot.processing import Processor
from storage.inbox import Inbox
from tests.conftest import CUT_OFF_THE_DEAD, Postgres
from tests.conversations.deal import enter, inquire, strike
from tests.conversations.market import Market
from tests.faults.rig import ailments, dead, on_postgresql, rest, trade_rows

CUTS = 5
SECONDS_BETWEEN = 0.4


@on_postgresql
async def test_a_deal_is_struck_while_connections_are_cut_now_and_then(
    market: Market, postgres: Postgres
) -> None:
    cutting = asyncio.create_task(cut_now_and_then(postgres))

    await strike(market.ann, market.li, market.invitation)

    await cutting
    await rest(market, market.settings.database_url)
    assert (await trade_rows(market.settings.database_url))["orders"] == 1
    assert await dead(market.settings.database_url) == (0, 0)
    assert await ailments(market.settings.database_url) == []


async def test_a_letter_whose_mark_failed_holds_up_nobody(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DatabaseMailbox, "settle", failing(DatabaseMailbox.settle, times=1))

    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)

    await rest(market, market.settings.database_url)
    assert await dead(market.settings.database_url) == (0, 0)


async def test_an_update_that_could_not_even_be_put_back_is_taken_up_again(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Processor, "_handled", failing(Processor._handled, times=1))
    monkeypatch.setattr(Processor, "_fail", failing(Processor._fail, times=1))

    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)

    await rest(market, market.settings.database_url)
    assert (await trade_rows(market.settings.database_url))["negotiations"] == 1


async def test_words_whose_commit_was_not_heard_of_are_said_before_later_ones(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    await enter(market.ann, market.li, market.invitation)
    monkeypatch.setattr(Processor, "_handled", unheard(Processor._handled, times=1))

    await market.ann.types("coffee mug")
    await market.ann.types("/orders")

    await market.ann.sees("No orders")
    newest = [shown.text for shown in (await market.ann.chat())[-2:]]
    assert ("mug" in newest[0], "orders" in newest[1]) == (True, True)


async def cut_now_and_then(postgres: Postgres) -> None:
    """As an administrator or a failing network does."""
    for _ in range(CUTS):
        await asyncio.to_thread(postgres.psql, CUT_OFF_THE_DEAD.replace("\n", " "))
        await asyncio.sleep(SECONDS_BETWEEN)


def failing(method: Any, times: int) -> Any:
    """The method, which first fails as a database does that went away."""
    left = [times]

    async def wrapped(self: Any, *arguments: Any) -> Any:
        if left[0] > 0:
            left[0] -= 1
            raise OperationalError("", {}, Exception("the database went away"))
        return await method(self, *arguments)

    return wrapped


def unheard(method: Any, times: int) -> Any:
    """The method, which first does all it should, but whose answer is lost."""
    left = [times]

    async def wrapped(self: Any, *arguments: Any) -> Any:
        answer = await method(self, *arguments)
        if left[0] > 0:
            left[0] -= 1
            raise OperationalError("", {}, Exception("the database went away"))
        return answer

    return wrapped


async def test_what_could_not_be_stored_was_not_acknowledged(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Inbox, "store", failing(Inbox.store, times=1))

    await market.ann.types("/start")

    await market.ann.sees("Yijia")
