"""Sellers' files in the database: imported whole or not at all, once, by people of the supplier."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.checking_files import checked
from services.product_files import FileReport, FileStatus, ProductFile
from services.refusals import NotFound
from services.said import File
from services.searching import SearchQuery
from services.stall import Stall
from services.taking_files import TakingFiles
from storage.database import Connection
from storage.product_file_import import compared, imported
from storage.tables.catalogue import products
from storage.tables.stall import product_changes, product_files
from tests.builders import BUYER, COLLEAGUE, CUP, NOON, RIVAL, SELLER, SUPPLIER, Trade
from tests.importing.seller_files import cup, cups, write_csv

OWN = ProductFile(1, SUPPLIER, SELLER, "BQAC", "cups.csv", FileStatus.WANTED)


async def listings_of(folder: Path, rows: list[dict[str, str]]) -> bytes:
    report, listings = await checked(write_csv(folder, rows), ("Ningbo Cups",))
    assert (report.problem_count, report.refusal) == (0, "")
    return listings


async def test_a_crash_in_the_middle_leaves_nothing_and_the_next_attempt_everything(
    trade: Trade, tmp_path: Path
) -> None:
    await trade.does(SELLER, lambda b, p: Stall(b, p).pause(CUP))
    listings = await listings_of(tmp_path, [cup(sku="S1", title_en="Steel jar"), *cups(3)])

    async def write(connection: Connection) -> FileReport:
        return await imported(connection, OWN, listings, NOON)

    async def crash(connection: Connection) -> None:
        await write(connection)
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        await trade.database.run(crash)
    assert len(await trade.rows(select(products))) == 2

    done = await trade.database.run(write)
    again = await trade.database.run(lambda c: compared(c, OWN, listings))

    assert (done.added, done.changed, done.unchanged) == (3, 1, 0)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 4)
    page = await trade.does(BUYER, lambda books, _: books.search.find(SearchQuery("cup")))
    assert len(page.product_ids) == 3
    changes = await trade.rows(select(product_changes.c.change).order_by(product_changes.c.id))
    assert [row.change for row in changes] == ["paused", *["imported"] * 4]


async def test_a_row_without_a_picture_leaves_the_product_its_photo(trade: Trade, tmp_path: Path) -> None:
    await trade.does(SELLER, lambda b, p: Stall(b, p).change(CUP, {"image": "telegram:AgAC1"}))
    listings = await listings_of(tmp_path, [cup(sku="S1", title_en="Steel jar")])

    await trade.database.run(lambda c: imported(c, OWN, listings, NOON))

    product = await trade.does(BUYER, lambda books, _: books.catalogue.product(CUP))
    assert product
    assert (product.title_en, product.image) == ("Steel jar", "telegram:AgAC1")


async def test_only_people_of_the_supplier_import_a_file_and_only_once(trade: Trade) -> None:
    file = File("BQAC", "AQ", name="cups.csv", size=9)
    taken = await trade.does(SELLER, lambda b, p: TakingFiles(b, p).receive(SUPPLIER, file, 5))
    again = await trade.does(SELLER, lambda b, p: TakingFiles(b, p).receive(SUPPLIER, file, 5))
    too_early = await trade.does(SELLER, lambda b, p: TakingFiles(b, p).want(taken.id))
    await trade.run_sql("UPDATE product_files SET status = 'ready'")
    for person in (RIVAL, BUYER):
        with pytest.raises(NotFound):
            await trade.does(person, lambda b, p: TakingFiles(b, p).want(taken.id))

    wanted = await trade.does(COLLEAGUE, lambda b, p: TakingFiles(b, p).want(taken.id))
    dropped = await trade.does(SELLER, lambda b, p: TakingFiles(b, p).drop(taken.id))

    assert (again.id, too_early.status) == (taken.id, FileStatus.READING)
    assert (wanted.status, dropped.status) == (FileStatus.WANTED, FileStatus.WANTED)
    assert await trade.count(product_files) == 1
