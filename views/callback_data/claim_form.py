"""Buttons of the form of a claim on goods; they name the order whose draft they belong to."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from services.claim_draft import Step


class Move(StrEnum):
    """Where a button of the form leads; the values are on buttons."""

    BACK = "back"
    EDIT = "edit"
    REVIEW = "look"
    CANCEL = "cancel"


class MakeClaim(CallbackData, prefix="return"):
    """Begins a claim on an order, or goes on with the one that was begun."""

    order_id: int


class AnswerClaim(CallbackData, prefix="ca"):
    """Answers a question of the form."""

    order_id: int
    step: Step
    value: str


class AskAgain(CallbackData, prefix="cagain"):
    """Asks one question of the form again."""

    order_id: int
    step: Step


class MoveClaim(CallbackData, prefix="cm"):
    """Moves within the form, or out of it."""

    order_id: int
    move: Move


class SubmitClaim(CallbackData, prefix="submit"):
    """Sends the claim that reads so; not `sure` yet asks once more."""

    order_id: int
    token: str
    sure: bool = False
