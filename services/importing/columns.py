"""The columns of a catalogue file."""

from collections.abc import Sequence
from typing import Final

from domain.refusal import Refusal
from language.clean import clean

SUPPLIER_COLUMNS: Final = ("supplier", "supplier_zh", "qualification", "province", "city", "phone")
COLUMNS: Final = (
    *SUPPLIER_COLUMNS, "sku", "title_en", "title_zh", "category", "unit", "currency", "moq", "price_tiers",
    "lead_time_days", "weight_kg", "length_cm", "width_cm", "height_cm", "specs", "customization",
    "sample_price", "sample_freight", "image", "description_en", "description_zh",
)  # fmt: skip
NEEDED: Final = ("supplier", "moq", "price_tiers")
TITLES: Final = ("title_en", "title_zh")


class MissingColumns(Refusal):
    """The header lacks `columns`."""


class RepeatedColumns(Refusal):
    """The header names `columns` more than once."""


def read_header(names: Sequence[str]) -> tuple[str, ...]:
    """The header's column names in canonical form. Raises MissingColumns or RepeatedColumns."""
    columns = canonical(names)
    missing = [name for name in NEEDED if name not in columns]
    if not set(TITLES) & set(columns):
        missing.append(" / ".join(TITLES))
    if missing:
        raise MissingColumns(columns=tuple(missing))
    repeated = {name for name in COLUMNS if columns.count(name) > 1}
    if repeated:
        raise RepeatedColumns(columns=tuple(sorted(repeated)))
    return columns


def canonical(names: Sequence[str]) -> tuple[str, ...]:
    """Column names without case, blanks and signs that hide."""
    return tuple("_".join(clean(name).casefold().split()) for name in names)


def checked_columns(names: Sequence[str], needed: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """The names of a header in canonical form. Raises MissingColumns or RepeatedColumns."""
    columns = canonical(names)
    missing = tuple(name for name in needed if name not in columns)
    repeated = tuple(sorted({name for name in known if columns.count(name) > 1}))
    if missing:
        raise MissingColumns(columns=missing)
    if repeated:
        raise RepeatedColumns(columns=repeated)
    return columns


def unread(columns: Sequence[str]) -> tuple[str, ...]:
    """Header names that mean nothing here."""
    return tuple(name for name in columns if name and name not in COLUMNS)
