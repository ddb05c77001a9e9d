"""Who of a supplier's people may do what: the one table of roles and rights."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What somebody is for a supplier; the values are stored."""

    OWNER = "owner"
    SALES = "sales"


class Right(StrEnum):
    """What a supplier's people may do in its name."""

    TRADE = "trade"
    """Negotiate, talk, confirm and carry out orders."""
    USUAL_TERMS = "usual_terms"
    PRODUCTS = "products"
    """Its listings, catalogue files and days off."""
    ACCOUNTS = "accounts"
    """Say where buyers pay; everybody reads it."""
    PEOPLE = "people"
    QUALIFICATION = "qualification"


_EVERYBODY: Final = frozenset(Role)
_OWNERS: Final = frozenset({Role.OWNER})

POLICY: Final[Mapping[Right, frozenset[Role]]] = {
    Right.TRADE: _EVERYBODY,
    Right.USUAL_TERMS: _OWNERS,
    Right.PRODUCTS: _EVERYBODY,
    Right.ACCOUNTS: _OWNERS,
    Right.PEOPLE: _OWNERS,
    Right.QUALIFICATION: _OWNERS,
}
