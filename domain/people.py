"""Who takes part: persons by their numeric Telegram id, the two sides, and the languages."""

from dataclasses import dataclass
from enum import StrEnum

from domain.policy import POLICY, Right, Role


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
    """Somebody with a Telegram account; selling for at least one supplier makes a seller, else a buyer.

    Of the suppliers he sells for he is an owner of `owned_ids`.
    """

    id: int
    language: Language
    supplier_ids: frozenset[int] = frozenset()
    is_reachable: bool = True
    is_operator: bool = False
    owned_ids: frozenset[int] = frozenset()

    @property
    def is_seller(self) -> bool:
        """Whether this person sells for somebody."""
        return bool(self.supplier_ids)

    def role_in(self, supplier_id: int) -> Role | None:
        """What he is for the supplier; None for all who do not sell for it."""
        if supplier_id not in self.supplier_ids:
            return None
        return Role.OWNER if supplier_id in self.owned_ids else Role.SALES

    def may(self, right: Right, supplier_id: int) -> bool:
        """Whether he has this right in the supplier's name."""
        return self.role_in(supplier_id) in POLICY[right]

    def side_in(self, buyer_id: int, supplier_id: int) -> Side | None:
        """The side this person stands on in a deal; None for a stranger."""
        if self.id == buyer_id:
            return Side.BUYER
        return Side.SELLER if self.may(Right.TRADE, supplier_id) else None
