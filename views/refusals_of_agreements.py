"""A sentence for every broken rule of agreements and amendments."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain import amendment
from domain.refusal import Refusal
from services import agreements, verifications
from views.reader import Reader

Sentence = Callable[[Reader, Mapping[str, Any]], str]

_MEBIBYTE: Final = 1024 * 1024


def _open(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("An amendment already waits for an answer. Please settle that one first.")


def _stale(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("This amendment no longer waits for an answer. Please look at the current card.")


def _nothing(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("That is how the order stands already. Please write what shall be different.")


def _fewer(reader: Reader, facts: Mapping[str, Any]) -> str:
    shipped = reader.number(facts["shipped"])
    return reader.word("{shipped} have left already, so the order cannot be smaller.", shipped=shipped)


def _short(reader: Reader, facts: Mapping[str, Any]) -> str:
    least = reader.number(facts["least"])
    return reader.word("Please give at least {least} digits of the hash.", least=least)


def _no_hash(reader: Reader, facts: Mapping[str, Any]) -> str:
    return reader.word("That is no hash: it has only the digits 0–9 and the letters a–f.")


def _large(reader: Reader, facts: Mapping[str, Any]) -> str:
    most = reader.number(facts["most"] // _MEBIBYTE)
    return reader.word("Files of more than {most} MB I cannot fetch; an agreement is far smaller.", most=most)


OF_AGREEMENTS: Final[Mapping[type[Refusal], Sentence]] = {
    amendment.AmendmentOpen: _open,
    amendment.StaleAmendment: _stale,
    amendment.NothingAmended: _nothing,
    amendment.FewerThanShipped: _fewer,
    agreements.HashTooShort: _short,
    agreements.NoHash: _no_hash,
    verifications.FileTooLarge: _large,
}
