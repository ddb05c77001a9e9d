"""Buttons of the form that makes a proposal for a claim; they name the version it would replace."""

from aiogram.filters.callback_data import CallbackData

from services.proposal_draft import Step


class AnswerProposal(CallbackData, prefix="prop"):
    """Answers a question of the form: a remedy, minor units, a side, or an entry of the address book."""

    claim_id: int
    version: int
    step: Step
    value: str


class BackInProposal(CallbackData, prefix="propback"):
    """Asks the question before once more."""

    claim_id: int
    version: int


class SendProposal(CallbackData, prefix="propsend"):
    """The proposal goes to the other side as it was shown."""

    claim_id: int
    version: int
