"""The answer to the question before a payment leaves first, whoever else is waited for."""

import asyncio
from dataclasses import dataclass, field
from typing import cast

from delivery.attempt import Attempt
from delivery.pace import Pace
from delivery.sender import CHATS_AT_ONCE, Sender
from delivery.speech import Speech
from services.mail import Fate, Letter, LetterKind, Settlement, fast_lane
from tests.delivery.test_sender import BODY, Shelf
from views.reply import ReplyLetter

ANN = 9001
QUESTION = ReplyLetter(None, checkout_id="q1").to_body()
REFUSAL = ReplyLetter(None, toast="Paid already", checkout_id="q2").to_body()


@dataclass
class Busy:
    """Attempts at messages that Telegram does not answer; others are made at once."""

    made: list[dict[str, object]] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    pace: Pace = field(default_factory=Pace)

    @property
    def speaker(self) -> "Busy":
        return self

    async def make(self, letter: Letter, speech: Speech) -> Settlement:
        if speech.calls[0].method == "sendMessage":
            await self.answered.wait()
        self.made.append({"method": speech.calls[0].method, **speech.calls[0].payload})
        return Settlement(letter, Fate.DONE)


async def test_who_pays_is_answered_before_two_hundred_letters_to_him_and_hundreds_to_others() -> None:
    busy, shelf = Busy(), Shelf()
    sender = Sender(shelf, cast(Attempt, busy), poll_seconds=1)
    for number in range(CHATS_AT_ONCE + 200):
        chat = ANN if number < 200 else ANN + number
        sender.take_over([Letter(number, chat, LetterKind.REPLY, BODY)])
    await asyncio.sleep(0)

    for number, body in ((9001, QUESTION), (9002, REFUSAL)):
        sender.take_over([Letter(number, fast_lane(ANN), LetterKind.REPLY, body)])
    await shelf.has_settled(2)
    busy.answered.set()
    await sender.finish(seconds=60)

    assert busy.made[:2] == [
        {"method": "answerPreCheckoutQuery", "pre_checkout_query_id": "q1", "ok": True},
        {
            "method": "answerPreCheckoutQuery",
            "pre_checkout_query_id": "q2",
            "ok": False,
            "error_message": "Paid already",
        },
    ]
    assert len(busy.made) == CHATS_AT_ONCE + 202
