"""How soon a supplier usually answers: measured from what it did, in working hours."""

from statistics import median_high
from typing import Final

from domain.china import working_time
from services.ports import Books

FEWEST_ANSWERS: Final = 3
LATEST_ANSWERS: Final = 20


async def measure_answers(books: Books) -> None:
    """Measures anew every supplier that answered an offer since it was measured last.

    The median of the latest answers counts, from the buyer's offer to the counter-offer, acceptance or
    refusal; nights and holidays in China do not. Fewer than three answers tell nothing.
    """
    for supplier_id in await books.answers.newly_answered():
        latest = await books.answers.latest(supplier_id, LATEST_ANSWERS)
        if len(latest) >= FEWEST_ANSWERS:
            took = [working_time(asked, answered) for asked, answered in latest]
            await books.answers.keep(supplier_id, median_high(took))
