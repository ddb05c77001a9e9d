"""Buttons of a supplier's own products: its list, a product, a new listing, a file, a holiday notice."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from services.listing_fields import ListingField


class Step(StrEnum):
    """Where a button of a new listing leads."""

    SKIP = "skip"
    REST = "rest"
    BACK = "back"
    EDIT = "edit"
    PREVIEW = "preview"
    CANCEL = "cancel"


class FileDeed(StrEnum):
    """What is to become of a file."""

    IMPORT = "import"
    DROP = "drop"
    PROBLEMS = "problems"


class ListStalls(CallbackData, prefix="stalls"):
    """Shows whom the person sells for, by pages from 0."""

    page: int = 0


class ShowStall(CallbackData, prefix="stall"):
    """Shows a supplier's products, by pages from 0: all, or `found` by the words last typed."""

    supplier_id: int
    page: int = 0
    found: bool = False


class ShowListed(CallbackData, prefix="own"):
    """Shows an own product."""

    product_id: int


class EditListed(CallbackData, prefix="ownedit"):
    """Shows what of a product can be changed."""

    product_id: int


class AskListed(CallbackData, prefix="ownask"):
    """Asks for one field of a product."""

    product_id: int
    field: ListingField


class SetListed(CallbackData, prefix="ownset"):
    """Answers a field of a product; an empty value leaves it open."""

    product_id: int
    field: ListingField
    value: str = ""


class PauseListed(CallbackData, prefix="ownpause"):
    """Takes a product off sale, or puts it back."""

    product_id: int
    pause: bool


class AddListing(CallbackData, prefix="listing"):
    """Begins a new listing."""

    supplier_id: int


class AnswerListing(CallbackData, prefix="listed"):
    """Answers the question of a new listing."""

    field: ListingField
    value: str


class AskListing(CallbackData, prefix="listask"):
    """Asks a field of a new listing once more."""

    field: ListingField


class StepListing(CallbackData, prefix="liststep"):
    """Moves within a new listing, from the question about this field."""

    field: ListingField
    step: Step


class PublishListing(CallbackData, prefix="publish"):
    """Lists what the preview with this token showed."""

    token: str


class HandleFile(CallbackData, prefix="prodfile"):
    """Imports a file that was read, drops it, or sends its problems."""

    file_id: int
    deed: FileDeed


class SendTemplate(CallbackData, prefix="prodsheet"):
    """Sends an empty catalogue file with its columns, to fill in."""


class ShowHoliday(CallbackData, prefix="closed"):
    """Shows a supplier's holiday notice, and asks for another."""

    supplier_id: int


class SetHoliday(CallbackData, prefix="close"):
    """Closed from the first day to the last, by their numbers in the calendar; 0 takes the notice back."""

    supplier_id: int
    first: int = 0
    last: int = 0
