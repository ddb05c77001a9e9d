"""People press buttons: by words, by data ever shown, forged; answers come once and in time."""

import pytest

from tests.playground.stand import ANN, BORIS, Stand, buttons

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.mark.parametrize("words", ["✅ Accept", "Accept", "accept", " ✅  accept"])
async def test_a_person_presses_what_she_reads(stand: Stand, words: str) -> None:
    message = await stand.send(reply_markup=buttons("Decline", "✅ Accept"))

    await stand.press(message_id=message["message_id"], text=words)

    (update,) = await stand.updates()
    query = update["callback_query"]
    assert query["data"] == "✅ Accept"
    assert query["from"]["id"] == ANN
    assert query["message"]["text"] == "Good day"


async def test_digits_are_told_apart(stand: Stand) -> None:
    await stand.send(reply_markup=buttons("1", "2", "◀", "▶"))

    first = await stand.press(text="2")
    second = await stand.press(text="▶")

    assert (first["data"], second["data"]) == ("2", "▶")


async def test_a_stale_button_still_presses(stand: Stand) -> None:
    message = await stand.send(reply_markup=buttons("v1"))
    number = message["message_id"]
    await stand.call(
        "editMessageText", chat_id=ANN, message_id=number, text="new", reply_markup=buttons("v2")
    )

    stale = await stand.press(message_id=number, data="v1")
    refused, answer = await stand.try_act("POST", f"/chats/{ANN}/presses", message_id=number, data="v3")
    forged = await stand.press(message_id=number, data="v3", forge=True)

    assert (stale["data"], forged["data"]) == ("v1", "v3")
    assert refused == 404
    assert "forge" in answer["error"]


async def test_an_answer_is_given_once(stand: Stand) -> None:
    await stand.send(reply_markup=buttons("Accept"))
    press = await stand.press(text="Accept")

    await stand.call("answerCallbackQuery", callback_query_id=press["id"], text="Done", show_alert=True)
    again = await stand.refusal("answerCallbackQuery", callback_query_id=press["id"])

    told = await stand.act("GET", f"/presses/{press['id']}?timeout=5")
    assert again == TOO_OLD
    assert (told["answered"], told["text"], told["show_alert"]) == (True, "Done", True)


async def test_an_answer_can_come_too_late(stand: Stand) -> None:
    await stand.send(reply_markup=buttons("Accept"))
    press = await stand.press(text="Accept")
    await stand.act("PUT", "/clock", offset_seconds=11)

    late = await stand.refusal("answerCallbackQuery", callback_query_id=press["id"])
    await stand.act("PUT", "/limits", answer_seconds=30)
    patient = await stand.answer("answerCallbackQuery", callback_query_id=press["id"])

    assert late == TOO_OLD
    assert patient["ok"]


async def test_a_toast_is_short(stand: Stand) -> None:
    await stand.send(reply_markup=buttons("Accept"))
    press = await stand.press(text="Accept")

    words = await stand.refusal("answerCallbackQuery", callback_query_id=press["id"], text="x" * 201)

    assert words == "Bad Request: MESSAGE_TOO_LONG"


async def test_an_old_card_is_inaccessible(stand: Stand) -> None:
    message = await stand.send(reply_markup=buttons("Accept"))
    await stand.fault("inaccessible")

    await stand.press(text="Accept")

    (update,) = await stand.updates()
    shown = update["callback_query"]["message"]
    assert (shown["message_id"], shown["date"]) == (message["message_id"], 0)
    assert "text" not in shown


async def test_links_are_only_told(stand: Stand) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Site", "url": "https://a.com"}]]}
    await stand.send(reply_markup=keyboard)

    press = await stand.press(text="Site")

    assert press["button"]["url"] == "https://a.com"
    assert await stand.updates() == []


async def test_someone_elses_button_in_a_group(stand: Stand) -> None:
    group = await stand.act("POST", "/groups", title="Deals", members=[ANN, BORIS])
    await stand.call("sendMessage", chat_id=group["id"], text="For Ann", reply_markup=buttons("Accept"))
    await stand.updates()

    await stand.press(group["id"], text="Accept", **{"as": BORIS})

    (update,) = await stand.updates()
    assert update["callback_query"]["from"]["id"] == BORIS
    assert update["callback_query"]["message"]["chat"]["title"] == "Deals"
