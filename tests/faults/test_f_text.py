"""Part F: hostile words and numbers in every field that a person or a file can fill."""

from typing import Final

import pytest

from tests.conversations.market import Market
from tests.faults.rig import dead, on_sqlite, rest, trade_rows

NUMBERS: Final = (
    "NaN", "Infinity", "-inf", "1e3", "1e9999999", "-3", "0", "-0", "49", "1.000", "1,5",
    "99999999999999999999",
    "9" * 400, "0x10", "1_000", "½", "Ⅻ", "十億億億", "500 pcs at NaN", "500 pcs at -6.5", "500 pcs at 0",
    "0 pcs at 6.5", "-500 pcs at 6.5", "500.5 pcs at 6.5", "49 pcs at 6.5", "500 pcs at 1e3",
    "500 pcs at 6.5.5",
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
