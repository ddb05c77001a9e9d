"""Buttons about the accounts that a supplier is paid to."""

from aiogram.filters.callback_data import CallbackData

from domain.terms import PaymentMethod


class ListAccounts(CallbackData, prefix="accounts"):
    """Of whom the person sells for; of one supplier its accounts at once."""

    page: int = 0


class ShowAccounts(CallbackData, prefix="account"):
    """The accounts of one supplier."""

    supplier_id: int


class TakeCards(CallbackData, prefix="takecards"):
    """Lets buyers pay by card, or no more."""

    supplier_id: int
    taken: bool


class EditAccount(CallbackData, prefix="editacc"):
    """Begins to enter an account."""

    supplier_id: int
    method: PaymentMethod
