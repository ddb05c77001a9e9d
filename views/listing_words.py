"""The fields of a listing in words: on buttons, as questions, and how an answer may look."""

from collections.abc import Callable, Mapping
from typing import Final

from services.listing_fields import ListingField
from views.markup import Html
from views.reader import Reader

_F = ListingField

LABELS: Final[Mapping[ListingField, Callable[[Reader], str]]] = {
    _F.PHOTO: lambda reader: reader.word("Photo"),
    _F.TITLE: lambda reader: reader.word("Title"),
    _F.TITLE_ZH: lambda reader: reader.word("Chinese title"),
    _F.TITLE_EN: lambda reader: reader.word("English title"),
    _F.CATEGORY: lambda reader: reader.word("Category"),
    _F.UNIT: lambda reader: reader.word("Unit"),
    _F.PRICES: lambda reader: reader.word("Prices"),
    _F.MOQ: lambda reader: reader.word("MOQ"),
    _F.SPECS: lambda reader: reader.word("Specs"),
    _F.LEAD_TIME: lambda reader: reader.word("Lead time"),
    _F.MEASURES: lambda reader: reader.word("Weight, size"),
    _F.SAMPLE: lambda reader: reader.word("Sample price"),
    _F.CUSTOMIZATION: lambda reader: reader.word("Customization"),
    _F.DESCRIPTION: lambda reader: reader.word("Description"),
}
QUESTIONS: Final[Mapping[ListingField, Callable[[Reader], Html]]] = {
    _F.PHOTO: lambda reader: reader.say("Send a photo of the product."),
    _F.TITLE: lambda reader: reader.say("What is the product called, in Chinese or English?"),
    _F.TITLE_ZH: lambda reader: reader.say("What is it called in Chinese?"),
    _F.TITLE_EN: lambda reader: reader.say("What is it called in English?"),
    _F.CATEGORY: lambda reader: reader.say("Which category?"),
    _F.UNIT: lambda reader: reader.say("By which unit is it sold?"),
    _F.PRICES: lambda reader: reader.say("What does one cost, from which quantity on?"),
    _F.MOQ: lambda reader: reader.say("What is the MOQ?"),
    _F.SPECS: lambda reader: reader.say("Which specs can be chosen?"),
    _F.LEAD_TIME: lambda reader: reader.say("How many days from payment to dispatch?"),
    _F.MEASURES: lambda reader: reader.say("What does one weigh, and how large is it?"),
    _F.SAMPLE: lambda reader: reader.say("What does a sample cost?"),
    _F.CUSTOMIZATION: lambda reader: reader.say("What can be customized?"),
    _F.DESCRIPTION: lambda reader: reader.say("What should a buyer know besides?"),
}
EXAMPLES: Final[Mapping[ListingField, Callable[[Reader], Html]]] = {
    _F.PHOTO: lambda reader: reader.say("Or write it all in one line at once, and add the photo later."),
    _F.TITLE: lambda reader: reader.say(
        "One line may say it all: <code>Ceramic mug 350 ml, 50:12.5 500:11, 15 days</code>"
    ),
    _F.PRICES: lambda reader: reader.say(
        "Such as: <code>50:12.5 500:11</code>; in dollars: <code>50:$1.8 500:$1.6</code>"
    ),
    _F.SPECS: lambda reader: reader.say("Such as: <code>colour: red, blue; size: S, M</code>"),
    _F.LEAD_TIME: lambda reader: reader.say("Such as: <code>15</code>"),
    _F.MEASURES: lambda reader: reader.say("Such as: <code>0.35 kg, 30x20x10 cm</code>"),
    _F.SAMPLE: lambda reader: reader.say("Such as: <code>20</code>, or <code>free</code>"),
    _F.CUSTOMIZATION: lambda reader: reader.say("Such as: <code>logo from 500 pieces, colour box</code>"),
}


def label(reader: Reader, field: ListingField) -> str:
    """The field on a button."""
    return LABELS[field](reader)
