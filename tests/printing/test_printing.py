"""What the printing program makes, read back by those who would read it."""

import csv
import io
from zipfile import ZipFile

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from delivery import printer
from delivery.printer import NotMade, Printer
from tests.printing.orders import TABLE, chart
from views.screen import Made


async def made(kind: str, data: dict[str, object]) -> bytes:
    return await Printer().make(Made(kind, "name", data))


async def test_a_chart_fits_a_phone_and_is_the_same_each_time() -> None:
    first, again = await made("price_chart", chart()), await made("price_chart", chart())

    assert Image.open(io.BytesIO(first)).size == (900, 600)
    assert first == again
    assert first != await made("price_chart", chart(agreed=True))


async def test_words_of_people_are_drawn_and_never_obeyed() -> None:
    hostile = await made("price_chart", chart('#panic("x") *bold* $x$ `y` <z> @w \\ //'))

    assert hostile != await made("price_chart", chart('#panic("x") bold $x$ `y` <z> @w \\ //'))
    assert await made("price_chart", chart("#x")) != await made("price_chart", chart("x"))
    assert await made("price_chart", chart("\u200b"))
    assert await made("price_chart", chart("杯" * 500))


async def test_a_spreadsheet_reads_the_table_and_computes_nothing_of_it() -> None:
    said = (await made("csv", TABLE)).decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(said, newline="")))
    assert rows[1] == ['\'=HYPERLINK("http://x","y")', "宁波杯业", "6.0500", "500"]
    assert rows[2] == ["'+1 555", "'-2", "7", "1200"]
    assert rows[3] == ["'@sum", "'\tcmd", "'＝A1", "plain, with a comma"]


async def test_a_workbook_holds_numbers_and_texts_but_no_formula() -> None:
    content = await made("xlsx", TABLE)

    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content))
    written = ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert sheet.sheet_names == ["Offers  cup 杯"]
    assert sheet.get_sheet_by_index(0).to_python()[1:3] == [
        ['=HYPERLINK("http://x","y")', "宁波杯业", 6.05, 500],
        ["+1 555", "-2", 7, 1200],
    ]
    assert b"<f>" not in written
    assert content == await made("xlsx", TABLE)


@pytest.mark.parametrize("kind", ["price_chart", "xlsx", "pizza"])
async def test_what_cannot_be_made_is_refused(kind: str) -> None:
    with pytest.raises(NotMade):
        await made(kind, {})


async def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "SECONDS", 0.001)

    with pytest.raises(NotMade):
        await made("price_chart", chart())
