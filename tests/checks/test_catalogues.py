"""The catalogues hold every word of the views, whole, in both languages."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
KEYWORDS = {"say": None, "word": None, "say_many": (1, 2)}
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]")

Words = str | tuple[str, ...]


def used() -> set[Words]:
    """Every msgid of the views; a plural is a pair."""
    found: set[Words] = set()
    for file in sorted((ROOT / "views").rglob("*.py")):
        for _, words, _, _ in extract("python", BytesIO(file.read_bytes()), keywords=KEYWORDS):
            found.add(words if isinstance(words, str) else tuple(words))
    return found


def catalogue(locale: str) -> Catalog:
    """A catalogue as it is kept."""
    with (ROOT / "locales" / locale / "LC_MESSAGES" / "yijia.po").open("rb") as file:
        return read_po(file, locale=locale)


def entries(locale: str) -> list[Message]:
    return [message for message in catalogue(locale) if message.id]


def forms(words: Words | list[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else list(words or ())


def placeholders(words: Words | list[str] | None) -> list[set[str]]:
    return [set(PLACEHOLDER.findall(form)) for form in forms(words)]


def test_the_views_say_something() -> None:
    assert len(used()) > 100


def kept(locale: str) -> set[Words]:
    return {message.id if isinstance(message.id, str) else tuple(message.id) for message in entries(locale)}


def test_the_chinese_catalogue_lacks_nothing_that_is_said() -> None:
    assert used() - kept("zh") == set()


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_no_catalogue_keeps_what_nobody_says(locale: str) -> None:
    assert kept(locale) - used() == set()
    assert not catalogue(locale).obsolete


def test_everything_is_said_in_chinese() -> None:
    silent = [message.id for message in entries("zh") if not all(forms(message.string))]

    assert silent == []


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_nothing_is_a_guess(locale: str) -> None:
    assert [message.id for message in entries(locale) if message.fuzzy] == []


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_every_translation_names_the_same_figures(locale: str) -> None:
    wrong = [
        message.id
        for message in entries(locale)
        for said in placeholders(message.string)
        if (said and said not in placeholders(message.id)) or (not said and all(placeholders(message.id)))
        if any(forms(message.string))
    ]

    assert wrong == []
