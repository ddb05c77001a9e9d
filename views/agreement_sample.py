"""The golden sample on a purchase agreement: its number and day, how many photos, and the agreed standard."""

from typing import Any

from domain.golden import GoldenSample
from views.both import both, row, same
from views.reader import Reader


def sample_rows(golden: GoldenSample) -> list[dict[str, Any]]:
    """Two rows; without a standard in words one."""
    named = row(lambda reader: reader.word("Golden sample"), both(lambda reader: _approved(reader, golden)))
    if not golden.standard:
        return [named]
    return [named, row(lambda reader: reader.word("Agreed standard, as written"), same(golden.standard))]


def _approved(reader: Reader, golden: GoldenSample) -> str:
    return reader.word(
        "{number}, approved {day}, photos: {count}; fingerprint {digest}",
        number=golden.number,
        day=reader.day(reader.own_day(golden.at)),
        count=len(golden.photos),
        digest=golden.digest[:16],
    )
