"""Part D: answers that come too late, and letters that Telegram refuses whatever we do."""

from typing import Final

import pytest

from tests.conversations.conftest import UNHURRIED
from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market
from tests.faults.rig import ask, buttons, dead, on_sqlite, rest, said, suffer, write

LATE_SECONDS: Final = UNHURRIED["answer_seconds"] + 5.0
BROKEN_MARKUP: Final = "<b>abdo <"
EMPTY: Final = "<b> </b>"


@pytest.fixture(autouse=True)
def nobody_tidies_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a worker holds and forgets is left lying: each letter must go out by itself."""
    monkeypatch.setattr("bot.clock.LEFTOVER_SECONDS", 3600.0)


@on_sqlite
async def test_a_press_that_is_answered_too_late_counts_and_alarms_nobody(market: Market) -> None:
    await everybody_enters(market)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    accept = next(each for each in await buttons(market, market.li.id) if each[2].startswith("accept:"))
    await ask(market, "PUT", "/updates", {"hold": True})

    body = {"message_id": accept[0], "data": accept[2]}
    await ask(market, "POST", f"/chats/{market.li.id}/presses", body)
    await ask(market, "PUT", "/clock", {"offset_seconds": LATE_SECONDS})
    await ask(market, "POST", "/updates/release", {})
    await ask(market, "PUT", "/updates", {"hold": False})

    await market.ann.sees("The seller accepted your offer")
    await market.li.sees("等待买家下单")
    await rest(market, market.settings.database_url)
    outcomes = [each["outcome"] for each in await said(market, "answerCallbackQuery")]
    assert "query is too old" in str(outcomes[-1])
    assert (await dead(market.settings.database_url), await alarms(market)) == ((0, 0), [])


@on_sqlite
async def test_markup_that_cannot_be_parsed_arrives_as_plain_text(market: Market) -> None:
    await everybody_enters(market)

    await write(market.settings.database_url, market.ann.id, [BROKEN_MARKUP, "what stands behind"])

    await market.ann.sees("what stands behind")
    await rest(market, market.settings.database_url)
    tries = [each["params"] for each in await said(market) if each["params"]["text"] == BROKEN_MARKUP]
    assert [params.get("parse_mode") for params in tries] == ["HTML", None]
    assert BROKEN_MARKUP in [shown.text for shown in await market.ann.chat()]
    assert (await dead(market.settings.database_url), await alarms(market)) == ((0, 0), [])


@pytest.mark.parametrize("text", [EMPTY, "<i>" + "x" * 5000 + "</i>"])
async def test_a_letter_that_is_always_refused_alarms_once_and_holds_up_nobody(
    market: Market, text: str
) -> None:
    await everybody_enters(market)

    await write(market.settings.database_url, market.ann.id, [text, "what stands behind"])

    await market.ann.sees("what stands behind")
    await market.olga.sees("🚨")
    await rest(market, market.settings.database_url)
    tries = [each for each in await said(market) if each["params"]["text"] == text]
    assert len(tries) == 1
    assert await dead(market.settings.database_url) == (0, 1)
    assert len(await alarms(market)) == 1


@on_sqlite
async def test_a_letter_that_stays_in_doubt_is_sent_twice_and_then_alarms(market: Market) -> None:
    await everybody_enters(market)
    await suffer(
        market, {"kind": "reset", "when": "after", "method": "sendMessage", "chat_id": market.ann.id}
    )

    await write(market.settings.database_url, market.ann.id, ["in doubt"])
    await market.olga.sees("🚨")
    await suffer(market)
    await write(market.settings.database_url, market.ann.id, ["what stands behind"])

    await market.ann.sees("what stands behind")
    await rest(market, market.settings.database_url)
    assert [shown.text for shown in await market.ann.chat()].count("in doubt") == 2
    assert await dead(market.settings.database_url) == (0, 1)
    assert len(await alarms(market)) == 1


@on_sqlite
async def test_an_operator_who_blocked_the_bot_causes_no_alarm_about_the_alarm(market: Market) -> None:
    await everybody_enters(market)
    await ask(market, "PATCH", f"/people/{market.olga.id}", {"blocked": True})

    await write(market.settings.database_url, market.ann.id, [EMPTY])
    await write(market.settings.database_url, market.ann.id, ["what stands behind"])

    await market.ann.sees("what stands behind")
    await rest(market, market.settings.database_url)
    assert await dead(market.settings.database_url) == (0, 2)
    to_olga = [each["outcome"] for each in await said(market) if each["chat_id"] == market.olga.id]
    assert ["403" in str(outcome) for outcome in to_olga] == [False, True]


async def everybody_enters(market: Market) -> None:
    """The buyer, the seller and the operator."""
    await enter(market.ann, market.li, market.invitation)
    await market.olga.types("/start")
    await market.olga.sees("Yijia")


async def alarms(market: Market) -> list[str]:
    """What the operator was alarmed about."""
    return [shown.text for shown in await market.olga.chat() if "🚨" in shown.text]
