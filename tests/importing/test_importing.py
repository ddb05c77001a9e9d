"""Importing a catalogue into the database: whole or not at all, and again without losing numbers."""

from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from storage import catalogue_import
from storage.catalogue_files import CatalogueFile
from storage.database import Connection, Database
from storage.files import FileStore
from storage.tables.catalogue import products, suppliers
from storage.tables.search import search_documents
from tests.importing.seller_files import cup, cups, picture, take_in, write_csv, write_workbook


async def ids_by_sku(database: Database) -> dict[str, int]:
    async def work(connection: Connection) -> dict[str, int]:
        return {row.sku: row.id for row in await connection.execute(select(products.c.sku, products.c.id))}

    return await database.run(work)


async def column_of(database: Database, name: str) -> list[object]:
    async def work(connection: Connection) -> list[object]:
        return list((await connection.execute(select(products.c[name]).order_by(products.c.id))).scalars())

    return await database.run(work)


async def indexed(database: Database) -> int:
    async def work(connection: Connection) -> int:
        return int(
            (await connection.execute(select(func.count()).select_from(search_documents))).scalar_one()
        )

    return await database.run(work)


async def test_a_seller_s_file_becomes_products_that_can_be_searched(
    database: Database, tmp_path: Path
) -> None:
    report = await take_in(database, write_csv(tmp_path, cups(3)))

    assert (report.added, report.changed, report.unchanged) == (3, 0, 0)
    assert await column_of(database, "title_en") == ["Cup 1", "Cup 2", "Cup 3"]
    assert await column_of(database, "tiers") == [[[50, 125_000], [500, 110_000]]] * 3
    assert await indexed(database) == 3


@pytest.mark.parametrize("place", [0, 5, 9])
async def test_one_bad_row_keeps_the_whole_file_out(database: Database, tmp_path: Path, place: int) -> None:
    rows = cups(10)
    rows[place]["moq"] = "none"

    report = await take_in(database, write_csv(tmp_path, rows))

    assert [problem.row for problem in report.check.problems] == [place + 2]
    assert await ids_by_sku(database) == {}


async def test_a_crash_in_the_middle_leaves_nothing_behind(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(catalogue_import, "index_products_read", crash)

    with pytest.raises(RuntimeError):
        await take_in(database, write_csv(tmp_path, cups(3)))

    assert await ids_by_sku(database) == {}


async def test_importing_again_keeps_numbers_and_tells_what_changed(
    database: Database, tmp_path: Path
) -> None:
    await take_in(database, write_csv(tmp_path, cups(3)))
    before = await ids_by_sku(database)

    report = await take_in(
        database, write_csv(tmp_path, [*cups(2), cup(sku="C-3", title_en="Mug"), cup(sku="C-4")])
    )

    assert (report.added, report.changed, report.unchanged) == (1, 1, 2)
    after = await ids_by_sku(database)
    assert before.items() <= after.items()
    assert (await column_of(database, "title_en"))[2] == "Mug"


async def test_an_operator_s_verification_survives_a_file_that_does_not_state_it(
    database: Database, tmp_path: Path
) -> None:
    await take_in(database, write_csv(tmp_path, cups(1)))
    verified = update(suppliers).values(qualification="verified_factory")
    await database.run(lambda connection: connection.execute(verified))

    await take_in(database, write_csv(tmp_path, [cup(phone="0574 123")]))

    async def supplier(connection: Connection) -> tuple[str, str]:
        row = (await connection.execute(select(suppliers))).one()
        return row.qualification, row.phone

    assert await database.run(supplier) == ("verified_factory", "0574 123")


async def test_a_workbook_imports_like_a_csv_file(database: Database, tmp_path: Path) -> None:
    rows = cups(600)
    path = write_workbook(tmp_path, [list(rows[0]), *(list(row.values()) for row in rows)])

    report = await take_in(database, path)

    assert (report.added, report.check.warning_count) == (600, 0)


async def test_a_picture_beside_the_file_is_kept_under_a_key_of_its_content(
    database: Database, tmp_path: Path
) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "杯子.png").write_bytes(picture())

    await take_in(database, write_csv(tmp_path, [cup(image="pictures\\杯子.png")]))

    (key,) = await column_of(database, "image")
    assert str(key).endswith(".png")
    assert await FileStore(str(tmp_path / "kept")).read(str(key)) == picture()


async def test_an_address_of_a_picture_is_kept_as_it_is(database: Database, tmp_path: Path) -> None:
    await take_in(database, write_csv(tmp_path, [cup(image="https://x.example/a.jpg")]))

    assert await column_of(database, "image") == ["https://x.example/a.jpg"]


@pytest.mark.parametrize(
    "image", ["../secret.png", "/etc/passwd", "missing.png", "link.png", "folder", "\x00.png"]
)
async def test_a_picture_outside_the_file_s_folder_is_refused(tmp_path: Path, image: str) -> None:
    seller = tmp_path / "seller"
    (seller / "folder").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(picture())
    (seller / "link.png").symlink_to(tmp_path / "secret.png")

    report = catalogue_import.try_catalogue(
        CatalogueFile(
            seller / "catalogue.csv",
            tuple(cup(image="")),
            1,
            [list(cup(image="")), list(cup(image=image).values())],
        )
    )

    assert [(problem.row, problem.column) for problem in report.check.problems] == [(2, "image")]


@pytest.mark.parametrize("content", [b"GIF89a not a picture", b"", picture("red", "BMP"), picture()[:20]])
async def test_a_file_that_is_no_picture_is_refused(
    database: Database, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.png").write_bytes(content)

    report = await take_in(database, write_csv(tmp_path, [cup(image="a.png")]))

    assert [problem.column for problem in report.check.problems] == ["image"]


@pytest.mark.parametrize(
    "cell", ["'; DROP TABLE products; --", "=cmd|' /C calc'!A0", "%s %(x)s {0} \\", "𠮷🏭", "<b>&amp;"]
)
async def test_hostile_cells_are_stored_as_the_text_they_are(
    database: Database, tmp_path: Path, cell: str
) -> None:
    await take_in(database, write_csv(tmp_path, [cup(title_en=cell, supplier=cell, sku=cell)]))

    assert await column_of(database, "title_en") == [cell]
