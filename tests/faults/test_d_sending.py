"""Part D: Telegram refuses, floods, fails and forgets while the bot speaks."""

from collections import Counter
from typing import Any

import pytest

from bot.processing import Processor
from tests.conversations.deal import enter, inquire, strike
from tests.conversations.market import Market
from tests.faults.rig import (
    ONE_DEAL,
    ask,
    dead,
    on_sqlite,
    rest,
    said,
    suffer,
    trade_rows,
)

CANNOT_BE_REACHED = "The other side cannot be reached"


def copies(entries: list[dict[str, Any]]) -> Counter[tuple[int, str]]:
    """How often each text reached each chat."""
    arrived = [each for each in entries if each.get("message_id")]
    return Counter(
        (each["chat_id"], each["params"].get("text") or each["params"]["caption"]) for each in arrived
    )


@on_sqlite
async def test_a_deal_is_struck_among_refusals_for_speed(market: Market) -> None:
    rule = {"kind": "too_many", "method": "*Message*", "seconds": 1, "probability": 0.2, "count": 5}
    await suffer(market, rule)

    await strike(market.ann, market.li, market.invitation)

    assert max(copies(await said(market)).values()) == 1
    assert await dead(market.settings.database_url) == (0, 0)


@pytest.mark.parametrize("kind", ["reset", "error"])
@on_sqlite
async def test_what_arrived_although_the_answer_was_lost_arrives_twice_at_most(
    market: Market, kind: str
) -> None:
    lost = {"kind": kind, "code": 502, "when": "after", "method": "send*", "probability": 0.3, "count": 4}
    await suffer(market, lost)

    await strike(market.ann, market.li, market.invitation)

    arrived = copies(await said(market))
    assert max(arrived.values()) <= 2
    assert sum(arrived.values()) - len(arrived) <= 4
    assert await trade_rows(market.settings.database_url) == ONE_DEAL


@on_sqlite
async def test_what_is_rolled_back_is_never_said(market: Market, monkeypatch: pytest.MonkeyPatch) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    before = len(await said(market))
    whole, failures = Processor._reply, [3]

    async def reply(*arguments: Any) -> Any:
        answer = await whole(*arguments)
        if failures[0]:
            failures[0] -= 1
            raise RuntimeError("at the last moment")
        return answer

    monkeypatch.setattr("storage.inbox.RETRY_MS", (10, 10, 10, 10))
    monkeypatch.setattr(Processor, "_reply", reply)
    await market.li.presses("接受")
    await market.ann.sees("The seller accepted your offer")

    await rest(market, market.settings.database_url)
    assert failures == [0]
    assert len(await said(market)) - before == 1


async def test_who_blocks_the_bot_is_left_alone_until_he_comes_back(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    await suffer(market, {"kind": "error", "code": 403, "method": "*Message*", "chat_id": market.li.id})
    await market.ann.presses("Ask")
    await market.ann.types("Which colours?")
    await market.ann.sees(CANNOT_BE_REACHED)
    await suffer(market)
    before = await heard_by(market, market.li.id)

    await blocks(market, market.li.id, True)
    await rest(market, market.settings.database_url)

    assert await heard_by(market, market.li.id) == before
    assert sum(CANNOT_BE_REACHED in shown.text for shown in await market.ann.chat()) == 1
    await blocks(market, market.li.id, False)
    await market.li.sees("最新的卡片", "500件")


async def test_a_word_of_him_who_could_not_be_reached_brings_him_back(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    await blocks(market, market.li.id, True)
    await market.ann.sees(CANNOT_BE_REACHED)
    await ask(market, "PUT", "/updates", {"hold": True})
    await blocks(market, market.li.id, False)

    await ask(market, "POST", f"/chats/{market.li.id}/messages", {"text": "/help"})
    await ask(market, "POST", "/updates/release", {"order": [1]})

    await market.li.sees("最新的卡片", "500件")


async def blocks(market: Market, person: int, blocked: bool) -> None:
    """Somebody blocks the bot, or takes that back."""
    await ask(market, "PATCH", f"/people/{person}", {"blocked": blocked})


async def heard_by(market: Market, person: int) -> int:
    """How often the bot tried to show somebody something."""
    return sum(each["chat_id"] == person for each in await said(market, "*Message*"))
