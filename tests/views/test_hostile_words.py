"""Whatever people and files write, every screen shows it as plain words between its own markup."""

from typing import Final

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from playground.entities import html
from tests.views.goods import CHINESE, ENGLISH, TRADITIONAL
from tests.views.wordy import screens
from views.reader import Reader
from views.screen import Screen

HARMLESS: Final = "qqqq"
# Short, or four of them would not fit under a picture and be cut.
FRAGMENTS: Final = (
    "<b>", "</b>", "<", ">", "&", "&lt;", "&amp;", "&#60;", '"', "'", "</blockquote>", "</pre>", "<!--",
    '<a href="tg:">', "<tg-spoiler>", "*", "_", "[x](y)", "~", "`", "#", "+", "-", "=", "|", ".",
    "!", "{", "}", "{}", "{0.__class__}", "{title}", "{number}", "%", "%s", "%(x)s", "%(count)d", "$x",
    "\\", "\\n", "(", "]",
)  # fmt: skip
hostile = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4).map(
    lambda parts: f"q{''.join(parts)}q"
)


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE, TRADITIONAL])
@settings(max_examples=25, deadline=None)
@given(words=hostile)
def test_hostile_words_stand_where_harmless_ones_would(reader: Reader, words: str) -> None:
    for usual, shown in zip(screens(reader, HARMLESS), screens(reader, words), strict=True):
        text, markup = read(usual)

        assert read(shown) == (text.replace(HARMLESS, words), markup)


def read(screen: Screen) -> tuple[str, list[str]]:
    """The text as people see it, and what marks its parts."""
    text, entities = html.parse(screen.text)
    return text, [entity["type"] for entity in entities]
