"""The words by which a trader's title is found."""

import pytest

from language.words import as_written, pieces, terms_of
from language.words_english import fold_word


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("bottles", "bottle"),
        ("boxes", "box"),
        ("watches", "watch"),
        ("dresses", "dress"),
        ("accessories", "accessory"),
        ("women", "woman"),
        ("knives", "knife"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("colours", "color"),
        ("lenses", "lens"),
    ],
)
def test_one_and_many_are_the_same_word(written: str, folded: str) -> None:
    assert fold_word(written) == folded
    assert fold_word(folded) == folded


def test_a_hyphenated_word_is_found_in_parts_and_whole() -> None:
    assert terms_of(pieces("Anti-Slip")) == {"anti", "slip", "antislip"}


def test_case_accents_and_possessives_do_not_matter() -> None:
    assert terms_of(pieces("CAFÉ Women’s")) == {"cafe", "woman"}


@pytest.mark.parametrize("written", ["500ml", "500 ML", "500毫升", "500 毫升", "５００ｍｌ"])
def test_a_size_is_one_word_however_written(written: str) -> None:
    assert "500ml" in terms_of(pieces(written))


def test_carats_are_not_grams() -> None:
    assert terms_of(pieces("1克拉")) == {"1", "克", "拉", "克拉"}


def test_a_model_number_is_found_by_its_digits() -> None:
    assert {"fa1676", "1676"} <= terms_of(pieces("FA1676"))


def test_chinese_is_found_by_every_character_and_pair() -> None:
    assert terms_of(pieces("手机壳")) == {"手", "机", "壳", "手机", "机壳"}


def test_traditional_script_is_the_same_title() -> None:
    assert terms_of(pieces("手機殼")) == terms_of(pieces("手机壳"))


def test_a_t_shirt_is_one_chinese_word_and_shown_as_written() -> None:
    (shirt,) = pieces("T恤")

    assert shirt.is_chinese
    assert as_written(shirt.text) == "T恤"


def test_signs_are_no_words() -> None:
    assert pieces(" %_'\"\\ ~ = * () \x00 \ud800 😀 ,。、!") == []
