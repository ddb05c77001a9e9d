"""A sample that is as it should be: kept once and for ever, named by the lot, its price counted once."""

from dataclasses import replace
from typing import Any

import pytest

from domain.golden import NotASample, StandardTooLong
from domain.money import Money
from domain.order import Order
from domain.people import Person
from domain.terms import QualityStandard
from services.approving import Approving, bulk_draft
from services.cancelling import Cancelling
from services.cases import agreed_case_of, order_case_of
from services.evidence import Purpose
from services.order_deeds import OrderTarget
from services.own_sample import OtherSample
from services.refusals import NotFound
from storage.books import StoredBooks
from storage.doctor import examine, examine_samples
from storage.tables.golden import golden_samples
from tests.builders import (
    BUYER,
    COLLEAGUE,
    OTHER_BUYER,
    RIVAL,
    SELLER,
    STRANGER,
    Trade,
    draft,
)
from tests.golden_samples import PRICE, approves, confirmed, orders_lot, pays, pile, placed, received
from tests.goods_claims import BROKEN, claims_goods, refund
from views.agreement_paper import paper


async def broken(trade: Trade) -> list[str]:
    found = [*await examine(trade.database), *await examine_samples(trade.database)]
    return [finding.says for finding in found if finding.rows]


async def kept(trade: Trade, order: Order) -> Money:
    standing = await trade.does(STRANGER, lambda b, _: b.money.standing(order))
    return standing.kept


async def test_a_sample_is_approved_once_with_photos_and_standard(trade: Trade) -> None:
    order = await received(trade)
    await trade.forget_letters()

    golden = await approves(trade, order, "front", "back", standard=" no scratches ")
    again = await approves(trade, order, "other", standard="anything")

    assert (golden.photos, golden.standard) == (("front", "back"), "no scratches")
    assert again == golden
    told = [each for each in await trade.told() if each[1] == "golden_sample"]
    assert told == [(SELLER, "golden_sample"), (COLLEAGUE, "golden_sample")]
    assert await trade.count(golden_samples) == 1
    assert await broken(trade) == []


async def test_only_the_buyer_of_a_sample_that_arrived_approves_it(trade: Trade) -> None:
    order, early, lot = await received(trade), await placed(trade), await trade.bound()

    for person_id in (SELLER, RIVAL, OTHER_BUYER, STRANGER):
        with pytest.raises(NotFound):
            await approves(trade, order, person_id=person_id)
    for refused in (early, lot):
        with pytest.raises(NotASample):
            await approves(trade, refused)
    with pytest.raises(StandardTooLong):
        await approves(trade, order, standard="x" * 501)
    changes = await pile(trade, order, Purpose.CHANGES, "a")
    with pytest.raises(NotFound):
        await trade.does(BUYER, lambda b, p: Approving(b, p).approve(order.id, changes, ""))
    assert await trade.count(golden_samples) == 0


async def test_both_sides_see_it_and_nobody_else(trade: Trade) -> None:
    order = await received(trade)
    golden = await approves(trade, order, "front")

    async def look(books: StoredBooks, person: Person) -> Any:
        return await Approving(books, person).look(order.id)

    seen = [await trade.does(person_id, look) for person_id in (BUYER, SELLER, COLLEAGUE)]
    assert {each.golden for each in seen} == {golden}
    assert [exhibit.photo.file.unique_id for exhibit in seen[0].exhibits] == ["front"]
    for person_id in (RIVAL, OTHER_BUYER, STRANGER):
        with pytest.raises(NotFound):
            await trade.does(person_id, look)


async def test_an_offer_names_only_the_golden_sample_of_its_own_goods_and_people(trade: Trade) -> None:
    golden = await approves(trade, await received(trade))
    asked = draft(sample=golden.number, quality=QualityStandard.AS_SAMPLE)

    agreed = await trade.accepts(SELLER, await trade.inquires(offered=asked))

    assert agreed.offer.terms.sample == golden.number
    for person_id, number in ((OTHER_BUYER, golden.number), (BUYER, "YJ-000099"), (BUYER, "cup")):
        with pytest.raises(OtherSample):
            await trade.inquires(person_id, draft(sample=number, quality=QualityStandard.AS_SAMPLE))


async def test_the_lot_is_offered_where_the_buyer_is_waited_for_or_anew(trade: Trade) -> None:
    golden = await approves(trade, await received(trade))
    fresh = await trade.does(BUYER, lambda b, p: bulk_draft(b, p, golden))
    asked = await trade.inquires(offered=draft(lead_time_days=20))
    waiting = await trade.does(BUYER, lambda b, p: bulk_draft(b, p, golden))

    answered = await trade.counters(SELLER, asked, draft("12.90", lead_time_days=25))

    turn = await trade.does(BUYER, lambda b, p: bulk_draft(b, p, golden))
    assert (fresh.about.product_id, fresh.terms.sample) == (golden.product_id, golden.number)
    assert (waiting.about.product_id, waiting.terms.lead_time_days) == (golden.product_id, 20)
    assert (turn.about.negotiation_id, turn.about.version) == (answered.id, 2)
    assert {each.terms.quality for each in (fresh, waiting, turn)} == {QualityStandard.AS_SAMPLE}


@pytest.mark.parametrize("by_card", [False, True])
async def test_the_price_of_a_refundable_sample_counts_once_against_the_lot(
    trade: Trade, by_card: bool
) -> None:
    sample = await received(trade, by_card=by_card)
    golden = await approves(trade, sample)
    lot = await orders_lot(trade, golden)
    before = await trade.does(BUYER, lambda b, p: order_case_of(b, p, lot.id))
    await trade.forget_letters()

    lot = await confirmed(trade, lot)
    told = await trade.told()
    second = await confirmed(trade, await orders_lot(trade, golden))

    assert before.after_sample
    assert (before.after_sample.golden, before.after_sample.credit) == (golden, PRICE)
    assert (await kept(trade, lot), (await kept(trade, second)).minor) == (PRICE, 0)
    assert (await kept(trade, sample)).minor == 4_000
    credited = sorted(person for person, news in told if news == "sample_credited")
    assert credited == [BUYER, SELLER, COLLEAGUE]
    assert "order_confirmed" not in {news for _, news in told}
    assert await broken(trade) == []


async def test_an_operator_reads_the_very_agreement_that_both_sides_have(trade: Trade) -> None:
    golden = await approves(trade, await received(trade), "front", standard="no scratches")
    lot = await confirmed(trade, await orders_lot(trade, golden))

    shown = await trade.does(STRANGER, lambda b, _: agreed_case_of(b, lot))

    seen = [await trade.does(each, lambda b, p: order_case_of(b, p, lot.id)) for each in (BUYER, SELLER)]
    assert "no scratches" in str(paper(shown))
    assert [paper(each) for each in seen] == [paper(shown)] * 2


async def test_what_is_not_refundable_or_was_given_back_is_not_credited(trade: Trade) -> None:
    plain = await approves(trade, await received(trade, is_refundable=False))
    lot = await confirmed(trade, await orders_lot(trade, plain))

    assert (await kept(trade, lot)).minor == 0
    assert await broken(trade) == []


async def test_a_sample_that_is_claimed_for_is_not_credited_as_well(trade: Trade) -> None:
    sample = await received(trade)
    golden = await approves(trade, sample)
    await claims_goods(trade, sample, refund(10_000), replace(BROKEN, count=1))

    lot = await confirmed(trade, await orders_lot(trade, golden))

    assert ((await kept(trade, lot)).minor, (await kept(trade, sample)).minor) == (0, 10_000)
    assert await broken(trade) == []


async def test_a_lot_that_ends_gives_the_credit_back_to_the_sample(trade: Trade) -> None:
    sample = await received(trade)
    golden = await approves(trade, sample)
    lot = await confirmed(trade, await orders_lot(trade, golden))
    await pays(trade, lot, 1_000)
    target = OrderTarget(lot.id, lot.revision)
    await trade.does(SELLER, lambda b, p: Cancelling(b, p).ask(target, "no clay"))

    await trade.does(BUYER, lambda b, p: Cancelling(b, p).agree(target))

    ended = await trade.order(lot.id)
    standing = await trade.does(STRANGER, lambda b, _: b.money.standing(ended))
    assert (standing.credit.minor, (await kept(trade, sample)).minor) == (1_000, 10_000)
    again = await confirmed(trade, await orders_lot(trade, golden))
    assert await kept(trade, again) == PRICE
    assert await broken(trade) == []


async def test_the_doctor_finds_a_golden_sample_that_is_not_as_it_was_approved(trade: Trade) -> None:
    await approves(trade, await received(trade), standard="no scratches")
    second = await received(trade)

    await trade.run_sql(
        "INSERT INTO golden_samples SELECT :second, product_id, supplier_id, buyer_id, bundle_id, photos,"
        " 'a scratch or two', digest, at FROM golden_samples",
        second=second.id,
    )

    assert await broken(trade) == ["each golden sample is as it was approved"]
