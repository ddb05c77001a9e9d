"""Two people press about one sample at the same moment: the result is that of one before the other."""

from typing import Any

import pytest

from domain.wanted_changes import Wish
from services.wanting_changes import WantingChanges
from storage.database import open_database
from storage.doctor import examine, examine_samples
from storage.tables.golden import golden_samples, wanted_changes, wish_answers
from storage.tables.money import bookings
from tests.builders import BUYER, COLLEAGUE, SELLER, Trade
from tests.golden_samples import answers, approves, orders_lot, received, wants
from tests.storage.test_races import at_once

ROUNDS = 4


@pytest.fixture
async def rival(database_url: str) -> Any:
    """Another worker on the same database."""
    async with open_database(database_url) as database:
        yield Trade(database)


async def broken(trade: Trade) -> list[str]:
    found = [*await examine(trade.database), *await examine_samples(trade.database)]
    return [finding.says for finding in found if finding.rows]


async def test_two_presses_make_one_golden_sample_and_two_lots_get_one_credit(
    trade: Trade, rival: Trade
) -> None:
    for _ in range(ROUNDS):
        sample = await received(trade)
        await at_once(approves(trade, sample, standard="one"), approves(rival, sample, standard="two"))
        golden = await approves(trade, sample)
        lots = [await orders_lot(trade, golden) for _ in range(2)]
        for lot in lots:
            await trade.confirms(BUYER, lot)

        said = await at_once(trade.confirms(SELLER, lots[0]), rival.confirms(COLLEAGUE, lots[1]))

        assert said == ["done", "done"]
    credits = [row.key for row in await trade.rows(bookings.select()) if row.key.startswith("sample credit")]
    assert await trade.count(golden_samples) == ROUNDS
    assert len(credits) == 2 * ROUNDS
    assert await broken(trade) == []


async def test_a_list_is_sent_once_and_an_answer_meets_the_withdrawal(trade: Trade, rival: Trade) -> None:
    outcomes = set()
    for _ in range(ROUNDS):
        order = await received(trade)
        twice = await at_once(wants(trade, order, "darker"), wants(rival, order, "darker"))
        found = await trade.does(BUYER, lambda b, _, o=order: b.changes.latest(o.id))

        meeting = await at_once(
            answers(trade, found, 0),
            rival.does(BUYER, lambda b, p, c=found: WantingChanges(b, p).withdraw(c.id)),
        )

        assert sorted(twice) == ["ChangesMoveNotAllowed", "done"]
        outcomes.add(tuple(meeting))
    assert outcomes <= {("done", "ChangesMoveNotAllowed"), ("ChangesMoveNotAllowed", "done")}
    assert await trade.count(wanted_changes) == ROUNDS
    assert await trade.count(wish_answers) <= ROUNDS
    assert await broken(trade) == []


async def test_what_two_sellers_answer_at_once_is_kept_in_versions(trade: Trade, rival: Trade) -> None:
    order = await received(trade)
    wishes = [Wish("darker"), Wish("smoother")]
    sent = await trade.does(BUYER, lambda b, p: WantingChanges(b, p).send(order.id, wishes))

    said = await at_once(answers(trade, sent, 1), answers(rival, sent, 1, "no pigment", person_id=COLLEAGUE))

    kept = await trade.rows(wish_answers.select().order_by(wish_answers.c.number))
    assert said == ["done", "done"]
    assert [(row.place, row.number) for row in kept] == [(1, 1), (1, 2)]
    assert await broken(trade) == []
