"""One row of a catalogue: what is understood, and what is refused with a reason."""

import pytest

from domain.catalogue import Qualification
from domain.money import Money
from domain.quantity import Unit
from services.importing.problems import Kind
from services.importing.reading import read_row
from tests.importing.seller_files import read


def problems_of(**cells: str) -> list[tuple[str, Kind]]:
    return [(problem.column, problem.kind) for problem in read_row(read(**cells))[1]]


def test_a_row_with_the_least_becomes_a_listing_with_sensible_defaults() -> None:
    listing, problems = read_row(read())

    assert listing
    assert not problems
    assert (listing.unit, listing.currency, listing.moq) == (Unit.PIECE, "CNY", 50)
    assert [(tier.at_least, tier.unit_price.points) for tier in listing.tiers] == [
        (50, 125_000),
        (500, 110_000),
    ]
    assert listing.supplier.qualification is None


def test_a_full_row_keeps_everything_it_says() -> None:
    listing, _ = read_row(
        read(
            qualification="诚信通",
            city="义乌市",
            province="浙江省",
            currency="rmb",
            lead_time_days="15",
            weight_kg="0.350",
            specs="colour=red|blue;size=S|M",
            sample_price="25",
            sample_freight="0",
            image="https://x.example/a.jpg",
        )
    )

    assert listing
    assert listing.supplier.qualification is Qualification.TRUSTPASS
    assert (listing.supplier.province, listing.supplier.city) == ("Zhejiang", "Yiwu")
    assert (listing.lead_time_days, listing.weight_kg) == (15, "0.35")
    assert listing.specs == (("colour", ("red", "blue")), ("size", ("S", "M")))
    assert (listing.sample_price, listing.sample_freight) == (Money(2500, "CNY"), Money(0, "CNY"))


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("件", Unit.PIECE),
        ("个", Unit.PIECE),
        ("副", Unit.PAIR),
        ("Pcs.", Unit.PIECE),
        ("箱", Unit.CARTON),
        ("套", Unit.SET),
        ("打", Unit.DOZEN),
        ("公斤", Unit.KILOGRAM),
        ("吨", Unit.TONNE),
        ("meters", Unit.METRE),
        ("张", Unit.SHEET),
    ],
)
def test_units_are_known_by_the_words_of_both_languages(word: str, unit: Unit) -> None:
    listing, _ = read_row(read(unit=word))

    assert listing
    assert listing.unit is unit


def test_full_width_figures_and_a_spreadsheet_s_decimal_are_read() -> None:
    listing, problems = read_row(read(moq="50.0", price_tiers="５０：１２.５；５００：１１"))

    assert not problems
    assert listing
    assert (listing.moq, len(listing.tiers)) == (50, 2)


@pytest.mark.parametrize(
    ("column", "text", "kind"),
    [
        ("moq", "", Kind.MISSING),
        ("moq", "0", Kind.OUT_OF_BOUNDS),
        ("moq", "-5", Kind.NOT_WHOLE),
        ("moq", "1.000", Kind.NOT_WHOLE),
        ("moq", "1,000", Kind.NOT_WHOLE),
        ("moq", "10000001", Kind.OUT_OF_BOUNDS),
        ("moq", "1e3", Kind.NOT_WHOLE),
        ("moq", "NaN", Kind.NOT_WHOLE),
        ("supplier", " ", Kind.MISSING),
        ("price_tiers", "12.5", Kind.NOT_TIERS),
        ("price_tiers", "50:0", Kind.PRICE_OUT_OF_BOUNDS),
        ("price_tiers", "500:11;50:12", Kind.TIERS_NOT_RISING),
        ("price_tiers", "50:12;50:11", Kind.TIERS_NOT_RISING),
        ("price_tiers", "50:12,50", Kind.NOT_A_NUMBER),
        ("price_tiers", "50:0.00001", Kind.PRICE_OUT_OF_BOUNDS),
        ("price_tiers", "50:99999999", Kind.PRICE_OUT_OF_BOUNDS),
        ("price_tiers", "50:inf", Kind.NOT_A_NUMBER),
        ("unit", "barrel", Kind.UNKNOWN_WORD),
        ("currency", "XXX", Kind.UNKNOWN_WORD),
        ("qualification", "gold", Kind.UNKNOWN_WORD),
        ("lead_time_days", "400", Kind.OUT_OF_BOUNDS),
        ("weight_kg", "heavy", Kind.NOT_A_NUMBER),
        ("length_cm", "0", Kind.OUT_OF_BOUNDS),
        ("specs", "red, blue", Kind.NOT_SPECS),
        ("specs", "size=S;size=M", Kind.NOT_SPECS),
        ("phone", "call me", Kind.NOT_A_PHONE),
        ("sample_price", "1.999", Kind.PRICE_OUT_OF_BOUNDS),
        ("image", "ftp://x.example/a.jpg", Kind.NOT_AN_ADDRESS),
        ("image", "http://", Kind.NOT_AN_ADDRESS),
        ("title_en", "x" * 301, Kind.TOO_LONG),
        ("price_tiers", "50:12;500:13", Kind.DEARER_IN_BULK),
    ],
)
def test_a_wrong_cell_is_named_with_its_column_and_rule(column: str, text: str, kind: Kind) -> None:
    assert problems_of(**{column: text}) == [(column, kind)]


def test_a_row_without_any_title_is_refused() -> None:
    assert problems_of(title_en="", title_zh="") == [("title_en", Kind.NO_TITLE)]


def test_every_wrong_cell_of_a_row_is_told_at_once() -> None:
    assert [column for column, _ in problems_of(moq="", unit="barrel", phone="x")] == ["phone", "unit", "moq"]


def test_titles_lose_controls_and_direction_marks() -> None:
    listing, _ = read_row(read(title_en="Steel\x00 \u202ecup\u202c\n\tlarge "))

    assert listing
    assert listing.title_en == "Steel cup large"


def test_a_formula_in_a_title_stays_plain_text() -> None:
    listing, problems = read_row(read(title_en='=HYPERLINK("http://x.example")'))

    assert not problems
    assert listing
    assert listing.title_en == '=HYPERLINK("http://x.example")'


def test_a_product_without_a_sku_gets_the_same_one_each_time() -> None:
    first, _ = read_row(read(sku="", title_en="Steel Cup"))
    second, _ = read_row(read(sku="", title_en="steel  cup"))

    assert first
    assert second
    assert first.sku == second.sku != ""
