"""The unified social credit code of a company."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.company_code import CodeUnusable, company_code

KNOWN = ["91330100799655058B", "9144030071526726XG", "914403001922038216", "91330100716105852F"]
"""Codes that large companies publish with their licences."""
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@pytest.mark.parametrize("code", KNOWN)
def test_codes_on_real_licences_are_right_however_they_are_typed(code: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) for char in code)

    assert {company_code(typed) for typed in (code, code.lower(), f" {code[:8]} {code[8:]}-", wide)} == {code}


@given(st.sampled_from(KNOWN), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found(code: str, place: int, wrong: str) -> None:
    typed = code[:place] + wrong + code[place + 1 :]

    if typed == code:
        assert company_code(typed) == code
    else:
        with pytest.raises(CodeUnusable):
            company_code(typed)


@pytest.mark.parametrize(
    "typed", ["", "12", KNOWN[0][:-1], KNOWN[0] + "0", "９" * 17 + "٣", "91330100799655058I"]
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(CodeUnusable):
        company_code(typed)
