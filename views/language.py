"""Choosing the language one reads."""

from dataclasses import replace
from typing import Final

from domain.people import Language
from views.buttons import to_menu
from views.callback_data.language import ChooseLanguage
from views.language_names import NAMES
from views.markup import Html, paragraphs
from views.reader import Reader
from views.screen import Button, Screen, rows

_NOTHING: Final = Screen(Html())


def languages(reader: Reader, *, midway: bool = False) -> Screen:
    """The choice, readable whichever language stands now; midway no button leads away."""
    buttons = [Button(NAMES[each], ChooseLanguage(language=each).pack()) for each in Language]
    text = Html("🌐 Which language do you read?\n请选择语言 · 請選擇語言")
    return Screen(text, rows(buttons, [] if midway else [to_menu(reader)]))


def language_chosen(reader: Reader) -> Html:
    """The confirmation, in the new language."""
    return reader.say("✅ I speak English with you from now on.")


def language_chosen_midway(reader: Reader, under_way: Screen = _NOTHING) -> Screen:
    """The confirmation to somebody in the middle of something; what is `under_way` is shown below it."""
    said = reader.say(
        "✅ I speak English with you from now on. Nothing is lost: please go on where you were."
    )
    return replace(under_way, text=paragraphs(said, under_way.text))
