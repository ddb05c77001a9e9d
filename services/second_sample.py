"""A second sample: it answers the changes that were wanted of the first."""

from domain.order import Order
from services.ports import Books


async def follow(books: Books, order: Order) -> None:
    """A sample that was just ordered answers the buyer's last list about these goods, if one was answered."""
    before = await books.changes.to_follow_for_update(order.buyer_id, order.goods.product_id)
    if before is not None:
        await books.changes.save(before, before.followed_by(order), books.now)
