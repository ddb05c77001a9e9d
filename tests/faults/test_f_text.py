"""Part F: hostile words and numbers in every field that a person or a file can fill."""

import csv
from pathlib import Path
from typing import Any, Final

import pytest

from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport
from storage.database import open_database
from storage.files import FileStore
from tests.conversations.market import CATALOGUE, Market
from tests.faults.rig import dead, on_sqlite, rest, said, trade_rows

HOSTILE: Final = (
    "<b>&amp;</i>\"'",
    '<a href="tg://user?id=1">x</a>',
    "*_[a](b)~`|{}#",
    "{0.__class__}%(x)s%s{}",
    "\u202eevil\u2066 right",
    "abdo <",
    "</code></pre><!--",
    "\x00nul\x1b[31m",
    "\U0001f469\u200d\U0001f467" * 30,
)
NUMBERS: Final = (
    "NaN", "Infinity", "-inf", "1e3", "1e9999999", "-3", "0", "-0", "49", "1.000", "1,5", "99999999999999999999",
    "9" * 400, "0x10", "1_000", "½", "Ⅻ", "十億億億", "500 pcs at NaN", "500 pcs at -6.5", "500 pcs at 0",
    "0 pcs at 6.5", "-500 pcs at 6.5", "500.5 pcs at 6.5", "49 pcs at 6.5", "500 pcs at 1e3", "500 pcs at 6.5.5",
    "500 pcs at 99999999999999", "500 pcs at 6.5 USD", "500 kg at 6.5", "500 pcs at 6.5, -15 days",
    "500 pcs at 6.5, 99999 days", "500 pcs at 6.5, 130% deposit",
)  # fmt: skip


@on_sqlite
async def test_no_number_that_is_none_or_breaks_a_rule_becomes_an_offer(market: Market) -> None:
    ann = market.ann
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("Ceramic coffee mug", "MOQ")).id)

    for words in NUMBERS:
        page = await ann.sees("Ceramic coffee mug", "Price per piece")
        await ann.presses("Negotiate", on=page.id)
        await ann.types(words)
        await rest(market, market.settings.database_url)
        shown = (await ann.chat())[-1]
        assert shown.text
        assert "Nothing is sent yet" not in shown.text or "½" in words or "," in words, (words, shown.text)

    assert (await trade_rows(market.settings.database_url))["negotiations"] == 0
    assert await dead(market.settings.database_url) == (0, 0)


@pytest.mark.parametrize(
    ("written", "meant"), [("1,5", "1.50"), ("6,50", "6.50"), ("١٢٫٥", "12.5"), ("１２．５", "12.5")]
)
@on_sqlite
async def test_a_price_is_never_multiplied_by_ten_in_silence(
    market: Market, written: str, meant: str
) -> None:
    ann = market.ann
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("Ceramic coffee mug", "MOQ")).id)
    await ann.presses("Negotiate", on=(await ann.sees("Price per piece")).id)
    await ann.sees("How many?")
    await ann.types("500")
    await ann.sees("Which unit price")

    await ann.types(written)
    await rest(market, market.settings.database_url)

    shown = (await ann.chat())[-1]
    is_taken = "How many days" in shown.text
    assert not is_taken or meant in shown.text, shown.text


async def spoilt_catalogue(market: Market, words: str, folder: Path) -> None:
    """One more product of Ningbo Cups, hostile in each of its words."""
    with CATALOGUE.open(encoding="utf-8") as lines:
        row = next(csv.DictReader(lines))
    hostile: dict[str, Any] = {
        **row,
        "sku": "NB-9",
        "title_en": f"zeppelin {words}",
        "title_zh": f"飞艇 {words}",
        "specs": f"colour={words.replace('=', '').replace(';', '').replace('|', '')}",
        "description_en": f"{words} " * 10,
        "description_zh": f"{words} " * 10,
        "customization": words,
        "price_tiers": "50:8.00;500:6.80",
        "moq": "50",
    }
    file = folder / "hostile.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(hostile))
        writer.writeheader()
        writer.writerow({name: str(value).replace("\x00", "") for name, value in hostile.items()})
    async with open_database(market.settings.database_url) as database:
        report = await CatalogueImport(database, FileStore(market.settings.files_url)).run(
            open_catalogue(file)
        )
    assert not report.check.problem_count, report


async def complaints(market: Market) -> list[Any]:
    """What Telegram refused, and what it passed over."""
    return [
        (each["method"], each["outcome"], each["params"])
        for each in await said(market, "*")
        if isinstance(each["outcome"], dict)
    ]
