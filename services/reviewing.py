"""Reviewing an order after receipt, and answering a review."""

from dataclasses import dataclass
from datetime import datetime

from domain.lifecycle import RECEIVED
from domain.order import Order
from domain.people import Person, Side
from domain.review import Answer, NothingReceived, Opinion, Review
from services.measuring import measure
from services.notices import News, Notice
from services.order_deeds import OrderDeeds, locked_as
from services.ports import Books
from services.recording import tell_side
from services.refusals import NotFound
from services.said import File


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An order with its review, if there is one, seen by one side, `now`."""

    order: Order
    side: Side
    now: datetime
    review: Review | None = None

    @property
    def can_begin(self) -> bool:
        """Whether the buyer may say what he thinks of it."""
        return self.review is None and self.side is Side.BUYER and self.order.status in RECEIVED

    @property
    def can_change(self) -> bool:
        """Whether the buyer may say something else."""
        return self.review is not None and self.side is Side.BUYER and self.review.can_change(self.now)

    @property
    def can_answer(self) -> bool:
        """Whether the seller may answer."""
        return self.review is not None and self.side is Side.SELLER and self.review.answer is None


class Reviewing:
    """The reviews of one person, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def see(self, order_id: int) -> Reviewed:
        """What was said of an order. Raises NotFound, to strangers too."""
        order, side = await OrderDeeds(self._books, self._person).see(order_id)
        return Reviewed(order, side, self._books.now, await self._books.reviews.get(order_id))

    async def begin(self, order_id: int) -> Reviewed:
        """The same for the buyer of what was received. Raises NotFound or NothingReceived."""
        seen = await self.see(order_id)
        if seen.side is not Side.BUYER:
            raise NotFound(what="order")
        if seen.order.status not in RECEIVED:
            raise NothingReceived(status=seen.order.status)
        return seen

    async def keep_photo(self, file: File) -> None:
        """Keeps a photo that a review may show."""
        await self._books.reviews.keep_photo(file, self._person.id, self._books.now)

    async def write(self, order_id: int, opinion: Opinion) -> Review:
        """The buyer reviews what he received, or changes what he said; the seller is told.

        - One review an order; a change is a new version and is possible for thirty days.
        - The same opinion twice is once.
        - Whoever looks at the supplier next finds it counted.
        """
        order = await locked_as(Side.BUYER, self._books, self._person, order_id)
        before = await self._books.reviews.get(order_id)
        now = self._books.now
        review = before.change(opinion, now) if before else Review.of(order, opinion, now)
        if review is not before:
            await self._books.reviews.add(review)
            await measure(self._books, order.supplier_id)
            await tell_side(self._books, order, Side.SELLER, Notice(News.REVIEWED, order.id, review.version))
        return review

    async def answer(self, order_id: int, words: str) -> Review:
        """The seller answers a review, once; the buyer is told. Raises NotFound or AnsweredAlready."""
        order = await locked_as(Side.SELLER, self._books, self._person, order_id)
        review = await self._books.reviews.get(order_id)
        if review is None:
            raise NotFound(what="review")
        answer = Answer(self._person.id, words, self._books.now)
        answered = review.answered(answer)
        await self._books.reviews.answer(order_id, answer)
        await tell_side(
            self._books, order, Side.BUYER, Notice(News.REVIEW_ANSWERED, order.id, review.version)
        )
        return answered
