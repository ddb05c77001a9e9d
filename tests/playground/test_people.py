"""What people do with their messages, and how groups live."""

from tests.playground.stand import ANN, BORIS, Stand


async def test_an_edit_reaches_the_bot_and_a_deletion_does_not(stand: Stand) -> None:
    said = await stand.say("500 pcs at 12")

    await stand.act("PATCH", f"/chats/{ANN}/messages/{said['id']}", text="500 pcs at 11")
    await stand.act("DELETE", f"/chats/{ANN}/messages/{said['id']}")

    first, second = await stand.updates()
    assert first["message"]["text"] == "500 pcs at 12"
    assert second["edited_message"]["text"] == "500 pcs at 11"
    assert second["edited_message"]["edit_date"]
    assert [message["text"] for message in await stand.shown()] == ["/start"]


async def test_a_reply_carries_what_it_replies_to(stand: Stand) -> None:
    card = await stand.send("Offer 1")

    await stand.say("11.5", reply_to=card["message_id"])

    (update,) = await stand.updates()
    assert update["message"]["reply_to_message"]["text"] == "Offer 1"
    assert update["message"]["reply_to_message"]["from"]["is_bot"]
    assert (await stand.shown())[-1]["reply_to"] == card["message_id"]


async def test_a_forward_says_where_it_comes_from(stand: Stand) -> None:
    card = await stand.send("Confirmed")

    await stand.act("POST", f"/chats/{ANN}/messages", forward_of=card["message_id"])

    (update,) = await stand.updates()
    assert update["message"]["from"]["id"] == ANN
    assert update["message"]["forward_origin"]["sender_user"]["id"] == 42


async def test_a_new_name_and_language_are_seen_at_once(stand: Stand) -> None:
    await stand.act("PATCH", f"/people/{ANN}", first_name="Anna", username=None, language_code="zh-hans")

    await stand.say("hello")

    (update,) = await stand.updates()
    assert update["message"]["from"] == {
        "id": ANN,
        "is_bot": False,
        "first_name": "Anna",
        "language_code": "zh-hans",
    }
    assert update["message"]["chat"] == {"id": ANN, "first_name": "Anna", "type": "private"}


async def test_an_album_is_one_update_a_photo_with_one_caption(stand: Stand) -> None:
    await stand.act("POST", f"/chats/{ANN}/albums", generate=10, caption="broken lamps")

    photos = [update["message"] for update in await stand.updates()]

    assert len({photo["media_group_id"] for photo in photos}) == 1
    assert len({photo["photo"][-1]["file_unique_id"] for photo in photos}) == 10
    assert [photo.get("caption") for photo in photos] == ["broken lamps", *[None] * 9]


async def test_people_send_files_places_and_contacts(stand: Stand) -> None:
    for kind in ("documents", "videos", "voices", "stickers", "locations"):
        await stand.act("POST", f"/chats/{ANN}/{kind}", generate=3, latitude=1, longitude=2)
    await stand.act("POST", f"/chats/{ANN}/contacts")
    await stand.act("POST", f"/chats/{ANN}/contacts", user_id=BORIS, first_name="Boris")

    messages = [update["message"] for update in await stand.updates()]

    kinds = ("document", "video", "voice", "sticker", "location", "contact", "contact")
    assert all(kind in message for kind, message in zip(kinds, messages, strict=True))
    assert [message["contact"]["user_id"] for message in messages[-2:]] == [ANN, BORIS]


async def test_who_has_blocked_the_bot_cannot_write_until_she_unblocks(stand: Stand) -> None:
    await stand.act("PATCH", f"/people/{ANN}", blocked=True)

    status, answer = await stand.try_act("POST", f"/chats/{ANN}/messages", text="hello")
    await stand.act("PATCH", f"/people/{ANN}", blocked=False)

    assert (status, answer["error"]) == (409, "this person has blocked the bot")
    statuses = [update["my_chat_member"]["new_chat_member"]["status"] for update in await stand.updates()]
    assert statuses == ["kicked", "member"]
    assert await stand.send("welcome back")


async def test_in_a_group_the_bot_hears_what_is_meant_for_it(stand: Stand) -> None:
    group = await stand.act("POST", "/groups", title="Deals", members=[ANN, BORIS])
    await stand.updates()

    await stand.say("chatter", group["id"], **{"as": BORIS})
    await stand.say("/orders", group["id"], **{"as": BORIS})
    await stand.say("/admin", group["id"], anonymous=True, **{"as": ANN})

    heard = [update["message"] for update in await stand.updates()]
    assert [message["text"] for message in heard] == ["/orders", "/admin"]
    assert [message["from"]["id"] for message in heard] == [BORIS, 1087968824]
    assert heard[1]["sender_chat"]["id"] == group["id"]


async def test_a_group_that_migrates_sends_the_bot_to_its_new_id(stand: Stand) -> None:
    old = await stand.act("POST", "/groups", title="Deals", members=[ANN], type="group")
    await stand.updates()
    new = await stand.act("POST", f"/groups/{old['id']}/migrate")

    answer = await stand.answer("sendMessage", chat_id=old["id"], text="x")

    services = [update["message"] for update in await stand.updates()]
    assert answer["parameters"] == {"migrate_to_chat_id": new["id"]}
    assert services[0]["migrate_to_chat_id"] == new["id"]
    assert services[1]["migrate_from_chat_id"] == old["id"]
    assert await stand.call("sendMessage", chat_id=new["id"], text="x")


async def test_a_removed_bot_neither_hears_nor_speaks(stand: Stand) -> None:
    group = await stand.act("POST", "/groups", title="Deals", members=[ANN])
    await stand.act("PATCH", f"/groups/{group['id']}", bot_member=False)
    await stand.updates()

    await stand.say("/orders", group["id"], **{"as": ANN})
    refused = await stand.refusal("sendMessage", chat_id=group["id"], text="x")

    assert refused == "Forbidden: bot was kicked from the supergroup chat"
    assert await stand.updates() == []
