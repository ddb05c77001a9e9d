"""Buttons of the operator's page."""

from aiogram.filters.callback_data import CallbackData

from domain.policy import Role


class ShowAdmin(CallbackData, prefix="admin"):
    """Shows the operator's page."""


class FindSupplier(CallbackData, prefix="adminfind"):
    """Asks for the name of a supplier."""


class ShowSupplier(CallbackData, prefix="adminsup"):
    """Shows an operator a supplier."""

    supplier_id: int


class InviteFor(CallbackData, prefix="adminlink"):
    """Makes a link by which one person becomes an owner or a seller of the supplier."""

    supplier_id: int
    role: Role
