"""Part A: edits, Telegram's own senders, junk behind a link, buttons out of sight."""

import pytest

from storage.tables.people import persons
from tests.conversations.deal import enter, inquire, order
from tests.conversations.market import Market
from tests.faults.rig import (
    ask,
    buttons,
    on_sqlite,
    press,
    rest,
    table_rows,
    trade_rows,
)
from tests.faults.workers import Workshop

ONE_DEAL = {"negotiations": 1, "offers": 2, "orders": 1, "confirmations": 2}
SERVICE_SENDERS = (777000, 1087968824, 136817688)


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
