"""What a buyer says of an order after receipt, in versions, and what the seller answers, once."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.lifecycle import RECEIVED
from domain.order import Order
from domain.refusal import Refusal

STARS: Final = range(1, 6)
MOST_WORDS: Final = 1000
MOST_PHOTOS: Final = 9
TIME_TO_CHANGE: Final = timedelta(days=30)
_LINK: Final = re.compile(
    r"://|\bwww\.|\bt\.me/|@\w{4,}|\b[\w-]+\.(?:com|cn|net|org|info|shop|store|xyz|top|io|me|ru|link)\b",
    re.IGNORECASE,
)


class NothingReceived(Refusal):
    """Only received goods can be reviewed; the order stands at `status`."""


class ReviewSettled(Refusal):
    """A review can be changed for `days` days after it was first sent."""


class StarsOutOfBounds(Refusal):
    """A review gives one to five `stars`."""


class WordsUnusable(Refusal):
    """The words have `length` characters, more than `most`, or an answer has none."""


class TooManyPhotos(Refusal):
    """A review shows `most` photos."""


class LinkInReview(Refusal):
    """The words hold a link, an account or an address of the web."""


class AnsweredAlready(Refusal):
    """The seller answers a review once."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """One to five stars, perhaps words and photos, which are named by Telegram's lasting name of the file.

    Raises StarsOutOfBounds, WordsUnusable, TooManyPhotos or LinkInReview.
    """

    stars: int
    words: str = ""
    photos: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.stars not in STARS:
            raise StarsOutOfBounds(stars=self.stars)
        if len(self.photos) > MOST_PHOTOS:
            raise TooManyPhotos(most=MOST_PHOTOS)
        check_words(self.words)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the seller says to a review."""

    person_id: int
    words: str
    at: datetime

    def __post_init__(self) -> None:
        if not self.words:
            raise WordsUnusable(length=0, most=MOST_WORDS)
        check_words(self.words)


@dataclass(frozen=True, slots=True)
class Review:
    """Version `version` (from 1) of what the buyer says, sent `at`; the first was sent `first_at`.

    `country` is where the goods went, by ISO 3166, perhaps empty: all that others learn of the buyer.
    """

    order_id: int
    version: int
    buyer_id: int
    supplier_id: int
    product_id: int
    country: str
    opinion: Opinion
    at: datetime
    first_at: datetime
    answer: Answer | None = None

    @classmethod
    def of(cls, order: Order, opinion: Opinion, at: datetime) -> "Review":
        """The first version. Raises NothingReceived."""
        if order.status not in RECEIVED:
            raise NothingReceived(status=order.status)
        return cls(
            order_id=order.id,
            version=1,
            buyer_id=order.buyer_id,
            supplier_id=order.supplier_id,
            product_id=order.goods.product_id,
            country=order.details.delivery.country,
            opinion=opinion,
            at=at,
            first_at=at,
        )

    def can_change(self, now: datetime) -> bool:
        """Whether the buyer may still say something else."""
        return now < self.first_at + TIME_TO_CHANGE

    def change(self, opinion: Opinion, at: datetime) -> "Review":
        """A newer version; the same opinion is none. Raises ReviewSettled."""
        if opinion == self.opinion:
            return self
        if not self.can_change(at):
            raise ReviewSettled(days=TIME_TO_CHANGE.days)
        return replace(self, version=self.version + 1, opinion=opinion, at=at)

    def answered(self, answer: Answer) -> "Review":
        """The seller's answer. Raises AnsweredAlready."""
        if self.answer is not None:
            raise AnsweredAlready(order_id=self.order_id)
        return replace(self, answer=answer)


def check_words(words: str) -> None:
    """Raises WordsUnusable or LinkInReview."""
    if len(words) > MOST_WORDS:
        raise WordsUnusable(length=len(words), most=MOST_WORDS)
    if _LINK.search(words):
        raise LinkInReview()
