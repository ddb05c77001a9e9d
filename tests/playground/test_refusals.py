"""Telegram's refusals, in Telegram's words."""

from typing import Any

import pytest

from tests.playground.stand import ANN, BORIS, Stand, buttons

MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "x"}, "Bad Request: chat_id is empty"),
        ({"chat_id": ANN}, "Bad Request: message text is empty"),
        ({"chat_id": ANN, "text": " \n\u200b"}, "Bad Request: message text is empty"),
        ({"chat_id": 7, "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": "Ann", "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": BORIS, "text": "x"}, "Forbidden: bot can't initiate conversation with a user"),
        ({"chat_id": ANN, "text": "x" * 4097}, "Bad Request: message is too long"),
        ({"chat_id": ANN, "text": "😀" * 2049}, "Bad Request: message is too long"),
        (
            {"chat_id": ANN, "text": "<i>", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Can't find",
        ),
        (
            {"chat_id": ANN, "text": "x", "parse_mode": "MarkdownV2"},
            "Bad Request: parse_mode MarkdownV2 is not",
        ),
        ({"chat_id": ANN, "text": "x", "parse_mode": "BB"}, "Bad Request: unsupported parse_mode"),
        (
            {"chat_id": ANN, "text": "x", "reply_parameters": {"message_id": 999}},
            "Bad Request: message to be replied not found",
        ),
        (
            {"chat_id": ANN, "text": "x", "reply_markup": "{"},
            "Bad Request: can't parse reply keyboard markup",
        ),
    ],
)
async def test_a_text_telegram_would_not_take(stand: Stand, params: dict[str, Any], words: str) -> None:
    assert (await stand.refusal("sendMessage", **params)).startswith(words)


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "a", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "ж" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "a"}, "can't parse inline keyboard button: Text buttons are unallowed"),
        ({"text": " ", "callback_data": "a"}, "Keyboard button text must be non-empty"),
        ({"text": "a", "callback_data": "a", "style": "red"}, "can't parse inline keyboard button: invalid"),
        ({"text": "a", "url": "localhost:80"}, "inline keyboard button URL 'localhost:80' is invalid"),
        (
            {"text": "a", "callback_data": "a", "url": "https://a.com"},
            "can't parse inline keyboard button: exactly",
        ),
        ({"callback_data": "a"}, "can't parse inline keyboard button: Field"),
    ],
)
async def test_a_button_telegram_would_not_take(stand: Stand, button: dict[str, Any], words: str) -> None:
    params = {"chat_id": ANN, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}}

    assert (await stand.refusal("sendMessage", **params)).startswith(f"Bad Request: {words}")


@pytest.mark.parametrize("rows", [[9], [1] * 101, [8] * 13])
async def test_a_keyboard_that_is_too_large(stand: Stand, rows: list[int]) -> None:
    keyboard = [[{"text": "a", "callback_data": "a"}] * count for count in rows]

    words = await stand.refusal(
        "sendMessage", chat_id=ANN, text="x", reply_markup={"inline_keyboard": keyboard}
    )

    assert words == "Bad Request: REPLY_MARKUP_TOO_LONG"


async def test_the_longest_text_and_fattest_button_are_taken(stand: Stand) -> None:
    message = await stand.send("😀" * 2048, reply_markup=buttons("x" * 64, style="danger"))

    assert len(message["text"]) == 2048
    assert message["reply_markup"]["inline_keyboard"][0][0]["style"] == "danger"


async def test_an_edit_must_change_something(stand: Stand) -> None:
    message = await stand.send("Offer 1", reply_markup=buttons("Accept"))
    same = {"chat_id": ANN, "message_id": message["message_id"], "text": "Offer 1"}

    words = await stand.refusal("editMessageText", **same, reply_markup=buttons("Accept"))
    edited = await stand.call("editMessageText", **same)

    assert words == MODIFIED
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]


async def test_what_cannot_be_edited(stand: Stand) -> None:
    hers = await stand.say("Hello")
    with_reply_keyboard = await stand.send(reply_markup={"keyboard": [["Search"]]})
    photo = await stand.act("POST", f"/chats/{ANN}/photos")

    assert await edit(stand, 999) == "Bad Request: message to edit not found"
    assert await edit(stand, hers["id"]) == "Bad Request: message can't be edited"
    assert await edit(stand, with_reply_keyboard["message_id"]) == "Bad Request: message can't be edited"
    assert await edit(stand, photo["id"]) == "Bad Request: message can't be edited"


async def edit(stand: Stand, message_id: int) -> str:
    return await stand.refusal("editMessageText", chat_id=ANN, message_id=message_id, text="new")


async def test_text_and_caption_are_edited_by_different_methods(stand: Stand) -> None:
    text = await stand.send()
    await stand.act("POST", f"/chats/{ANN}/photos")
    file_id = (await stand.updates())[-1]["message"]["photo"][-1]["file_id"]
    sent = await stand.call("sendPhoto", chat_id=ANN, photo=file_id, caption="A lamp")

    words = await stand.refusal(
        "editMessageCaption", chat_id=ANN, message_id=text["message_id"], caption="new"
    )

    assert await edit(stand, sent["message_id"]) == "Bad Request: there is no text in the message to edit"
    assert words == "Bad Request: there is no caption in the message to edit"


async def test_a_deleted_message_is_gone(stand: Stand) -> None:
    message = await stand.send()
    number = {"chat_id": ANN, "message_id": message["message_id"]}

    await stand.call("deleteMessage", **number)

    assert await stand.refusal("deleteMessage", **number) == "Bad Request: message to delete not found"
    assert await edit(stand, number["message_id"]) == "Bad Request: message to edit not found"


async def test_old_messages_stay(stand: Stand) -> None:
    message = await stand.send()
    await stand.act("PUT", "/clock", offset_seconds=172_801)

    words = await stand.refusal("deleteMessage", chat_id=ANN, message_id=message["message_id"])

    assert words == "Bad Request: message can't be deleted for everyone"


async def test_tokens_and_methods_that_are_unknown(stand: Stand) -> None:
    async def status(path: str) -> int:
        async with stand.session.get(stand.url + path) as response:
            return response.status

    assert await status("/bot7:other/getMe") == 401
    assert await status("/botnonsense/getMe") == 404
    assert await status("/bot42:test/getYou") == 404
    assert await status("/bot42:test/sendDice?chat_id=1001") == 501
    assert await status("/bot42:test/GETME") == 200


async def test_people_who_are_out_of_reach(stand: Stand) -> None:
    await stand.act("PATCH", f"/people/{ANN}", blocked=True)
    blocked = await stand.refusal("sendMessage", chat_id=ANN, text="x")
    await stand.act("PATCH", f"/people/{ANN}", deactivated=True)
    gone = await stand.refusal("sendMessage", chat_id=ANN, text="x")

    assert blocked == "Forbidden: bot was blocked by the user"
    assert gone == "Forbidden: user is deactivated"
    assert [update["my_chat_member"]["new_chat_member"]["status"] for update in await stand.updates()] == [
        "kicked"
    ]


async def test_unknown_parameters_are_ignored_but_noted(stand: Stand) -> None:
    await stand.send(colour="red")

    log = await stand.act("GET", "/log?method=sendMessage")

    assert log["entries"][-1]["warnings"] == ["unknown parameters: colour"]
    assert log["entries"][-1]["outcome"] == "ok"
