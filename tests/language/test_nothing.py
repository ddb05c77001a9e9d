"""Answers to "anything else?" that only say no."""

import pytest

from language.nothing import says_nothing


@pytest.mark.parametrize(
    "words", ["no", "None.", "NOTHING ELSE", "No note", "无", "没有了。", "沒有備註", "ｎｏ", "-no-"]
)
def test_a_no_is_heard_in_both_languages(words: str) -> None:
    assert says_nothing(words)


@pytest.mark.parametrize("words", ["no logo", "不要木箱", "nothing but blue", "没有印标", "ok", "", "  "])
def test_what_asks_for_something_is_no_no(words: str) -> None:
    assert not says_nothing(words)
