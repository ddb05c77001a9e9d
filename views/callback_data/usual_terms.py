"""Buttons of a supplier's usual terms."""

from aiogram.filters.callback_data import CallbackData

from services.offer_fields import Field


class ShowUsual(CallbackData, prefix="usual"):
    """Shows the usual terms of a supplier."""

    supplier_id: int


class ListUsual(CallbackData, prefix="usuals"):
    """Shows whom the person sells for, by pages from 0."""

    page: int = 0


class EditUsual(CallbackData, prefix="usualfield"):
    """Asks for one field."""

    supplier_id: int
    field: Field


class SetUsual(CallbackData, prefix="usualset"):
    """Answers a field; an empty value leaves it open."""

    supplier_id: int
    field: Field
    value: str = ""
