"""The question before a payment is heard first, however many updates came before it."""

import orjson
from aiogram import Router
from aiogram.types import Message, PreCheckoutQuery

from bot.receiving import raw_update
from handlers.desk import Reply
from services.mail import fast_lane
from storage.database import Database
from tests.bot.stand import PATIENCE_SECONDS, stand_with, words
from views.markup import Html
from views.screen import Screen

ANN = 9001
MANY = 200


def question(update_id: int) -> dict[str, object]:
    """Telegram asks whether Ann may pay."""
    sender = {"id": ANN, "is_bot": False, "first_name": "Ann", "language_code": "en"}
    bill = {"currency": "CNY", "total_amount": 5, "invoice_payload": "x"}
    return {"update_id": update_id, "pre_checkout_query": {"id": "q1", "from": sender, **bill}}


async def test_who_pays_is_heard_before_hundreds_who_wrote_earlier(database: Database) -> None:
    seen: list[str] = []
    router = Router()

    @router.message()
    async def hear(message: Message) -> Reply:
        seen.append("words")
        return Reply(Screen(Html("ok")))

    @router.pre_checkout_query()
    async def allow(query: PreCheckoutQuery) -> Reply:
        seen.append("question")
        return Reply(toast="Paid already")

    async with stand_with(database, router) as stand:
        updates = [words(number, ANN + number % 50, "hello") for number in range(1, MANY)]
        raw = [raw_update(each, orjson.dumps(each)) for each in (*updates, question(MANY))]
        await stand.receiver.receive(raw)
        await stand.receiver.finish(PATIENCE_SECONDS)

        letters = await stand.letters()

    assert len(seen) == MANY
    assert seen.index("question") < MANY // 10
    assert (fast_lane(ANN), "Paid already") in letters
