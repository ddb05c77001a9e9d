"""Which language a person is greeted in."""

import pytest

from domain.people import Language
from language.telegram_code import language_of


@pytest.mark.parametrize("code", ["zh-hans", "zh-hant", "zh-CN", "zh-TW", "zh", "ZH_hans"])
def test_every_kind_of_chinese_is_greeted_in_chinese(code: str) -> None:
    assert language_of(code, Language.ENGLISH) is Language.CHINESE


@pytest.mark.parametrize("code", ["en", "de", "pt-br", "zha", "?"])
def test_everybody_else_is_greeted_in_english(code: str) -> None:
    assert language_of(code, Language.CHINESE) is Language.ENGLISH


@pytest.mark.parametrize("code", [None, ""])
def test_somebody_without_a_code_gets_the_houses_language(code: str | None) -> None:
    assert language_of(code, Language.CHINESE) is Language.CHINESE
