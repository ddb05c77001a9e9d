""".env.example names every setting, no other, and with its default; compose.yaml passes them on."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
COMPOSE = EXAMPLE.with_name("compose.yaml")
FIXED_IN_THE_IMAGE = {"FILES_URL", "TELEGRAM_API_URL", "PORT"}


def test_the_example_names_every_setting_and_no_other() -> None:
    named = re.findall(r"^(\w+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)

    assert named == [name.upper() for name in Settings.model_fields]


def test_the_example_as_it_stands_means_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)

    assert Settings(_env_file=EXAMPLE) == Settings(_env_file=None)


def test_every_setting_is_explained() -> None:
    paragraphs = EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")[1:]

    assert all(paragraph.startswith("# ") for paragraph in paragraphs)
    assert len(paragraphs) == len(Settings.model_fields)


def test_compose_passes_on_every_setting_that_the_image_does_not_fix() -> None:
    passed_on = re.findall(r"^ +([A-Z_]+): \S", COMPOSE.read_text(encoding="utf-8"), re.MULTILINE)

    assert {name.upper() for name in Settings.model_fields} - FIXED_IN_THE_IMAGE <= set(passed_on)
