"""The catalogues hold every sentence of the screens, with the same placeholders in both languages."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT: Final = Path(__file__).parents[2]
KEYWORDS: Final = {"say": None, "word": None, "say_many": (1, 2)}
PLACEHOLDER: Final = re.compile(r"\{(\w*)")
TAG: Final = re.compile(r"</?\w+>")


def chinese() -> Catalog:
    """The Simplified catalogue, from which the Traditional one is derived."""
    written = (ROOT / "locales/zh/LC_MESSAGES/yijia.po").read_bytes()
    return read_po(BytesIO(written), locale="zh")


def said() -> set[str | tuple[str, ...]]:
    """Every sentence that the screens say."""
    found = extract_from_dir(ROOT / "views", keywords=KEYWORDS)
    return {words for _, _, words, _, _ in found}


def pairs() -> Iterator[tuple[str, str]]:
    """Each English sentence beside its Chinese one."""
    for message in chinese():
        if message.id:
            yield _last(message.id), _last(message.string)


def test_every_sentence_is_in_the_catalogue_and_none_is_left_over() -> None:
    kept = {_key(message) for message in chinese() if message.id}

    assert kept == said()


def test_every_sentence_has_its_chinese() -> None:
    untranslated = [english for english, zh in pairs() if not zh]
    unsure = [message.id for message in chinese() if message.fuzzy and message.id]

    assert untranslated == []
    assert unsure == []


def test_placeholders_and_markup_are_the_same_in_both_languages() -> None:
    differing = [
        english
        for english, zh in pairs()
        if _marks(PLACEHOLDER, english) != _marks(PLACEHOLDER, zh) or _marks(TAG, english) != _marks(TAG, zh)
    ]

    assert differing == []


def test_chinese_sentences_use_chinese_punctuation() -> None:
    foreign = [zh for _, zh in pairs() if re.search(r"[\u4e00-\u9fff][,;:?!]", zh)]

    assert foreign == []


def _key(message: Message) -> str | tuple[str, ...]:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def _last(words: str | tuple[str, ...] | list[str] | None) -> str:
    """The sentence, or its plural: Chinese has only one form."""
    return words if isinstance(words, str) else (words or [""])[-1]


def _marks(pattern: re.Pattern[str], text: str) -> list[str]:
    return sorted(pattern.findall(text))
