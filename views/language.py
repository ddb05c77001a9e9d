"""Choosing the language one reads."""

from domain.people import Language
from views.buttons import to_menu
from views.callback_data.language import ChooseLanguage
from views.language_names import NAMES
from views.markup import Html
from views.reader import Reader
from views.screen import Button, Screen, rows


def languages(reader: Reader, *, midway: bool = False) -> Screen:
    """The choice, readable whichever language stands now; midway no button leads away."""
    buttons = [Button(NAMES[each], ChooseLanguage(language=each).pack()) for each in Language]
    text = Html("🌐 Which language do you read?\n请选择语言 · 請選擇語言")
    return Screen(text, rows(buttons, [] if midway else [to_menu(reader)]))


def language_chosen(reader: Reader) -> Html:
    """The confirmation, in the new language."""
    return reader.say("✅ I speak English with you from now on.")


def language_chosen_midway(reader: Reader) -> Screen:
    """The confirmation to somebody in the middle of something, which goes on as it was."""
    return Screen(
        reader.say("✅ I speak English with you from now on. Nothing is lost: please go on where you were.")
    )
