"""The actor API, the pages and the command line."""

import asyncio
import json
import signal
import sys
from pathlib import Path

import aiohttp

from playground.server import playground_server
from tests.playground.stand import ANN, TOKEN, Stand, buttons


async def test_the_page_follows_events_with_a_cursor(stand: Stand) -> None:
    cursor = (await stand.act("GET", "/people"))["cursor"]
    waiting = asyncio.create_task(stand.act("GET", f"/events?after={cursor}&timeout=30"))
    await asyncio.sleep(0.05)

    await stand.send("<b>Offer</b>", parse_mode="HTML", reply_markup=buttons("Accept"))

    told = await waiting
    (event,) = told["events"]
    assert (event["type"], event["chat_id"], told["cursor"]) == ("message", ANN, event["id"])
    assert event["message"]["html"] == "<b>Offer</b>"
    assert event["message"]["keyboard"][0][0]["token"] == "0:0"


async def test_what_is_shown_is_safe_to_show(stand: Stand) -> None:
    await stand.say('<img src=x onerror=alert(1)> "&" https://a.com/?"><b>')

    html = (await stand.shown())[-1]["html"]

    assert html.startswith("&lt;img src=x onerror=alert(1)&gt; &quot;&amp;&quot; <a href=")
    assert "<img" not in html
    assert "<b>" not in html


async def test_many_deeds_in_one_request(stand: Stand) -> None:
    steps = [
        {"path": "/people", "body": {"id": 7, "first_name": "Chen"}},
        {"path": "/chats/7/messages", "body": {"text": "/start"}},
        {"path": "/chats/7/presses", "body": {"text": "Nowhere"}},
        {"method": "GET", "path": "/chats/7"},
    ]

    results = await stand.act("POST", "/batch", steps=steps)

    assert results[2]["status"] == 404
    assert [message["text"] for message in results[3]["result"]["messages"]] == ["/start"]


async def test_a_reset_forgets_people_and_faults(stand: Stand) -> None:
    await stand.act("POST", "/groups", title="Deals", members=[ANN])
    await stand.fault("error")
    await stand.act("PUT", "/updates", hold=True)
    await stand.say("hello")

    await stand.act("POST", "/reset")

    assert (await stand.act("GET", "/people"))["people"] == []
    assert (await stand.act("GET", "/groups"))["groups"] == []
    assert (await stand.act("GET", "/faults"))["rules"] == []
    assert (await stand.act("GET", "/updates")) == {"held": [], "pending": 0}
    assert await stand.call("getUpdates") == []


async def test_refusals_name_what_is_wrong(stand: Stand) -> None:
    async def error(verb: str, path: str, **values: object) -> str:
        status, answer = await stand.try_act(verb, path, **values)
        return f"{status} {answer['error']}"

    assert await error("GET", "/nowhere") == "404 the actor API has no GET /nowhere"
    assert await error("POST", "/chats/9/messages", text="x") == "404 nobody has the id 9"
    assert await error("POST", f"/chats/{ANN}/messages") == "400 text is needed"
    assert await error("GET", "/presses/12") == "404 no such press"
    assert await error("POST", "/people", first_name="A", id=ANN) == f"409 the id {ANN} is taken"


async def test_the_page_and_its_files_are_served(stand: Stand) -> None:
    async def kind(path: str) -> tuple[int, str]:
        async with stand.session.get(stand.url + path) as response:
            return response.status, response.content_type

    assert await kind("/") == (200, "text/html")
    assert (await kind("/web/main.js"))[1] in ("text/javascript", "application/javascript")
    assert (await kind("/web/../server.py"))[0] == 404
    assert (await kind("/web/%2e%2e/server.py"))[0] == 404
    assert (await kind("/nowhere"))[0] == 404


async def test_two_bots_see_their_own_chats() -> None:
    async with playground_server([TOKEN, "43:other"]) as playground, aiohttp.ClientSession() as session:
        stand = Stand(playground, session)
        await stand.act("POST", "/people", id=ANN, first_name="Ann")
        await stand.say("to the first")
        await stand.say("to the second", bot=43)

        heard = await stand.updates()
        bots = (await stand.act("GET", "/health"))["bots"]

    assert [update["message"]["text"] for update in heard] == ["to the first"]
    assert [bot["username"] for bot in bots] == ["yijia_bot", "yijia_2_bot"]


async def test_the_log_can_be_switched_off(stand: Stand) -> None:
    await stand.act("PUT", "/limits", log_size=0)

    await stand.send()

    assert (await stand.act("GET", "/log"))["entries"] == []


async def test_the_command_serves_its_people_until_it_is_told_to_stop(tmp_path: Path) -> None:
    people = tmp_path / "people.json"
    people.write_text(json.dumps([{"id": ANN, "first_name": "Ann"}]))
    command = ("-m", "playground", "--token", TOKEN, "--people", str(people))
    process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().removeprefix("playground ready ").strip()

    async with aiohttp.ClientSession() as session, session.get(f"{url}/playground/people") as response:
        names = [person["first_name"] for person in (await response.json())["people"]]
    process.send_signal(signal.SIGTERM)

    assert names == ["Ann"]
    assert await process.wait() == 0
