"""How a buyer narrows a search."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.catalogue import Qualification
from services.searching import Filters, SearchQuery, Sort
from tests.views.goods import CHINESE, ENGLISH, words_on
from views.reader import Reader
from views.search_filters import (
    Asked,
    filters,
    moq_filter,
    origin_filter,
    price_filter,
    qualification_filter,
    sorts,
)

FREE = Asked("abcd1234", SearchQuery("yoga"), 12)
NARROW = Asked(
    "abcd1234",
    SearchQuery("yoga", Filters(50, Decimal(5), None, "CNY", "Zhejiang", Qualification.TRUSTPASS), Sort.MOQ),
    3,
)


def test_filters_stand_by_the_words_of_the_glossary() -> None:
    assert words_on(filters(ENGLISH, NARROW).rows) == [
        "MOQ", "Price", "Origin", "Qualification", "Clear", "◀ Back",
    ]  # fmt: skip
    assert words_on(filters(CHINESE, NARROW).rows) == ["起订量", "价格", "产地", "资质", "清除", "◀ 返回"]


def test_nothing_can_be_cleared_where_nothing_is_set() -> None:
    assert "Clear" not in words_on(filters(ENGLISH, FREE).rows)


def test_a_filter_that_is_set_can_be_taken_back_alone() -> None:
    assert "Any" in words_on(moq_filter(ENGLISH, NARROW).rows)
    assert "Any" not in words_on(moq_filter(ENGLISH, FREE).rows)


def test_prices_are_offered_as_ranges_open_at_both_ends() -> None:
    words = words_on(price_filter(ENGLISH, FREE).rows)

    assert words[:2] == ["up to CN¥5.00", "CN¥5.00 – CN¥20.00"]
    assert "from CN¥100.00" in words


def test_where_currencies_are_compared_the_rates_are_called_approximate() -> None:
    for screen in (price_filter, sorts):
        assert "approximate exchange rates" in screen(ENGLISH, FREE).text
        assert "大致汇率" in screen(CHINESE, FREE).text


@pytest.mark.parametrize(
    ("reader", "nothing_passes", "nobody_says"),
    [
        (ENGLISH, "Nothing passes your other filters", "None of these suppliers states"),
        (CHINESE, "没有商品符合其他筛选条件", "没有注明产地"),
    ],
)
def test_why_there_is_no_origin_to_choose_is_said(
    reader: Reader, nothing_passes: str, nobody_says: str
) -> None:
    assert nothing_passes in origin_filter(reader, replace(FREE, count=0), []).text
    assert nobody_says in origin_filter(reader, replace(FREE, count=3), []).text


def test_origins_are_offered_with_their_counts() -> None:
    origins = [("Zhejiang", 1200), ("Guangdong", 3)]

    assert words_on(origin_filter(CHINESE, FREE, origins).rows)[:2] == ["浙江（1,200）", "广东（3）"]


def test_a_place_too_long_for_a_button_is_left_out() -> None:
    assert words_on(origin_filter(ENGLISH, FREE, [("某" * 20, 1), ("a:b", 1)]).rows) == ["◀ Back"]


def test_every_standing_can_be_asked_for() -> None:
    assert words_on(qualification_filter(ENGLISH, FREE).rows)[:3] == [
        "✅ verified factory", "🔷 TrustPass", "unverified",
    ]  # fmt: skip


def test_the_present_order_is_marked() -> None:
    assert words_on(sorts(ENGLISH, NARROW).rows) == ["Relevance", "Price", "✔ MOQ", "◀ Back"]
