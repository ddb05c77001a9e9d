"""Buttons about the money of an order; amounts are in minor units of its currency."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.instalments import Part
from domain.terms import PaymentMethod


class Why(StrEnum):
    """Why a seller has not received a payment; the values are stored."""

    NOTHING = "nothing"
    LESS = "less"
    SLIP = "slip"


class Pay(CallbackData, prefix="pay"):
    """Opens the ways to pay, for what is next."""

    order_id: int


class PayPart(CallbackData, prefix="paypart"):
    """Opens the ways to pay, for this part of the total."""

    order_id: int
    part: Part


class PayBy(CallbackData, prefix="payby"):
    """Pays a part of the total in this way."""

    order_id: int
    method: PaymentMethod
    part: Part


class HavePaid(CallbackData, prefix="havepaid"):
    """The buyer says he paid a part by hand, to the account he was shown (0: none)."""

    order_id: int
    method: PaymentMethod
    part: Part
    account_id: int


class SlipsDone(CallbackData, prefix="slips"):
    """The buyer has sent all slips, or none."""

    order_id: int


class AskReceived(CallbackData, prefix="askrec"):
    """The seller looks for money that arrived, whether the buyer said so or not."""

    order_id: int


class Received(CallbackData, prefix="rec"):
    """The seller received this much of a statement (0: what it says); not `sure` yet asks once more."""

    statement_id: int
    minor: int = 0
    sure: bool = False


class ReceivedUnasked(CallbackData, prefix="recun"):
    """The seller received this much though the buyer said nothing; `bookings` is how many there were."""

    order_id: int
    minor: int
    bookings: int
    sure: bool = False


class NotReceived(CallbackData, prefix="notrec"):
    """The seller received nothing and is asked why."""

    statement_id: int


class NotReceivedBecause(CallbackData, prefix="notrecwhy"):
    """The seller received nothing, for this reason."""

    statement_id: int
    why: Why


class ShowSlip(CallbackData, prefix="slip"):
    """Shows a slip of a statement, from 1."""

    statement_id: int
    number: int


class RefundSent(CallbackData, prefix="refund"):
    """Money was given back; `bookings` is how many there were; not `sure` yet asks once more."""

    order_id: int
    bookings: int
    sure: bool = False


class AskRefund(CallbackData, prefix="askrefund"):
    """Asks the operator to give back what was paid by card."""

    order_id: int


class ShowMoney(CallbackData, prefix="money"):
    """Shows a page of the money history, from 1; 0 is the last one."""

    order_id: int
    page: int = 0
