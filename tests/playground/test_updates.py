"""getUpdates: confirmation, batches, long polls, lives, and faults of delivery."""

import asyncio

from tests.playground.stand import ANN, Stand, buttons


async def test_unconfirmed_updates_come_again(stand: Stand) -> None:
    await stand.say("one")
    await stand.say("two")

    first = await stand.call("getUpdates", limit=1)
    again = await stand.call("getUpdates")
    rest = await stand.call("getUpdates", offset=first[0]["update_id"] + 1)

    assert [update["message"]["text"] for update in again] == ["one", "two"]
    assert [update["message"]["text"] for update in rest] == ["two"]
    assert rest[0]["update_id"] == first[0]["update_id"] + 1


async def test_a_negative_offset_keeps_the_last(stand: Stand) -> None:
    for text in ("one", "two", "three"):
        await stand.say(text)

    kept = await stand.call("getUpdates", offset=-1)

    assert [update["message"]["text"] for update in kept] == ["three"]
    assert await stand.call("getUpdates") == kept


async def test_a_long_poll_ends_with_the_message(stand: Stand) -> None:
    poll = asyncio.create_task(stand.call("getUpdates", timeout=30))
    await asyncio.sleep(0.05)

    await stand.say("hello")

    assert [update["message"]["text"] for update in await poll] == ["hello"]


async def test_a_second_consumer_ends_the_first(stand: Stand) -> None:
    poll = asyncio.create_task(stand.answer("getUpdates", timeout=30))
    await asyncio.sleep(0.05)

    await stand.call("getUpdates")

    ended = await poll
    assert ended["error_code"] == 409
    assert ended["description"].startswith("Conflict: terminated by other getUpdates request")


async def test_allowed_updates_are_remembered(stand: Stand) -> None:
    await stand.call("getUpdates", allowed_updates=["callback_query"])
    await stand.send(reply_markup=buttons("Accept"))

    await stand.say("unheard")
    await stand.press(text="Accept")

    assert ["callback_query" in update for update in await stand.updates()] == [True]
    assert (await stand.call("getWebhookInfo"))["allowed_updates"] == ["callback_query"]


async def test_presses_live_shorter_than_messages(stand: Stand) -> None:
    await stand.send(reply_markup=buttons("Accept"))
    await stand.say("hello")
    await stand.press(text="Accept")

    await stand.act("PUT", "/clock", offset_seconds=151)
    after_an_outage = await stand.call("getUpdates")
    await stand.act("PUT", "/clock", offset_seconds=86_401)

    assert [update["message"]["text"] for update in after_an_outage] == ["hello"]
    assert await stand.call("getUpdates") == []


async def test_an_update_comes_twice(stand: Stand) -> None:
    await stand.fault("duplicate", copies=3)

    await stand.say("hello")

    assert len({update["update_id"] for update in await stand.call("getUpdates")}) == 1
    assert len(await stand.updates()) == 3
    assert await stand.updates() == []


async def test_an_update_comes_again_after_it_was_confirmed(stand: Stand) -> None:
    await stand.fault("duplicate", later=True)
    await stand.say("hello")

    (first,) = await stand.call("getUpdates")
    (echo,) = await stand.call("getUpdates", offset=first["update_id"] + 1)

    assert echo == first
    assert await stand.call("getUpdates", offset=first["update_id"] + 1) == []


async def test_a_press_overtakes_a_message(stand: Stand) -> None:
    await stand.send(reply_markup=buttons("Accept"))
    await stand.fault("delay", method="message", seconds=0.7)

    await stand.say("I take it")
    await stand.say("and more")
    await stand.press(text="Accept")

    kinds = [[key for key in update if key != "update_id"] for update in await stand.updates()]
    late = [await stand.next_update() for _ in range(2)]
    assert kinds == [["callback_query"]]
    assert [update["message"]["text"] for update in late] == ["I take it", "and more"]


async def test_held_updates_go_in_any_order(stand: Stand) -> None:
    await stand.act("PUT", "/updates", hold=True)
    for text in ("one", "two", "three"):
        await stand.say(text)

    nothing = await stand.call("getUpdates")
    await stand.act("POST", "/updates/release", order=[2, 0, 1])

    assert nothing == []
    assert [update["message"]["text"] for update in await stand.updates()] == ["three", "one", "two"]


async def test_update_ids_jump(stand: Stand) -> None:
    await stand.fault("jump", by=1000)
    await stand.say("one")
    await stand.say("two")

    first, second = await stand.updates()

    assert second["update_id"] - first["update_id"] == 1001


async def test_everything_is_in_the_log_in_order(stand: Stand) -> None:
    await stand.say("hello")
    await stand.updates()
    await stand.send("Good day")

    entries = (await stand.act("GET", "/log"))["entries"]

    assert [entry["n"] for entry in entries] == sorted(entry["n"] for entry in entries)
    delivered = [entry for entry in entries if entry["type"] == "update"]
    assert delivered[-1]["body"]["message"]["text"] == "hello"
    assert entries[-1]["params"] == {"chat_id": ANN, "text": "Good day"}
    assert entries[-1]["message_id"] == (await stand.shown())[-1]["message_id"]
