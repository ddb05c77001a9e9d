"""A table of freight rates, as an operator and as an attacker would write it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.commands.import_rates import import_rates as command
from bot.demo import RATES
from domain.freight.exchange import Exchange
from domain.freight.rate import Basis, FreightRate, Route
from domain.money import UnitPrice
from domain.terms import Shipping
from services.importing.columns import MissingColumns
from services.importing.problems import Kind
from storage.books import books_at
from storage.catalogue_files.limits import UnknownEncoding
from storage.database import Connection, Database
from storage.rate_import import import_rates, read_rates

HEADER = "method,origin,destination,currency,per,rate,minimum,fixed,days_min,days_max,valid_until,source"
GOOD = {
    "method": "sea",
    "origin": "",
    "destination": "Germany",
    "currency": "USD",
    "per": "",
    "rate": "95.50",
    "minimum": "95.50",
    "fixed": "60",
    "days_min": "32",
    "days_max": "40",
    "valid_until": "2099-12-31",
    "source": "Fast Forwarder 2026",
}
NOW = datetime(2026, 11, 25, tzinfo=UTC)


def table(folder: Path, *rows: dict[str, str], encoding: str = "utf-8") -> Path:
    lines = [HEADER, *(",".join({**GOOD, **row}.values()) for row in rows)]
    file = folder / "rates.csv"
    file.write_bytes("\n".join(lines).encode(encoding))
    return file


async def rates_to(database: Database, country: str) -> list[FreightRate]:
    async def work(connection: Connection) -> list[FreightRate]:
        return list(await (await books_at(connection, "test")).freight.rates_to(country, NOW))

    return await database.run(work)


async def test_a_good_table_is_taken_in_and_a_second_time_nothing_is_new(
    database: Database, tmp_path: Path
) -> None:
    air = {"method": "空运", "origin": "义乌市", "destination": "欧盟", "valid_until": "2099/1/31"}
    file = table(tmp_path, {}, air, encoding="gb18030")

    first, second = await import_rates(database, file), await import_rates(database, file)

    assert (first.added, second.added, second.unchanged) == (2, 0, 2)
    assert (await rates_to(database, "DE"))[0] == FreightRate(
        route=Route(Shipping.SEA, "CN", "DE"),
        basis=Basis.CUBIC_METRE,
        price=UnitPrice.of(Decimal("95.50"), "USD"),
        minimum=9550,
        fixed=6000,
        days=(32, 40),
        valid_until=date(2099, 12, 31),
        source="Fast Forwarder 2026",
    )
    assert [each.route for each in await rates_to(database, "FR")] == [Route(Shipping.AIR, "Yiwu", "eu")]
    assert await rates_to(database, "US") == []


async def test_a_newer_rate_is_added_and_one_that_has_run_out_does_not_count(
    database: Database, tmp_path: Path
) -> None:
    await import_rates(database, table(tmp_path, {}))
    await import_rates(
        database, table(tmp_path, {"rate": "99"}, {"method": "air", "valid_until": "2026-11-24"})
    )

    found = await rates_to(database, "DE")

    assert [str(each.price.amount) for each in found] == ["95.50", "99.00"]


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("rate", "NaN", Kind.NOT_A_NUMBER),
        ("rate", "Infinity", Kind.NOT_A_NUMBER),
        ("rate", "-5", Kind.NOT_A_NUMBER),
        ("rate", "1e9", Kind.NOT_A_NUMBER),
        ("rate", "0", Kind.PRICE_OUT_OF_BOUNDS),
        ("rate", "99999999999", Kind.PRICE_OUT_OF_BOUNDS),
        ("rate", "=1+1", Kind.NOT_A_NUMBER),
        ("rate", "", Kind.MISSING),
        ("minimum", "-1", Kind.NOT_A_NUMBER),
        ("fixed", "99999999999", Kind.PRICE_OUT_OF_BOUNDS),
        ("method", "pigeon", Kind.UNKNOWN_WORD),
        ("destination", "Atlantis", Kind.NOT_A_PLACE),
        ("destination", "China", Kind.NOT_A_PLACE),
        ("origin", "Rotterdam", Kind.NOT_A_PLACE),
        ("currency", "XYZ", Kind.UNKNOWN_WORD),
        ("per", "pound", Kind.UNKNOWN_WORD),
        ("days_max", "12", Kind.OUT_OF_BOUNDS),
        ("days_min", "0", Kind.OUT_OF_BOUNDS),
        ("valid_until", "31.12.2026", Kind.NOT_A_DAY),
        ("valid_until", "2026-02-30", Kind.NOT_A_DAY),
        ("source", "=HYPERLINK(0)", Kind.FORMULA),
        ("source", "x" * 200, Kind.TOO_LONG),
        ("source", "a,b", Kind.TOO_MANY_CELLS),
    ],
)
def test_a_bad_cell_refuses_the_whole_table_and_is_named(
    tmp_path: Path, column: str, value: str, kind: Kind
) -> None:
    report = read_rates(table(tmp_path, {}, {"method": "air", column: value}))

    assert [(each.row, each.kind) for each in report.check.problems] == [(3, kind)]


def exchanges(folder: Path, *lines: str) -> Path:
    file = folder / "exchanges.csv"
    file.write_text("\n".join(["from,to,rate,as_of,source", *lines]), encoding="utf-8")
    return file


async def test_the_newest_exchange_rate_of_a_pair_counts_either_way(
    database: Database, tmp_path: Path
) -> None:
    async def known(connection: Connection) -> Exchange | None:
        return await (await books_at(connection, "test")).freight.exchange("USD", "CNY")

    first = await import_rates(database, exchanges(tmp_path, "usd,RMB,7.1,2026-11-01,Bank of Ningbo"))
    again = await import_rates(database, exchanges(tmp_path, "usd,RMB,7.1,2026-11-01,Bank of Ningbo"))
    await import_rates(database, exchanges(tmp_path, "CNY,USD,0.125,2026-11-20,Bank of Ningbo"))

    assert (first.added, again.unchanged) == (1, 1)
    assert await database.run(known) == Exchange(
        "CNY", "USD", Decimal("0.125"), date(2026, 11, 20), "Bank of Ningbo"
    )


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("USD,USD,7,2026-11-01,Bank", "to"),
        ("USD,XYZ,7,2026-11-01,Bank", "to"),
        ("USD,EUR,NaN,2026-11-01,Bank", "rate"),
        ("USD,EUR,0,2026-11-01,Bank", "rate"),
        ("USD,EUR,0.0000000001,2026-11-01,Bank", "rate"),
        ("USD,EUR,7,yesterday,Bank", "as_of"),
        ("USD,EUR,7,2026-11-01,@Bank", "source"),
        ("CNY,USD,7,2026-11-01,Bank", "from"),
    ],
)
def test_a_bad_exchange_rate_refuses_the_table(tmp_path: Path, line: str, column: str) -> None:
    report = read_rates(exchanges(tmp_path, "USD,CNY,7,2026-11-01,Bank", line))

    assert [(each.row, each.column) for each in report.check.problems] == [(3, column)]


def test_one_route_stands_once_in_a_table(tmp_path: Path) -> None:
    report = read_rates(table(tmp_path, {}, {"destination": "德国", "rate": "97"}))

    assert [(each.kind, each.limit) for each in report.check.problems] == [(Kind.REPEATED_RATE, "2")]


@pytest.mark.parametrize(
    ("write", "refusal"),
    [
        (lambda file: file.write_bytes(b"method,destination\nsea,DE\n"), MissingColumns),
        (lambda file: file.write_bytes(HEADER.encode() + b"\n\xff\xff\xff\n"), UnknownEncoding),
    ],
)
def test_what_is_no_table_is_refused(
    tmp_path: Path, write: Callable[[Path], object], refusal: type[Exception]
) -> None:
    write(tmp_path / "rates.csv")

    with pytest.raises(refusal):
        read_rates(tmp_path / "rates.csv")


def test_the_command_line_tells_what_it_did_and_what_to_mend(tmp_path: Path) -> None:
    where = ["--database-url", f"sqlite:///{tmp_path / 'yijia.db'}"]
    good = CliRunner().invoke(command, [str(RATES), *where])
    bad = CliRunner().invoke(command, [str(table(tmp_path, {"rate": "NaN"})), *where])
    absent = CliRunner().invoke(command, [str(tmp_path / "nowhere.csv"), *where])

    assert (good.exit_code, bad.exit_code, absent.exit_code) == (0, 1, 1)
    assert "0 as before" in good.stdout
    assert "Row 2: rate should be a plain number" in bad.stderr
    assert "Nothing was imported" in bad.stdout
    assert "No such file" in absent.output
