"""A machine's translation under the words of a person, which stay as they are."""

from typing import Final

from domain.people import Language
from language.script import to_traditional
from views.fitting import shortened
from views.markup import Html, italic, lines, quote
from views.reader import Reader

MOST_SHOWN: Final = 1500


def machine_translation(reader: Reader, translation: str) -> Html:
    """The translation, named as what it is; nothing where there is none."""
    if not translation:
        return Html()
    is_traditional = reader.language is Language.TRADITIONAL
    words = to_traditional(translation) if is_traditional else translation
    return lines(italic(reader.say("🌐 Machine translation:")), quote(shortened(words, MOST_SHOWN)))
