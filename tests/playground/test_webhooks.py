"""Webhooks: the secret, order inside a queue, parallel queues, repeats until a 2xx."""

import asyncio

import pytest

from tests.playground.listener import listening
from tests.playground.stand import ANN, BORIS, Stand, buttons


async def test_updates_come_with_the_secret_and_in_order(stand: Stand) -> None:
    async with listening() as listener:
        await stand.say("before")
        await stand.call("setWebhook", url=listener.url, secret_token="a_Secret-1")
        for text in ("one", "two", "three"):
            await stand.say(text)

        await listener.until(4)

        assert listener.texts() == ["before", "one", "two", "three"]
        assert set(listener.secrets) == {"a_Secret-1"}
        assert (await stand.call("getWebhookInfo"))["url"] == listener.url


async def test_a_failing_head_blocks_its_chat_only(stand: Stand) -> None:
    async with listening() as listener:
        listener.status = lambda update: 500 if update.get("message", {}).get("text") == "poison" else 200
        await stand.call("setWebhook", url=listener.url)

        await stand.say("poison")
        await stand.say("behind")
        await stand.say("hello", BORIS)
        await listener.until(3)

        info = await stand.call("getWebhookInfo")
        assert "behind" not in listener.texts()
        assert sorted(set(listener.texts())) == ["hello", "poison"]
        assert info["pending_update_count"] == 2
        assert info["last_error_message"] == "Wrong response from the webhook: 500"


async def test_an_update_is_repeated_until_it_is_taken(stand: Stand) -> None:
    async with listening() as listener:
        listener.status = lambda update: 200 if len(listener.heard) > 1 else 503
        listener.headers = {"Retry-After": "0"}
        await stand.call("setWebhook", url=listener.url)

        await stand.say("one")
        await stand.say("two")
        await listener.until(3)

        assert listener.texts() == ["one", "one", "two"]
        assert listener.heard[0]["update_id"] == listener.heard[1]["update_id"]


async def test_a_press_does_not_wait_for_a_message(stand: Stand) -> None:
    async with listening() as listener:
        listener.pause = lambda update: 0.3 if "message" in update else 0.0
        await stand.send(reply_markup=buttons("Accept"))
        await stand.call("setWebhook", url=listener.url)

        await stand.say("one")
        await stand.say("two")
        await stand.press(text="Accept")
        await listener.until(3)

        assert sorted(listener.texts()[:2]) == ["Accept", "one"]
        assert listener.most_at_once == 2


async def test_at_most_so_many_connections(stand: Stand) -> None:
    async with listening() as listener:
        listener.pause = lambda update: 0.05
        await stand.call("setWebhook", url=listener.url, max_connections=1)

        await asyncio.gather(*(stand.say("x", person) for person in (ANN, BORIS)))
        await listener.until(2)

        assert listener.most_at_once == 1


async def test_polling_and_webhook_exclude_each_other(stand: Stand) -> None:
    poll = asyncio.create_task(stand.answer("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await stand.call("setWebhook", url="http://127.0.0.1:9/hook")

    refused = await stand.refusal("getUpdates")
    ended = await poll
    await stand.call("deleteWebhook")

    assert refused.startswith("Conflict: can't use getUpdates method while webhook is active")
    assert ended["description"] == "Conflict: terminated by setWebhook request"
    assert await stand.call("getUpdates") == []


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://example.com/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "nonsense"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://a.com", "secret_token": "ä"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_webhook_telegram_would_not_take(stand: Stand, params: dict[str, str], words: str) -> None:
    assert await stand.refusal("setWebhook", **params) == f"Bad Request: {words}"


async def test_updates_survive_a_webhook_that_is_away(stand: Stand) -> None:
    await stand.call("setWebhook", url="http://127.0.0.1:9/hook")
    await stand.say("hello")
    await asyncio.sleep(0.1)

    info = await stand.call("getWebhookInfo")
    await stand.call("deleteWebhook")

    assert info["last_error_message"] == "Connection refused"
    assert [update["message"]["text"] for update in await stand.updates()] == ["hello"]
