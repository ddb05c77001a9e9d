"""Part D: Telegram refuses, floods, fails and forgets while the bot speaks."""

from collections import Counter
from typing import Any

import pytest

from bot.processing import Processor
from tests.conversations.deal import enter, inquire, strike
from tests.conversations.market import Market
from tests.faults.rig import (
    dead,
    on_sqlite,
    rest,
    said,
    suffer,
    trade_rows,
)

ONE_DEAL = {"negotiations": 1, "offers": 2, "orders": 1, "confirmations": 2}


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
