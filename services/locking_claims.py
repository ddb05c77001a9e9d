"""Locking a claim: its order first, as whoever moves either of them does."""

from domain.claim import Claim
from domain.order import Order
from services.ports import Books
from services.refusals import NotFound


async def locked_claim(books: Books, claim_id: int) -> tuple[Order, Claim]:
    """A claim and its order as they stand once nobody else can move them. Raises NotFound."""
    seen = await books.claims.get(claim_id)
    if seen is None:
        raise NotFound(what="claim")
    order = await books.orders.get_for_update(seen.order_id)
    claim = await books.claims.get_for_update(claim_id)
    assert order is not None, "a claim is on an order"
    assert claim is not None, "claims stay"
    return order, claim
