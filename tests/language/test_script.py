"""Chinese in the other script."""

import pytest

from language.script import to_traditional


@pytest.mark.parametrize("words", ["回复买家", "直接回复这条消息", "等待卖家回复"])
def test_to_reply_is_written_as_taiwan_writes_it(words: str) -> None:
    assert "回覆" in to_traditional(words)
