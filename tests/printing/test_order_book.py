"""An order book as a file: figures as numbers, and nothing that people wrote computes."""

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from delivery.printer import Printer
from domain.details import Delivery, Details, Line
from domain.money import Money
from domain.people import Side
from services.order_book import BookFormat, BookWish, OrderBook
from services.order_books import BookedOrder
from tests.builders import NOON, placed_order, terms
from tests.views.goods import CHINESE, ENGLISH, SUNNY
from views.order_book import order_book
from views.reader import Reader
from views.screen import Made

HOSTILE: Final = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x",
    '=HYPERLINK("http://x";"y")', "=cmd|' /C calc'!A0", "\u202e=1", "\x00=1", "'=1", '"=1"', ";=1", "%0A=1",
)  # fmt: skip
MINUS: Final = {"number": "-12.50"}


def booked(number: int, words: str) -> BookedOrder:
    """An order whose people wrote nothing but these words."""
    goods = replace(placed_order().goods, title_en=words, title_zh=words)
    split = (Line((("colour", words),), 501),)
    details = Details(Delivery(words + "x", consignee=words), split, note=words)
    agreed = terms("12.50", 501, lead_time_days=15, note=words)
    order = replace(placed_order(), id=number, goods=goods, details=details, terms=agreed)
    nothing = Money(0, "CNY")
    return BookedOrder(order, NOON, NOON, paid=nothing, owed=order.terms.total(), allowed=nothing)


async def made_of(book: OrderBook, reader: Reader = ENGLISH) -> tuple[Made, bytes]:
    """The file as it is sent."""
    screen = order_book(reader, book)
    assert screen.made is not None
    return screen.made, await Printer().make(screen.made)


def hostile(kind: BookFormat) -> OrderBook:
    """A book in which everybody attacks."""
    villain = replace(SUNNY, name="=1+1", name_zh="@x")
    orders = [booked(number, words) for number, words in enumerate(HOSTILE, 1)]
    return OrderBook(BookWish(Side.BUYER, kind), orders, {1: villain}, NOON)


async def test_no_cell_of_a_csv_begins_like_a_formula_and_figures_stay_figures() -> None:
    _, content = await made_of(hostile(BookFormat.CSV))

    heads, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))

    cells = [cell for row in rows for cell in row]
    assert len(rows) == len(HOSTILE)
    assert [
        cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    ] == []
    assert not any(mark in cell for cell in cells for mark in "\r\n\x00\u202e")
    first = dict(zip(heads, rows[0], strict=True))
    assert [first[head] for head in ("Quantity", "Unit price", "Total")] == ["501", "12.50", "6262.50"]
    assert first["Split"] == "'=1+1: 501"


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE], ids=lambda reader: reader.language)
async def test_no_cell_of_a_workbook_is_a_formula(reader: Reader) -> None:
    made, content = await made_of(hostile(BookFormat.XLSX), reader)

    sheet = ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()

    assert b"<f>" not in sheet
    assert b"<hyperlink" not in sheet
    row = dict(zip(made.data["keys"], rows[1], strict=True))
    assert [row[key] for key in ("product", "quantity", "unit_price", "total")] == ["=1+1", 501, 12.5, 6262.5]


async def test_the_same_figures_come_back_from_all_three_formats() -> None:
    found: list[list[tuple[Any, ...]]] = []
    for kind in BookFormat:
        made, content = await made_of(hostile(kind))
        columns = [made.data["keys"].index(key) for key in ("quantity", "unit_price", "total")]
        found.append([tuple(Decimal(str(row[each])) for each in columns) for row in _rows(kind, content)])

    assert found[0] == found[1] == found[2]
    assert set(found[0]) == {(Decimal(501), Decimal("12.5"), Decimal("6262.5"))}


def _rows(kind: BookFormat, content: bytes) -> list[list[Any]]:
    if kind is BookFormat.JSON:
        return [list(row.values()) for row in json.loads(content, parse_float=Decimal)]
    if kind is BookFormat.XLSX:
        return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[1:]
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]


@pytest.mark.parametrize("kind", BookFormat)
async def test_a_negative_number_stays_a_number_and_a_text_that_looks_like_one_a_text(
    kind: BookFormat,
) -> None:
    data = {"title": "t", "keys": ["a", "b"], "rows": [["a", "b"], [MINUS, "-12.50"]]}

    ((number, text),) = _rows(kind, await Printer().make(Made(kind.value, "t", data)))

    assert Decimal(str(number)) == Decimal("-12.5")
    assert text == ("'-12.50" if kind is BookFormat.CSV else "-12.50")
