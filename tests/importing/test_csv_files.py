"""CSV files as they come from many programs."""

from pathlib import Path

import pytest

from services.importing.columns import MissingColumns, RepeatedColumns
from storage.catalogue_files import delimited, limits, open_catalogue
from tests.importing.seller_files import csv_text, cup, cups, write_csv


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_catalogue_is_read_in_every_usual_encoding_and_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = write_csv(tmp_path, [cup(title_zh="不锈钢杯")], encoding, delimiter)

    (row,) = open_catalogue(path).rows()

    assert (row.cells["supplier"], row.cells["title_zh"]) == ("Ningbo Cups", "不锈钢杯")


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text(csv_text([cup(title_en="Cup\nof two lines")]) + ",,,,\r\n\r\n" + "Yiwu,S,Mug,5,5:1\r\n")

    assert [row.number for row in open_catalogue(path).rows()] == [2, 5]


def test_headers_are_read_by_name_whatever_their_order_case_or_spaces(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text("Title EN,PRICE TIERS, moq ,Supplier,colour\nCup,5:1,5,Ningbo,red\n")

    catalogue = open_catalogue(path)

    assert catalogue.columns == ("title_en", "price_tiers", "moq", "supplier", "colour")
    assert next(catalogue.rows()).cells["supplier"] == "Ningbo"


def test_blank_lines_and_a_spreadsheet_s_hint_before_the_header_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text("sep=;\n\n" + csv_text([cup()], ";"))

    assert [row.number for row in open_catalogue(path).rows()] == [4]


def test_a_file_without_the_needed_columns_says_which(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text("supplier,moq\nNingbo,5\n")

    with pytest.raises(MissingColumns) as refusal:
        open_catalogue(path)

    assert refusal.value.facts == {"columns": ("price_tiers", "title_en / title_zh")}


def test_an_old_workbook_is_refused_by_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))

    with pytest.raises(limits.OldWorkbook):
        open_catalogue(path)


def test_a_column_named_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text("supplier,moq,moq,price_tiers,title_en\n")

    with pytest.raises(RepeatedColumns):
        open_catalogue(path)


def test_an_unclosed_quotation_mark_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text(csv_text([cup()]) + 'Ningbo,C-2,"Cup,5,5:1\n')

    with pytest.raises(limits.UnreadableCatalogue) as refusal:
        list(open_catalogue(path).rows())

    assert "line 3" in str(refusal.value.facts["reason"])


@pytest.mark.parametrize("content", [b"", b"\xff\xff\xff\x80\x81"])
def test_a_file_that_is_no_text_or_empty_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_bytes(content)

    with pytest.raises(limits.UnreadableCatalogue):
        open_catalogue(path)


def test_more_rows_than_allowed_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MOST_CSV_ROWS", 3)
    path = write_csv(tmp_path, cups(4))

    with pytest.raises(limits.TooManyRows):
        list(open_catalogue(path).rows())
