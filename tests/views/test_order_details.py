"""What the card says of an order's details: the split reads back, and a confirmation signs every field."""

from dataclasses import replace
from datetime import date
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from domain.details import Delivery, Details, Line, PlaceKind
from domain.people import Language
from language.split import evenly, read_split
from language.split_lexicon import Specs
from tests.views.test_orders_and_notices import placed
from views.order_details import details_shown, split_lines
from views.reader import Reader

COLOURS = ("red", "blue", "navy", "warm white", "304 stainless steel", "黑色", "Rose & gold")
SIZES = ("S", "M", "XL", "38", "350ml", "EU")
READERS = st.sampled_from([Reader(language) for language in Language])
WHOLE = Details(
    Delivery("5 Harbour Street", "Ann", "+31104123456", "NL", PlaceKind.WAREHOUSE),
    (Line((("colour", "red"),), 500),),
    date(2026, 3, 15),
    "marks A-1",
)


@st.composite
def goods(draw: st.DrawFn) -> Specs:
    """A product with one or two specs."""
    colours = draw(st.lists(st.sampled_from(COLOURS), min_size=1, unique=True))
    sizes = draw(st.lists(st.sampled_from(SIZES), unique=True))
    return (("colour", tuple(colours)), *((("size", tuple(sizes)),) if sizes else ()))


@given(READERS, goods(), st.integers(1, 90_000))
def test_every_split_that_a_card_shows_reads_back(reader: Reader, specs: Specs, count: int) -> None:
    lines = evenly(specs, count)

    shown = unescape(split_lines(reader, lines))

    assert read_split(shown, specs, count) == lines


def test_a_card_shows_every_detail() -> None:
    shown = details_shown(Reader(Language.CHINESE), WHOLE)

    for said in (
        "红色：500",
        "5 Harbour Street",
        "👤 Ann",
        "+31104123456",
        "荷兰",
        "仓库",
        "3月15日",
        "marks A-1",
    ):
        assert said in shown


def test_a_confirmation_signs_every_field() -> None:
    order = replace(placed(), details=WHOLE)
    to = WHOLE.delivery
    others = [
        replace(WHOLE, delivery=replace(to, address="6 Harbour Street")),
        replace(WHOLE, delivery=replace(to, consignee="Bob")),
        replace(WHOLE, delivery=replace(to, phone="+31104123457")),
        replace(WHOLE, delivery=replace(to, country="BE")),
        replace(WHOLE, delivery=replace(to, place=PlaceKind.COMPANY)),
        replace(WHOLE, lines=(Line((("colour", "blue"),), 500),)),
        replace(WHOLE, lines=()),
        replace(WHOLE, wanted_on=date(2026, 3, 16)),
        replace(WHOLE, note=""),
    ]

    digests = {replace(order, details=details).digest for details in (WHOLE, *others)}

    assert len(digests) == len(others) + 1
