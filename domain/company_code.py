"""China's unified social credit code: 18 characters that number a company, the last of which checks the rest.

Source: GB 32100-2015, sections 4 and 5: the alphabet leaves out I, O, S, V and Z, place i weighs 3^(i-1)
modulo 31, and the check character makes the weighted sum a multiple of 31.
"""

import re
import unicodedata
from typing import Final

from domain.refusal import Refusal

LENGTH: Final = 18
_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_FORM: Final = re.compile(rf"[{_ALPHABET}]{{2}}[0-9]{{6}}[{_ALPHABET}]{{10}}")
"""Two characters of the registry and the kind, six digits of the district, nine of the body, one to check."""


class CodeUnusable(Refusal):
    """That is no unified social credit code: its form or its check character is wrong."""


def company_code(typed: str) -> str:
    """The code as it is written officially: no spaces, capitals, half width. Raises CodeUnusable."""
    code = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", typed)).upper()
    if not _FORM.fullmatch(code) or check_character(code[:-1]) != code[-1]:
        raise CodeUnusable()
    return code


def check_character(body: str) -> str:
    """The last character that belongs to the first seventeen."""
    total = sum(_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(body))
    return _ALPHABET[-total % 31]
