"""Catalogue files as sellers send them."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter
from PIL import Image

from services.importing.cells import Row
from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport, ImportReport
from storage.database import Database
from storage.files import FileStore

Cells = dict[str, str]


def cup(**cells: str) -> Cells:
    """A row that is right, with some cells changed."""
    row = {
        "supplier": "Ningbo Cups",
        "sku": "C-1",
        "title_en": "Steel cup",
        "moq": "50",
        "price_tiers": "50:12.50;500:11",
    }
    return row | cells


def cups(count: int) -> list[Cells]:
    """So many different cups."""
    return [cup(sku=f"C-{number}", title_en=f"Cup {number}") for number in range(1, count + 1)]


def read(**cells: str) -> Row:
    """Row 2 of a file, with some cells changed."""
    return Row(2, cup(**cells))


def csv_text(rows: Sequence[Cells], delimiter: str = ",") -> str:
    """The rows as CSV; the header names every column that any row has."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def write_csv(folder: Path, rows: Sequence[Cells], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """A CSV file of the rows."""
    path = folder / "catalogue.csv"
    path.write_bytes(csv_text(rows, delimiter).encode(encoding))
    return path


def write_workbook(folder: Path, records: Iterable[Sequence[object]]) -> Path:
    """A workbook of the records, header first; a text that begins with "=" is a formula."""
    path = folder / "catalogue.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        for number, record in enumerate(records):
            sheet.write_row(number, 0, record)
    return path


def rewritten(workbook: Path, name: str, old: bytes, new: bytes) -> Path:
    """The workbook with something replaced in one of its parts."""
    path = workbook.with_name("rewritten.xlsx")
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            content = source.read(entry)
            assert entry != name or old in content
            target.writestr(entry, content.replace(old, new) if entry == name else content)
    return path


def picture(colour: str = "red", kind: str = "PNG") -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(out, kind)
    return out.getvalue()


async def take_in(database: Database, path: Path) -> ImportReport:
    """Imports a file; its pictures are kept beside it."""
    return await CatalogueImport(database, FileStore(str(path.parent / "kept"))).run(open_catalogue(path))
