"""Suppliers side by side: who is best in what, what a unit costs on arrival, why not the cheapest."""

from decimal import Decimal
from typing import Any

import pytest

from bot.demo import RATES
from domain.catalogue import Qualification
from domain.lifecycle import NegotiationStatus
from domain.money import Fee, UnitPrice
from domain.people import Person
from domain.quantity import Quantity
from domain.terms import FeeBasis, Shipping, Terms, TradeTerm
from services.comparing.comparison import Comparison, comparison_of_products, comparison_of_rfq
from services.comparing.measures import Measure, best_in
from services.comparing.quote import Lack, Quote
from services.comparing.room import put_beside
from services.comparing.why_not import why_not_cheapest
from services.landing import Landed
from services.negotiating import goods_of
from services.refusals import NotFound
from storage.books import StoredBooks
from storage.rate_import import import_rates
from storage.sqlite import InPlaceConnection
from tests.builders import BUYER, OTHER_BUYER, draft, negotiation_in, price
from tests.comparing.mugs import ALIKE, Mugs
from tests.views.goods import SUNNY, pants

VERIFIED, UNVERIFIED = Qualification.VERIFIED_FACTORY, Qualification.UNVERIFIED


def quote(
    amount: str = "10", standing: Qualification = UNVERIFIED, currency: str = "CNY", **different: Any
) -> Quote:
    """A quote for 500 yoga pants."""
    terms = different.pop("terms", {})
    supplier = type(SUNNY)(1, "Maker", "厂", standing, "", "", "")
    product = pants(supplier=supplier)
    offered = Terms(Quantity(500), UnitPrice.of(Decimal(amount), currency), **terms)
    return Quote(product, goods_of(product), offered, different.pop("moq", 100), **different)


def test_the_best_is_marked_and_equals_share_it() -> None:
    quotes = [quote("10", lead_time_days=15), quote("10", VERIFIED, lead_time_days=40), quote("11")]

    assert best_in(quotes, Measure.PRICE) == {0, 1}
    assert best_in(quotes, Measure.LEAD_TIME) == {0}
    assert best_in(quotes, Measure.QUALIFICATION) == {1}
    assert best_in(quotes, Measure.MOQ) == best_in(quotes, Measure.RESPONSE) == frozenset()


def test_what_came_to_nothing_is_never_best() -> None:
    declined = quote("5", negotiation=negotiation_in(NegotiationStatus.DECLINED))

    assert best_in([declined, quote("10"), quote("11")], Measure.PRICE) == {1}
    assert why_not_cheapest([declined, quote("10")]) is None


def test_prices_of_two_currencies_are_not_held_against_each_other() -> None:
    quotes = [quote("10"), quote("2", currency="USD"), quote("11")]

    assert best_in(quotes, Measure.PRICE) == frozenset()
    assert why_not_cheapest(quotes) is None


def test_the_cheapest_is_told_what_outweighs_it_and_for_how_much() -> None:
    cheapest = quote("10", lead_time_days=40)
    better = quote("10.4", VERIFIED, lead_time_days=15)
    dearer = quote("12", VERIFIED, lead_time_days=15)

    found = why_not_cheapest([dearer, cheapest, better])

    assert found is not None
    assert (found.cheapest, found.other, found.percent_more) == (cheapest, better, 4)
    assert found.better == (Measure.LEAD_TIME, Measure.QUALIFICATION)


def test_nobody_outweighs_a_cheapest_that_is_as_good() -> None:
    found = why_not_cheapest([quote("10", VERIFIED), quote("11")])

    assert found is not None
    assert found.other is None


@pytest.mark.parametrize(
    ("fee", "basis", "points"),
    [
        ("0.5", FeeBasis.PER_PIECE, 5_000),
        ("100.01", FeeBasis.ONCE, 2_001),
        ("0", None, 0),
        (None, None, None),
    ],
)
def test_a_customization_fee_is_counted_for_one_unit(
    fee: str | None, basis: FeeBasis | None, points: int | None
) -> None:
    stated = {"custom_fee": Fee.of(Decimal(fee), "CNY"), "custom_fee_basis": basis} if fee else {}

    assert quote(terms=stated).fee_each == points


async def test_a_unit_on_arrival_costs_price_fee_and_freight_of_one_currency(mugs: Mugs) -> None:
    await import_rates(mugs.trade.database, RATES)
    await mugs.trade.does(BUYER, lambda b, p: b.freight.set_destination(p.id, "US", b.now))
    sent = await mugs.sends((101, 102), draft("7.5", 500))
    fee = {"custom_fee": Fee.of(Decimal("0.5"), "CNY"), "custom_fee_basis": FeeBasis.PER_PIECE}
    first, second = await mugs.negotiations(sent.rfq_id)
    await mugs.trade.counters(101, first, draft("7.6", 500, **fee))
    await mugs.trade.counters(102, second, draft("9", 500, trade_term=TradeTerm.CIF, trade_place="LA"))

    found = await mugs.trade.does(BUYER, lambda b, p: comparison_of_rfq(b, p, sent.rfq_id))

    # By sea 0.5 CBM × 110 USD counts as 1 CBM, the minimum, and 75 USD besides: 185 USD for 500.
    assert found.quotes[0].freight[Shipping.SEA] == price("0.37", "USD")
    assert found.quotes[0].landed is Lack.CURRENCY
    assert found.quotes[1].landed == Landed(price("9"))
    assert Measure.LANDED in found.measures


async def test_no_suppliers_figures_spoil_the_comparison_with_others(mugs: Mugs) -> None:
    sent = await mugs.sends((101, 102), draft("7.5", 1000))
    first, _ = await mugs.negotiations(sent.rfq_id)
    most = {"custom_fee": Fee.of(Decimal(10_000_000), "CNY"), "custom_fee_basis": FeeBasis.PER_PIECE}
    absurd = draft("10000000", 1000, trade_term=TradeTerm.DDP, **most)
    await mugs.trade.counters(101, first, absurd)

    found = await mugs.trade.does(BUYER, lambda b, p: comparison_of_rfq(b, p, sent.rfq_id))

    assert [each.landed for each in found.quotes] == [Lack.FREIGHT, Lack.FREIGHT]


async def test_a_supplier_counts_by_his_own_last_word(mugs: Mugs) -> None:
    sent = await mugs.sends((101, 102, 103), draft("7", 500))
    countered, agreed, _ = await mugs.negotiations(sent.rfq_id)
    answered = await mugs.trade.counters(101, countered, draft("7.7", 500, lead_time_days=9))
    await mugs.trade.counters(BUYER, answered, draft("6", 500, lead_time_days=1))
    await mugs.trade.accepts(102, agreed)

    found = await mugs.trade.does(BUYER, lambda b, p: comparison_of_rfq(b, p, sent.rfq_id))

    prices = [each.terms.unit_price for each in found.quotes]
    assert prices == [price("7.7"), price("7"), price("8")]
    assert [each.lead_time_days for each in found.quotes] == [9, 15, 15]
    assert [each.is_listed for each in found.quotes] == [False, False, True]
    with pytest.raises(NotFound):
        await mugs.trade.does(OTHER_BUYER, lambda b, p: comparison_of_rfq(b, p, sent.rfq_id))


async def test_listings_are_compared_at_a_quantity_that_all_of_them_take(mugs: Mugs) -> None:
    for each in (101, 120, 101):
        await mugs.trade.does(BUYER, lambda b, p, each=each: put_beside(b, p, each))

    found: Comparison = await mugs.trade.does(BUYER, comparison_of_products)

    assert [(each.terms.quantity.count, each.terms.unit_price) for each in found.quotes] == [
        (5000, price("7.0101")),
        (5000, price("5")),
    ]
    assert [set(found.best(each)) for each in (Measure.PRICE, Measure.MOQ)] == [{1}, {0}]
    assert found.rfq_id == 0


async def asked_for(mugs: Mugs, rfq_id: int) -> int:
    """How many statements a comparison takes on SQLite."""

    async def deed(books: StoredBooks, person: Person) -> int:
        asked: list[str] = []
        assert isinstance(books.connection, InPlaceConnection)
        books.connection.driver.set_trace_callback(asked.append)
        await comparison_of_rfq(books, person, rfq_id)
        books.connection.driver.set_trace_callback(None)
        return len(asked)

    return await mugs.trade.does(BUYER, deed)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_database_is_asked_no_more_for_ten_suppliers_than_for_two(mugs: Mugs) -> None:
    await mugs.trade.does(BUYER, lambda b, p: b.freight.set_destination(p.id, "US", b.now))
    two, ten = [await mugs.sends(each, draft("7.5", 500)) for each in (ALIKE[:2], ALIKE[2:])]

    assert await asked_for(mugs, ten.rfq_id) == await asked_for(mugs, two.rfq_id)
