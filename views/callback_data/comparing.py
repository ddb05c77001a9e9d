"""Buttons that compare suppliers; `shortlist` is the short id of the list that a button ticks on."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class FileKind(StrEnum):
    """What a comparison is made into; the values are on buttons."""

    PICTURE = "picture"
    CSV = "csv"
    XLSX = "xlsx"


class ShowRfq(CallbackData, prefix="rfq"):
    """Shows the answers to an inquiry side by side, from a page (from 0) on."""

    rfq_id: int
    page: int = 0


class BringRfq(CallbackData, prefix="bringrfq"):
    """Sends the answers side by side; the card with the button stays."""

    rfq_id: int


class MakeFile(CallbackData, prefix="compfile"):
    """Sends the comparison as a file; 0 is that of the products put side by side."""

    rfq_id: int
    kind: FileKind


class AddToCompare(CallbackData, prefix="beside"):
    """Puts a product beside the others; its page goes back to the same search."""

    product_id: int
    search: str = ""


class TakeAway(CallbackData, prefix="takeaway"):
    """Takes a product away from those put side by side; 0 is all of them."""

    product_id: int


class AskSeveral(CallbackData, prefix="several"):
    """Lists suppliers for the products put side by side."""


class OtherSuppliers(CallbackData, prefix="others"):
    """Lists other suppliers than the one of this negotiation."""

    negotiation_id: int


class TurnShortlist(CallbackData, prefix="shortlist"):
    """Shows a page (from 0) of the list."""

    shortlist: str
    page: int


class Tick(CallbackData, prefix="tick"):
    """Ticks a supplier, or takes the tick away."""

    shortlist: str
    product_id: int
    page: int


class WriteInquiry(CallbackData, prefix="writerfq"):
    """Begins the inquiry to those who are ticked."""

    shortlist: str


class CloseOthers(CallbackData, prefix="closeoth"):
    """Closes the other negotiations of the inquiry; without a token it asks whether that is meant."""

    negotiation_id: int
    token: str = ""
