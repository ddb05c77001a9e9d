"""A supplier's own products: who may change them, what searches find, and what deals keep."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.catalogue import Product, ProductPaused
from domain.china import china_day
from domain.holiday_notice import HolidayNotice, HolidayUnusable
from services.holiday_notices import HolidayNotices
from services.importing.cells import Row
from services.importing.cells_back import cells_of
from services.importing.reading import read_row
from services.listing_check import ListingUnfit
from services.refusals import NotFound
from services.searching import SearchQuery
from services.stall import ListedAlready, Stall
from storage.tables.stall import product_changes
from tests.builders import BUYER, COLLEAGUE, CUP, RIVAL, SELLER, STRANGER, SUPPLIER, TOY, Trade, draft, price

BOWL = {"title_en": "Bamboo bowl", "moq": "50", "price_tiers": "50:2.35;500:2.10", "currency": "USD"}


async def found(trade: Trade, words: str) -> tuple[int, ...]:
    page = await trade.does(BUYER, lambda books, _: books.search.find(SearchQuery(words)))
    return () if page.dropped else page.product_ids


async def publish(trade: Trade, person: int = SELLER, **cells: str) -> Product:
    return await trade.does(person, lambda b, p: Stall(b, p).publish(SUPPLIER, {**BOWL, **cells}))


async def test_what_is_listed_and_changed_is_found_at_once_and_recorded(trade: Trade) -> None:
    bowl = await publish(trade, specs="colour=red|blue", sample_price="3")

    await trade.does(COLLEAGUE, lambda b, p: Stall(b, p).change(bowl.id, {"title_en": "Teak bowl"}))

    assert (await found(trade, "bamboo bowl"), await found(trade, "teak bowl")) == ((), (bowl.id,))
    rows = await trade.rows(select(product_changes).order_by(product_changes.c.id))
    assert [(row.person_id, row.change) for row in rows] == [(SELLER, "added"), (COLLEAGUE, "edited")]
    assert rows[1].columns == {"title_en": ["Bamboo bowl", "Teak bowl"]}
    with pytest.raises(ListedAlready):
        await publish(trade)


async def test_a_changed_listing_leaves_negotiations_and_orders_as_they_were_made(trade: Trade) -> None:
    negotiation, order = await trade.inquires(), await trade.bound()

    changes = {"title_en": "Copper cup", "price_tiers": "10:99", "currency": "EUR", "moq": "10"}
    await trade.does(SELLER, lambda b, p: Stall(b, p).change(CUP, changes))
    accepted = await trade.accepts(SELLER, negotiation)

    assert accepted.goods == negotiation.goods
    assert accepted.offer.terms.unit_price == price("12.50")
    assert (await trade.order(order.id)).goods == order.goods


async def test_a_paused_product_is_neither_found_nor_asked_for_and_its_deals_go_on(trade: Trade) -> None:
    await trade.does(SELLER, lambda b, p: Stall(b, p).change(CUP, {"title_en": "Steel mug"}))
    running = await trade.inquires()

    await trade.does(SELLER, lambda b, p: Stall(b, p).pause(CUP))
    await trade.does(SELLER, lambda b, p: Stall(b, p).pause(CUP))

    assert await found(trade, "steel mug") == ()
    with pytest.raises(ProductPaused):
        await trade.inquires()
    assert (await trade.counters(SELLER, running, draft("13"))).offer.number == 2
    await trade.does(SELLER, lambda b, p: Stall(b, p).resume(CUP))
    assert await found(trade, "steel mug") == (CUP,)
    assert (await trade.inquires()).offer.terms.unit_price == price("12.50")


async def test_nobody_else_sees_or_changes_a_supplier_s_products(trade: Trade) -> None:
    for person in (RIVAL, BUYER, STRANGER):
        for deed in (
            lambda b, p: Stall(b, p).page(SUPPLIER, "", 0),
            lambda b, p: Stall(b, p).product(CUP),
            lambda b, p: Stall(b, p).change(CUP, {"moq": "1"}),
            lambda b, p: Stall(b, p).pause(CUP),
            lambda b, p: Stall(b, p).publish(SUPPLIER, BOWL),
            lambda b, p: HolidayNotices(b, p).take_back(SUPPLIER),
        ):
            with pytest.raises(NotFound):
                await trade.does(person, deed)

    assert await trade.count(product_changes) == 0


async def test_words_find_own_products_and_a_percent_sign_finds_only_itself(trade: Trade) -> None:
    await publish(trade, sku="B%1", category="Kitchen")

    async def seen(words: str) -> list[str]:
        page = await trade.does(SELLER, lambda b, p: Stall(b, p).page(SUPPLIER, words, 0))
        return [product.sku for product in page.products]

    assert await seen("") == ["B%1", f"S{CUP}"]
    assert await seen("%") == ["B%1"]
    assert await seen("BOWL kitchen") == ["B%1"]
    assert await seen(f"S{TOY}") == []


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({"price_tiers": "50:12.5;50:11"}, ["price_tiers"]),
        ({"moq": "0"}, ["moq"]),
        ({"lead_time_days": "999", "weight_kg": "-1"}, ["weight_kg", "lead_time_days"]),
        ({"title_en": ""}, ["title_en"]),
    ],
)
async def test_the_rules_of_the_catalogue_file_hold_in_the_chat(
    trade: Trade, cells: dict[str, str], columns: list[str]
) -> None:
    with pytest.raises(ListingUnfit) as unfit:
        await publish(trade, SELLER, **cells)

    problems = unfit.value.facts["problems"]
    assert {problem.column for problem in problems} == set(columns)  # type: ignore[attr-defined]


async def test_a_listing_written_back_as_cells_reads_the_same(trade: Trade) -> None:
    bowl = await publish(
        trade, specs="colour=red|blue;size=S", sample_price="0", weight_kg="0.35", lead_time_days="15"
    )

    listed = await trade.does(SELLER, lambda books, _: books.stall.get_for_update(bowl.id))

    assert listed
    read, problems = read_row(Row(1, {**cells_of(listed.listing), "supplier": "Ningbo Cups"}))
    assert (read, problems) == (listed.listing, [])


async def test_each_open_negotiation_hears_once_of_days_off(trade: Trade) -> None:
    await trade.inquires()
    declined = await trade.inquires()
    await trade.declines(SELLER, declined)
    await trade.forget_letters()
    today = china_day(await trade.does(SELLER, _now))
    notice = HolidayNotice(today + timedelta(days=3), today + timedelta(days=9), "no dispatch")

    for _ in range(2):
        await trade.does(SELLER, lambda b, p: HolidayNotices(b, p).give(SUPPLIER, notice))

    assert await trade.told() == [(BUYER, "holiday_notice")]
    for unusable in (replace(notice, last=today), replace(notice, last=today + timedelta(days=99))):
        with pytest.raises(HolidayUnusable):
            await trade.does(SELLER, lambda b, p, n=unusable: HolidayNotices(b, p).give(SUPPLIER, n))


async def _now(books, person):  # type: ignore[no-untyped-def]
    return books.now
