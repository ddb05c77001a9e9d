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
    """Somebody with a Telegram account; selling for at least one supplier makes a seller, else a buyer."""

    id: int
    language: Language
    supplier_ids: frozenset[int] = frozenset()
    is_reachable: bool = True
    is_operator: bool = False

    @property
    def is_seller(self) -> bool:
        """Whether this person sells for somebody."""
        return bool(self.supplier_ids)

    def side_in(self, buyer_id: int, supplier_id: int) -> Side | None:
        """The side this person stands on in a deal; None for a stranger."""
        if self.id == buyer_id:
            return Side.BUYER
        return Side.SELLER if supplier_id in self.supplier_ids else None
