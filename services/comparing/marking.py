"""Which negotiations of a list belong to an inquiry to several suppliers; sellers are never told."""

from collections.abc import Sequence
from dataclasses import replace

from domain.people import Side
from services.cases import Case
from services.comparing.keeping import PlaceInRfq
from services.ports import Books


async def marked(books: Books, cases: Sequence[Case]) -> Sequence[Case]:
    """The cases, a buyer's own with the number of the inquiry that each belongs to."""
    asked = [case.negotiation.id for case in cases if case.side is Side.BUYER]
    numbers = await books.rfqs.of_negotiations(asked) if asked else {}
    places = {number: PlaceInRfq(rfq_id) for number, rfq_id in numbers.items()}
    return [replace(case, rfq=places.get(case.negotiation.id)) for case in cases]
