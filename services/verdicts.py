"""Whether an agreement is genuine, and how much of it the one who asks may hear."""

from dataclasses import dataclass

from domain.catalogue import Supplier
from domain.order import Order
from domain.people import Person, Side
from services.agreements import Agreement
from services.case_file_books import KeptCaseFile
from services.ports import Books


@dataclass(frozen=True, slots=True)
class Seen:
    """The order as a party of it may hear of it."""

    order: Order
    side: Side
    supplier: Supplier | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a file, or of a hash that was typed; without an `agreement` it is not genuine.

    `current` is the revision that holds now. `seen` is None for all but the parties. `is_unread`: the file
    could not be had. `case_file` is the case file that it is instead.
    """

    agreement: Agreement | None = None
    current: int = 0
    seen: Seen | None = None
    is_file: bool = False
    is_unread: bool = False
    case_file: KeptCaseFile | None = None

    @property
    def is_superseded(self) -> bool:
        """Whether a later revision took the agreement's place."""
        return self.agreement is not None and self.agreement.revision < self.current


async def verdict_on(books: Books, person: Person, beginning: str, *, is_file: bool = False) -> Verdict:
    """The verdict on a hash or the beginning of one; an empty one is that of a file nobody could read."""
    if not beginning:
        return Verdict(is_file=is_file, is_unread=True)
    agreement = await books.agreements.found(beginning)
    case_file = None if agreement else await books.case_files.found(beginning)
    made = agreement or case_file
    order = await books.orders.get(made.order_id) if made else None
    if order is None:
        return Verdict(is_file=is_file)
    side = person.side_in(order.buyer_id, order.supplier_id)
    supplier = await books.catalogue.supplier(order.supplier_id) if side else None
    seen = Seen(order, side, supplier) if side else None
    return Verdict(agreement, order.revision, seen, is_file=is_file, case_file=case_file)
