"""The fields of a listing as a seller is asked for them, and the columns of a catalogue file they fill."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class ListingField(StrEnum):
    """One question; the values are on buttons."""

    PHOTO = "photo"
    TITLE = "title"
    TITLE_ZH = "zh"
    TITLE_EN = "en"
    CATEGORY = "category"
    UNIT = "unit"
    PRICES = "prices"
    MOQ = "moq"
    SPECS = "specs"
    LEAD_TIME = "lead"
    MEASURES = "size"
    SAMPLE = "sample"
    CUSTOMIZATION = "custom"
    DESCRIPTION = "about"


COLUMNS_OF: Final[Mapping[ListingField, tuple[str, ...]]] = {
    ListingField.PHOTO: ("image",),
    ListingField.TITLE: ("title_zh", "title_en"),
    ListingField.TITLE_ZH: ("title_zh",),
    ListingField.TITLE_EN: ("title_en",),
    ListingField.CATEGORY: ("category",),
    ListingField.UNIT: ("unit",),
    ListingField.PRICES: ("price_tiers", "currency"),
    ListingField.MOQ: ("moq",),
    ListingField.SPECS: ("specs",),
    ListingField.LEAD_TIME: ("lead_time_days",),
    ListingField.MEASURES: ("weight_kg", "length_cm", "width_cm", "height_cm"),
    ListingField.SAMPLE: ("sample_price",),
    ListingField.CUSTOMIZATION: ("customization",),
    ListingField.DESCRIPTION: ("description_zh", "description_en"),
}
ASKED: Final = (
    ListingField.PHOTO,
    ListingField.TITLE,
    ListingField.TITLE_EN,
    ListingField.TITLE_ZH,
    ListingField.CATEGORY,
    ListingField.UNIT,
    ListingField.PRICES,
    ListingField.MOQ,
    ListingField.SPECS,
    ListingField.LEAD_TIME,
    ListingField.MEASURES,
    ListingField.SAMPLE,
)
"""What a new listing is asked, in this order; of the single titles only the one that is lacking."""
EDITED: Final = tuple(field for field in ListingField if field is not ListingField.TITLE)
NEEDED: Final = frozenset((ListingField.TITLE, ListingField.UNIT, ListingField.PRICES, ListingField.MOQ))
"""What every listing has."""
LAST: Final = ASKED.index(ListingField.SPECS)
"""From here on all may be skipped at once."""


def is_chinese(text: str) -> bool:
    """Whether a text holds Chinese characters."""
    return any("\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" for char in text)
