"""Buttons of reviews: writing one for an order, answering it, and reading those of a product."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class ReviewStep(StrEnum):
    """Where a button of a review under way leads; the values are on buttons."""

    SKIP = "skip"
    CLEAR = "clear"
    DONE = "done"
    SEND = "send"
    EDIT = "edit"
    ANSWER = "answer"
    SEND_ANSWER = "reply"


class ReviewOrder(CallbackData, prefix="review"):
    """Shows the review of an order, or begins it."""

    order_id: int


class GiveStars(CallbackData, prefix="stars"):
    """Gives an order so many stars."""

    order_id: int
    stars: int


class TakeReviewStep(CallbackData, prefix="revstep"):
    """Goes on with the review of an order, or with the answer to it."""

    order_id: int
    step: ReviewStep


class ShowReviews(CallbackData, prefix="reviews"):
    """Shows a page (from 0) of what buyers say of a product; `search` names the search to go back to."""

    product_id: int
    page: int = 0
    search: str = ""


class ShowReviewPhoto(CallbackData, prefix="revphoto"):
    """Sends a photo (from 0) of an order's review; the reviews stay."""

    order_id: int
    number: int = 0
