"""Part D: Telegram refuses, loses and forgets the edits by which a card says that it was overtaken."""

from typing import Any

import pytest

from tests.conversations.deal import counter, enter, inquire, strike
from tests.conversations.market import Market
from tests.conversations.people import Phone
from tests.faults.rig import ailments, dead, on_sqlite, press, rest, suffer

ACTING = ("Accept", "Withdraw", "Place order", "Confirm order", "接受", "撤回", "下单", "确认下单")


def edits(kind: str, **more: Any) -> dict[str, Any]:
    """What goes wrong with edits."""
    return {"kind": kind, "method": "editMessageText", **more}


async def acting(market: Market, phone: Phone) -> list[str]:
    """The headings of cards on which the deal can be moved, when all has come to rest."""
    await rest(market, market.settings.database_url)
    cards = [shown for shown in await phone.chat() if any(b.endswith(ACTING) for b in shown.buttons)]
    return [card.text.splitlines()[0] for card in cards]


@pytest.mark.parametrize(
    "rule",
    [
        edits("too_many", seconds=1, count=2),
        edits("error", code=502, description="Bad Gateway", when="after", count=1),
        edits("reset", when="before", count=1),
        edits("reset", when="after", count=1),
    ],
    ids=["too many", "bad gateway", "reset before", "reset after"],
)
@on_sqlite
async def test_the_newer_card_arrives_and_stands_alone(market: Market, rule: dict[str, Any]) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    await rest(market, market.settings.database_url)

    await suffer(market, rule)
    await counter(market.li)
    await market.ann.sees("Your turn", "6.60")

    assert await acting(market, market.li) == ["⏳ 等待买家回复"]
    assert await acting(market, market.ann) == ["🔔 Your turn: the seller made you an offer"]
    assert await dead(market.settings.database_url) == (0, 0)
    assert await ailments(market.settings.database_url) == []


@on_sqlite
async def test_an_edit_whose_answer_was_lost_counts_as_made(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    card = await market.li.sees("轮到您了", "500件")
    await market.li.types("6.6元 20天", reply_to=card.id)
    form = await market.li.sees("还没有发出")
    await rest(market, market.settings.database_url)

    await suffer(market, edits("reset", when="after", count=1))
    await market.li.presses("发送", on=form.id)

    await market.li.reads(form.id, "等待买家回复")
    await market.li.reads(card.id, "已有新报价（第 2 版），见下方 ↓")
    await market.ann.sees("6.60")
    await market.ann.types("which colour?", reply_to=(await market.ann.sees("6.60")).id)
    await market.li.types("蓝色", reply_to=form.id)
    await market.ann.sees("The seller writes", "蓝色")


@on_sqlite
async def test_a_deal_is_struck_while_edits_fail_at_random(market: Market) -> None:
    rule = edits("error", code=502, description="Bad Gateway", when="after", probability=0.3, count=6)
    await suffer(market, rule, edits("too_many", seconds=1, probability=0.2, count=4))

    await strike(market.ann, market.li, market.invitation)

    await rest(market, market.settings.database_url)
    for phone in (market.ann, market.li):
        standing = [shown for shown in await phone.chat() if "YJ-" in shown.text and shown.buttons]
        assert len(standing) == 1
        assert await acting(market, phone) == []
    assert await ailments(market.settings.database_url) == []


@on_sqlite
async def test_presses_on_every_copy_in_a_chat_leave_one_card_that_stands(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    await counter(market.li)
    offered = await market.ann.sees("Your turn", "6.60")

    for message_id in (sent.id, offered.id, sent.id):
        await press(market, market.ann.id, message_id, "neg:1")

    await rest(market, market.settings.database_url)
    await market.ann.reads(sent.id, "Your turn: the seller made you an offer")
    await market.ann.reads(offered.id, "The current card: see above ↑")
    assert len(await acting(market, market.ann)) == 1
    assert await ailments(market.settings.database_url) == []
