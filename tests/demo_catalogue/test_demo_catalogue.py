"""The demo's catalogue goes through the real import and looks like something."""

import io
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from bot.demo_catalogue.drawing.kinds import KINDS, draw
from bot.demo_catalogue.laying_out import lay_out
from domain.listing import Listing
from domain.listing_words import listing_word
from domain.people import Language
from domain.places import CITIES, PROVINCES
from services.importing.reading import read_row
from storage.catalogue_files import open_catalogue
from storage.database import Database
from tests.importing.seller_files import take_in


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def listings(laid_out: Path) -> list[Listing]:
    return [listing for row in open_catalogue(laid_out).rows() if (listing := read_row(row)[0])]


async def test_the_demo_imports_without_a_word_of_complaint(database: Database, laid_out: Path) -> None:
    report = await take_in(database, laid_out)

    assert (report.added, report.check.warning_count, len(report.check.suppliers)) == (72, 0, 12)


def test_every_product_speaks_both_languages_and_says_what_a_buyer_asks(listings: list[Listing]) -> None:
    assert len(listings) == 72
    assert all(listing.title_en.isascii() or "é" in listing.title_en for listing in listings)
    assert all(not listing.title_zh.isascii() and listing.description_zh for listing in listings)
    assert all(listing.lead_time_days and listing.weight_kg and all(listing.size_cm) for listing in listings)
    assert all(
        listing.sample_price and listing.sample_freight and listing.customization for listing in listings
    )


def test_prices_fall_in_three_tiers_from_the_moq_on(listings: list[Listing]) -> None:
    for listing in listings:
        prices = [tier.unit_price.points for tier in listing.tiers]
        assert len(prices) == 3
        assert prices == sorted(set(prices), reverse=True)
        assert listing.tiers[0].at_least == listing.moq


def test_suppliers_stand_in_real_towns_with_every_qualification(listings: list[Listing]) -> None:
    suppliers = {listing.supplier for listing in listings}

    assert len(suppliers) == len({supplier.city for supplier in suppliers}) == 12
    assert all(supplier.city in CITIES and supplier.province in PROVINCES for supplier in suppliers)
    assert len({supplier.qualification for supplier in suppliers}) == 3
    assert all(" 0000 01" in supplier.phone for supplier in suppliers)


def test_every_product_has_a_picture_of_its_own(laid_out: Path, listings: list[Listing]) -> None:
    contents = [(laid_out.parent / listing.image).read_bytes() for listing in listings]

    assert max(Counter(contents).values()) == 1
    assert max(map(len, contents)) <= 60_000
    assert {Image.open(io.BytesIO(content)).size for content in contents} == {(640, 640)}


def test_laying_out_again_draws_nothing_twice(laid_out: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in laid_out.parent.glob("pictures/*")}

    lay_out(laid_out.parent)

    assert {path: path.stat().st_mtime_ns for path in laid_out.parent.glob("pictures/*")} == before


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_drawn_and_fills_its_sheet(kind: str) -> None:
    with Image.open(io.BytesIO(draw(kind, "teal"))) as drawn:
        colours = drawn.convert("RGB").quantize(16).getcolors()

    assert colours
    assert len(colours) >= 8


def test_specs_and_categories_of_the_demo_are_known_in_both_languages(listings: list[Listing]) -> None:
    names = {name for listing in listings for name, _ in listing.specs}
    colours = {
        value
        for listing in listings
        for name, values in listing.specs
        if name == "colour"
        for value in values
    }

    for word in names | colours | {listing.category for listing in listings}:
        chinese = listing_word(word, Language.CHINESE)
        assert chinese != word
        assert listing_word(chinese, Language.ENGLISH) == word
