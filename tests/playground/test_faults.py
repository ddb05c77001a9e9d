"""Faults that are dialled: what the caller feels and what the chat shows."""

import aiohttp
import pytest

from tests.playground.stand import ANN, TOKEN, Stand


async def test_a_flood_is_refused_with_a_wait(stand: Stand) -> None:
    await stand.fault("too_many", seconds=3, method="send*", count=1)

    refused = await stand.answer("sendMessage", chat_id=ANN, text="x")
    await stand.send()

    assert refused["error_code"] == 429
    assert refused["parameters"] == {"retry_after": 3}
    assert refused["description"] == "Too Many Requests: retry after 3"
    assert (await stand.act("GET", "/faults"))["rules"][0]["hits"] == 1


@pytest.mark.parametrize(("when", "shown"), [("before", 1), ("after", 2)])
async def test_the_connection_is_cut_before_or_after_acceptance(stand: Stand, when: str, shown: int) -> None:
    await stand.fault("reset", when=when, method="sendMessage")
    address = f"{stand.url}/bot{TOKEN}/sendMessage"

    with pytest.raises(aiohttp.ClientConnectionError):
        await stand.session.post(address, json={"chat_id": ANN, "text": "x"})

    assert len(await stand.shown()) == shown
    entry = (await stand.act("GET", "/log?method=sendMessage"))["entries"][-1]
    assert entry["fault"] == f"reset {when}"


@pytest.mark.parametrize(("when", "shown"), [("before", 1), ("after", 2)])
async def test_the_server_fails_before_or_after_acceptance(stand: Stand, when: str, shown: int) -> None:
    await stand.fault("error", code=502, when=when, method="sendMessage")

    answer = await stand.answer("sendMessage", chat_id=ANN, text="x")

    assert (answer["error_code"], answer["description"]) == (502, "Bad Gateway")
    assert len(await stand.shown()) == shown


async def test_a_slow_answer_has_delivered_already(stand: Stand) -> None:
    await stand.fault("slow", when="after", seconds=5, method="sendMessage")
    address = f"{stand.url}/bot{TOKEN}/sendMessage"
    patience = aiohttp.ClientTimeout(total=0.2)

    with pytest.raises(TimeoutError):
        await stand.session.post(address, json={"chat_id": ANN, "text": "x"}, timeout=patience)

    assert len(await stand.shown()) == 2


async def test_faults_repeat_with_their_seed(stand: Stand) -> None:
    async def outcomes() -> list[bool]:
        rules = [{"kind": "error", "probability": 0.5, "method": "getMe"}]
        await stand.act("PUT", "/faults", seed=7, rules=rules)
        return [(await stand.answer("getMe"))["ok"] for _ in range(20)]

    first = await outcomes()

    assert await outcomes() == first
    assert set(first) == {True, False}


async def test_a_fault_may_wait_and_choose_its_chat(stand: Stand) -> None:
    rules = [
        {"kind": "error", "code": 403, "chat_id": ANN, "skip": 1, "count": 1},
        {"kind": "error", "code": 401, "chat_id": 7},
    ]
    await stand.act("PUT", "/faults", rules=rules)

    codes = [(await stand.answer("sendMessage", chat_id=ANN, text="x")).get("error_code") for _ in range(3)]

    assert codes == [None, 403, None]


async def test_nonsense_is_no_fault(stand: Stand) -> None:
    status, answer = await stand.try_act("PUT", "/faults", rules=[{"kind": "rain"}])

    assert status == 400
    assert "known: " in answer["error"]
