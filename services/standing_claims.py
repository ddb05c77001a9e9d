"""The claims on an order that its card shows: those under way, else the last one that came to something."""

from collections.abc import Sequence

from domain.claim import Claim
from domain.lifecycle import OPEN_CLAIMS, RECEIVED
from domain.order import Order
from services.late import LateCase
from services.ports import Books


async def standing_claims_of(books: Books, order: Order, late: LateCase | None) -> Sequence[Claim]:
    """The claims that stand; of orders that can have none nobody asks.

    Claims for lateness come with the lateness, claims for goods once these were received.
    """
    if late is not None:
        return standing(late.claims)
    return standing(await books.claims.of_order(order.id)) if order.status in RECEIVED else ()


def standing(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Those under way, first to last; without any, the last on which something was agreed or decided."""
    under_way = [claim for claim in claims if claim.status in OPEN_CLAIMS]
    return under_way or [claim for claim in claims if claim.is_won][-1:]
