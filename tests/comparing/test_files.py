"""A comparison as text, picture and table: the same figures, and nothing that a supplier wrote computes."""

import csv
import io
from dataclasses import replace
from html import unescape
from typing import Final
from zipfile import ZipFile

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from delivery.printer import Printer
from domain.catalogue import Qualification
from services.comparing.comparison import Comparison
from services.comparing.quote import Quote
from tests.comparing.test_comparison import quote
from tests.views.goods import CHINESE, ENGLISH, TRADITIONAL, words_on
from views.callback_data.comparing import FileKind
from views.compare_room import room
from views.comparison_files import comparison_file
from views.reader import Reader

ATTACK: Final = '=HYPERLINK("http://x","y")'


def attacking(found: Quote) -> Quote:
    """The quote of a supplier who calls himself a formula."""
    supplier = replace(found.product.supplier, name=ATTACK, name_zh=ATTACK)
    return replace(found, product=replace(found.product, supplier=supplier, title_en="+1+1"))


CHEAP: Final = attacking(quote("10.05", lead_time_days=40))
TWO: Final = Comparison([CHEAP, quote("11", Qualification.VERIFIED_FACTORY, lead_time_days=9)], rfq_id=3)


async def content_of(reader: Reader, kind: FileKind, found: Comparison = TWO) -> bytes:
    """The file as it is sent."""
    screen = comparison_file(reader, found, kind)
    assert screen.made is not None
    return await Printer().make(screen.made)


async def test_a_csv_holds_the_figures_and_no_formula() -> None:
    content = (await content_of(ENGLISH, FileKind.CSV)).decode("utf-8-sig")

    heads, first, second = csv.reader(io.StringIO(content, newline=""))
    row = dict(zip(heads, first, strict=True))
    assert row["Supplier"] == f"'{ATTACK}"
    figures = [row[head] for head in ("Quantity", "Currency", "Unit price", "MOQ")]
    assert figures == ["500", "CNY", "10.05", "100"]
    assert row["Best in"] == "Unit price"
    assert dict(zip(heads, second, strict=True))["Best in"] == "Lead time; Qualification"


async def test_a_workbook_holds_numbers_and_texts() -> None:
    content = await content_of(CHINESE, FileKind.XLSX)

    heads, first, _ = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    row = dict(zip(heads, first, strict=True))
    assert (row["供应商"], row["单价"], row["起订量"], row["交期（天）"]) == (ATTACK, 10.05, 100, 40)
    assert b"<f>" not in ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE, TRADITIONAL], ids=lambda reader: reader.language)
async def test_a_picture_fits_a_phone_with_two_suppliers_and_with_ten(reader: Reader) -> None:
    ten = Comparison([quote(str(10 + each), lead_time_days=each + 1) for each in range(10)])

    small, large = [
        Image.open(io.BytesIO(await content_of(reader, FileKind.PICTURE, found))) for found in (TWO, ten)
    ]

    assert small.width >= 840
    assert large.width + large.height < 10_000
    assert max(large.width, large.height) / min(large.width, large.height) < 20


def test_the_text_says_the_same_and_why_not_the_cheapest() -> None:
    english = unescape(room(ENGLISH, TWO, []).text)
    chinese = unescape(room(CHINESE, TWO, []).text)

    assert "Unit price: <b>CN¥10.05 / piece ★</b>" in english
    assert "at CN¥10.05, but it takes 40 days, it is unverified." in english
    assert "costs 9% more: it takes 9 days, it is a verified factory." in english
    assert "单价：<b>¥10.05/件 ★</b>" in chinese
    assert "，但交期 40 天，未认证。" in chinese


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE], ids=lambda reader: reader.language)
def test_seven_products_stand_on_two_pages_and_a_page_that_is_gone_is_the_last(reader: Reader) -> None:
    seven = Comparison([quote(str(10 + each)) for each in range(7)])

    first, second, gone = (room(reader, seven, [], page) for page in (0, 1, 9))

    assert {"▶", "1 · Maker" if reader is ENGLISH else "1 · 厂", "✖ 5"} <= set(words_on(first.rows))
    assert {"◀", "✖ 6", "✖ 7"} <= set(words_on(second.rows))
    assert "✖ 6" not in words_on(first.rows)
    assert gone == second
