"""Unsafe settings are refused, and what operators write is understood."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import LEAST_SECRET_LENGTH, Settings
from domain.people import Language

EXAMPLE = Path(__file__).parents[2] / ".env.example"
SECRET = "s" * LEAST_SECRET_LENGTH


@pytest.fixture(autouse=True)
def _no_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("secret", ["", "short", "s" * (LEAST_SECRET_LENGTH - 1)])
def test_a_webhook_without_a_good_secret_is_refused(secret: str) -> None:
    with pytest.raises(ValidationError, match="WEBHOOK_SECRET"):
        Settings(_env_file=None, webhook_url="https://bot.example", webhook_secret=secret)


def test_a_webhook_with_a_secret_is_fine() -> None:
    settings = Settings(_env_file=None, webhook_url="https://bot.example", webhook_secret=SECRET)

    assert settings.webhook_secret == SECRET


def test_secrets_do_not_show_in_a_print_of_the_settings() -> None:
    settings = Settings(
        _env_file=None,
        bot_token="42:canary",
        webhook_secret=f"canary{SECRET}",
        database_url="postgresql://yijia:canary@localhost/yijia",
    )

    shown = repr(settings)

    assert "canary" not in shown


@pytest.mark.parametrize(
    ("written", "ids"), [("", set()), ("1", {1}), ("1,2", {1, 2}), (" 1, 2 ,", {1, 2}), ("7 8", {7, 8})]
)
def test_operators_are_separated_by_commas_or_blanks(
    monkeypatch: pytest.MonkeyPatch, written: str, ids: set[int]
) -> None:
    monkeypatch.setenv("OPERATOR_IDS", written)

    assert Settings(_env_file=None).operator_ids == ids


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PORT", "x"),
        ("OPERATOR_IDS", "@ann"),
        ("DEFAULT_LANGUAGE", "fr"),
        ("LOG_LEVEL", "LOUD"),
        ("DATABASE_URL", "mysql://yijia"),
        ("DATABASE_URL", "yijia.db"),
    ],
)
def test_settings_that_make_no_sense_are_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(ValidationError):
        Settings(_env_file=None)


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEFAULT_LANGUAGE", "zh")

    assert Settings(_env_file=EXAMPLE).default_language is Language.CHINESE
