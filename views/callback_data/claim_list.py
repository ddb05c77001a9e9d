"""Buttons of the list of claims: its filters and pages."""

from aiogram.filters.callback_data import CallbackData

from services.claim_list import ClaimFilter


class ListClaims(CallbackData, prefix="claims"):
    """Shows a page (from 0) of the claims that pass the filter."""

    shown: ClaimFilter
    page: int = 0
