"""An update has its whole effect once, or none and an alarm; nobody waits for another's trouble."""

import asyncio
import warnings
from dataclasses import replace
from typing import Any

import pytest
from aiogram import Router
from aiogram.types import Message
from sqlalchemy.exc import DBAPIError

from bot.leftovers import Leftovers
from domain.people import Language
from handlers.desk import Desk, Reply
from storage.database import Database, open_database
from storage.inbox import RETRY_MS
from storage.tables.people import persons
from storage.tables.post import inbox
from tests.bot.stand import OPERATOR, PATIENCE_SECONDS, Stand, stand_with, words
from tests.builders import Trade
from tests.conftest import Postgres, emptied
from views.markup import Html
from views.screen import Screen

ANN, LI = 9001, 9002
OK = Reply(Screen(Html("ok")))


class Handlers:
    """Writes, then fails as often as told; `seen` are the texts in the order of handling."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.seen: list[str] = []
        self.router = Router()
        self.router.message()(self.handle)

    async def handle(self, message: Message, desk: Desk) -> Reply:
        self.seen.append(message.text or "")
        await desk.books.people.set_language(desk.person.id, Language.CHINESE)
        if message.text == "fail" and self.failures:
            self.failures -= 1
            raise RuntimeError("the handler is broken")
        return replace(OK, is_refusal=message.text == "too much")


@pytest.mark.parametrize("failures", [0, 1, 3, len(RETRY_MS)])
async def test_a_handler_that_fails_at_first_has_its_effect_once(database: Database, failures: int) -> None:
    handlers = Handlers(failures)
    async with stand_with(database, handlers.router) as stand:
        await stand.receives(words(1, ANN, "fail"))
        for _ in range(failures):
            await stand.tries_again()

        assert await stand.statuses() == {1: "done"}
        assert await stand.letters() == [(ANN, "ok")]
        assert len(handlers.seen) == failures + 1


async def test_a_handler_that_always_fails_ends_in_an_alarm_and_a_word_to_the_person(
    database: Database,
) -> None:
    handlers = Handlers(failures=1000)
    async with stand_with(database, handlers.router) as stand:
        await stand.receives(words(1, ANN, "fail"))
        for _ in range(len(RETRY_MS) + 2):
            await stand.tries_again()

        assert await stand.statuses() == {1: "dead"}
        assert await stand.letters() == [(ANN, "update_failed"), (OPERATOR, "alarm")]
        assert len(handlers.seen) == len(RETRY_MS) + 1
        assert await Trade(database).count(persons) == 0


async def test_a_refusal_undoes_what_came_before_it_and_is_said(database: Database) -> None:
    handlers = Handlers()
    async with stand_with(database, handlers.router) as stand:
        await stand.receives(words(1, ANN, "too much"))

        assert await stand.statuses() == {1: "done"}
        assert await stand.letters() == [(ANN, "ok")]
        assert await Trade(database).count(persons) == 0


async def test_one_persons_trouble_delays_nobody_else(database: Database) -> None:
    handlers = Handlers(failures=1000)
    poison: dict[str, Any] = {"update_id": 1, "message": {"from": {"id": ANN}, "text": ["no text"]}}
    others = [words(number, 10_000 + number, "hello") for number in range(100, 120)]
    async with stand_with(database, handlers.router) as stand:
        await stand.receives(poison, words(2, LI, "fail"), words(3, ANN, "after the poison"), *others)
        await stand.tries_again()

        statuses = await stand.statuses()
        assert statuses.pop(1) == "dead"
        assert statuses.pop(2) == "waiting"
        assert set(statuses.values()) == {"done"}
        assert (ANN, "update_failed") in await stand.letters()


async def test_what_a_person_sends_is_handled_in_its_order(database: Database) -> None:
    handlers = Handlers(failures=2)
    async with stand_with(database, handlers.router) as stand:
        await stand.receives(words(5, ANN, "fail"), words(3, ANN, "second"), words(4, ANN, "third"))
        for _ in range(4):
            await stand.tries_again()

        assert handlers.seen == ["fail", "fail", "fail", "second", "third"]
        assert set((await stand.statuses()).values()) == {"done"}


@pytest.mark.parametrize("times", [2, 5])
async def test_an_update_that_comes_again_and_again_is_handled_once(database: Database, times: int) -> None:
    handlers = Handlers()
    async with (
        stand_with(database, handlers.router) as stand,
        stand_with(database, Handlers().router, worker="two") as other,
    ):
        for _ in range(times):
            await asyncio.gather(stand.receives(words(1, ANN, "hi")), other.receives(words(1, ANN, "hi")))

        assert await stand.letters() == [(ANN, "ok")]


UNKNOWN: list[dict[str, Any]] = [
    {"update_id": 1, "never_heard_of": {"from": {"id": ANN}, "secret": "canary"}},
    {"update_id": 1},
    {"update_id": 1, "poll": {"id": "1", "question": "canary", "options": [], "total_voter_count": 0}
        | {"is_closed": False, "is_anonymous": True, "type": "regular", "allows_multiple_answers": False}},
    {"update_id": 1, "inline_query": {"id": "1", "query": "canary", "offset": ""}
        | {"from": {"id": ANN, "is_bot": False, "first_name": "canary"}}},
]  # fmt: skip


@pytest.mark.parametrize("update", UNKNOWN)
async def test_what_the_bot_does_not_know_is_passed_over_in_silence(
    database: Database, update: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    async with stand_with(database, Handlers().router) as stand:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            await stand.receives(update)

        assert set((await stand.statuses()).values()) <= {"done", "dead"}
        assert (ANN, "ok") not in await stand.letters()
    assert "canary" not in "".join(capfd.readouterr())


async def test_another_bots_message_is_not_answered(database: Database) -> None:
    update = words(1, ANN, "hi")
    update["message"]["from"]["is_bot"] = True
    async with stand_with(database, Handlers().router) as stand:
        await stand.receives(update)

        assert await stand.letters() == []
        assert await stand.statuses() == {1: "done"}


async def test_when_the_database_goes_away_amid_an_update_it_is_done_after_its_return(
    postgres: Postgres, postgres_url: str
) -> None:
    router = Router()
    outages = [True]

    @router.message()
    async def handle(_message: Message, desk: Desk) -> Reply:
        if outages:
            outages.pop()
            await asyncio.to_thread(take_away, postgres)
            asyncio.get_running_loop().call_later(1.0, give_back, postgres)
        await desk.books.people.set_language(desk.person.id, Language.CHINESE)
        return OK

    async with (
        open_database(emptied(postgres, postgres_url)) as database,
        stand_with(database, router) as stand,
    ):
        async with asyncio.timeout(PATIENCE_SECONDS):
            await stand.receives(words(1, ANN, "a"), words(2, ANN, "b"))
        await returned(stand)
        leftovers = Leftovers(database, "one", inbox, stand.receiver.in_hand)
        await leftovers.leave()
        await leftovers.leave()
        await stand.tries_again()

        assert await stand.statuses() == {1: "done", 2: "done"}
        assert await stand.letters() == [(ANN, "ok"), (ANN, "ok")]


async def returned(stand: Stand) -> None:
    """Waits until the worker's heart beats again."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            try:
                await stand.heart.beat()
                return
            except DBAPIError:
                await asyncio.sleep(0.1)


def take_away(postgres: Postgres) -> None:
    """Nobody can reach the database any more."""
    postgres.psql("ALTER DATABASE yijia ALLOW_CONNECTIONS false;")
    postgres.psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'yijia';")


def give_back(postgres: Postgres) -> None:
    """The database is there again."""
    postgres.psql("ALTER DATABASE yijia ALLOW_CONNECTIONS true;")
