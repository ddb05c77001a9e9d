"""Part B: presses in bursts, restarts in the middle, several deals at once, and the wrong kind of answer."""

import asyncio

import pytest

from tests.conversations.deal import ADDRESS, enter, inquire
from tests.conversations.market import Market
from tests.conversations.people import Phone
from tests.faults.rig import ailments, ask, buttons, on_sqlite, rest, trade_rows
from tests.faults.workers import Workshop


@pytest.mark.parametrize("times", [2, 10])
async def test_presses_in_a_burst_have_one_effect_and_each_is_answered(market: Market, times: int) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("Ceramic coffee mug", "MOQ")).id)
    await ann.presses("Negotiate", on=(await ann.sees("Price per piece")).id)
    await ann.sees("How many?")
    await ann.types("500 pcs at 6.5, 15 days")
    await ann.sees("Nothing is sent yet")

    await burst(market, ann, "send:", times)
    await li.sees("轮到您了", "500件")
    await burst(market, li, "accept:", times)
    await ann.sees("The seller accepted your offer")
    await burst(market, ann, "place:", times)
    await ann.sees("Where shall the goods be delivered?")
    await asyncio.gather(*(ann.types(ADDRESS) for _ in range(2)))
    await ann.sees("YJ-")
    await burst(market, ann, "confirm:", times)
    await li.sees("YJ-", ADDRESS)
    await burst(market, li, "confirm:", times)

    await rest(market, market.settings.database_url)
    one = {"negotiations": 1, "offers": 1, "orders": 1, "confirmations": 2}
    assert await trade_rows(market.settings.database_url) == one
    assert await ailments(market.settings.database_url) == []


@on_sqlite
async def test_a_restart_after_every_step_costs_nobody_a_step(workshop: Workshop) -> None:
    ann, li = Restarting(workshop, workshop.ann), Restarting(workshop, workshop.li)
    await enter(ann, li, workshop.invitation)
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("Ceramic coffee mug", "MOQ")).id)
    await ann.presses("Negotiate", on=(await ann.sees("Price per piece")).id)
    await ann.sees("How many?")
    for words, question in (("500 pieces", "Which unit price"), ("Skip", "How many days")):
        await ann.presses(words)
        await ann.sees(question)
    await ann.types("15")
    await ann.sees("How shall the goods travel?")
    await ann.types("Anything: by sea, Alipay")
    await ann.sees("15 days", "sea")
    await ann.types("/cancel")
    await inquire(ann)
    card = await li.sees("轮到您了", "500件")
    await li.presses("提问", on=card.id)
    await li.sees("想对买家说什么")
    await li.types("要什么颜色？")
    await ann.sees("要什么颜色？")
    await li.presses("接受", on=card.id)
    await ann.presses("Place order", on=(await ann.sees("The seller accepted")).id)
    await ann.sees("Where shall the goods be delivered?")
    await ann.types(ADDRESS)
    await ann.presses("Confirm order", on=(await ann.sees("YJ-", ADDRESS)).id)
    await li.presses("确认下单", on=(await li.sees("YJ-", ADDRESS)).id)

    await ann.sees("YJ-", "Awaiting payment")
    assert await ailments(workshop.database_url) == []


@on_sqlite
async def test_three_negotiations_at_once_never_mix(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    prices = {"501": "6.11", "502": "6.22", "503": "6.33"}
    cards = {}
    for count in prices:
        await inquire_again(ann, f"{count} pcs at 6, 15 days")
        cards[count] = await li.sees("轮到您了", f"{count}件")

    for count, price in prices.items():
        await li.types(f"{price}元", reply_to=cards[count].id)
        await li.sees("还没有发出", price)
    drafts = {price: await li.sees("还没有发出", price) for price in prices.values()}
    for price in reversed(list(drafts)):
        await ask(market, "POST", f"/chats/{li.id}/presses", {"message_id": drafts[price].id, "text": "发送"})
    await li.types("要什么颜色？", reply_to=cards["502"].id)
    await rest(market, market.settings.database_url)

    heard = await ann.sees("要什么颜色？")
    assert "502" in heard.text or "Ceramic" in heard.text
    texts = [each.text for each in await ann.chat() if "made you an offer" in each.text]
    assert all((count in text) == (price in text) for text in texts for count, price in prices.items())
    assert await ailments(market.settings.database_url) == []


async def inquire_again(buyer: Phone, line: str) -> None:
    """The buyer asks once more for the same mug."""
    await buyer.types("coffee mug")
    await buyer.presses("1", on=(await buyer.sees("1 product")).id)
    await buyer.presses("Negotiate")
    await buyer.sees("How many?")
    await buyer.types(line)
    await buyer.presses("Send", on=(await buyer.sees("Nothing is sent yet", line[:3])).id)


async def burst(market: Market, phone: Phone, prefix: str, times: int) -> None:
    """Presses one button many times at once and waits for every answer."""
    shown = [each for each in await buttons(market, phone.id) if each[2].startswith(prefix)][-1]
    body = {"message_id": shown[0], "data": shown[2]}
    path = f"/chats/{phone.id}/presses"
    presses = await asyncio.gather(*(ask(market, "POST", path, body) for _ in range(times)))
    for each in presses:
        answer = await ask(market, "GET", f"/presses/{each['id']}?timeout=30")
        assert answer["answered"]


class Restarting(Phone):
    """A phone whose every deed meets a bot that has just been started, and that is then stopped."""

    def __init__(self, workshop: Workshop, phone: Phone) -> None:
        super().__init__(workshop.session, workshop.url, phone.id)
        self._workshop = workshop

    async def types(self, text: str, *, reply_to: int | None = None) -> int:
        worker = await self._workshop.start()
        typed = await super().types(text, reply_to=reply_to)
        await rest(self._workshop, self._workshop.database_url)
        await worker.stop()
        return typed

    async def presses(self, words: str, *, on: int | None = None) -> str:
        worker = await self._workshop.start()
        toast = await super().presses(words, on=on)
        await rest(self._workshop, self._workshop.database_url)
        await worker.stop()
        return toast
