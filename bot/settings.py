"""Settings: read from the environment and from a file .env; .env.example explains each."""

from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from domain.people import Language

LEAST_SECRET_LENGTH = 32


class Settings(BaseSettings):
    """What an operator can set; each field is an environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    bot_token: str = Field("", repr=False, pattern=r"^(\d+:\S+)?$")
    database_url: str = Field(
        "sqlite:///var/yijia.db", repr=False, pattern=r"^(sqlite|postgresql)(\+\w+)?://"
    )
    files_url: str = Field("var/files", repr=False)
    telegram_api_url: str = "https://api.telegram.org"
    webhook_url: str = ""
    webhook_secret: str = Field("", repr=False)
    port: int = Field(8080, ge=0, le=65535)
    operator_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    payment_provider_token: str = Field("", repr=False)
    default_language: Language = Language.ENGLISH
    translate_url: str = Field("", pattern=r"^(https?://\S+)?$")
    translate_key: str = Field("", repr=False)
    log_level: str = Field("INFO", pattern=r"(?i)^(DEBUG|INFO|WARNING|ERROR)$")

    @field_validator("operator_ids", mode="before")
    @classmethod
    def _numbers(cls, value: object) -> object:
        return [int(part) for part in value.replace(",", " ").split()] if isinstance(value, str) else value

    @model_validator(mode="after")
    def _webhook_is_guarded(self) -> Self:
        if self.webhook_url and len(self.webhook_secret) < LEAST_SECRET_LENGTH:
            raise ValueError(
                f"WEBHOOK_SECRET needs at least {LEAST_SECRET_LENGTH} characters when WEBHOOK_URL is set"
            )
        return self

    @property
    def bot_id(self) -> int:
        """The bot's numeric id, the first part of its token. Raises ValueError without one."""
        return int(self.bot_token.partition(":")[0])
