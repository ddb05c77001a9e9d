"""What an amount may say in an offer."""

from enum import StrEnum, auto


class Meaning(StrEnum):
    """What an amount says in an offer."""

    PRICE = auto()
    TOTAL = auto()
    QUANTITY = auto()
    MINIMUM = auto()
    LEAD_TIME = auto()
    DEPOSIT = auto()
    BALANCE = auto()
    DISCOUNT = auto()
    LATE = auto()
    LATE_CAP = auto()
    VALIDITY = auto()
    FEE = auto()
    RUNG = auto()
    BARE = auto()
    ASIDE = auto()
