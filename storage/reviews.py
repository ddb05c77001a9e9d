"""Reviews, their photos and answers in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, exists, func, insert, select

from domain.review import Answer, Opinion, Review
from services.said import File
from storage.connection import Connection
from storage.copies import want
from storage.inserting import insert_if_new
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.reviews import review_answers, review_photos, reviews

_newer, _first = reviews.alias("newer"), reviews.alias("first")
LATEST: Final = ~exists().where(
    _newer.c.order_id == reviews.c.order_id, _newer.c.version == reviews.c.version + 1
)
"""Whether a version is the one that counts."""
_WHOLE: Final = (
    select(
        reviews,
        _first.c.at.label("first_at"),
        review_answers.c.person_id.label("answered_by"),
        review_answers.c.words.label("answer"),
        review_answers.c.at.label("answered_at"),
    )
    .join(_first, (_first.c.order_id == reviews.c.order_id) & (_first.c.version == 1))
    .outerjoin(review_answers, review_answers.c.order_id == reviews.c.order_id)
)
_OF_ORDER: Final = Plain(_WHOLE.where(reviews.c.order_id == bindparam("order_id"), LATEST))
_OF_PRODUCT: Final = (reviews.c.product_id == bindparam("product_id")) & LATEST
_PAGE: Final = Plain(
    _WHOLE.where(_OF_PRODUCT)
    .order_by(reviews.c.at.desc(), reviews.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("before"))
)
_COUNT: Final = Plain(select(func.count()).select_from(reviews).where(_OF_PRODUCT))
_ADD: Final = Plain(insert(reviews))
_ANSWER: Final = Plain(insert(review_answers))
_PHOTO: Final = Plain(select(review_photos).where(review_photos.c.name == bindparam("photo")))


class StoredReviews:
    """Fulfils services.keeping_reviews.Reviews."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, order_id: int) -> Review | None:
        """The latest version for an order, with the seller's answer."""
        row = (await self._connection.execute(_OF_ORDER, {"order_id": order_id})).one_or_none()
        return _review_of(row) if row else None

    async def add(self, review: Review) -> None:
        """Keeps a version."""
        opinion = review.opinion
        values = {
            "order_id": review.order_id,
            "version": review.version,
            "buyer_id": review.buyer_id,
            "supplier_id": review.supplier_id,
            "product_id": review.product_id,
            "country": review.country,
            "stars": opinion.stars,
            "words": opinion.words,
            "photos": list(opinion.photos),
            "at": to_millis(review.at),
        }
        await self._connection.execute(_ADD, values)

    async def answer(self, order_id: int, answer: Answer) -> None:
        """Keeps the seller's answer."""
        values = {"person_id": answer.person_id, "words": answer.words, "at": to_millis(answer.at)}
        await self._connection.execute(_ANSWER, {"order_id": order_id, **values})

    async def of_product(self, product_id: int, page: int, size: int) -> Sequence[Review]:
        """A page of the latest versions for a product, newest first."""
        values = {"product_id": product_id, "most": size, "before": page * size}
        return [_review_of(row) for row in await self._connection.execute(_PAGE, values)]

    async def count(self, product_id: int) -> int:
        """How many orders of a product were reviewed."""
        count: int = (await self._connection.execute(_COUNT, {"product_id": product_id})).scalar_one()
        return count

    async def keep_photo(self, file: File, person_id: int, now: datetime) -> None:
        """Keeps a photo; the same twice is once."""
        values = {
            "name": file.unique_id,
            "file_id": file.id,
            "size": file.size,
            "sent_by": person_id,
            "sent_at": to_millis(now),
        }
        await self._connection.execute(insert_if_new(self._connection, review_photos), values)
        await want(self._connection, file)

    async def photo(self, name: str) -> File | None:
        """The photo of this lasting name."""
        row = (await self._connection.execute(_PHOTO, {"photo": name})).one_or_none()
        return File(row.file_id, row.name, size=row.size) if row else None


def _review_of(row: Row[Any]) -> Review:
    answer = Answer(row.answered_by, row.answer, to_moment(row.answered_at)) if row.answer else None
    return Review(
        order_id=row.order_id,
        version=row.version,
        buyer_id=row.buyer_id,
        supplier_id=row.supplier_id,
        product_id=row.product_id,
        country=row.country,
        opinion=Opinion(row.stars, row.words, tuple(row.photos)),
        at=to_moment(row.at),
        first_at=to_moment(row.first_at),
        answer=answer,
    )
