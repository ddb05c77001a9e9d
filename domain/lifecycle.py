"""Statuses and the one table of moves for each of them; a status not in a table's keys is terminal."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.people import Side


class NegotiationStatus(StrEnum):
    """Where a negotiation stands."""

    AWAITING_SELLER = "awaiting_seller"
    AWAITING_BUYER = "awaiting_buyer"
    AGREED = "agreed"
    ORDERED = "ordered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class OrderStatus(StrEnum):
    """Where an order stands."""

    AWAITING_CONFIRMATION = "awaiting_confirmation"
    AWAITING_PAYMENT = "awaiting_payment"
    CANCELLED = "cancelled"


class Deed(StrEnum):
    """What a side, or the clock, does to a negotiation or an order."""

    COUNTER = "counter"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    PLACE = "place"
    EDIT = "edit"
    CONFIRM = "confirm"
    COMPLETE_CONFIRMATION = "complete_confirmation"
    CANCEL = "cancel"
    EXPIRE = "expire"


class Actor(StrEnum):
    """Who does a deed."""

    BUYER = Side.BUYER.value
    SELLER = Side.SELLER.value
    CLOCK = "clock"


NegotiationMoves = Mapping[tuple[NegotiationStatus, Deed, Actor], NegotiationStatus]
OrderMoves = Mapping[tuple[OrderStatus, Deed, Actor], OrderStatus]

_N, _O, _D, _A = NegotiationStatus, OrderStatus, Deed, Actor

NEGOTIATION: Final[NegotiationMoves] = {
    (_N.AWAITING_SELLER, _D.COUNTER, _A.SELLER): _N.AWAITING_BUYER,
    (_N.AWAITING_SELLER, _D.ACCEPT, _A.SELLER): _N.AGREED,
    (_N.AWAITING_SELLER, _D.DECLINE, _A.SELLER): _N.DECLINED,
    (_N.AWAITING_SELLER, _D.WITHDRAW, _A.BUYER): _N.WITHDRAWN,
    (_N.AWAITING_SELLER, _D.EXPIRE, _A.CLOCK): _N.EXPIRED,
    (_N.AWAITING_BUYER, _D.COUNTER, _A.BUYER): _N.AWAITING_SELLER,
    (_N.AWAITING_BUYER, _D.ACCEPT, _A.BUYER): _N.AGREED,
    (_N.AWAITING_BUYER, _D.DECLINE, _A.BUYER): _N.DECLINED,
    (_N.AWAITING_BUYER, _D.WITHDRAW, _A.SELLER): _N.WITHDRAWN,
    (_N.AWAITING_BUYER, _D.EXPIRE, _A.CLOCK): _N.EXPIRED,
    (_N.AGREED, _D.PLACE, _A.BUYER): _N.ORDERED,
    (_N.AGREED, _D.WITHDRAW, _A.BUYER): _N.WITHDRAWN,
    (_N.AGREED, _D.EXPIRE, _A.CLOCK): _N.EXPIRED,
}

ORDER: Final[OrderMoves] = {
    (_O.AWAITING_CONFIRMATION, _D.EDIT, _A.BUYER): _O.AWAITING_CONFIRMATION,
    (_O.AWAITING_CONFIRMATION, _D.CONFIRM, _A.BUYER): _O.AWAITING_CONFIRMATION,
    (_O.AWAITING_CONFIRMATION, _D.CONFIRM, _A.SELLER): _O.AWAITING_CONFIRMATION,
    (_O.AWAITING_CONFIRMATION, _D.COMPLETE_CONFIRMATION, _A.BUYER): _O.AWAITING_PAYMENT,
    (_O.AWAITING_CONFIRMATION, _D.COMPLETE_CONFIRMATION, _A.SELLER): _O.AWAITING_PAYMENT,
    (_O.AWAITING_CONFIRMATION, _D.CANCEL, _A.BUYER): _O.CANCELLED,
    (_O.AWAITING_CONFIRMATION, _D.CANCEL, _A.SELLER): _O.CANCELLED,
    (_O.AWAITING_CONFIRMATION, _D.EXPIRE, _A.CLOCK): _O.CANCELLED,
    (_O.AWAITING_PAYMENT, _D.CANCEL, _A.BUYER): _O.CANCELLED,
    (_O.AWAITING_PAYMENT, _D.CANCEL, _A.SELLER): _O.CANCELLED,
}

OPEN_NEGOTIATIONS: Final = frozenset(status for status, _, _ in NEGOTIATION)
OPEN_ORDERS: Final = frozenset(status for status, _, _ in ORDER)
