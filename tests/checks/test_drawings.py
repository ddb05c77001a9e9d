"""The drawn pages of docs/ show the code as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.drawings.answers import ANYWHERE, answers
from bot.drawings.pages import PAGES


@pytest.mark.parametrize(("file", "page"), PAGES.items(), ids=lambda item: getattr(item, "stem", ""))
def test_the_page_is_drawn_from_the_code_as_it_is(file: Path, page: Callable[[], str]) -> None:
    assert file.read_text(encoding="utf-8") == page(), "run `make drawings`"


def test_words_are_understood_in_every_state_that_anything_leads_to() -> None:
    known = list(answers())

    reached = {state for answer in known for state in answer.leads_to}
    heard = {answer.where for answer in known if answer.trigger == "words"}

    assert reached == heard - {ANYWHERE}
