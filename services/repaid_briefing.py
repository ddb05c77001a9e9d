"""Facts for notices about what claims give back: to the sides, and to operators who are to send it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.money import Money
from domain.people import Person
from services.claim_case import ClaimCase, claim_case_of
from services.notices import News, Notice
from services.ports import Books
from services.repaying import CardRefund, Repaying, Way


@dataclass(frozen=True, slots=True)
class Repaid:
    """A claim as it is now, and what was refunded for it and how."""

    case: ClaimCase
    amount: Money
    way: Way


RepaidNews = Repaid | CardRefund


async def _repaid(books: Books, person: Person, notice: Notice) -> RepaidNews:
    case = await claim_case_of(books, person, notice.subject_id)
    minor, way = notice.detail.split()
    return Repaid(case, Money(int(minor), case.claim.claimed.currency), Way(way))


async def _card_refund(books: Books, person: Person, notice: Notice) -> RepaidNews | None:
    """As long as nothing else was refunded, and it is still to be."""
    claim, order, back = await Repaying(books, person).see(notice.subject_id)
    is_due = str(claim.repaid) == notice.detail and back.by_card.minor > 0
    return CardRefund(claim, order, back.by_card) if is_due else None


Loader = Callable[[Books, Person, Notice], Awaitable[RepaidNews | None]]
LOADERS: Final[Mapping[News, Loader]] = {
    News.CLAIM_REPAID: _repaid,
    News.CLAIM_CARD_REFUND_DUE: _card_refund,
}
