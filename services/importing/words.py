"""Reading the words of a cell: lines, qualifications, currencies, specs, phones and addresses of pictures."""

import re
from typing import Final
from urllib.parse import urlsplit

from domain.catalogue import Qualification
from domain.money import EXPONENTS
from services.importing.problems import Kind, Misread

MOST_SPECS: Final = 20
MOST_SPEC_VALUES: Final = 60
MOST_ADDRESS_CHARACTERS: Final = 1_000

_CURRENCY_WORDS: Final = {
    "RMB": "CNY",
    "¥": "CNY",
    "￥": "CNY",
    "元": "CNY",
    "人民币": "CNY",
    "$": "USD",
    "€": "EUR",
}
_QUALIFICATION_WORDS: Final = {
    "认证工厂": Qualification.VERIFIED_FACTORY,
    "诚信通": Qualification.TRUSTPASS,
    "未认证": Qualification.UNVERIFIED,
} | {word.value: word for word in Qualification}
_PHONE: Final = re.compile(r"\+?[0-9][0-9 ()/-]{2,38}")

Specs = tuple[tuple[str, tuple[str, ...]], ...]


def read_line(text: str, most: int) -> str:
    """The text on one line, at most `most` characters. Raises Misread."""
    return read_text(" ".join(text.split()), most)


def read_text(text: str, most: int) -> str:
    """The text as it is, at most `most` characters. Raises Misread."""
    if len(text) > most:
        raise Misread(Kind.TOO_LONG, str(most))
    return text


def read_qualification(text: str) -> Qualification:
    """The qualification that a word of either language names. Raises Misread."""
    found = _QUALIFICATION_WORDS.get("_".join(text.casefold().split()))
    if found is None:
        raise Misread(Kind.UNKNOWN_WORD, ", ".join(Qualification))
    return found


def read_currency(text: str) -> str:
    """An ISO 4217 code in use, also from RMB or 元. Raises Misread."""
    code = _CURRENCY_WORDS.get(text.upper(), text.upper())
    if code not in EXPONENTS:
        raise Misread(Kind.UNKNOWN_WORD, ", ".join(EXPONENTS))
    return code


def read_specs(text: str) -> Specs:
    """Specs such as "colour=red|blue;size=S|M". Raises Misread."""
    parts = [part for part in re.split("[;；]", text) if part.strip()]
    specs = tuple(_spec(part) for part in parts)
    if len(specs) > MOST_SPECS or len({name for name, _ in specs}) < len(specs):
        raise Misread(Kind.NOT_SPECS)
    return specs


def _spec(part: str) -> tuple[str, tuple[str, ...]]:
    name, _, values = (" ".join(piece.split()) for piece in part.partition("="))
    choices = tuple(value.strip() for value in re.split(r"[|｜]", values) if value.strip())
    if not name or not 0 < len(choices) <= MOST_SPEC_VALUES:
        raise Misread(Kind.NOT_SPECS)
    return name, choices


def read_phone(text: str) -> str:
    """A telephone number as it is written: digits, spaces, brackets and hyphens. Raises Misread."""
    if _PHONE.fullmatch(text) is None:
        raise Misread(Kind.NOT_A_PHONE)
    return text


def read_image(text: str) -> str:
    """A picture's http(s) address, or the path of a file beside the catalogue. Raises Misread."""
    if len(text) > MOST_ADDRESS_CHARACTERS:
        raise Misread(Kind.TOO_LONG, str(MOST_ADDRESS_CHARACTERS))
    if is_address(text) and not _is_whole_address(text):
        raise Misread(Kind.NOT_AN_ADDRESS)
    return text


def is_address(image: str) -> bool:
    """Whether an image is an address rather than a file."""
    return "://" in image


def _is_whole_address(image: str) -> bool:
    try:
        parts = urlsplit(image)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in image
