"""The photos of a problem beside those of the golden sample that an order refers to."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.golden import sample_order_id
from domain.order import Order
from domain.people import Person
from domain.refusal import Refusal
from services.approving import Approving
from services.evidence import Exhibit
from services.looking_at_evidence import LookingAtEvidence
from services.pages import page_at
from services.ports import Books


class NothingBeside(Refusal):
    """The order names no golden sample with photos, or there is no photo of the problem."""


class StillCopied(Refusal):
    """A photo has no preview yet."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A photo of the problem, on page `page` (from 0) of `count`, and one of the golden sample `number`."""

    order: Order
    bundle_id: int
    number: str
    golden: Exhibit
    problem: Exhibit
    page: int
    count: int


async def beside(books: Books, person: Person, bundle_id: int, page: int) -> Beside:
    """What somebody of either side sees; a golden sample with fewer photos begins anew.

    Raises NotFound, to strangers too, NothingBeside and StillCopied.
    """
    pile = await LookingAtEvidence(books, person).bundle(bundle_id)
    sample = sample_order_id(pile.order.terms.sample)
    if not sample:
        raise NothingBeside(order=pile.order.number)
    golden = await Approving(books, person).look(sample)
    problems, standards = _shown([file for _, file in pile.exhibits]), _shown(golden.exhibits)
    if not problems or not standards:
        raise NothingBeside(order=pile.order.number)
    page = page_at(page, len(problems), 1)
    pair = standards[page % len(standards)], problems[page]
    if any(not each.preview for each in pair):
        raise StillCopied(order=pile.order.number)
    return Beside(pile.order, bundle_id, golden.golden.number, *pair, page, len(problems))


def _shown(exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """Those that are pictures, or may turn out to be."""
    return [each for each in exhibits if each.preview or each.is_awaited]
