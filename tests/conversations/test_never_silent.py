"""Whatever somebody sends, he gets a kind answer."""

import pytest

from tests.conversations.market import Market


async def test_a_sticker_a_photo_and_a_place_get_a_hint(market: Market) -> None:
    chat = f"{market.url}/playground/chats/{market.ann.id}"
    for what, body in (("stickers", {"generate": 1}), ("photos", {"generate": 1}), ("locations", PLACE)):
        before = len(await market.ann.chat())

        await market.session.post(f"{chat}/{what}", json=body)

        shown = await market.ann.sees("I can read only words so far")
        assert len(await market.ann.chat()) == before + 1, shown


PLACE = {"latitude": 29.87, "longitude": 121.54}


async def test_an_unknown_command_shows_the_menu(market: Market) -> None:
    await market.ann.types("/frobnicate")

    shown = await market.ann.sees("I don't know this command")
    assert "🔎 Search" in shown.buttons


async def test_cancel_leaves_a_filter_and_shows_the_menu(market: Market) -> None:
    await market.ann.types("shoes")
    await market.ann.sees("2 products")
    await market.ann.presses("Filters")
    await market.ann.presses("MOQ")
    await market.ann.sees("How many do you want to order?")

    await market.ann.types("/cancel")
    await market.ann.sees("Cancelled")
    await market.ann.types("/cancel")

    await market.ann.sees("Nothing is under way")


async def test_a_forwarded_message_is_a_quotation(market: Market) -> None:
    await market.ann.types("/start")
    greeting = await market.ann.sees("Welcome to Yijia")

    chat = f"{market.url}/playground/chats/{market.ann.id}"
    await market.session.post(f"{chat}/messages", json={"forward_of": greeting.id})

    await market.ann.sees("somebody else's word")


@pytest.mark.parametrize("data", ["product:99999:", "found:abcd1234:1", "go:attic:0", "x", "narrow:1:moq:-5"])
async def test_a_forged_button_is_answered(market: Market, data: str) -> None:
    await market.ann.types("/start")
    greeting = await market.ann.sees("Welcome to Yijia")

    chat = f"{market.url}/playground/chats/{market.ann.id}"
    press = {"message_id": greeting.id, "data": data, "forge": True}
    began = await (await market.session.post(f"{chat}/presses", json=press)).json()
    answer = await (
        await market.session.get(f"{market.url}/playground/presses/{began['id']}?timeout=5")
    ).json()

    assert answer["text"]


async def test_an_edited_message_changes_nothing(market: Market) -> None:
    await market.ann.types("shoes")
    await market.ann.sees("2 products")
    await market.ann.presses("Filters")
    await market.ann.presses("MOQ")
    await market.ann.sees("How many do you want to order?")
    typed = await market.ann.types("many 1.000")
    await market.ann.sees("1.000")

    chat = f"{market.url}/playground/chats/{market.ann.id}"
    await market.session.patch(f"{chat}/messages/{typed}", json={"text": "100"})

    await market.ann.sees("Edited messages change nothing here")
