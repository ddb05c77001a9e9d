"""Foreign text is made safe at the door, and keeps what a person sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.clean import clean
from language.fold import fold
from language.script import to_simplified, to_traditional


@pytest.mark.parametrize(
    ("foreign", "cleaned"),
    [
        ("price \u202e001", "price 001"),
        ("a\x00b", "ab"),
        ("a\ud800b", "ab"),
        ("one\r\ntwo", "one\ntwo"),
        ("a\tb", "a b"),
        ("1\u200b00", "100"),
        ("\u2066LRI\u2069 \u200fRLM", "LRI RLM"),
        ("cafe\u0301", "café"),
        ("\x1b[31mred\x7f", "[31mred"),
        ("👩\u200d🔧", "👩\u200d🔧"),
        ("五百個", "五百個"),
    ],
)
def test_what_hides_or_breaks_is_dropped(foreign: str, cleaned: str) -> None:
    assert clean(foreign) == cleaned


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)

    assert clean(once) == once
    assert once.encode().decode() == once


@given(st.text(max_size=200))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_both_scripts_turn_into_each_other() -> None:
    assert to_simplified("五百個,兩塊八,發貨") == "五百个,两块八,发货"
    assert to_traditional("五百个,两块八,发货") == "五百個,兩塊八,發貨"
    assert to_traditional("刚才请核对为准") == "剛才請核對為準"
