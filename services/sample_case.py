"""A request for a sample as one side sees it now: all that its card shows."""

from dataclasses import dataclass
from datetime import datetime

from domain.catalogue import Supplier
from domain.lifecycle import SAMPLE_REQUEST, Actor, Deed
from domain.people import Person, Side
from domain.sample_request import SampleRequest
from services.ports import Books
from services.sampling import Sampling
from services.thread import translation_of


@dataclass(frozen=True, slots=True)
class SampleCase:
    """A request seen by one side, `now`.

    `translation` is that of the other side's words, as in a Case: the buyer's wishes, or the seller's reason.
    """

    request: SampleRequest
    side: Side
    now: datetime
    supplier: Supplier | None = None
    translation: str | None = ""

    @property
    def is_my_turn(self) -> bool:
        """Whether this side is waited for."""
        return self.request.waits_for is self.side and not self.request.is_out_of_time(self.now)

    def may(self, deed: Deed) -> bool:
        """Whether this side may do it now."""
        is_known = (self.request.status, deed, Actor(self.side.value)) in SAMPLE_REQUEST
        return is_known and not self.request.is_out_of_time(self.now)


async def sample_case_of(books: Books, person: Person, request_id: int) -> SampleCase:
    """A request as the person sees it now. Raises NotFound, to strangers too."""
    request, side = await Sampling(books, person).see(request_id)
    words = request.wishes if side is Side.SELLER else request.closing
    return SampleCase(
        request,
        side,
        books.now,
        await books.catalogue.supplier(request.supplier_id),
        translation=await translation_of(books, person, words),
    )
