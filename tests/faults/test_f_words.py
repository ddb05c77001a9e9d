"""Part F: hostile and hidden characters in all that two people write to the bot and to each other."""

from typing import Any, Final

import pytest
from sqlalchemy import select

from storage.database import open_database
from storage.tables.talk import messages
from storage.tables.trade import offers, orders
from tests.conversations.deal import enter
from tests.conversations.people import Phone
from tests.faults.rig import ailments, dead, rest, said
from tests.faults.workers import Worker, Workshop

MARKUP: Final = '</blockquote><a href="tg://user?id=1">x</a> {0.__class__} {count} %(x)s &lt; abdo <'
HIDDEN: Final = "price \u202e001\u202c a\x00b \u2066c\u2069\u200f\u2028d \u200be"
SHOWN: Final = "price 001 ab c\nd e"
UNSEEN: Final = frozenset("\x00\u200b\u200f\u2028\u202c\u202e\u2066\u2069")


@pytest.mark.parametrize(("words", "shown"), [(MARKUP, MARKUP), (HIDDEN, SHOWN)], ids=["markup", "hidden"])
async def test_what_is_written_arrives_as_words_and_nothing_else(
    workshop: Workshop, words: str, shown: str
) -> None:
    worker = await workshop.start_behind_webhook()
    ann, li = (Wired(workshop, worker, phone) for phone in (workshop.ann, workshop.li))

    await write_everywhere(ann, li, workshop.invitation, words)

    await rest(workshop, workshop.database_url)
    await worker.stop()
    assert await kept(workshop.database_url) == [shown] * 4
    entries = await said(workshop, "*")
    assert {str(each["outcome"]) for each in entries} == {"ok"}
    assert not UNSEEN & set("".join(texts_in([each["params"] for each in entries])))
    assert (await dead(workshop.database_url), await ailments(workshop.database_url)) == ((0, 0), [])


async def write_everywhere(ann: Phone, li: Phone, invitation: str, words: str) -> None:
    """A deal in which both say the same words wherever words are asked for."""
    await enter(ann, li, invitation)
    await ann.types(words)
    await ann.sees("Nothing found for")
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("Ceramic coffee mug", "MOQ")).id)
    await ann.presses("Negotiate", on=(await ann.sees("Price per piece")).id)
    form = await ann.sees("How many?")
    for answer, question in ANSWERS:
        await ann.presses(answer, on=form.id)
        await ann.sees(question)
    await ann.types(words)
    await ann.presses("Send", on=(await ann.sees("Nothing is sent yet")).id)
    card = await li.sees("轮到您了")
    await li.presses("提问", on=card.id)
    await li.sees("想对买家说什么")
    await li.types(words)
    asked = await ann.sees("The seller writes")
    await ann.types(words, reply_to=asked.id)
    await li.sees("买家留言")
    await li.presses("接受", on=card.id)
    await ann.presses("Place order", on=(await ann.sees("The seller accepted")).id)
    await ann.sees("Where shall the goods be delivered?")
    await ann.types(words)
    await ann.presses("Confirm order", on=(await ann.sees("YJ-")).id)
    await li.presses("确认下单", on=(await li.sees("YJ-")).id)
    await ann.sees("Awaiting payment")


ANSWERS: Final = (
    ("500 pieces", "Which unit price"),
    ("Skip", "How many days"),
    ("Skip", "How shall the goods travel?"),
    ("Skip", "Payment: which way"),
    ("Skip", "Anything else"),
)


class Wired(Phone):
    """A phone whose words reach the bot as they are: Telegram's servers would drop some of the characters."""

    def __init__(self, workshop: Workshop, worker: Worker, phone: Phone) -> None:
        super().__init__(workshop.session, workshop.url, phone.id)
        self._workshop, self._worker = workshop, worker

    async def types(self, text: str, *, reply_to: int | None = None) -> int:
        if text.startswith("/start"):
            return await super().types(text)
        body = self._workshop.words(self.id, text)
        body["message"]["from"] |= {"first_name": text, "last_name": text, "username": text}
        if reply_to:
            body["message"]["reply_to_message"] = {**body["message"], "message_id": reply_to}
        assert await self._workshop.knock(self._worker, body) == 200
        return int(body["update_id"])


async def kept(database_url: str) -> list[str]:
    """The note, the address and both messages as the database has them."""
    async with open_database(database_url) as database:
        terms = (await database.run(lambda c: c.execute(select(offers.c.terms)))).scalars().all()
        details = (await database.run(lambda c: c.execute(select(orders.c.details)))).scalars().all()
        bodies = (await database.run(lambda c: c.execute(select(messages.c.body)))).scalars().all()
    return [terms[0]["note"], *(each["delivery"]["address"] for each in details), *bodies]


def texts_in(value: Any) -> list[str]:
    """Every text in a request."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for each in value for text in texts_in(each)]
    return [str(value)]
