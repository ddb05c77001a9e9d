"""Files that sellers send in the chat: checked by a child process, written whole or not at all."""

import zipfile
from pathlib import Path

import orjson
import pytest

from bot import checking_files
from bot.checking_files import checked
from services.product_files import MOST_ROWS
from tests.importing.seller_files import cup, cups, rewritten, write_csv, write_workbook

NAMES = ("Ningbo Cups", "宁波杯业")


@pytest.mark.parametrize(("encoding", "delimiter"), [("gb18030", ";"), ("utf-8-sig", ","), ("utf-16", "\t")])
async def test_a_file_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [cup(supplier="宁波杯业", title_zh="不锈钢杯"), cup(supplier="", sku="C-2")]

    report, listings = await checked(write_csv(tmp_path, rows, encoding, delimiter), NAMES)

    read = [orjson.loads(line) for line in listings.splitlines()]
    assert (report.rows, [each["supplier"] for each in read]) == (2, ["Ningbo Cups"] * 2)
    assert read[0]["title_zh"] == "不锈钢杯"


@pytest.mark.parametrize("place", [0, 5, 9])
async def test_one_bad_row_keeps_the_whole_file_out(tmp_path: Path, place: int) -> None:
    rows = cups(10)
    rows[place] |= {"supplier": "Yiwu Toys"}

    report, listings = await checked(write_csv(tmp_path, rows), NAMES)

    assert [(each.row, each.column) for each in report.problems] == [(place + 2, "supplier")]
    assert listings == b""


async def test_a_picture_beside_the_file_and_a_standing_of_one_s_own_are_not_taken(tmp_path: Path) -> None:
    row = cup(image="/etc/passwd", qualification="verified_factory", price="1")

    report, _ = await checked(write_csv(tmp_path, [row]), NAMES)

    assert [problem.kind for problem in report.problems] == ["no_picture_beside"]
    assert report.unread == ("qualification", "price")


def bomb(folder: Path) -> Path:
    path = folder / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(51_000_000))
    return path


def too_many(folder: Path) -> Path:
    return write_csv(folder, cups(MOST_ROWS + 1))


def lacking(folder: Path) -> Path:
    return write_csv(folder, [{"title_en": "Cup", "moq": "1"}])


def nothing(folder: Path) -> Path:
    path = folder / "empty.csv"
    path.write_bytes(b"")
    return path


def noise(folder: Path) -> Path:
    path = folder / "noise.csv"
    path.write_bytes(bytes(range(1, 256)) * 40)
    return path


def entities(folder: Path) -> Path:
    """Billion laughs in the sheet."""
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(9))
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    book = write_workbook(folder, [("title_en", "moq", "price_tiers"), ("Cup", 1, "1:1")])
    with zipfile.ZipFile(book) as archive:
        strings = archive.read("xl/sharedStrings.xml")
    laughing = strings.replace(b">Cup<", b">&l8;<").replace(head, head + f"<!DOCTYPE l [{lol}]>".encode())
    return rewritten(book, "xl/sharedStrings.xml", strings, laughing)


@pytest.mark.parametrize("made", [bomb, too_many, lacking, nothing, noise, entities])
async def test_what_cannot_be_read_is_named_and_nothing_of_it_is_kept(tmp_path: Path, made) -> None:  # type: ignore[no-untyped-def]
    report, listings = await checked(made(tmp_path), NAMES)

    assert report.refusal or report.problem_count
    assert listings == b""


async def test_a_lying_dimension_hides_no_rows(tmp_path: Path) -> None:
    header = ("sku", "title_en", "moq", "price_tiers")
    book = write_workbook(tmp_path, [header, *((f"S{n}", "Cup", 50, "50:12.5") for n in range(40))])
    sheet, told = "xl/worksheets/sheet1.xml", b'<dimension ref="A1:D41"/>'

    report, listings = await checked(rewritten(book, sheet, told, b'<dimension ref="A1:A1"/>'), NAMES)

    assert (report.rows, len(listings.splitlines())) == (40, 40)


async def test_a_file_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking_files, "SECONDS", 0.001)

    report, listings = await checked(write_csv(tmp_path, cups(3)), NAMES)

    assert (report.refusal, listings) == ("FileTooLarge", b"")
