"""Claims on goods: who may make one, until when, for how many units, how much, and with what evidence."""

import asyncio
from dataclasses import replace

import pytest

from domain.claim import Claim
from domain.claim_bounds import (
    AboveWorth,
    ClaimOpen,
    MoreThanLeft,
    NotReceivedYet,
    TooLateToClaim,
)
from domain.claim_facts import ClaimKind, ClaimReason
from domain.details import Line
from domain.lifecycle import ClaimStatus, OrderStatus
from domain.people import Side
from domain.refusal import Refusal
from domain.settlement import Remedy
from services.claim_answers import PhotosMissing
from services.evidence import Purpose
from services.gathering import Gathering
from services.making_claims import MakingClaims
from services.refusals import NotFound
from services.said import File, Kind, Said
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, STRANGER, Trade
from tests.claims_made import BLUE, RED, agree, arrived, drafted, makes, moves
from tests.late_orders import WEEK, promised
from tests.orders import carried_to

PHOTO = Said("Look", Kind.PHOTO, File("AgAC", "AQAD", size=9))


async def test_a_claim_tells_the_seller_what_goes_back_and_carries_its_evidence(trade: Trade) -> None:
    order = await arrived(trade)
    bundle = await trade.does(BUYER, lambda b, p: Gathering(b, p).begin(Purpose.CLAIM, order.id))
    await trade.does(BUYER, lambda b, p: Gathering(b, p).keep(bundle.id, PHOTO))
    await trade.forget_letters()

    filled = drafted(order, (Line(RED, 20),), 25_000, kind=ClaimKind.RETURN, reason=ClaimReason.DAMAGED)
    claim = await makes(trade, replace(filled, bundle_id=bundle.id, photos=1))

    assert claim.ground.lines == (Line(RED, 20),)
    assert (claim.proposal.settlement.remedy, claim.proposal.settlement.freight) == (
        Remedy.RETURN,
        Side.SELLER,
    )
    assert await trade.told() == [(SELLER, "claim_received"), (COLLEAGUE, "claim_received")]
    assert await trade.moves_of("claim") == [("claim", "buyer")]
    linked = await trade.does(BUYER, lambda b, _: b.evidence.of_claim(claim.id))
    assert [each.id for each in linked] == [bundle.id]


@pytest.mark.parametrize("person", [SELLER, COLLEAGUE, RIVAL, OTHER_BUYER, STRANGER])
async def test_nobody_but_the_buyer_claims(trade: Trade, person: int) -> None:
    order = await arrived(trade)

    with pytest.raises(NotFound):
        await makes(trade, drafted(order, (Line(RED, 20),), 25_000), person)
    with pytest.raises(NotFound):
        await trade.does(person, lambda b, p: MakingClaims(b, p).begin(order.id))


@pytest.mark.parametrize(
    ("lines", "minor", "refusal"),
    [
        ((Line(RED, 201),), 100, MoreThanLeft),
        ((Line((("colour", "green"),), 1),), 100, MoreThanLeft),
        ((), 100, MoreThanLeft),
        ((Line(RED, 20),), 25_001, AboveWorth),
        ((Line(RED, 20),), 0, AboveWorth),
        ((Line(RED, 20),), -1, AboveWorth),
    ],
)
async def test_no_more_is_claimed_than_was_delivered_and_is_worth(
    trade: Trade, lines: tuple[Line, ...], minor: int, refusal: type[Refusal]
) -> None:
    order = await arrived(trade)

    with pytest.raises(refusal):
        await makes(trade, drafted(order, lines, minor))

    assert await trade.moves_of("claim") == []


async def test_what_went_back_is_not_claimed_again(trade: Trade) -> None:
    order = await arrived(trade)
    first = await makes(trade, drafted(order, (Line(RED, 150),), 100_000, kind=ClaimKind.RETURN))
    with pytest.raises(ClaimOpen):
        await makes(trade, drafted(order, (Line(BLUE, 1),), 100))

    back = await moves(trade, first, SELLER, agree)
    for person, deed in ((BUYER, Claim.send_back), (SELLER, Claim.take_back)):
        back = await moves(trade, back, person, lambda c, by, deed=deed: deed(c, c.proposal.number, by))

    assert back.status is ClaimStatus.AGREED
    with pytest.raises(MoreThanLeft):
        await makes(trade, drafted(order, (Line(RED, 51),), 100))
    with pytest.raises(AboveWorth):
        await makes(trade, drafted(order, (Line(RED, 50), Line(BLUE, 300)), 437_501))
    assert await makes(trade, drafted(order, (Line(RED, 50), Line(BLUE, 300)), 437_500))


async def test_claims_are_made_within_thirty_days_of_receipt(trade: Trade) -> None:
    await arrived(trade)
    done = await carried_to(trade, OrderStatus.COMPLETED, await trade.bound())
    draft = drafted(done, (), 100)

    with pytest.raises(TooLateToClaim):
        await makes(trade, draft, days=30.01)
    assert (await makes(trade, draft, days=29.9)).ground.count == 20


async def test_before_receipt_only_lateness_is_claimed(trade: Trade) -> None:
    order = await promised(trade)
    late = drafted(order, (), 100, reason=ClaimReason.LATE)

    with pytest.raises(NotReceivedYet):
        await makes(trade, late)
    with pytest.raises(NotReceivedYet):
        await makes(trade, replace(late, reason=ClaimReason.QUALITY), days=WEEK.days)
    assert (await makes(trade, late, days=WEEK.days)).status is ClaimStatus.AWAITING_SELLER


async def test_damage_is_shown_by_a_photo(trade: Trade) -> None:
    order = await arrived(trade)

    with pytest.raises(PhotosMissing):
        await makes(trade, drafted(order, (Line(RED, 20),), 100, reason=ClaimReason.DAMAGED))


async def test_of_two_claims_at_once_one_is_made(trade: Trade) -> None:
    order = await arrived(trade)

    both = [makes(trade, drafted(order, (Line(specs, 20),), 100)) for specs in (RED, BLUE)]
    made = await asyncio.gather(*both, return_exceptions=True)

    assert sorted(type(each) is Claim for each in made) == [False, True]
    assert any(isinstance(each, ClaimOpen) for each in made)
