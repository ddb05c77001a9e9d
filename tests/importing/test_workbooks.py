"""Workbooks, honest and hostile."""

import random
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from storage.catalogue_files import limits, open_catalogue
from storage.catalogue_files.workbook_child import cell_text
from tests.importing.seller_files import rewritten, write_workbook

HEADER = ("supplier", "title_en", "moq", "price_tiers", "weight_kg")
CUP = ("Ningbo Cups", "Steel cup", 50, "50:12.50", 0.1 + 0.2)
SHEET = "xl/worksheets/sheet1.xml"


def test_numbers_of_a_workbook_are_read_as_they_were_typed(tmp_path: Path) -> None:
    path = write_workbook(tmp_path, [HEADER, CUP])

    (row,) = open_catalogue(path).rows()

    assert (row.cells["moq"], row.cells["price_tiers"], row.cells["weight_kg"]) == ("50", "50:12.50", "0.3")


@pytest.mark.parametrize(
    ("cell", "text"), [(13_800_138_000.0, "13800138000"), (1e20, "100000000000000000000"), (True, "True")]
)
def test_long_numbers_do_not_turn_into_powers(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_a_formula_counts_by_the_text_stored_with_it_and_is_never_run(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, CUP)
        sheet.write_formula(1, 1, '=HYPERLINK("http://x.example")', value="Steel cup")

    (row,) = open_catalogue(path).rows()

    assert row.cells["title_en"] == "Steel cup"


def test_a_lying_dimension_hides_no_rows(tmp_path: Path) -> None:
    path = write_workbook(tmp_path, [HEADER, *[CUP] * 40])
    lying = rewritten(path, SHEET, b'<dimension ref="A1:E41"/>', b'<dimension ref="A1:A1"/>')

    assert len(list(open_catalogue(lying).rows())) == 40


def test_the_first_sheet_with_cells_is_read(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        workbook.add_worksheet("cover")
        sheet = workbook.add_worksheet("products")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, CUP)

    assert len(list(open_catalogue(path).rows())) == 1


def test_a_table_that_begins_further_down_keeps_its_row_numbers(tmp_path: Path) -> None:
    path = write_workbook(tmp_path, [(), (), HEADER, CUP])

    assert [row.number for row in open_catalogue(path).rows()] == [4]


def test_a_workbook_of_too_many_rows_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path, [HEADER, *[CUP[:1]] * 20_001])

    with pytest.raises(limits.TooManyRows):
        open_catalogue(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", bytes(51_000_000))

    with pytest.raises(limits.FileTooLarge):
        open_catalogue(path)


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", bytes(51_000_000))
    size = (51_000_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (1000).to_bytes(4, "little")))

    with pytest.raises(limits.FileTooLarge):
        open_catalogue(path)


def test_a_workbook_of_many_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "parts.xlsx"
    with zipfile.ZipFile(path, "w") as parts:
        for number in range(101):
            parts.writestr(f"part{number}", b"x")

    with pytest.raises(limits.FileTooLarge):
        open_catalogue(path)


def test_one_cell_at_the_far_corner_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = write_workbook(tmp_path, [HEADER, CUP])
    cell = re.search(rb'<c r="E2"[^>]*>', zipfile.ZipFile(path).read(SHEET))
    assert cell
    far = rewritten(path, SHEET, cell[0], b'</row><row r="1048576"><c r="XFD1048576">')

    with pytest.raises(limits.UnreadableCatalogue):
        open_catalogue(far)


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_workbook_is_refused_or_read_and_never_crashes(tmp_path: Path, seed: int) -> None:
    path = write_workbook(tmp_path, [HEADER, CUP])
    dice = random.Random(seed)
    content = bytearray(path.read_bytes())
    for _ in range(30):
        content[dice.randrange(4, len(content))] = dice.randrange(256)
    path.write_bytes(content)

    with pytest.raises(limits.UnreadableCatalogue):
        open_catalogue(path)
