"""Dates and times as each reader is told them."""

from datetime import UTC, datetime

from domain.people import Language
from views.formats import moment

EVENING = datetime(2026, 11, 28, 17, 5, tzinfo=UTC)


def test_both_scripts_of_chinese_read_the_same_beijing_time() -> None:
    assert moment(EVENING, Language.CHINESE) == "2026年11月29日 01:05（北京时间）"
    assert moment(EVENING, Language.TRADITIONAL) == "2026年11月29日 01:05（北京時間）"


def test_a_reader_of_english_is_told_that_the_time_is_utc() -> None:
    assert "Nov 28, 2026, 5:05" in moment(EVENING, Language.ENGLISH)
    assert moment(EVENING, Language.ENGLISH).endswith("UTC")
