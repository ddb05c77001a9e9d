"""Estimates on a stocked market, and figures that sellers state."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.demo import RATES
from domain.freight.load import Package
from domain.lifecycle import NegotiationStatus
from domain.money import Money, PriceOutOfBounds
from domain.negotiation import MoveNotAllowed, Negotiation, StaleVersion
from domain.terms import Shipping
from services.freight_case import FreightCase, Wanted, freight_case
from services.freighting import Assumption
from services.landing import Landed, landed
from services.negotiating import Target
from services.refusals import NotFound
from services.stating_freight import Statement, state_freight
from storage.rate_import import import_rates
from storage.tables.freight import freight_figures
from tests.builders import BUYER, COLLEAGUE, CUP, OTHER_BUYER, RIVAL, SELLER, STRANGER, Trade, draft, price

SEA, AIR = Shipping.SEA, Shipping.AIR
CUP_PACKED = Package(Decimal("0.3"), (Decimal(10), Decimal(10), Decimal(10)))


async def sends_to(trade: Trade, person_id: int, country: str) -> None:
    await trade.does(person_id, lambda b, p: b.freight.set_destination(p.id, country, b.now))


async def looks(trade: Trade, person_id: int, wanted: Wanted) -> FreightCase:
    return await trade.does(person_id, lambda b, p: freight_case(b, p, wanted))


async def states(
    trade: Trade, standing: Negotiation, minor: int, method: Shipping = SEA, by: int = SELLER
) -> Negotiation:
    said = Statement(Target(standing.id, standing.offer.number), method, minor)
    return await trade.does(by, lambda b, p: state_freight(b, p, said))


async def test_each_way_has_its_own_currency_days_and_assumptions(trade: Trade) -> None:
    await import_rates(trade.database, RATES)
    await sends_to(trade, BUYER, "US")

    seen = await looks(trade, BUYER, Wanted(CUP, count=1000, stated=CUP_PACKED))

    found = {each.method: (each.cost, each.days) for each in seen.estimate.options}
    assert found == {
        SEA: (Money(185_00, "USD"), (25, 35)),  # 1 CBM × 110 + 75
        AIR: (Money(2_075_00, "USD"), (6, 9)),  # 300 kg × 6.80 + 35
        Shipping.EXPRESS: (Money(2_820_00, "USD"), (3, 6)),  # 300 kg × 9.40
    }
    assert seen.estimate.assumptions == (Assumption.AS_STATED, Assumption.EXAMPLE_RATES)


async def test_neither_weight_nor_size_is_ever_made_up(trade: Trade) -> None:
    await import_rates(trade.database, RATES)
    await sends_to(trade, BUYER, "DE")

    unknown = await looks(trade, BUYER, Wanted(CUP))
    by_weight = await looks(trade, BUYER, Wanted(CUP, stated=Package(Decimal(1))))

    assert unknown.estimate.options == ()
    assert not unknown.estimate.load.is_known
    assert Assumption.NO_SIZE in by_weight.estimate.assumptions


async def test_a_figure_holds_for_its_quantity_and_country_alone(trade: Trade) -> None:
    await import_rates(trade.database, RATES)
    await sends_to(trade, BUYER, "DE")
    standing = await trade.inquires(offered=draft(count=500))
    await states(trade, standing, 999_99)
    await states(trade, standing, 888_88, by=COLLEAGUE)
    wanted = Wanted(negotiation_id=standing.id, stated=CUP_PACKED)

    same = await looks(trade, BUYER, wanted)
    other = await looks(trade, BUYER, replace(wanted, count=1000))
    await sends_to(trade, BUYER, "FR")
    elsewhere = await looks(trade, BUYER, wanted)

    by_sea = [case.estimate.by(SEA) for case in (same, other, elsewhere)]
    assert [option and option.figure is not None for option in by_sea] == [True, False, False]
    assert by_sea[0] is not None
    assert by_sea[0].cost == Money(888_88, "CNY")
    assert len(other.estimate.other_figures) == len(elsewhere.estimate.other_figures) == 1
    assert await trade.count(freight_figures) == 2


async def test_a_figure_changes_no_terms_and_only_the_buyer_is_told(trade: Trade) -> None:
    standing = await trade.inquires()
    await trade.forget_letters()

    after = await states(trade, standing, 100)
    await states(trade, standing, 100, by=COLLEAGUE)

    assert (after.offer, after.status, after.expires_at) == (
        standing.offer,
        standing.status,
        standing.expires_at,
    )
    assert await trade.told() == [(BUYER, "freight_stated")]
    assert (await trade.negotiation(standing.id)).freight == after.freight
    rows = await trade.rows(select(freight_figures.c.author_id, freight_figures.c.minor))
    assert [tuple(row) for row in rows] == [(SELLER, 100)]


@pytest.mark.parametrize(
    ("by", "refusal"),
    [(BUYER, MoveNotAllowed), (OTHER_BUYER, NotFound), (RIVAL, NotFound), (STRANGER, NotFound)],
)
async def test_nobody_but_the_suppliers_people_states_freight(
    trade: Trade, by: int, refusal: type[Exception]
) -> None:
    standing = await trade.inquires()

    with pytest.raises(refusal):
        await states(trade, standing, 100, by=by)

    assert await trade.count(freight_figures) == 0


async def test_a_figure_needs_an_open_negotiation_its_newest_version_and_an_amount(trade: Trade) -> None:
    first = await trade.inquires()
    second = await trade.counters(SELLER, first, draft("13"))
    over = await trade.withdraws(BUYER, await trade.inquires())

    assert over.status is NegotiationStatus.WITHDRAWN
    for standing, minor, refusal in (
        (first, 100, StaleVersion),
        (second, 0, PriceOutOfBounds),
        (second, 10_000_000_01, PriceOutOfBounds),
        (over, 100, MoveNotAllowed),
    ):
        with pytest.raises(refusal):
            await states(trade, standing, minor)


async def test_currencies_are_never_added_without_an_imported_exchange_rate(
    trade: Trade, tmp_path: Path
) -> None:
    await import_rates(trade.database, RATES)
    await sends_to(trade, BUYER, "US")
    seen = await looks(trade, BUYER, Wanted(CUP, count=1000, stated=CUP_PACKED))
    by_sea = seen.estimate.by(SEA)
    assert by_sea is not None
    in_yuan = replace(by_sea, each=price("0.185", "CNY"))

    unknown = await trade.does(BUYER, lambda b, p: landed(b, price("11"), by_sea))
    table = tmp_path / "exchanges.csv"
    table.write_text("from,to,rate,as_of,source\nUSD,CNY,7.1,2026-11-01,Bank of Ningbo", encoding="utf-8")
    await import_rates(trade.database, table)
    known = await trade.does(BUYER, lambda b, p: landed(b, price("11"), by_sea))
    same = await trade.does(BUYER, lambda b, p: landed(b, price("11"), in_yuan))

    assert (unknown, same) == (None, Landed(price("11.185")))
    assert known is not None
    assert known.unit_price == price("12.3135")  # 11 + 0.185 USD × 7.1
    assert known.exchange is not None


async def test_a_stranger_sees_no_freight_of_a_negotiation(trade: Trade) -> None:
    standing = await trade.inquires()

    for person in (OTHER_BUYER, RIVAL):
        with pytest.raises(NotFound):
            await looks(trade, person, Wanted(negotiation_id=standing.id))
