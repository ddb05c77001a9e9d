"""Phone numbers as people type them."""

import pytest

from domain.people import Language
from language.phone import phone_number


@pytest.mark.parametrize(
    ("typed", "language", "number"),
    [
        ("+49 (0)30-901820", Language.ENGLISH, "+49 30 901820"),
        ("13812345678", Language.CHINESE, "+86 138 1234 5678"),
        ("+1 212 555 0123", Language.CHINESE, "+1 212-555-0123"),
        ("13812345678", Language.ENGLISH, None),
        ("12345", Language.CHINESE, None),
        ("call me", Language.ENGLISH, None),
        ("+49 30 901820" * 9, Language.ENGLISH, None),
    ],
)
def test_a_number_that_can_be_called_is_written_for_abroad(
    typed: str, language: Language, number: str | None
) -> None:
    assert phone_number(typed, language) == number
