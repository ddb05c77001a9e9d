"""Two people press on one claim at the same moment: the result is that of one pressing before the other."""

from typing import Any

import pytest

from domain.claim import Claim
from domain.claim_clock import TALK_TIME
from domain.lifecycle import ClaimStatus
from domain.people import Person
from domain.proposal import Arbiter
from services.claim_time import run_out_claim
from services.claiming import Claiming
from storage.books import StoredBooks
from storage.database import open_database
from storage.doctor import examine, examine_claims
from storage.tables.claims import claim_versions
from storage.tables.claims import claims as kept
from tests.builders import BUYER, COLLEAGUE, RIVAL, SELLER, STRANGER, Trade
from tests.goods_claims import claims_goods, goods_back, puts, refund, target_of
from tests.late_orders import (
    DAY,
    WEEK,
    agrees,
    claims,
    pays,
    promised,
    proposes,
    refuses,
    withdraws,
)
from tests.storage.test_races import at_once

ROUNDS = 6
HALF, QUARTER = refund(15_000), refund(7_500)


@pytest.fixture
async def rival(database_url: str) -> Any:
    """Another worker on the same database."""
    async with open_database(database_url) as database:
        yield Trade(database)


async def broken(trade: Trade) -> list[str]:
    found = [*await examine(trade.database), *await examine_claims(trade.database)]
    return [finding.says for finding in found if finding.rows]


async def claimed(trade: Trade) -> Claim:
    return await claims(trade, await promised(trade))


async def status_of(trade: Trade, claim: Claim) -> ClaimStatus:
    found = await trade.does(STRANGER, lambda books, _: books.claims.get(claim.id))
    assert found is not None
    return found.status


async def test_two_claims_sent_at_once_are_one(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        order = await promised(trade)

        said = await at_once(claims(trade, order), claims(rival, order))

        assert sorted(said) == ["NothingToClaim", "done"]
    assert await trade.count(kept) == ROUNDS
    assert await broken(trade) == []


async def test_an_answer_meets_another(trade: Trade, rival: Trade) -> None:
    outcomes = set()
    for _ in range(ROUNDS):
        one, two, three = [await claimed(trade) for _ in range(3)]

        first = await at_once(agrees(trade, SELLER, one), proposes(rival, COLLEAGUE, one, 5_000))
        second = await at_once(agrees(trade, SELLER, two), withdraws(rival, two))
        third = await at_once(refuses(trade, three), proposes(rival, COLLEAGUE, three, 5_000))

        outcomes |= {
            ("agree or propose", *first, await status_of(trade, one)),
            ("agree or withdraw", *second, await status_of(trade, two)),
            ("refuse or propose", *third, await status_of(trade, three)),
        }
    assert outcomes <= {
        ("agree or propose", "done", "ClaimMoveNotAllowed", ClaimStatus.AGREED),
        ("agree or propose", "StaleClaim", "done", ClaimStatus.AWAITING_BUYER),
        ("agree or withdraw", "done", "ClaimMoveNotAllowed", ClaimStatus.AGREED),
        ("agree or withdraw", "ClaimMoveNotAllowed", "done", ClaimStatus.WITHDRAWN),
        ("refuse or propose", "done", "StaleClaim", ClaimStatus.AWAITING_BUYER),
        ("refuse or propose", "StaleClaim", "done", ClaimStatus.AWAITING_BUYER),
    }
    assert await broken(trade) == []


async def test_two_colleagues_propose_at_once_and_one_amount_stands(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        claim = await claimed(trade)

        said = await at_once(proposes(trade, SELLER, claim, 5_000), proposes(rival, COLLEAGUE, claim, 6_000))

        assert sorted(said) == ["StaleClaim", "done"]
    assert await trade.count(claim_versions) == 2 * ROUNDS


async def test_what_was_agreed_is_paid_or_deducted_once(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        agreed = await agrees(trade, SELLER, await claimed(trade))

        said = await at_once(pays(trade, agreed), pays(rival, agreed, deducted=True))

        assert sorted(said) == ["ClaimMoveNotAllowed", "done"]
    assert await broken(trade) == []


async def test_the_clock_meets_an_agreement(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        claim = await claimed(trade)
        end = WEEK + TALK_TIME

        said = await at_once(
            agrees(trade, SELLER, claim),
            rival.does(STRANGER, lambda b, _, n=claim.id: run_out_claim(b, n), later=end + DAY),
        )

        assert (said[0], await status_of(trade, claim)) == ("done", ClaimStatus.AGREED)
    assert await broken(trade) == []


async def test_both_sides_of_a_dispute_propose_at_once_and_one_settlement_stands(
    trade: Trade, rival: Trade
) -> None:
    for _ in range(ROUNDS):
        claim = await disputed(trade)

        said = await at_once(puts(trade, SELLER, claim, HALF), puts(rival, BUYER, claim, QUARTER))

        assert sorted(said) == ["StaleClaim", "done"]
    assert await trade.count(claim_versions) == 2 * ROUNDS
    assert await broken(trade) == []


async def test_both_sides_agree_at_once_to_what_the_operator_suggested(trade: Trade, rival: Trade) -> None:
    for _ in range(ROUNDS):
        claim = await suggested(trade, await disputed(trade))

        said = await at_once(agrees(trade, SELLER, claim), agrees(rival, BUYER, claim))

        assert said == ["done", "done"]
        assert await status_of(trade, claim) is ClaimStatus.AGREED
    assert await broken(trade) == []


async def test_a_return_is_agreed_to_while_the_buyer_takes_the_claim_back(trade: Trade, rival: Trade) -> None:
    outcomes = set()
    for _ in range(ROUNDS):
        claim = await claims_goods(trade, await trade.bound(), goods_back(30_000))
        target, digest = target_of(claim), claim.proposal.digest

        said = await at_once(
            trade.does(
                SELLER,
                lambda b, p, t=target, d=digest: Claiming(b, p).agree(t, d, "12 Kiln Road"),
                later=WEEK,
            ),
            withdraws(rival, claim, DAY),
        )

        outcomes.add((*said, await status_of(trade, claim)))
    assert outcomes <= {
        ("done", "StaleClaim", ClaimStatus.AWAITING_RETURN),
        ("ClaimMoveNotAllowed", "done", ClaimStatus.WITHDRAWN),
    }
    assert await broken(trade) == []


async def disputed(trade: Trade) -> Claim:
    """A claim for goods that the clock handed to the operator."""
    claim = await claims_goods(trade, await trade.bound(), refund(30_000))
    await trade.does(STRANGER, lambda b, _: run_out_claim(b, claim.id), later=WEEK + DAY)
    found = await trade.does(STRANGER, lambda b, _: b.claims.get(claim.id))
    assert found is not None
    return found


async def suggested(trade: Trade, claim: Claim) -> Claim:
    """The same, with an operator's suggestion on the table."""

    async def suggest(books: StoredBooks, person: Person) -> Claim:
        after = claim.suggest(claim.proposal.number, Arbiter(person.id, books.now), HALF)
        await books.claims.save(claim, after, books.now)
        return after

    return await trade.does(RIVAL, suggest)
