"""What the sender learns from each answer, and from each missing one."""

import asyncio
import traceback
from typing import Any

import pytest
from telegram.error import TelegramError

from delivery.outcome import Outcome, Verdict, judge
from delivery.request import AiohttpRequest
from delivery.speaker import Speaker
from tests.delivery.desk import Desk, Reply, open_desk, page, refusal, reset, result, silence

TOKEN = "123456:never-to-be-seen"
CARD = {"chat_id": 7, "text": "Offer 3: 500 pcs at $2.35", "reply_markup": {"inline_keyboard": [[]]}}
MESSAGE = {"message_id": 41, "chat": {"id": 7}}


def speaker_at(base_url: str, **request: Any) -> Speaker:
    return Speaker(TOKEN, base_url, request=AiohttpRequest(**request))


async def verdict_of(speaker: Speaker) -> Verdict:
    with pytest.raises(TelegramError) as caught:
        await speaker.call("sendMessage", CARD)
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None or TOKEN not in repr(caught.value.__context__)
    return judge(caught.value)


async def verdict_on(reply: Reply) -> Verdict:
    async with open_desk(reply) as desk, speaker_at(desk.base_url, read=0.1) as speaker:
        return await verdict_of(speaker)


async def test_a_card_is_sent_and_its_number_comes_back() -> None:
    async with open_desk(result(MESSAGE)) as desk, speaker_at(desk.base_url) as speaker:
        answer = await speaker.call("sendMessage", CARD)

    assert answer == MESSAGE
    assert f"POST /bot{TOKEN}/sendMessage" in desk.heads[0]
    assert b'"reply_markup":{"inline_keyboard":[[]]}' in desk.bodies[0]


async def test_ten_messages_travel_over_one_connection() -> None:
    async with open_desk(result(True)) as desk, speaker_at(desk.base_url) as speaker:
        for person in range(1, 11):
            await speaker.call("sendMessage", CARD | {"chat_id": person})

    assert (len(desk.bodies), desk.connections) == (10, 1)


async def test_a_product_photo_is_uploaded_with_its_caption() -> None:
    async with open_desk(result(MESSAGE)) as desk, speaker_at(desk.base_url) as speaker:
        await speaker.call("sendPhoto", {"chat_id": 7, "caption": "竹杯"}, {"photo": ("杯.png", b"\x89PNG")})

    assert "multipart/form-data" in desk.heads[0]
    assert "竹杯".encode() in desk.bodies[0]
    assert 'name="photo"; filename="杯.png"'.encode() in desk.bodies[0]
    assert b"\x89PNG" in desk.bodies[0]


async def test_an_album_names_its_uploads() -> None:
    media = [{"type": "photo", "media": "attach://front"}]
    async with open_desk(result([MESSAGE])) as desk, speaker_at(desk.base_url) as speaker:
        await speaker.call("sendMediaGroup", {"chat_id": 7, "media": media}, {"front": ("a.png", b"PNG")})

    assert b'"attach://front"' in desk.bodies[0]
    assert b'name="front"; filename="a.png"' in desk.bodies[0]


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (refusal(400, "Bad Request: message is not modified: same content"), Outcome.DONE),
        (refusal(400, "Bad Request: query is too old and response timeout expired"), Outcome.TOO_LATE),
        (refusal(400, "Bad Request: message to edit not found"), Outcome.SEND_ANEW),
        (refusal(400, "Bad Request: message can't be edited"), Outcome.SEND_ANEW),
        (refusal(400, "Bad Request: can't parse entities: unclosed tag"), Outcome.PLAIN_TEXT),
        (refusal(400, "Bad Request: chat not found"), Outcome.UNREACHABLE),
        (refusal(400, "Bad Request: message text is empty"), Outcome.REFUSED),
        (refusal(401, "Unauthorized"), Outcome.TOKEN_REVOKED),
        (refusal(403, "Forbidden: bot was blocked by the user"), Outcome.UNREACHABLE),
        (refusal(403, "Forbidden: user is deactivated"), Outcome.UNREACHABLE),
        (refusal(404, "Not Found"), Outcome.TOKEN_REVOKED),
        (refusal(413, "Request Entity Too Large"), Outcome.REFUSED),
        (refusal(500, "Internal Server Error"), Outcome.AMBIGUOUS),
        (page(502, b"<html>Bad Gateway</html>"), Outcome.AMBIGUOUS),
        (page(400, b"<html>Bad Request</html>"), Outcome.AMBIGUOUS),
        (page(200, b"welcome to the hotel network"), Outcome.AMBIGUOUS),
        (page(200, b"{}"), Outcome.AMBIGUOUS),
        (page(200, b"[1]"), Outcome.AMBIGUOUS),
        (page(302, b""), Outcome.AMBIGUOUS),
        (silence, Outcome.AMBIGUOUS),
        (reset, Outcome.AMBIGUOUS),
    ],
)
async def test_every_answer_tells_the_sender_what_to_do_next(reply: Reply, outcome: Outcome) -> None:
    verdict = await verdict_on(reply)

    assert verdict.outcome is outcome


async def test_a_flood_says_how_long_to_wait() -> None:
    verdict = await verdict_on(refusal(429, "Too Many Requests: retry after 17", retry_after=17))

    assert (verdict.outcome, verdict.seconds) == (Outcome.WAIT, 17)


async def test_a_flood_without_a_time_is_one_second() -> None:
    verdict = await verdict_on(page(429, b"slow down"))

    assert (verdict.outcome, verdict.seconds) == (Outcome.WAIT, 1)


async def test_a_group_that_grew_names_its_new_address() -> None:
    verdict = await verdict_on(refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1009))

    assert (verdict.outcome, verdict.chat_id) == (Outcome.MIGRATED, -1009)


async def test_a_refused_connection_means_nothing_was_sent() -> None:
    async with open_desk(silence) as desk:
        closed = desk.base_url

    async with speaker_at(closed) as speaker:
        verdict = await verdict_of(speaker)

    assert verdict.outcome is Outcome.NOT_SENT


async def test_no_free_connection_means_nothing_was_sent() -> None:
    async with open_desk(silence) as desk, speaker_at(desk.base_url, connections=1, connect=0.1) as speaker:
        first = asyncio.create_task(speaker.call("sendMessage", CARD | {"chat_id": 8}))
        await arrival_at(desk)

        verdict = await verdict_of(speaker)

        first.cancel()
    assert verdict.outcome is Outcome.NOT_SENT
    assert len(desk.bodies) == 1


async def test_a_nonsensical_address_means_nothing_was_sent() -> None:
    async with speaker_at("nowhere://") as speaker:
        verdict = await verdict_of(speaker)

    assert verdict.outcome is Outcome.NOT_SENT


async def test_a_payload_that_is_no_json_is_refused_for_good() -> None:
    async with speaker_at("http://127.0.0.1:9/bot") as speaker:
        with pytest.raises(TelegramError) as caught:
            await speaker.call("sendMessage", {"chat_id": 7, "text": object()})

    assert judge(caught.value).outcome is Outcome.REFUSED


async def test_a_closed_mouth_sends_nothing() -> None:
    verdict = await verdict_of(speaker_at("http://127.0.0.1:9/bot"))

    assert verdict.outcome is Outcome.NOT_SENT


async def test_the_token_stays_out_of_the_logs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")

    async with open_desk(page(500, b"")) as desk, speaker_at(desk.base_url) as speaker:
        await verdict_of(speaker)

    assert TOKEN not in caplog.text
    assert TOKEN not in repr(speaker)


async def arrival_at(desk: Desk) -> None:
    while not desk.bodies:  # noqa: ASYNC110 - the desk is another program
        await asyncio.sleep(0.001)
