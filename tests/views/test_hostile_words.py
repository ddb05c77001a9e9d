"""Whatever people and files write, every screen shows it as plain words between its own markup."""

from typing import Final

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from domain.carriers import MAX_CARRIER_LENGTH
from playground.entities import html
from tests.views.deals import offered
from tests.views.goods import CHINESE, ENGLISH, TRADITIONAL
from tests.views.wordy import listed, screens
from tests.views.wordy_comparison import compared
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


def hostile(most: int) -> st.SearchStrategy[str]:
    """Words of at most so many fragments."""
    fragments = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=most)
    words = fragments.map(lambda parts: f"q{''.join(parts)}q")
    return words.filter(lambda each: len(each) <= MAX_CARRIER_LENGTH)  # longer ones are cut


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE, TRADITIONAL])
@settings(max_examples=25)
@given(words=hostile(4))
def test_hostile_words_stand_where_harmless_ones_would(reader: Reader, words: str) -> None:
    for usual, shown in zip(screens(reader, HARMLESS), screens(reader, words), strict=True):
        text, markup = read(usual)

        assert read(shown) == (text.replace(HARMLESS, words), markup)


@pytest.mark.parametrize("reader", [ENGLISH, CHINESE, TRADITIONAL])
@settings(max_examples=25)
@given(words=hostile(2))  # names are cut where suppliers stand side by side
def test_hostile_names_of_suppliers_side_by_side_do_no_more(reader: Reader, words: str) -> None:
    usual, shown = (compared(reader, listed(each), offered(note=each), each) for each in (HARMLESS, words))

    for harmless, hostile_one in zip(usual, shown, strict=True):
        text, markup = read(harmless)
        assert read(hostile_one) == (text.replace(HARMLESS, words), markup)


def read(screen: Screen) -> tuple[str, list[str]]:
    """The text as people see it, and what marks its parts."""
    text, entities = html.parse(screen.text)
    return text, [entity["type"] for entity in entities]
