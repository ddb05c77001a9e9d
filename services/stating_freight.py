"""A seller states what freight costs; his figure replaces the estimate on both sides' cards."""

from dataclasses import dataclass

from domain.freight.figure import FreightFigure
from domain.money import Money
from domain.negotiation import MoveNotAllowed, Negotiation
from domain.people import Person, Side
from domain.terms import Shipping
from services.negotiating import Target
from services.notices import News, Notice
from services.ports import Books
from services.recording import tell_side
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Statement:
    """What the seller says: the whole freight, one way, of the quantity in the offer `target` names.

    `minor` is the amount in minor units of the goods' currency.
    """

    target: Target
    method: Shipping
    minor: int


async def state_freight(books: Books, person: Person, statement: Statement) -> Negotiation:
    """Keeps the figure and tells the buyer.

    - Only who sells for the supplier may; to strangers the negotiation does not exist.
    - It is for the quantity on the table and the country the buyer chose; an older version is refused.
    - It is in the currency of the goods, above zero and no more than a unit may cost, and changes no terms.
    - Said twice, as by a second press, it is said once.
    """
    before = await books.negotiations.get_for_update(statement.target.negotiation_id)
    side = person.side_in(before.buyer_id, before.supplier_id) if before else None
    if before is None or side is None:
        raise NotFound(what="negotiation")
    if side is not Side.SELLER:
        raise MoveNotAllowed(status=before.status)
    figure = FreightFigure(
        method=statement.method,
        cost=Money(statement.minor, before.goods.currency),
        count=before.offer.terms.quantity.count,
        country=await books.freight.destination(before.buyer_id),
        author_id=person.id,
        at=books.now,
    )
    after = before.with_freight(statement.target.version, figure)
    if any(each.says_the_same(figure) for each in before.freight):
        return before
    await books.freight.state(after.id, figure)
    await books.negotiations.save(before, after, books.now)
    notice = Notice(News.FREIGHT_STATED, after.id, after.offer.number, statement.method.value)
    await tell_side(books, after, Side.BUYER, notice)
    return after
