"""The market of the couples: a supplier with its goods for each, as an import leaves it."""

import csv
import io
from pathlib import Path

from PIL import Image

from benchmarks.couples import SELLERS, goods_of
from domain.people import Language, Person
from domain.policy import Role
from services.team_books import Member
from storage.books import books_at
from storage.catalogue import StoredCatalogue
from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport
from storage.database import Connection, open_database
from storage.files import FileStore
from storage.migrating import migrate

OTHER_GOODS = 20
"""Products of each supplier besides the one that is traded."""


async def stock(database_url: str, folder: Path, couples: int) -> None:
    """Lays a catalogue out in `folder`, imports it, and hires a seller for each supplier."""
    catalogue = lay_out(folder, couples)
    async with open_database(database_url) as database:
        await migrate(database)
        report = await CatalogueImport(database, FileStore(str(folder / "files"))).run(
            open_catalogue(catalogue)
        )
        if report.check.problem_count:
            raise RuntimeError(report.check.problems[0])
        await database.run(_hire)


def lay_out(folder: Path, couples: int) -> Path:
    """The catalogue's file, with one picture that all goods share."""
    Image.new("RGB", (640, 640), "teal").save(folder / "bottle.jpg")
    rows = [
        _row(number, place, f"{goods_of(number)} {kind}")
        for number in range(couples)
        for place, kind in enumerate(["500 ml", *(f"spare lid size {size}" for size in range(OTHER_GOODS))])
    ]
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    path = folder / "catalogue.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def _row(number: int, place: int, title: str) -> dict[str, str]:
    return {
        "supplier": f"Bottle Works {number}",
        "supplier_zh": f"第{number}水壶厂",
        "qualification": "verified_factory",
        "province": "Zhejiang",
        "city": "Ningbo",
        "sku": f"B-{number}-{place}",
        "title_en": title,
        "title_zh": f"不锈钢保温杯 {number} 型 {place}",
        "unit": "件",
        "currency": "CNY",
        "moq": "100",
        "price_tiers": "100:15.00;500:13.50;2000:12.00",
        "lead_time_days": "15",
        "image": "bottle.jpg",
    }


async def _hire(connection: Connection) -> None:
    books = await books_at(connection, "benchmark")
    for number, supplier_id in enumerate(await StoredCatalogue(connection).supplier_ids()):
        await books.people.add(Person(SELLERS + number, Language.CHINESE), books.now)
        await books.teams.join(Member(SELLERS + number, Role.OWNER, books.now), supplier_id)
