"""The languages by their own names, the same for every reader."""

from typing import Final

from domain.people import Language

NAMES: Final = {
    Language.ENGLISH: "English",
    Language.CHINESE: "简体中文",
    Language.TRADITIONAL: "繁體中文",
}
