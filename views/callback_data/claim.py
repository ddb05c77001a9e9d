"""Buttons of claims; they name the version they speak of."""

from aiogram.filters.callback_data import CallbackData


class DraftClaim(CallbackData, prefix="draftclaim"):
    """Shows what late delivery of the order comes to, to be claimed."""

    order_id: int


class SendClaim(CallbackData, prefix="sendclaim"):
    """Claims this amount, in minor units."""

    order_id: int
    minor: int


class ShowClaim(CallbackData, prefix="claim"):
    """Opens the card of a claim as it stands now."""

    claim_id: int


class BringClaim(CallbackData, prefix="bringclaim"):
    """Sends the card of a claim as it stands now; the card with the button stays."""

    claim_id: int


class AgreeClaim(CallbackData, prefix="agree"):
    """Agrees to the settlement of this version; not `sure` yet asks once more."""

    claim_id: int
    version: int
    digest: str
    sure: bool = False


class ProposeClaim(CallbackData, prefix="propose"):
    """Begins to propose another settlement."""

    claim_id: int
    version: int


class RefuseClaim(CallbackData, prefix="refuse"):
    """Begins to refuse: asks why."""

    claim_id: int
    version: int


class WithdrawClaim(CallbackData, prefix="unclaim"):
    """Takes the claim back; not `sure` yet asks once more."""

    claim_id: int
    version: int
    sure: bool = False


class SettleClaim(CallbackData, prefix="settle"):
    """The compensation was paid, or is deducted from the balance; not `sure` yet asks once more."""

    claim_id: int
    version: int
    deducted: bool
    sure: bool = False


class ShowProposals(CallbackData, prefix="proposals"):
    """Shows a page of all proposals of a claim, from 0; the last one unless another is asked for."""

    claim_id: int
    page: int = 999


class ReturnTo(CallbackData, prefix="returnto"):
    """Goods that go back go to this address of the seller's book; agreeing is asked once more."""

    claim_id: int
    version: int
    entry_id: int
