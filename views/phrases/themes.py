"""Choosing a phrase: the themes, and the sentences of one theme by number."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.phrase import Phrase, Spoken, Theme
from domain.phrasebook import phrases_of
from services.cases import Case
from views.buttons import back
from views.callback_data.navigation import ShowNegotiation
from views.callback_data.phrases import ShowPhrases, ShowTheme, UsePhrase
from views.markup import bold, italic, lines, paragraphs
from views.negotiation import belongs_to
from views.phrases.book import said
from views.reader import Reader
from views.screen import Button, Screen, grid
from views.talk import about

_THEMES: Final[Mapping[Theme, Callable[[Reader], str]]] = {
    Theme.PRICE: lambda reader: reader.word("💰 Price"),
    Theme.MOQ: lambda reader: reader.word("📦 MOQ"),
    Theme.TIME: lambda reader: reader.word("⏱ Time"),
    Theme.PAYMENT: lambda reader: reader.word("💳 Payment"),
    Theme.SHIPPING: lambda reader: reader.word("🚢 Shipping"),
    Theme.QUALITY: lambda reader: reader.word("🔍 Quality"),
    Theme.CUSTOMIZATION: lambda reader: reader.word("🎨 Customization"),
    Theme.SAMPLES: lambda reader: reader.word("🎁 Samples"),
    Theme.COURTESY: lambda reader: reader.word("🤝 Courtesy"),
}


def themes(reader: Reader, case: Case) -> Screen:
    """All themes; own words are welcome, too."""
    aside = italic(
        reader.say("The other side reads a phrase in their own language. Or just write your own words.")
    )
    text = paragraphs(about(reader, case), lines(bold(reader.say("💬 What is it about?")), aside))
    number = case.negotiation.id
    buttons = [
        Button(name(reader), ShowTheme(negotiation_id=number, theme=theme).pack())
        for theme, name in _THEMES.items()
    ]
    leave = back(reader, ShowNegotiation(negotiation_id=number).pack())
    return Screen(text, (*grid(buttons, 2), (leave,)), card=belongs_to(case.negotiation))


def theme_of_phrases(reader: Reader, case: Case, theme: Theme) -> Screen:
    """What this side may say about a theme: whole sentences, chosen by number."""
    found = phrases_of(case.side, theme)
    number = case.negotiation.id
    sentences = (_numbered(reader, place, phrase) for place, phrase in enumerate(found, 1))
    buttons = [
        Button(reader.number(place), UsePhrase(negotiation_id=number, phrase=phrase.id).pack())
        for place, phrase in enumerate(found, 1)
    ]
    leave = back(reader, ShowPhrases(negotiation_id=number).pack())
    text = paragraphs(bold(_THEMES[theme](reader)), lines(*sentences))
    return Screen(text, (*grid(buttons, 4), (leave,)), card=belongs_to(case.negotiation))


def _numbered(reader: Reader, place: int, phrase: Phrase) -> str:
    return reader.say("{number}. {sentence}", number=place, sentence=said(reader, Spoken(phrase.id, {})))
