"""What a buyer sees of a search."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from domain.catalogue import Qualification
from domain.people import Side
from services.searching import Filters, SearchPage, SearchQuery, Sort
from tests.views.goods import CHINESE, ENGLISH, pants, words_on
from views.search import Found, results

FOUND = Found(
    "abcd1234",
    SearchQuery("yoga pants"),
    SearchPage((7, 8), 12, 2, ("yoga", "pants")),
    (pants(), pants(id=8)),
)


def with_page(**different: Any) -> Found:
    return replace(FOUND, page=replace(FOUND.page, **different))


def test_results_say_how_many_there_are_and_where_one_stands() -> None:
    text = results(ENGLISH, FOUND).text

    assert "<b>yoga pants</b>: 12 products" in text
    assert "Page 2 of 3" in text


def test_each_result_shows_price_moq_place_and_standing() -> None:
    listed = "1. <b>瑜伽裤</b>\n¥12.50/件，量大低至¥11.00 · 起订量50件\n✅ 认证工厂 · 📍 浙江义乌"

    assert listed in results(CHINESE, FOUND).text


def test_buttons_number_the_results_and_turn_pages() -> None:
    words = words_on(results(ENGLISH, FOUND).rows)

    assert words == ["1", "2", "◀", "▶", "Filters", "Sort", "◀ Back"]


def test_the_first_page_cannot_be_turned_back_and_the_last_not_on() -> None:
    assert "◀" not in words_on(results(ENGLISH, with_page(page=1)).rows)
    assert "▶" not in words_on(results(ENGLISH, with_page(page=3)).rows)


def test_words_that_were_left_out_are_named() -> None:
    screen = results(ENGLISH, with_page(dropped=("flurb",), suggestions=("fleur pants",)))

    assert "left out: <s>flurb</s>" in screen.text
    assert "🔎 fleur pants" in words_on(screen.rows)


def test_whose_words_were_hardly_a_search_reads_how_to_write_to_the_other_side() -> None:
    found, nothing = with_page(dropped=("hello",)), with_page(product_ids=(), count=0)

    for page in (found, nothing):
        assert "reply to the card itself" in results(ENGLISH, replace(page, talks_as=Side.SELLER)).text
        assert "To write to a seller" in results(ENGLISH, replace(page, talks_as=Side.BUYER)).text
        assert "reply to the card" not in results(ENGLISH, page).text


def test_filters_and_order_stand_above_the_results() -> None:
    asked = Filters(50, Decimal(5), Decimal(20), "CNY", "Zhejiang", Qualification.VERIFIED_FACTORY)
    text = results(ENGLISH, replace(FOUND, query=SearchQuery("yoga", asked, Sort.PRICE))).text

    assert "MOQ ≤ 50 · price CN¥5.00 – CN¥20.00 · 📍 Zhejiang · ✅ verified factory · cheapest first" in text


def test_nothing_found_offers_the_nearest_words() -> None:
    nothing = Found("abcd1234", SearchQuery("botle"), SearchPage(suggestions=("bottle",)), ())
    screen = results(ENGLISH, nothing)

    assert "Nothing found for <b>botle</b>" in screen.text
    assert words_on(screen.rows) == ["🔎 bottle", "◀ Back"]


def test_filters_that_nothing_passes_can_be_cleared() -> None:
    narrow = SearchQuery("yoga", Filters(moq_at_most=1))
    screen = results(ENGLISH, Found("abcd1234", narrow, SearchPage(unfiltered=12), ()))

    assert "Without them there are 12 products." in screen.text
    assert words_on(screen.rows) == ["Clear", "Filters", "◀ Back"]


def test_a_query_typed_as_markup_stays_words() -> None:
    typed = Found("abcd1234", SearchQuery("<b>&"), SearchPage(), ())

    assert "&lt;b&gt;&amp;" in results(ENGLISH, typed).text
