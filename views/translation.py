"""A machine's translation under the words of a person, which stay as they are."""

from typing import Final

from domain.people import Language
from language.script import to_traditional
from views.fitting import MESSAGE_LENGTH, QUOTED, shortened, visible_length
from views.markup import Html, italic, lines, paragraphs, quote
from views.reader import Reader

MOST_SHOWN: Final = 1500
_NOTHING: Final = Html()
_GAPS: Final = 3
"""The breaks that part it from what stands around it."""


def machine_translation(reader: Reader, translation: str | None, beside: Html = _NOTHING) -> Html:
    """The translation, named as what it is, as far as it fits into a message `beside` all else."""
    if not translation:
        return Html()
    heading = italic(reader.say("🌐 Machine translation:"))
    room = MESSAGE_LENGTH - visible_length(paragraphs(beside, heading)) - _GAPS
    if room < QUOTED:
        return Html()
    is_traditional = reader.language is Language.TRADITIONAL
    words = to_traditional(translation) if is_traditional else translation
    return lines(heading, quote(shortened(words, min(room, MOST_SHOWN))))
