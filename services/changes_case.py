"""A list of changes as one side sees it now: all that its card shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.catalogue import Supplier
from domain.order import Order
from domain.people import Person, Side
from domain.wanted_changes import WantedChanges
from services.ports import Books
from services.thread import translation_of
from services.wanting_changes import WantingChanges


@dataclass(frozen=True, slots=True)
class ChangesCase:
    """A list about the sample of `order`, seen by one side, `now`.

    `photos` counts those of each item, `translation` is that of the other side's words, as in a Case.
    """

    changes: WantedChanges
    order: Order
    side: Side
    now: datetime
    supplier: Supplier | None = None
    photos: Sequence[int] = ()
    translation: str | None = ""

    @property
    def is_answerable(self) -> bool:
        """Whether this side may answer."""
        return self.side is Side.SELLER and self.changes.is_answerable(self.now)

    @property
    def words(self) -> str:
        """What the other side wrote, a line for each item: wishes to the seller, reasons to the buyer."""
        changes = self.changes
        if self.side is Side.SELLER:
            said = [wish.words for wish in changes.wishes]
        else:
            answers = map(changes.answer_to, range(1, len(changes.wishes) + 1))
            said = [each.reason if each else "" for each in answers]
        return "\n".join(f"{place}. {words}" for place, words in enumerate(said, start=1) if words)


async def changes_case_of(books: Books, person: Person, changes_id: int) -> ChangesCase:
    """A list as the person sees it now. Raises NotFound, to strangers too."""
    changes, side = await WantingChanges(books, person).see(changes_id)
    order = await books.orders.get(changes.order_id)
    assert order is not None, "changes are wanted of a sample order"
    supplier = await books.catalogue.supplier(changes.supplier_id)
    photos = [await books.evidence.count(wish.bundle_id) if wish.bundle_id else 0 for wish in changes.wishes]
    case = ChangesCase(changes, order, side, books.now, supplier, photos)
    return replace(case, translation=await translation_of(books, person, case.words))
