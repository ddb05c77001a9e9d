"""Reading what buyers say of a product, and their photos."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from services.pages import page_at
from services.refusals import NotFound
from views import reviews as views
from views.callback_data.reviews import ShowReviewPhoto, ShowReviews

router = Router(name="reviews")


@router.callback_query(Pressed(ShowReviews))
async def show_reviews(query: CallbackQuery, desk: Desk, pressed: ShowReviews) -> Reply:
    """A page, or the last one when there are fewer by now."""
    product = await desk.books.catalogue.product(pressed.product_id)
    if product is None:
        raise NotFound(what="product")
    reviews = desk.books.reviews
    count = await reviews.count(product.id)
    number = page_at(pressed.page, count, views.ON_A_PAGE)
    found = await reviews.of_product(product.id, number, views.ON_A_PAGE)
    page = views.ReviewPage(product.id, product, found, count, number, pressed.search)
    return Reply(views.reviews_page(desk.reader, page))


@router.callback_query(Pressed(ShowReviewPhoto))
async def show_photo(query: CallbackQuery, desk: Desk, pressed: ShowReviewPhoto) -> Reply:
    """One photo, below; what is published everybody may see."""
    review = await desk.books.reviews.get(pressed.order_id)
    if review is None or pressed.number >= len(review.opinion.photos):
        raise NotFound(what="review")
    file = await desk.books.reviews.photo(review.opinion.photos[pressed.number])
    if file is None:
        raise NotFound(what="review")
    shown = views.review_photo(desk.reader, review, pressed.number, file)
    return Reply(shown, place=Place.BELOW)
