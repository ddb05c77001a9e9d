"""Reading reviews: that of an order, those of a product in pages, and their photos."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.people import Side
from domain.review import STARS, Review
from services.pages import pages_of
from services.reviewing import Reviewed
from services.said import File, Kind, Said
from views.buttons import back
from views.callback_data.navigation import ShowOrder, ShowProduct
from views.callback_data.reviews import ReviewStep, ShowReviewPhoto, ShowReviews, TakeReviewStep
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs, quote
from views.order import belongs_to_order
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Attached, Button, Rows, Screen, rows
from views.talk import not_shown
from views.titles import Titled, title

ON_A_PAGE: Final = 3
MOST_QUOTED: Final = 1000
_NOTHING_YET: Final[Mapping[Side, Callable[[Reader], Html]]] = {
    Side.BUYER: lambda reader: reader.say("You have not reviewed this order yet."),
    Side.SELLER: lambda reader: reader.say("The buyer has not reviewed this order yet."),
}


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A page (from 0) of the `count` reviews of a product, and the search that found it."""

    product_id: int
    goods: Titled
    reviews: Sequence[Review]
    count: int
    number: int = 0
    search: str = ""

    @property
    def pages(self) -> int:
        """How many there are."""
        return pages_of(self.count, ON_A_PAGE)


def reviews_page(reader: Reader, page: ReviewPage) -> Screen:
    """What buyers say of a product, newest first."""
    leave = [back(reader, ShowProduct(product_id=page.product_id, search=page.search).pack())]
    head = bold(reader.say("⭐ Reviews of {title}", title=title(reader, page.goods)))
    if not page.reviews:
        nobody = reader.say("Nobody has reviewed this product yet. Who receives it can.")
        return Screen(paragraphs(head, nobody), rows(leave))
    first = page.number * ON_A_PAGE + 1
    entries = [_entry(reader, number, review) for number, review in enumerate(page.reviews, first)]
    photos = [
        Button(f"📷 {number}", ShowReviewPhoto(order_id=review.order_id).pack())
        for number, review in enumerate(page.reviews, first)
        if review.opinion.photos
    ]
    turns = page_buttons(page.number, page.pages, lambda to: _turn(page, to))
    text = paragraphs(head, *entries, page_line(reader, page.number + 1, page.pages))
    return Screen(text, rows(photos, turns, leave))


def order_review(reader: Reader, reviewed: Reviewed, above: Html | str = "") -> Screen:
    """The review of an order to either side of it."""
    order, review = reviewed.order, reviewed.review
    heading = bold(reader.say("⭐ Review of order {number}", number=order.number))
    goods = title(reader, order.goods)
    said = _said(reader, review) if review else _NOTHING_YET[reviewed.side](reader)
    text = paragraphs(bold(above) if above else "", lines(heading, goods), said)
    return Screen(text, _of_order(reader, reviewed), card=belongs_to_order(order))


def review_photo(reader: Reader, review: Review, number: int, file: File) -> Screen:
    """One photo of a review."""
    count = len(review.opinion.photos)
    text = lines(
        starred(reader, review.opinion.stars),
        from_where(reader, review.country),
        reader.say("Photo {number} of {count}", number=number + 1, count=count),
    )
    turns = page_buttons(
        number, count, lambda to: ShowReviewPhoto(order_id=review.order_id, number=to).pack()
    )
    attached = Attached(Said(kind=Kind.PHOTO, file=file), lines(text, not_shown(reader)))
    return Screen(text, rows(turns), attached=attached)


def starred(reader: Reader, stars: int) -> Html:
    """So many of five stars, in a picture and in figures."""
    return reader.say("{drawn} {stars} of {most} stars", drawn="⭐" * stars, stars=stars, most=max(STARS))


def from_where(reader: Reader, country: str) -> Html:
    """A buyer as others see him: only the country the goods went to."""
    if not country:
        return reader.say("A buyer")
    return reader.say("Buyer from {country}", country=reader.country(country))


def to_reviews(reader: Reader, product_id: int, search: str) -> Button:
    """Leads to what buyers say of a product."""
    return Button(reader.word("⭐ Reviews"), ShowReviews(product_id=product_id, search=search).pack())


def _entry(reader: Reader, number: int, review: Review) -> Html:
    signed = reader.say(
        "{number}. <b>{buyer}</b>, {day}",
        number=number,
        buyer=from_where(reader, review.country),
        day=reader.day(review.at.date()),
    )
    return lines(signed, _said(reader, review))


def _said(reader: Reader, review: Review) -> Html:
    opinion, count = review.opinion, len(review.opinion.photos)
    return lines(
        starred(reader, opinion.stars),
        quote(shortened(opinion.words, MOST_QUOTED)) if opinion.words else "",
        reader.say_many("📷 {count} photo", "📷 {count} photos", count) if count else "",
        _answer(reader, review),
    )


def _answer(reader: Reader, review: Review) -> Html:
    if review.answer is None:
        return Html()
    return lines(reader.say("↩️ The seller answers:"), quote(shortened(review.answer.words, MOST_QUOTED)))


def _of_order(reader: Reader, reviewed: Reviewed) -> Rows:
    order_id, review = reviewed.order.id, reviewed.review
    leave = [back(reader, ShowOrder(order_id=order_id).pack())]
    if review is None:
        return rows(leave)
    photos = Button(reader.word("📷 Photos"), ShowReviewPhoto(order_id=order_id).pack())
    return rows(
        [photos] if review.opinion.photos else [],
        [_step(reader.word("↩️ Answer"), order_id, ReviewStep.ANSWER)] if reviewed.can_answer else [],
        [_step(reader.word("✏️ Edit"), order_id, ReviewStep.EDIT)] if reviewed.can_change else [],
        leave,
    )


def _step(word: str, order_id: int, step: ReviewStep) -> Button:
    return Button(word, TakeReviewStep(order_id=order_id, step=step).pack())


def _turn(page: ReviewPage, to: int) -> str:
    return ShowReviews(product_id=page.product_id, page=to, search=page.search).pack()
