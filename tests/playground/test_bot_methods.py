"""What bots do besides writing: pins, forwards, menus, names, files."""

from pathlib import Path

import aiohttp
import pytest

from playground.files import Upload
from playground.methods.table import ANSWERS, SLOW_ANSWERS
from playground.pictures import draw
from tests.playground.stand import ANN, BORIS, TOKEN, Stand, buttons


async def test_a_menu_follows_the_persons_language(stand: Stand) -> None:
    english = [{"command": "search", "description": "Find goods"}]
    chinese = [{"command": "/search", "description": "找货"}]
    await stand.call("setMyCommands", commands=english)
    await stand.call("setMyCommands", commands=chinese, language_code="zh")

    ann, boris = [(await stand.act("GET", f"/chats/{one}"))["commands"] for one in (ANN, BORIS)]

    assert ann == english
    assert boris == [{"command": "search", "description": "找货"}]
    assert await stand.call("getMyCommands", language_code="zh") == boris


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": "Search!", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "search", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "a", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_a_menu_telegram_would_not_take(stand: Stand, commands: list[object], words: str) -> None:
    assert await stand.refusal("setMyCommands", commands=commands) == f"Bad Request: {words}"


async def test_a_chat_has_a_menu_of_its_own(stand: Stand) -> None:
    await stand.call("setMyCommands", commands=[{"command": "a", "description": "all"}])
    admin = [{"command": "admin", "description": "Administer"}]
    await stand.call("setMyCommands", commands=admin, scope={"type": "chat", "chat_id": ANN})

    assert (await stand.act("GET", f"/chats/{ANN}"))["commands"] == admin
    await stand.call("deleteMyCommands", scope={"type": "chat", "chat_id": ANN})
    assert (await stand.act("GET", f"/chats/{ANN}"))["commands"][0]["command"] == "a"


async def test_the_bot_names_itself(stand: Stand) -> None:
    await stand.call("setMyDescription", description="谈价", language_code="zh")
    await stand.call("setMyName", name="Haggler")

    assert (await stand.call("getMyDescription", language_code="zh"))["description"] == "谈价"
    assert (await stand.call("getMyDescription"))["description"] == ""
    assert (await stand.call("getMe"))["first_name"] == "Haggler"
    assert await stand.call("setChatMenuButton", menu_button={"type": "commands"})


async def test_a_pin_is_announced_and_undone(stand: Stand) -> None:
    card = await stand.send("Order 7")

    await stand.call("pinChatMessage", chat_id=ANN, message_id=card["message_id"])
    pinned = await stand.act("GET", f"/chats/{ANN}")
    await stand.call("unpinChatMessage", chat_id=ANN)

    (update,) = await stand.updates()
    assert update["message"]["pinned_message"]["text"] == "Order 7"
    assert pinned["pinned"] == [card["message_id"]]
    assert pinned["messages"][-1]["service"] == "📌 Order 7"
    assert (await stand.act("GET", f"/chats/{ANN}"))["pinned"] == []


async def test_forwards_keep_their_origin_and_copies_do_not(stand: Stand) -> None:
    await stand.say("hello", BORIS)
    said = await stand.act("POST", f"/chats/{ANN}/photos", caption="a lamp")
    source = {"from_chat_id": ANN, "message_id": said["id"], "chat_id": BORIS}

    forward = await stand.call("forwardMessage", **source)
    copy = await stand.call("copyMessage", **source, caption="<b>lamp</b>", parse_mode="HTML")

    last = (await stand.shown(BORIS))[-1]
    assert forward["forward_origin"]["sender_user"]["id"] == ANN
    assert last["id"] == copy["message_id"]
    assert (last["caption"], last["html"]) == ("lamp", "<b>lamp</b>")
    assert "forwarded" not in last


async def test_a_file_comes_back_as_it_was_sent(stand: Stand) -> None:
    sent = await stand.act("POST", f"/chats/{ANN}/documents", generate=5)
    (update,) = await stand.updates()

    file = await stand.call("getFile", file_id=update["message"]["document"]["file_id"])

    async with stand.session.get(f"{stand.url}/file/bot{TOKEN}/{file['file_path']}") as response:
        assert await response.read() == b"document 5\n"
    async with stand.session.get(stand.url + sent["document"]["url"]) as response:
        assert await response.read() == b"document 5\n"


async def test_large_files_are_not_for_bots(stand: Stand) -> None:
    files, bot = stand.playground.world.files, stand.playground.world.bot()
    small, large = [files.store("document", Upload(bytes(size))) for size in (20 << 20, (20 << 20) + 1)]

    refused = await stand.refusal("getFile", file_id=files.id_for(bot.id, large))

    assert refused == "Bad Request: file is too big"
    assert (await stand.call("getFile", file_id=files.id_for(bot.id, small)))["file_size"] == 20 << 20


async def test_a_large_upload_comes_through(stand: Stand) -> None:
    form = aiohttp.FormData(
        {"chat_id": str(ANN), "document": "attach://paper", "caption": "合同"}, quote_fields=False
    )
    form.add_field("paper", bytes(5 << 20), filename="合同.pdf", content_type="application/pdf")

    async with stand.session.post(f"{stand.url}/bot{TOKEN}/sendDocument", data=form) as response:
        document = (await response.json())["result"]["document"]

    assert (document["file_size"], document["mime_type"]) == (5 << 20, "application/pdf")
    assert document["file_name"] == "合同.pdf"


def test_the_documentation_names_every_emulated_method() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "playground.md").read_text()

    names = page.partition("The emulated methods:")[2].partition(".\n")[0].replace("\n", " ").split(", ")

    assert {name.strip() for name in names} == {*ANSWERS, *SLOW_ANSWERS}


async def test_a_download_may_be_cut_short(stand: Stand) -> None:
    await stand.act("POST", f"/chats/{ANN}/documents", generate=5)
    (update,) = await stand.updates()
    file = await stand.call("getFile", file_id=update["message"]["document"]["file_id"])
    await stand.fault("truncate")

    async with stand.session.get(f"{stand.url}/file/bot{TOKEN}/{file['file_path']}") as response:
        assert len(await response.read()) < file["file_size"]


async def test_a_photo_must_be_a_picture(stand: Stand) -> None:
    async def send(data: bytes) -> str:
        form = aiohttp.FormData({"chat_id": str(ANN)})
        form.add_field("photo", data, filename="lamp.png")
        async with stand.session.post(f"{stand.url}/bot{TOKEN}/sendPhoto", data=form) as response:
            answer = await response.json()
            return "ok" if answer["ok"] else str(answer["description"])

    assert await send(draw(1)) == "ok"
    assert await send(b"GIF90a") == "Bad Request: IMAGE_PROCESS_FAILED"
    assert await send(draw(1, (1, 30))) == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    assert await send(draw(1, (10_000, 1))) == "Bad Request: PHOTO_INVALID_DIMENSIONS"


async def test_a_card_becomes_a_picture_in_place(stand: Stand) -> None:
    card = await stand.send("Offer 1", reply_markup=buttons("Accept"))
    await stand.act("POST", f"/chats/{ANN}/photos")
    file_id = (await stand.updates())[-1]["message"]["photo"][-1]["file_id"]

    media = {"type": "photo", "media": file_id, "caption": "Offer 1, drawn"}
    edited = await stand.call(
        "editMessageMedia",
        chat_id=ANN,
        message_id=card["message_id"],
        media=media,
        reply_markup=buttons("OK"),
    )

    assert "text" not in edited
    assert edited["caption"] == "Offer 1, drawn"
    assert edited["reply_markup"] == buttons("OK")


async def test_the_keyboard_of_the_phone_follows_the_bot(stand: Stand) -> None:
    await stand.send(reply_markup={"keyboard": [[{"text": "Search"}]], "resize_keyboard": True})
    shown = (await stand.act("GET", f"/chats/{ANN}"))["keyboard"]
    await stand.send(reply_markup={"remove_keyboard": True})

    events = (await stand.act("GET", "/events?after=0"))["events"]

    assert shown == {"keyboard": [[{"text": "Search"}]], "resize_keyboard": True}
    assert (await stand.act("GET", f"/chats/{ANN}"))["keyboard"] is None
    assert [event["keyboard"] for event in events if event["type"] == "keyboard"] == [shown, None]


async def test_typing_is_shown_until_the_message(stand: Stand) -> None:
    await stand.call("sendChatAction", chat_id=ANN, action="typing")
    busy = (await stand.act("GET", f"/chats/{ANN}"))["typing"]
    await stand.send()

    assert busy == "typing"
    assert (await stand.act("GET", f"/chats/{ANN}"))["typing"] is None
    assert "wrong parameter action" in await stand.refusal("sendChatAction", chat_id=ANN, action="sing")
