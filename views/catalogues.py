"""The gettext catalogues, one for each language; Traditional Chinese is derived from Simplified."""

from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from typing import Final

from domain.people import Language
from language.script import to_traditional

FOLDER: Final = Path(__file__).parent.parent / "locales"
DOMAIN: Final = "yijia"
_SOURCES: Final = {Language.ENGLISH: "en", Language.CHINESE: "zh", Language.TRADITIONAL: "zh"}


@cache
def _catalogue(folder: str) -> GNUTranslations:
    with (FOLDER / folder / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return GNUTranslations(file)


@cache
def translated(language: Language, message: str) -> str:
    """The message in the language; itself if the catalogue lacks it."""
    return _in_script(language, _catalogue(_SOURCES[language]).gettext(message))


@cache
def translated_many(language: Language, one: str, many: str, count: int) -> str:
    """The singular or plural of a message that fits `count`."""
    return _in_script(language, _catalogue(_SOURCES[language]).ngettext(one, many, count))


def _in_script(language: Language, text: str) -> str:
    return to_traditional(text) if language is Language.TRADITIONAL else text
