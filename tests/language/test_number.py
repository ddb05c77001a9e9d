"""A number typed into a form field is read strictly, or asked about, or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.doubt import (
    NotANumber,
    NotPositive,
    NotWhole,
    OutOfBounds,
    RangeGiven,
    Term,
    TooLong,
    TwoReadings,
)
from language.number import read_count, read_decimal

COUNTS = {
    "500": 500, "1,250": 1250, "1,234,567": 1_234_567, " 12 ": 12, "2k": 2000, "1.5k": 1500, "2 k": 2000,
    "５００": 500,
    "٥٠٠": 500, "५००": 500, "๕๐๐": 500, "௫௦௦": 500, "۵۰۰": 500, "৫০০": 500, "၅၀၀": 500, "៥០០": 500,
    "一": 1, "两": 2, "十": 10, "十五": 15, "二十": 20, "廿五": 25, "卅": 30, "一百": 100, "一百二": 120,
    "一百二十": 120, "一百零二": 102, "两百五": 250, "三千六": 3600, "一万二": 12_000, "一万零五十": 10_050,
    "两万五千": 25_000, "2万5": 25_000, "2万": 20_000, "1.5万": 15_000, "3千": 3000, "2万500": 20_500,
    "十二万": 120_000, "一百万": 1_000_000, "五零零": 500, "二〇二四": 2024, "壹佰": 100, "贰佰伍拾": 250,
    "壹萬貳仟": 12_000, "兩百五": 250, "1.0": 1,
}  # fmt: skip

DECIMALS = {
    "12.5": "12.5", "0.235": "0.235", "0.85": "0.85", "1234.567": "1234.567", "1,250.5": "1250.5",
    "十二点五": "12.5", "零点八五": "0.85", "１２．５": "12.5", "2.5k": "2500", "12.3456": "12.3456",
}  # fmt: skip

NO_NUMBERS = [
    *[
        "abc",
        "NaN",
        "nan",
        "Infinity",
        "inf",
        "1e9",
        "1E3",
        "0x10",
        "1_000",
        "１_0",
        "²",
        "5²",
        "½",
        "①",
        "Ⅷ",
        "1٢3",
        "1٫5",
        "¥12",
        "12元",
    ],
    *["1.2.3", "1,2345", "1,000,00", "1.000.000", "1.234,5", "1'000", "--5", "+5", "5-", "12.", ".5", ",5"],
    *["百", "万", "一百百", "十百", "半", "百二十", "一点"],
    *("", "1 000", "500 pcs"),
]


@pytest.mark.parametrize(("typed", "count"), COUNTS.items())
def test_a_count_is_read(typed: str, count: int) -> None:
    assert read_count(typed) == count


@pytest.mark.parametrize(("typed", "amount"), DECIMALS.items())
def test_a_price_is_read(typed: str, amount: str) -> None:
    assert read_decimal(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert isinstance(read_decimal(typed), NotANumber)
    assert not isinstance(read_count(typed), int)


@pytest.mark.parametrize("typed", ["-3", "-0.5", "− 3", "－３", "0", "0.00", "零"])
def test_nought_and_less_are_refused_as_such(typed: str) -> None:
    assert isinstance(read_decimal(typed), NotPositive)


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("1.000", "1.000", "1000"),
        ("12.500", "12.500", "12500"),
        ("1,5", "1.5", "15"),
        ("1,50", "1.50", "150"),
    ],
)
def test_two_readings_are_both_offered(typed: str, first: str, second: str) -> None:
    doubt = read_decimal(typed)

    assert doubt == TwoReadings(Term.UNIT_PRICE, Decimal(first), Decimal(second))


@pytest.mark.parametrize(
    ("typed", "least", "most"),
    [("七八百", 700, 800), ("二十一二", 21, 22), ("两三", 2, 3), ("三四千", 3000, 4000)],
)
def test_an_inexact_numeral_is_a_range(typed: str, least: int, most: int) -> None:
    assert read_count(typed) == RangeGiven(Term.QUANTITY, Decimal(least), Decimal(most))


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("10000001", Term.QUANTITY),
        ("一亿", Term.QUANTITY),
        ("366", Term.LEAD_TIME),
        ("101", Term.DEPOSIT),
        ("10000000.01", Term.UNIT_PRICE),
        ("0.00001", Term.UNIT_PRICE),
    ],
)
def test_a_number_beyond_its_bounds_is_refused(typed: str, term: Term) -> None:
    assert isinstance(read_decimal(typed, term), OutOfBounds)


def test_a_fraction_of_a_piece_is_refused() -> None:
    assert read_count("2.5") == NotWhole(Term.QUANTITY, Decimal("2.5"))


@pytest.mark.parametrize("typed", ["9" * 19, "9" * 5000, "一" * 5000, "1" + "," * 4000])
def test_endless_digits_are_refused_before_any_arithmetic(typed: str) -> None:
    assert read_decimal(typed) == TooLong(18)


@given(st.integers(1, 9_999_999))
def test_a_count_written_plainly_or_with_commas_is_read_back(count: int) -> None:
    assert read_count(str(count)) == count
    assert read_count(f"{count:,}") == count


@given(st.decimals("0.01", 9_999_999, places=2))
def test_a_price_written_plainly_or_with_commas_is_read_back(price: Decimal) -> None:
    assert read_decimal(str(price)) == price
    assert read_decimal(f"{price:,}") == price


@given(st.integers(1, 99_999_999))
def test_a_chinese_numeral_is_read_back(count: int) -> None:
    value = read_count(in_chinese(count), Term.UNIT_PRICE)

    assert value == count or isinstance(value, TooLong | OutOfBounds)


@given(st.text())
def test_no_text_breaks_the_form(text: str) -> None:
    value = read_count(text)

    assert not isinstance(value, int) or 1 <= value <= 10_000_000


def in_chinese(count: int) -> str:
    """The full numeral: 10203 is 一万零二百零三."""
    if count >= 10_000:
        rest = count % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return in_chinese(count // 10_000) + "万" + gap + (in_chinese(rest) if rest else "")
    return _section(count)


def _section(count: int) -> str:
    text, is_gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, count = divmod(count, power)
        if digit:
            text += ("零" if is_gap and text else "") + "零一二三四五六七八九"[digit] + unit
        is_gap = not digit
    return text
