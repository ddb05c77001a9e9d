"""Whatever somebody sends, he gets a kind answer."""

from tests.conversations.market import Market

PLACE = {"latitude": 29.87, "longitude": 121.54}
FORGED = ("product:99999:", "found:abcd1234:1", "go:attic:0", "x", "narrow:1:moq:-5", "language:klingon")


async def test_a_sticker_a_photo_and_a_place_get_a_hint(market: Market) -> None:
    chat = f"{market.url}/playground/chats/{market.ann.id}"

    for what, body in (("stickers", {"generate": 1}), ("photos", {"generate": 1}), ("locations", PLACE)):
        await market.session.post(f"{chat}/{what}", json=body)

    await market.ann.types("/cancel")
    await market.ann.sees("Nothing is under way")
    hints = [shown for shown in await market.ann.chat() if "I can read only words" in shown.text]
    assert len(hints) == 3


async def test_an_unknown_command_shows_the_menu(market: Market) -> None:
    await market.ann.types("/frobnicate")

    shown = await market.ann.sees("I don't know this command")
    assert "🔎 Search" in shown.buttons


async def test_cancel_leaves_a_filter_and_shows_the_menu(market: Market) -> None:
    await market.ann.types("shoes")
    await market.ann.sees("2 products")
    await market.ann.presses("Filters")
    await market.ann.sees("No filter is set")
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


async def test_a_forwarded_command_is_a_quotation_too(market: Market) -> None:
    command = await market.ann.types("/start")
    await market.ann.sees("Welcome to Yijia")

    chat = f"{market.url}/playground/chats/{market.ann.id}"
    await market.session.post(f"{chat}/messages", json={"forward_of": command})

    await market.ann.sees("somebody else's word")


async def test_a_forged_button_is_answered(market: Market) -> None:
    await market.ann.types("/start")
    greeting = await market.ann.sees("Welcome to Yijia")

    toasts = [await forge(market, greeting.id, data) for data in FORGED]

    assert all(toasts)
    assert (await market.ann.sees("Welcome to Yijia")).buttons == greeting.buttons


async def forge(market: Market, message_id: int, data: str) -> str:
    """Presses a button that never was; returns the toast."""
    press = {"message_id": message_id, "data": data, "forge": True}
    pressed = await market.session.post(f"{market.url}/playground/chats/{market.ann.id}/presses", json=press)
    press_id = (await pressed.json())["id"]
    answer = await market.session.get(f"{market.url}/playground/presses/{press_id}?timeout=5")
    return str((await answer.json()).get("text") or "")


async def test_an_edited_message_changes_nothing(market: Market) -> None:
    await market.ann.types("shoes")
    await market.ann.sees("2 products")
    await market.ann.presses("Filters")
    await market.ann.sees("No filter is set")
    await market.ann.presses("MOQ")
    await market.ann.sees("How many do you want to order?")
    typed = await market.ann.types("many 1.000")
    await market.ann.sees("1.000")

    chat = f"{market.url}/playground/chats/{market.ann.id}"
    await market.session.patch(f"{chat}/messages/{typed}", json={"text": "100"})

    await market.ann.sees("Edited messages change nothing here")
