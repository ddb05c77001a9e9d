"""Buttons of the order form, of editing and repeating an order; `about` names the draft they belong to."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from services.order_draft import Step


class Move(StrEnum):
    """Where a button of the form leads; the values are on buttons."""

    SKIP = "skip"
    BACK = "back"
    CANCEL = "cancel"


class OrderNow(CallbackData, prefix="now"):
    """Begins to order a product as it is listed."""

    product_id: int


class AnswerOrder(CallbackData, prefix="oa"):
    """Answers a question of the form."""

    about: str
    step: Step
    value: str


class MoveOrder(CallbackData, prefix="om"):
    """Moves within the form."""

    about: str
    move: Move


class TurnAddresses(CallbackData, prefix="oaddr"):
    """Offers another page of the address book, from 0."""

    about: str
    page: int


class EditPart(CallbackData, prefix="part"):
    """Asks one part of an order again."""

    order_id: int
    revision: int
    part: Step


class RepeatOrder(CallbackData, prefix="repeat"):
    """Shows an old order at today's terms."""

    order_id: int


class OrderAgain(CallbackData, prefix="again"):
    """Orders at today's terms, whose digest begins with `token`."""

    order_id: int
    token: str


class NegotiateAgain(CallbackData, prefix="haggle"):
    """Begins an inquiry with the terms of an old order."""

    order_id: int
