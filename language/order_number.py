"""An order's number as people type it: YJ-000042, yj 42, 订单42, or 42 alone."""

import re
import unicodedata
from typing import Final

_NUMBER: Final = re.compile(
    r"(?P<word>YJ|order|订单号?|訂單號?|#)?[\s\-:：#]*(?P<digits>\d{1,15})[.。]?", re.IGNORECASE
)


def order_number(words: str, *, alone: bool = False) -> int | None:
    """The order that the words name and nothing else; `alone`: bare digits are a number, too."""
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", words).strip())
    if found is None or not (alone or found["word"]):
        return None
    return int(found["digits"]) or None
