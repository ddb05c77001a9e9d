"""What a title names, by which other suppliers' products are found."""

import pytest

from services.comparing.matching import named


@pytest.mark.parametrize(
    ("title", "thing"),
    [
        ("Steel water bottle 500 ml, keeps cold 24 h", "Steel water bottle 500 ml"),
        ("不锈钢保温杯，厂家批发", "不锈钢保温杯"),
        (", mug", " mug"),
        ("Glass bottle", "Glass bottle"),
        ("", ""),
    ],
)
def test_praise_after_a_comma_names_no_thing(title: str, thing: str) -> None:
    assert named(title) == thing
