"""Whatever is typed, the reader answers, keeps the bounds of the trade and never explodes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import UnitPrice
from domain.quantity import Quantity, Unit
from domain.terms import TermsDraft
from language.clean import clean
from language.offer import read_offer
from language.pieces import pieces
from language.reading import Context, Intent
from language.scan import scan

CONTEXT = Context("CNY", Unit.PIECE, listed=Decimal(12), previous=Decimal(11), number_is_price=True)
WORDS = [
    *[
        "500",
        "12.5",
        "1.000",
        "1,5",
        "五百",
        "两块八",
        "12块5",
        "半",
        "一",
        "个",
        "件",
        "pcs",
        "each",
        "per",
        "at",
        "for",
        "$",
        "¥",
        "元",
        "毛",
        "折",
        "成",
        "%",
        "deposit",
        "定金",
    ],
    *[
        "days",
        "天",
        "起",
        "MOQ",
        "by",
        "sea",
        "海运",
        "to",
        "到",
        "-",
        "/",
        "x",
        "off",
        "不行",
        "ok",
        "deal",
        ",",
        ".",
        "?",
        "k",
        "万",
        "1e9",
        "A4",
        "dozen",
        "of",
        "total",
        "总价",
        "²",
        "٣",
        "百",
    ],
    "\n",
]
LONGEST = 4096
BUILDING_BLOCKS = [
    *[
        "1",
        "1,",
        "1.",
        "1,234",
        "12块5",
        "一",
        "百",
        "半",
        "$",
        "-1",
        "1-",
        "a1",
        "1x",
        "A4,",
        "1/2",
        "1:2",
        "12元到13元",
        "二三百",
        "的",
        "(",
        "'",
        "a'",
        "😀",
    ],
    *("1 ", "a ", "at 1 ", "how about ", "500个 12块5 15天发货 ", "30% deposit, ", "1e1 ", "\n"),
]


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    reading = read_offer(clean(text), CONTEXT)

    assert reading.intent in Intent


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from(["", " "]))
def test_any_heap_of_trade_words_is_answered(words: list[str], gap: str) -> None:
    line = gap.join(words)

    reading = read_offer(line, CONTEXT)

    assert reading.intent in Intent
    assert all(part in line for part in reading.rest.split(", ")) or "," in line


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_a_line_with_a_doubt_is_never_an_acceptance(words: list[str]) -> None:
    reading = read_offer(" ".join(words), CONTEXT)

    assert not (reading.doubts and reading.intent is Intent.ACCEPT)


@pytest.mark.parametrize("block", BUILDING_BLOCKS)
def test_the_longest_message_takes_steps_in_proportion_to_its_length(block: str) -> None:
    line = (block * LONGEST)[:LONGEST]

    read_offer(line, CONTEXT)

    assert len(pieces(line)) <= LONGEST
    assert len(scan(line)) <= 2 * LONGEST


@pytest.mark.parametrize(
    "line", ["{} pcs at {} yuan, {} days", "{}个,每个{}元,{}天发货", "{:,} pcs, RMB {} each, {} days"]
)
@given(st.integers(2, 9999), st.decimals("0.01", 999, places=2), st.integers(1, 365))
def test_a_plain_offer_is_read_back(line: str, count: int, price: Decimal, days: int) -> None:
    reading = read_offer(line.format(count, price, days), Context("CNY"))

    assert reading.terms == TermsDraft(
        quantity=Quantity(count), unit_price=UnitPrice.of(price, "CNY"), lead_time_days=days
    )
    assert reading.doubts == ()


def test_a_ladder_dearer_in_bulk_is_doubted_and_never_an_error() -> None:
    reading = read_offer("50:12.5;500:13", CONTEXT)

    assert (reading.terms.tiers, len(reading.doubts)) == ((), 1)
