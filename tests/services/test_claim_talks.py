"""Claims for goods: what the sides put on the table, what agreeing binds, and what outsiders see."""

import pytest

from domain.claim import AboveClaim, ClaimMoveNotAllowed, RemedyNotAllowed, SameSettlement, StaleClaim
from domain.claim_clock import TALK_TIME
from domain.lifecycle import ClaimStatus
from domain.order import Order
from domain.people import Person, Side
from domain.settlement import ReturnIncomplete, compensation
from services.address_book import AddressBook
from services.claim_case import ClaimCase, claim_case_of
from services.claim_deeds import ClaimTarget
from services.claim_history import claim_history_of
from services.claiming import Claiming
from services.evidence import Purpose
from services.gathering import Gathering
from services.refusals import NotFound
from services.said import File, Kind, Said
from storage.books import StoredBooks
from storage.doctor import examine_claims
from tests.builders import BUYER, COLLEAGUE, OTHER_BUYER, RIVAL, SELLER, STRANGER, Trade
from tests.goods_claims import claims_goods, goods_back, puts, refund, target_of
from tests.late_orders import agrees, refuses, withdraws

NOW = TALK_TIME * 0
KILN = "12 Kiln Road, Yiwu"


async def delivered(trade: Trade) -> Order:
    """An order of 500 cups that arrived."""
    order = await trade.bound()
    await trade.run_sql("UPDATE orders SET status = 'delivered', shipped = 500, funded_at = 1")
    return await trade.order(order.id)


async def broken(trade: Trade) -> list[str]:
    return [finding.says for finding in await examine_claims(trade.database) if finding.rows]


async def test_each_side_counters_and_the_record_keeps_every_version(trade: Trade) -> None:
    claim = await claims_goods(trade, await delivered(trade), refund(30_000))

    lower = await puts(trade, COLLEAGUE, claim, refund(10_000))
    refused = await refuses(trade, await puts(trade, BUYER, lower, goods_back(30_000)), NOW)
    again = await puts(trade, BUYER, refused, refund(20_000))
    agreed = await agrees(trade, SELLER, again, NOW)
    history = await trade.does(BUYER, lambda b, p: claim_history_of(b, p, claim.id))

    assert (agreed.status, agreed.approved_by) == (ClaimStatus.AGREED, (Side.BUYER, Side.SELLER))
    assert [each.settlement.amount.minor for each in history.proposals] == [30_000, 10_000, 30_000, 0, 20_000]
    assert (history.is_whole, history.altered) == (True, ())
    assert await broken(trade) == []


async def test_a_seller_who_agrees_to_a_return_says_where_to_and_is_offered_it_again(trade: Trade) -> None:
    claim = await claims_goods(trade, await delivered(trade), goods_back(30_000))
    with pytest.raises(ReturnIncomplete):
        await agrees(trade, SELLER, claim, NOW)

    target, digest = target_of(claim), claim.proposal.digest[:8]
    back = await trade.does(SELLER, lambda b, p: Claiming(b, p).agree(target, digest, KILN))
    kept = await trade.does(SELLER, lambda b, p: AddressBook(b.addresses, p).entries())

    assert (back.status, back.proposal.settlement) == (ClaimStatus.AWAITING_RETURN, goods_back(30_000, KILN))
    assert [entry.delivery.address for entry in kept] == [KILN]
    assert ("agree_to_return", "seller") in await trade.moves_of("claim")
    assert await broken(trade) == []


async def test_what_cannot_be_meant_changes_nothing(trade: Trade) -> None:
    claim = await claims_goods(trade, await delivered(trade), refund(30_000))

    for offered, refusal in (
        (refund(30_001), AboveClaim),
        (refund(30_000), SameSettlement),
        (compensation(refund(1).amount), RemedyNotAllowed),
    ):
        with pytest.raises(refusal):
            await puts(trade, SELLER, claim, offered)
    with pytest.raises(ClaimMoveNotAllowed):
        await puts(trade, BUYER, claim, refund(1))
    assert (await trade.does(BUYER, lambda b, _: b.claims.get(claim.id))) == claim


async def test_nobody_agrees_to_a_refusal_or_to_an_older_version(trade: Trade) -> None:
    claim = await claims_goods(trade, await delivered(trade), refund(30_000))
    refused = await refuses(trade, claim, NOW)

    with pytest.raises(ClaimMoveNotAllowed):
        await agrees(trade, BUYER, refused, NOW)
    lower = await puts(trade, BUYER, refused, refund(20_000))
    for stale in (claim, refused):
        with pytest.raises(StaleClaim):
            await agrees(trade, SELLER, stale, NOW)
    assert (await withdraws(trade, lower, NOW)).status is ClaimStatus.WITHDRAWN


async def test_an_outsider_sees_neither_the_claim_nor_its_versions(trade: Trade) -> None:
    claim = await claims_goods(trade, await delivered(trade), refund(30_000))
    target = ClaimTarget(claim.id, 1)

    for person in (STRANGER, OTHER_BUYER, RIVAL):
        with pytest.raises(NotFound):
            await trade.does(person, lambda b, p: claim_history_of(b, p, claim.id))
        with pytest.raises(NotFound):
            await trade.does(person, lambda b, p: Claiming(b, p).propose(target, refund(1), "mine"))


async def test_the_card_counts_the_evidence_that_a_side_may_see(trade: Trade) -> None:
    order = await delivered(trade)
    claim = await claims_goods(trade, order, refund(30_000))

    async def gather(books: StoredBooks, person: Person) -> None:
        gathering = Gathering(books, person)
        bundle = await gathering.begin(Purpose.CLAIM, order.id, claim.id)
        for number in (1, 2):
            file = File(f"file{number}", f"unique{number}", "image/jpeg", "", 1_000)
            await gathering.keep(bundle.id, Said(kind=Kind.PHOTO, telegram_id=number, file=file))

    await trade.does(BUYER, gather)

    async def look(books: StoredBooks, person: Person) -> ClaimCase:
        return await claim_case_of(books, person, claim.id)

    assert (await trade.does(BUYER, look)).exhibits == 2
    assert (await trade.does(SELLER, look)).exhibits == 0
