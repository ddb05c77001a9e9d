"""What is said of an answer about a listing that cannot be read."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from services.listing_fields import ListingField
from views.reader import Reader

ANSWERS_UNREAD: Final[Mapping[ListingField, Callable[[Reader, Mapping[str, Any]], str]]] = {
    ListingField.PHOTO: lambda reader, facts: reader.word("Please send a photo, or its https:// address."),
    ListingField.TITLE_EN: lambda reader, facts: reader.word(
        "That is Chinese. Please write the title in English, or skip it."
    ),
    ListingField.MEASURES: lambda reader, facts: reader.word(
        "I cannot read that as weight or size of one unit. Please write them like 0.35 kg, 30x20x10 cm."
    ),
    ListingField.SAMPLE: lambda reader, facts: reader.word(
        "Your prices are in {currency}; please give the sample's price in it too.",
        currency=facts["currency"],
    ),
}
