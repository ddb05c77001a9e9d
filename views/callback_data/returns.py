"""Buttons of goods that travel because of a claim, and of what it gives back."""

from aiogram.filters.callback_data import CallbackData

from domain.carriers import Carrier


class BeginParcel(CallbackData, prefix="parcel"):
    """Begins to say by whom goods travel: back, or in place of others."""

    claim_id: int
    version: int


class PickParcelCarrier(CallbackData, prefix="parcelby"):
    """Names one of the usual carriers."""

    claim_id: int
    carrier: Carrier


class SendParcel(CallbackData, prefix="parcelgo"):
    """The goods left, as the form with this `token` says."""

    claim_id: int
    token: str


class TakeBack(CallbackData, prefix="takeback"):
    """The seller has the goods again; not `sure` yet asks once more."""

    claim_id: int
    version: int
    sure: bool = False


class ReceiveReplacement(CallbackData, prefix="replaced"):
    """The buyer has the replacement; not `sure` yet asks once more."""

    claim_id: int
    version: int
    sure: bool = False


class ContestParcel(CallbackData, prefix="contest"):
    """Begins to say what is wrong with what came."""

    claim_id: int
    version: int


class SendContest(CallbackData, prefix="contestgo"):
    """Calls the operator in, for the reason that was typed."""

    claim_id: int


class RefundClaim(CallbackData, prefix="repay"):
    """So much was refunded (0: all that can be), when `repaid` had been, both in minor units.

    Not `sure` yet asks once more.
    """

    claim_id: int
    repaid: int
    minor: int = 0
    sure: bool = False


class SetOffClaim(CallbackData, prefix="setoff"):
    """The buyer pays so much less, when `repaid` had been refunded, both in minor units.

    Not `sure` yet asks once more.
    """

    claim_id: int
    repaid: int
    minor: int
    sure: bool = False


class AskClaimRefund(CallbackData, prefix="askrepay"):
    """Asks the operators to give back what was paid by card."""

    claim_id: int
