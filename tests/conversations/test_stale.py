"""Buttons of an older version, on either side and in either language: a kind word and the current card."""

from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import ADDRESS, counter, enter, inquire, order_at_once
from tests.conversations.market import Market
from tests.conversations.people import Phone, Shown
from tests.faults.rig import buttons, on_sqlite, press, rest, trade_rows


async def on_cards(market: Market, phone: Phone) -> set[str]:
    """What the person could press now to move the deal."""
    deeds = ("accept", "counter", "end", "terms", "place", "confirm", "edit", "cancel")
    await rest(market, market.settings.database_url)
    return {data for _, _, data in await buttons(market, phone.id) if data.startswith(deeds)}


async def newest(market: Market, phone: Phone) -> Shown:
    """The lowest message of the chat when all has been said."""
    await rest(market, market.settings.database_url)
    return (await phone.chat())[-1]


async def test_no_button_of_an_older_offer_does_anything_but_show_the_current_one(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann, "500 pcs at 6, 15 days, by sea, 30% deposit, blue lids")
    old = {phone: await on_cards(market, phone) for phone in (market.ann, market.li)}
    await counter(market.li, "6.6元")
    for phone in (market.ann, market.li):
        old[phone] |= await on_cards(market, phone)
    card = await newest(market, market.ann)
    await market.ann.types("6.4", reply_to=card.id)
    await market.ann.sees("Nothing is sent yet")
    await market.ann.presses("Send")
    await rest(market, market.settings.database_url)
    before = await trade_rows(market.settings.database_url)

    for phone, kind, shows in (
        (market.ann, "A newer offer stands since", "offer 3, yours"),
        (market.li, "已有更新的报价", "第 3 版"),
    ):
        stale = sorted(old[phone] - await on_cards(market, phone))
        assert {data.split(":")[0] for data in stale} >= {"accept", "counter", "end"}
        for data in stale:
            answer = await press(market, phone.id, (await newest(market, phone)).id, data)
            assert kind in answer["text"], data
            assert shows in (await newest(market, phone)).text
    assert await trade_rows(market.settings.database_url) == before


async def test_no_button_of_an_older_order_confirms_what_was_changed(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    order, _ = await order_at_once(market.ann, market.li, "1 Old Street, Leeds")
    (confirm,) = (data for data in await on_cards(market, market.li) if data.startswith("confirm"))
    await market.ann.presses("Edit", on=order.id)
    await market.ann.types(ADDRESS)
    await market.li.sees("YJ-", ADDRESS)
    before = await trade_rows(market.settings.database_url)

    for phone, kind in ((market.ann, "The order was edited since"), (market.li, "订单已有修改")):
        answer = await press(market, phone.id, (await newest(market, phone)).id, confirm)
        assert kind in answer["text"]
        assert ADDRESS in (await newest(market, phone)).text
    assert await trade_rows(market.settings.database_url) == before


@on_sqlite
async def test_an_offer_that_somebody_altered_in_the_database_cannot_be_accepted(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    card = await market.li.sees("轮到您了", "500件")
    async with open_database(market.settings.database_url) as database:
        await Trade(database).run_sql("DROP TRIGGER offers_UPDATE_refused")
        await Trade(database).run_sql("UPDATE offers SET terms = json_set(terms, '$.price_points', 1000)")

    toast = await market.li.presses("接受", on=card.id)

    assert "与发出时不一致，不能接受" in toast
    await market.li.reads(card.id, "轮到您了")
    assert "✅ 接受" in (await market.li.sees("轮到您了")).buttons
