"""What a reader cannot read, and which translations kept their figures."""

import pytest

from domain.people import Language
from language.foreign import same_figures, target_for


@pytest.mark.parametrize(
    ("text", "language", "target"),
    [
        ("How much?", Language.ENGLISH, None),
        ("How much?", Language.CHINESE, "zh"),
        ("How much?", Language.TRADITIONAL, "zh"),
        ("多少钱？", Language.CHINESE, None),
        ("MOQ 多少？", Language.ENGLISH, "en"),
        ("MOQ 多少？", Language.CHINESE, None),
        ("500 @ 6.5 👍", Language.CHINESE, None),
        ("", Language.ENGLISH, None),
    ],
)
def test_only_what_the_reader_cannot_read_is_translated(
    text: str, language: Language, target: str | None
) -> None:
    assert target_for(text, language) == target


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("500 pcs at 6.5", "500个，每个6.5"),
        ("一万二千个", "12,000 pieces"),
        ("两箱", "two boxes"),
        ("a hundred cups", "100个杯子"),
        ("请等一下", "Please wait a moment"),
        ("one moment", "请稍等"),
    ],
)
def test_figures_may_be_written_another_way(text: str, translation: str) -> None:
    assert same_figures(text, translation)


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("500 pcs at 6.5", "500个，每个65"),
        ("500 pcs at 6.5", "每个6.5"),
        ("两箱", "three boxes"),
        ("blue lids", "2个蓝色盖子"),
        ("1 carton", "纸箱"),
        ("6.5 or 5.6", "6.5或6.5"),
    ],
)
def test_another_figure_is_another_sentence(text: str, translation: str) -> None:
    assert not same_figures(text, translation)
