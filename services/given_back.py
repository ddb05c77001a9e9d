"""What claims on an order have given back or still may: no other change of the order overtakes it."""

from domain.claim_bounds import reserved
from domain.lifecycle import OPEN_CLAIMS
from domain.order import Order
from domain.refusal import Refusal
from domain.terms import Terms
from services.ports import Books


class BelowGivenBack(Refusal):
    """The total would be less than `given`, what claims gave back or still may give back."""


class ClaimStands(Refusal):
    """A claim on the goods is still to be answered or made good: the order cannot be cancelled around it."""


async def check_total(books: Books, order: Order, terms: Terms) -> None:
    """Whether an order, which is locked, may be amended to these terms. Raises BelowGivenBack."""
    claims = await books.claims.of_order(order.id)
    if not claims:
        return
    given = reserved(claims, (await books.money.standing(order)).allowed)
    if given.minor and (terms.total().minor < given.minor or terms.total().currency != given.currency):
        raise BelowGivenBack(given=given)


async def check_no_claim(books: Books, order: Order) -> None:
    """Whether an order may be cancelled, by which everything paid goes back. Raises ClaimStands."""
    if await is_claimed(books, order):
        raise ClaimStands(order=order.number)


async def is_claimed(books: Books, order: Order) -> bool:
    """Whether a claim on the goods is still to be answered or made good."""
    of_goods = [claim for claim in await books.claims.of_order(order.id) if not claim.is_late]
    return any(claim.status in OPEN_CLAIMS for claim in of_goods)
