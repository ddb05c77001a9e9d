"""Texts that must fit into what Telegram carries."""

import pytest

from views.fitting import shortened, units, visible_length
from views.markup import Html


def test_a_short_text_stays_as_it_is() -> None:
    assert shortened("yoga pants", 10) == "yoga pants"


def test_a_long_text_ends_between_words() -> None:
    assert shortened("high waist yoga pants", 16) == "high waist yoga…"


def test_a_run_without_spaces_is_cut_anywhere() -> None:
    assert shortened("高腰瑜伽裤女提臀", 5) == "高腰瑜伽…"


@pytest.mark.parametrize("most", range(0, 9))
def test_emoji_count_twice_and_are_never_halved(most: int) -> None:
    assert units(shortened("🧵🧵🧵🧵🧵", most)) <= most


def test_markup_does_not_count() -> None:
    assert visible_length(Html("<b>a &lt; b</b> 🧵")) == len("a < b ") + 2
