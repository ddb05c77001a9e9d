"""Who takes part: persons by their numeric Telegram id, the two sides, and the languages."""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The two sides of a deal."""

    BUYER = "buyer"
    SELLER = "seller"

    @property
    def other(self) -> "Side":
        """The side across the table."""
        return Side.SELLER if self is Side.BUYER else Side.BUYER


class Language(StrEnum):
    """Languages a person can read; Traditional Chinese is derived from Simplified."""

    ENGLISH = "en"
    CHINESE = "zh"
    TRADITIONAL = "zh_Hant"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a Telegram account; `supplier_id` makes a seller of that supplier."""

    telegram_id: int
    language: Language
    supplier_id: int | None = None
    is_operator: bool = False

    @property
    def side(self) -> Side:
        """The side this person stands on."""
        return Side.BUYER if self.supplier_id is None else Side.SELLER
