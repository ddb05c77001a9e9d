"""Buttons of agreements and amendments; they name the revision, or the amendment, they speak of."""

from aiogram.filters.callback_data import CallbackData


class SendAgreement(CallbackData, prefix="agreement"):
    """Sends the agreement of the order as it stands now."""

    order_id: int


class Amend(CallbackData, prefix="amend"):
    """Begins to change a binding order."""

    order_id: int
    revision: int


class ProposeAmendment(CallbackData, prefix="amendsend"):
    """Sends what was reviewed: `token` is the beginning of the digest of its terms."""

    order_id: int
    revision: int
    token: str


class AcceptAmendment(CallbackData, prefix="amendyes"):
    """Accepts this amendment; not `sure` yet asks once more."""

    order_id: int
    number: int
    sure: bool = False


class DeclineAmendment(CallbackData, prefix="amendno"):
    """Declines this amendment."""

    order_id: int
    number: int


class WithdrawAmendment(CallbackData, prefix="amendback"):
    """Takes one's own amendment back."""

    order_id: int
    number: int
