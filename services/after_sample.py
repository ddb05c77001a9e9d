"""What came of a sample: the golden sample that an order is, or names, and the changes that were wanted."""

from dataclasses import dataclass

from domain.golden import GoldenSample, sample_order_id
from domain.lifecycle import RECEIVED
from domain.money import Money
from domain.order import Order
from domain.wanted_changes import WantedChanges
from services.ports import Books
from services.sample_credit import expected_credit


@dataclass(frozen=True, slots=True)
class AfterSample:
    """Of a sample order: its golden sample, the last list of changes, and the list that it answers itself.

    Of an order for the lot only the golden sample that its terms name, and until both sides confirmed what
    of its price will count.
    """

    golden: GoldenSample | None = None
    changes: WantedChanges | None = None
    to_check: WantedChanges | None = None
    credit: Money | None = None


async def after_sample(books: Books, order: Order) -> AfterSample | None:
    """What came of it so far; of an order that has nothing to do with a sample nobody asks."""
    if order.terms.sample:
        golden = await books.golden.get(sample_order_id(order.terms.sample))
        return AfterSample(golden, credit=await expected_credit(books, order))
    if not order.is_sample:
        return None
    to_check = await books.changes.followed_by(order.id)
    if order.status not in RECEIVED:
        return AfterSample(to_check=to_check)
    return AfterSample(
        await books.golden.get(order.id), await books.changes.latest(order.id), to_check=to_check
    )
