"""Buttons of disputes: of the sides, and of the operator's desk."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.dispute import Wanted
from services.ruling_draft import Step


class Leaf(StrEnum):
    """A page of a dispute; the values are on buttons that live for months."""

    AGREEMENT = "deal"
    MESSAGES = "talk"
    MOVES = "moves"
    MONEY = "money"
    VERSIONS = "versions"


class Whom(StrEnum):
    """Who is asked for evidence."""

    BUYER = "buyer"
    SELLER = "seller"
    BOTH = "both"


class EscalateClaim(CallbackData, prefix="escalate"):
    """Calls the operator in; not `sure` yet asks once more."""

    claim_id: int
    version: int
    sure: bool = False


class AddEvidence(CallbackData, prefix="addproof"):
    """Begins to gather more evidence for a claim."""

    claim_id: int


class ListDisputes(CallbackData, prefix="disputes"):
    """Shows an operator the disputes that wait, by pages from 0."""

    page: int = 0


class ShowDispute(CallbackData, prefix="dispute"):
    """Shows an operator a dispute as it stands now."""

    claim_id: int


class ShowLeaf(CallbackData, prefix="leaf"):
    """Shows a page of a dispute, from 0."""

    claim_id: int
    leaf: Leaf
    page: int = 0


class SendPaper(CallbackData, prefix="paper"):
    """Sends an operator the agreement of the order in dispute."""

    claim_id: int


class ShowSaid(CallbackData, prefix="saidfile"):
    """Sends an operator the file or place of a message about the order in dispute."""

    claim_id: int
    message_id: int


class AskEvidence(CallbackData, prefix="askproof"):
    """Asks whom to ask for evidence."""

    claim_id: int


class AskWhom(CallbackData, prefix="askwhom"):
    """Asks what to ask for."""

    claim_id: int
    whom: Whom


class AskWhat(CallbackData, prefix="askwhat"):
    """Asks for how many days."""

    claim_id: int
    whom: Whom
    wanted: Wanted


class AskFor(CallbackData, prefix="askfor"):
    """The sides are asked, for so many days."""

    claim_id: int
    whom: Whom
    wanted: Wanted
    days: int


class BeginRuling(CallbackData, prefix="rule"):
    """Begins to suggest, or when it `is_final` to decide."""

    claim_id: int
    is_final: bool


class AnswerRuling(CallbackData, prefix="ruling"):
    """Answers a question: a remedy, minor units, a side, the place of an address, or a finding."""

    claim_id: int
    step: Step
    value: str


class TryAmount(CallbackData, prefix="rulingtry"):
    """Shows another amount, in minor units, to be taken or changed again."""

    claim_id: int
    minor: int


class BackInRuling(CallbackData, prefix="rulingback"):
    """Asks the question before once more."""

    claim_id: int


class SendRuling(CallbackData, prefix="rulingsend"):
    """It is suggested, or decided, as it was shown."""

    claim_id: int
    version: int
