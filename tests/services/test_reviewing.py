"""Reviews: by who received the goods, in versions, answered once; and the figures that follow from them."""

from collections.abc import Sequence
from datetime import timedelta
from statistics import fmean

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.figures import NO_FIGURES, Figures, Promise, with_promises
from domain.lifecycle import Deed, OrderStatus
from domain.order import Order
from domain.refusal import Refusal
from domain.review import (
    AnsweredAlready,
    LinkInReview,
    NothingReceived,
    Opinion,
    Review,
    ReviewSettled,
    StarsOutOfBounds,
    TooManyPhotos,
    WordsUnusable,
)
from domain.terms import Shipping
from services.measuring import measure_figures
from services.refusals import NotFound
from services.reviewing import Reviewing
from storage.books import StoredBooks
from storage.tables.reviews import reviews
from tests.builders import (
    BUYER,
    COLLEAGUE,
    NOON,
    OTHER_BUYER,
    RIVAL,
    SELLER,
    STRANGER,
    SUPPLIER,
    Trade,
    draft,
)
from tests.orders import carried_to, does

FINE = Opinion(4, "Sturdy cups", ("AQAD",))


async def reviewed(trade: Trade, order: Order, opinion: Opinion = FINE, days: int = 0) -> Review:
    """What the buyer says of his order, so many days from now."""
    later = timedelta(days=days)
    return await trade.does(
        order.buyer_id, lambda b, p: Reviewing(b, p).write(order.id, opinion), later=later
    )


async def figures_of(trade: Trade) -> Figures:
    """The supplier's figures as its cards show them, measured just now."""
    await trade.does(STRANGER, lambda books, _: measure_figures(books))
    return await shown_figures(trade)


async def shown_figures(trade: Trade) -> Figures:
    """The supplier's figures as its cards show them."""
    supplier = await trade.does(STRANGER, lambda books, _: books.catalogue.supplier(SUPPLIER))
    assert supplier is not None
    return supplier.figures


async def test_a_review_changes_for_thirty_days_and_is_answered_once(trade: Trade) -> None:
    order = await carried_to(trade, OrderStatus.DELIVERED)
    await trade.forget_letters()

    first = await reviewed(trade, order)
    again = await reviewed(trade, order)
    second = await reviewed(trade, order, Opinion(2), days=29)
    answered = await trade.does(COLLEAGUE, lambda b, p: Reviewing(b, p).answer(order.id, "Sorry!"))
    with pytest.raises(ReviewSettled):
        await reviewed(trade, order, Opinion(5), days=31)
    with pytest.raises(AnsweredAlready):
        await trade.does(SELLER, lambda b, p: Reviewing(b, p).answer(order.id, "Sorry again!"))

    assert (first.version, again.version, second.version) == (1, 1, 2)
    assert await trade.does(STRANGER, lambda books, _: books.reviews.get(order.id)) == answered
    assert (answered.opinion, answered.answer and answered.answer.words) == (Opinion(2), "Sorry!")
    told = [(SELLER, "reviewed"), (COLLEAGUE, "reviewed")]
    assert await trade.told() == [*told, *told, (BUYER, "review_answered")]
    assert await trade.count(reviews) == 2


@pytest.mark.parametrize("person_id", [SELLER, OTHER_BUYER, RIVAL, STRANGER])
async def test_only_its_buyer_reviews_an_order_and_only_its_seller_answers(
    trade: Trade, person_id: int
) -> None:
    order = await carried_to(trade, OrderStatus.COMPLETED)

    with pytest.raises(NotFound):
        await trade.does(person_id, lambda b, p: Reviewing(b, p).write(order.id, FINE))
    await reviewed(trade, order)
    if person_id != SELLER:
        with pytest.raises(NotFound):
            await trade.does(person_id, lambda b, p: Reviewing(b, p).answer(order.id, "No"))

    assert await trade.count(reviews) == 1


async def test_goods_that_have_not_arrived_cannot_be_reviewed(trade: Trade) -> None:
    order = await carried_to(trade, OrderStatus.SHIPPED)

    with pytest.raises(NothingReceived):
        await reviewed(trade, order)

    assert await figures_of(trade) == NO_FIGURES


@pytest.mark.parametrize(
    ("refusal", "stars", "words", "photos"),
    [
        (StarsOutOfBounds, 0, "", ()),
        (StarsOutOfBounds, 6, "", ()),
        (WordsUnusable, 5, "x" * 1001, ()),
        (TooManyPhotos, 5, "", tuple("abcdefghij")),
        *(
            (LinkInReview, 5, words, ())
            for words in ("see http://x", "T.me/y", "@seller1", "buy at shop.com")
        ),
    ],
)
def test_a_review_keeps_its_bounds(
    refusal: type[Refusal], stars: int, words: str, photos: tuple[str, ...]
) -> None:
    with pytest.raises(refusal):
        Opinion(stars, words, photos)


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(said=st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=3), min_size=1, max_size=3))
async def test_the_rating_is_the_mean_of_the_latest_versions(
    trade: Trade, said: Sequence[Sequence[int]]
) -> None:
    before = await figures_of(trade)
    latest = []
    for versions in said:
        order = await carried_to(trade, OrderStatus.DELIVERED)
        for stars in versions:
            await reviewed(trade, order, Opinion(stars))
        latest.append(versions[-1])

    after = await shown_figures(trade)

    assert (after.stars - before.stars, after.reviews - before.reviews) == (sum(latest), len(latest))
    new = Figures(sum(latest), len(latest)).rating_tenths
    assert new is not None
    assert abs(new / 10 - fmean(latest)) <= 0.05 + 1e-9


async def test_an_order_is_in_time_when_the_last_of_it_left_by_the_promised_day(trade: Trade) -> None:
    for number in range(6):
        inquired = await trade.inquires(BUYER, draft(lead_time_days=3, shipping=Shipping.SEA))
        order = await trade.orders(BUYER, await trade.accepts(SELLER, inquired))
        await trade.confirms(BUYER, order)
        order = await trade.confirms(SELLER, order)
        making = await carried_to(trade, OrderStatus.IN_PRODUCTION, order)
        days = 5 if number == 0 else 1
        await does(trade, making, SELLER, Deed.SHIP_REST, lambda o, a: o.ship(a, o.left), days=days)

    async def later(books: StoredBooks, _: object) -> Figures:
        return await books.figures.of_supplier(SUPPLIER, books.now)

    found = await trade.does(STRANGER, later, later=timedelta(days=6))

    assert (found.promised, found.on_time, found.on_time_percent) == (6, 5, 83)
    assert Figures(promised=4, on_time=4).on_time_percent is None


def test_a_promise_that_may_still_be_kept_counts_for_nothing() -> None:
    year, day = NOON - timedelta(days=365), timedelta(days=1)
    open_still, late, old = Promise(NOON + day, is_claimed=True), Promise(NOON - day), Promise(year - day)
    in_time, too_late = Promise(NOON, NOON), Promise(NOON - day, NOON, is_claimed=True)

    assert with_promises(NO_FIGURES, [open_still], year, NOON) == NO_FIGURES
    assert with_promises(NO_FIGURES, [late, old, in_time, too_late], year, NOON) == Figures(
        promised=3, on_time=1, claimed=1
    )
    assert Figures(promised=300, claimed=1).claim_percent == 1
