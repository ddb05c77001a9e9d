"""Telegram's sending limits, off until they are dialled."""

from playground.limits import Dials, Limits
from playground.wire import BotApiError
from tests.playground.stand import ANN, Stand


def wait(limits: Limits, chat_id: int, now: float) -> int:
    """0 when the message passes, else the seconds asked for."""
    try:
        limits.check(chat_id, now)
    except BotApiError as refusal:
        return int((refusal.parameters or {})["retry_after"])
    return 0


def test_a_private_chat_takes_one_a_second_after_a_burst() -> None:
    limits = Limits(Dials(private_per_second=1, private_burst=3))

    waits = [wait(limits, ANN, now) for now in (0.0, 0.0, 0.0, 0.0, 0.9, 1.0, 1.5, 2.0)]

    assert waits == [0, 0, 0, 1, 1, 0, 1, 0]
    assert wait(limits, ANN + 1, 2.0) == 0


def test_a_group_takes_twenty_in_any_minute() -> None:
    limits = Limits(Dials(group_per_minute=20))

    waits = [wait(limits, -5, float(now)) for now in range(25)]

    assert waits == [0] * 20 + [40, 39, 38, 37, 36]
    assert wait(limits, -5, 60.0) == 0


def test_everybody_together_takes_thirty_a_second() -> None:
    limits = Limits(Dials(overall_per_second=30))

    waits = [wait(limits, chat_id, 0.0) for chat_id in range(1, 32)]

    assert waits == [0] * 30 + [1]
    assert wait(limits, 99, 1.0) == 0


async def test_a_dialled_limit_refuses_over_http(stand: Stand) -> None:
    free = [(await stand.answer("sendMessage", chat_id=ANN, text="x"))["ok"] for _ in range(10)]
    await stand.act("PUT", "/limits", private_per_second=0.01, private_burst=2)

    limited = [(await stand.answer("sendMessage", chat_id=ANN, text="x"))["ok"] for _ in range(4)]
    answer = await stand.answer("sendMessage", chat_id=ANN, text="x")

    assert all(free)
    assert limited == [True, True, False, False]
    assert answer["parameters"]["retry_after"] > 90


async def test_an_unknown_dial_is_named(stand: Stand) -> None:
    status, answer = await stand.try_act("PUT", "/limits", speed=1)

    assert status == 400
    assert "unknown dials: speed" in answer["error"]
