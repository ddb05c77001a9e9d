"""Buttons of the offer form; `about` names the draft they belong to."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from services.offer_fields import Field


class Step(StrEnum):
    """Where a button of the form leads."""

    SKIP = "skip"
    BACK = "back"
    EDIT = "edit"
    MORE = "more"
    CARD = "card"
    STAY = "stay"
    CANCEL = "cancel"


class FillField(CallbackData, prefix="fill"):
    """Answers a field with a usual value."""

    about: str
    field: Field
    value: str


class EditField(CallbackData, prefix="field"):
    """Asks a field again."""

    about: str
    field: Field


class ClearField(CallbackData, prefix="clear"):
    """Leaves a field open."""

    about: str
    field: Field


class FormStep(CallbackData, prefix="form"):
    """Moves within the form."""

    about: str
    step: Step


class SendOffer(CallbackData, prefix="send"):
    """Sends the draft whose terms' digest begins with `token`."""

    about: str
    token: str
