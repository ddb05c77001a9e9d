"""Places by both their names."""

import pytest

from domain.people import Language
from domain.places import CITIES, PROVINCES, place_key, place_name


@pytest.mark.parametrize("written", ["义乌市", "义乌", "Yiwu", "yiwu city", " YIWU "])
def test_a_city_is_known_however_it_is_written(written: str) -> None:
    assert place_key(written) == "Yiwu"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("广西壮族自治区", "Guangxi"),
        ("浙江省", "Zhejiang"),
        ("上海市", "Shanghai"),
        ("中市", "中市"),
        ("", ""),
    ],
)
def test_provinces_are_known_and_unknown_places_stay(written: str, key: str) -> None:
    assert place_key(written) == key


def test_every_place_is_shown_in_the_reader_s_language() -> None:
    assert place_name("Yiwu", Language.CHINESE) == "义乌"
    assert place_name("Yiwu", Language.ENGLISH) == "Yiwu"
    assert all(place_key(place_name(key, Language.CHINESE)) == key for key in CITIES | PROVINCES)
