"""A review, or the answer to one, on its way: what was said so far, before it is sent."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from domain.review import MOST_PHOTOS, Opinion, Review, TooManyPhotos


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """What the buyer of an order would say; `album` is the last he sent photos in."""

    order_id: int
    stars: int = 0
    words: str = ""
    photos: tuple[str, ...] = ()
    album: str = ""

    @classmethod
    def of(cls, order_id: int, review: Review | None) -> Self:
        """From what was said before, if anything was."""
        if review is None:
            return cls(order_id)
        opinion = review.opinion
        return cls(order_id, opinion.stars, opinion.words, opinion.photos)

    @classmethod
    def read(cls, record: Mapping[str, Any]) -> Self:
        """The draft that `record` wrote."""
        return cls(**{**record, "photos": tuple(record["photos"])})

    def record(self) -> dict[str, Any]:
        """The draft as JSON."""
        return {**asdict(self), "photos": list(self.photos)}

    @property
    def opinion(self) -> Opinion:
        """What would be sent. Raises as Opinion does."""
        return Opinion(self.stars, self.words, self.photos)

    def with_photo(self, name: str, album: str) -> Self:
        """With one more photo, each once. Raises TooManyPhotos."""
        if name in self.photos:
            return self
        if len(self.photos) >= MOST_PHOTOS:
            raise TooManyPhotos(most=MOST_PHOTOS)
        return replace(self, photos=(*self.photos, name), album=album)
