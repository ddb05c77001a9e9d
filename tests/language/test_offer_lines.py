"""One line of a wholesale offer fills the form: the tables of lines in both languages."""

from datetime import date
from decimal import Decimal

import pytest

from domain.people import Side
from domain.quantity import Unit
from language.offer import read_offer
from language.reading import Context, Intent
from tests.language.offer_table import rows, written

PIECES_IN_YUAN = Context("CNY", side=Side.BUYER, today=date(2026, 11, 25))


@pytest.mark.parametrize(("line", "meaning"), rows("offers.tsv"))
def test_a_line_is_read_into_its_terms(line: str, meaning: str) -> None:
    reading = read_offer(line, PIECES_IN_YUAN)

    assert written(reading) == meaning


@pytest.mark.parametrize(("line", "meaning"), rows("doubts.tsv"))
def test_two_readings_become_a_question_and_never_a_guess(line: str, meaning: str) -> None:
    reading = read_offer(line, PIECES_IN_YUAN)

    assert written(reading) == meaning


@pytest.mark.parametrize(("line", "answer"), rows("intents.tsv"))
def test_the_intent_of_a_line_is_heard(line: str, answer: str) -> None:
    line, previous = line.split(" <- ") if " <- " in line else (line, "")
    context = Context("CNY", previous=Decimal(previous) if previous else None)

    reading = read_offer(line, context)

    assert reading.intent == answer


def test_a_number_alone_is_a_price_when_it_answers_an_offer() -> None:
    reading = read_offer("12.5", Context("CNY", number_is_price=True))

    assert written(reading) == "12.5 CNY"
    assert reading.intent is Intent.OFFER


def test_a_number_of_quite_another_size_is_asked_about() -> None:
    near_twelve = Context("CNY", listed=Decimal("12"), number_is_price=True)

    assert written(read_offer("11.5", near_twelve)) == "11.5 CNY"
    assert written(read_offer("2000", near_twelve)) == "price or quantity: 2000"


def test_a_sum_that_fits_in_one_reading_only_is_not_asked_about() -> None:
    near_twelve = Context("CNY", listed=Decimal("12"))

    assert written(read_offer("500 pcs for 6000", near_twelve)) == "500 piece; 12 CNY; total 6000 CNY"
    assert written(read_offer("500 pcs for 11", near_twelve)) == "500 piece; 11 CNY"
    assert written(read_offer("500个6250", near_twelve)) == "500 piece; 12.5 CNY; total 6250 CNY"
    assert written(read_offer("500个 6000元", near_twelve)) == "500 piece; 12 CNY; total 6000 CNY"


@pytest.mark.parametrize(("currency", "read_as"), [("AUD", "AUD"), ("CNY", "USD"), ("USD", "USD")])
def test_a_dollar_sign_is_the_products_own_dollar(currency: str, read_as: str) -> None:
    reading = read_offer("500 pcs at $2.35", Context(currency))

    assert reading.price is not None
    assert reading.price.currency == read_as


def test_a_yen_sign_is_yuan_unless_the_product_is_priced_in_yen() -> None:
    assert written(read_offer("¥1200", Context("JPY"))) == "1200 JPY"
    assert written(read_offer("¥1200", Context("USD"))) == "1200 CNY"


def test_a_bare_unit_word_means_the_products_own_unit() -> None:
    reading = read_offer("500个,每个12元", Context("CNY", Unit.PAIR))

    assert written(reading) == "500 pair; 12 CNY"


def test_metres_count_when_the_goods_are_sold_by_the_metre() -> None:
    cloth = Context("CNY", Unit.METRE)

    assert written(read_offer("800米,每米6块5", cloth)) == "800 metre; 6.5 CNY"
    assert written(read_offer("800 metres at 6.5", cloth)) == "800 metre; 6.5 CNY"


@pytest.mark.parametrize("line", ["500 pcs at 6.5 yuan", "500件,每件6.5元", "500 sheets, 6.5 yuan a piece"])
def test_a_sheet_is_also_called_a_piece(line: str) -> None:
    assert written(read_offer(line, Context("CNY", Unit.SHEET))) == "500 sheet; 6.5 CNY"


def test_a_dozen_price_is_divided_when_it_divides_evenly() -> None:
    assert written(read_offer("$24 per dozen, 240 pcs", PIECES_IN_YUAN)) == "240 piece; 2 USD"
    assert written(read_offer("20 dozen, $2 per piece", PIECES_IN_YUAN)) == "240 piece; 2 USD"


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("500 pcs at 12.5 yuan, 15 days", ""),
        ("500 pcs at 12.5 yuan, packed in blue paper", "packed in blue paper"),
        ("500个,12块5,用红色纸包", "用红色纸包"),
        ("500 pcs, 12.5 yuan, call 13812345678", "call 13812345678"),
    ],
)
def test_what_is_not_understood_is_kept_word_for_word(line: str, rest: str) -> None:
    assert read_offer(line, PIECES_IN_YUAN).rest == rest


def test_a_list_of_many_figures_is_no_offer() -> None:
    price_list = "\n".join(f"{count} pcs at 12 yuan" for count in range(100, 140))

    reading = read_offer(price_list, PIECES_IN_YUAN)

    assert written(reading) == "-"
