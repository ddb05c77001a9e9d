"""The whole money history of an order: every booking with what the buyer had given in all after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from domain.claim import Claim
from domain.ledger import Booking, BookingKind
from domain.money import Money
from domain.people import Person
from services.cases import OrderCase, order_case_of
from services.ports import Books
from services.refusals import NotFound
from services.sample_credit import KEY


class Event(Enum):
    """What a booking was, as people say it."""

    PAID = auto()
    SET_OFF = auto()
    GIVEN_BACK = auto()
    ALLOWED = auto()
    CREDITED = auto()
    COMPENSATED = auto()
    UNDONE = auto()


_EVENTS: Final = {
    BookingKind.PAYMENT: Event.PAID,
    BookingKind.REFUND: Event.GIVEN_BACK,
    BookingKind.ALLOWANCE: Event.ALLOWED,
    BookingKind.COMPENSATION: Event.COMPENSATED,
    BookingKind.REVERSAL: Event.UNDONE,
}
_OF_CLAIM: Final = "claim"
"""How the keys of bookings begin that belong to a claim; its number follows."""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One booking: `moved` is what the buyer gave by it (negative: got), `kept` what he had given by then.

    `claim_id` is the claim it was booked for; 0: none.
    """

    booking: Booking
    event: Event
    moved: Money
    kept: Money
    claim_id: int = 0


@dataclass(frozen=True, slots=True)
class MoneyHistory:
    """An order, seen by one side, its bookings, and the claims that give something back, first to last."""

    case: OrderCase
    lines: Sequence[MoneyLine]
    claims: Sequence[Claim] = ()


async def money_history_of(books: Books, person: Person, order_id: int) -> MoneyHistory:
    """As it is now. Raises NotFound, to strangers too, and of an order that never bound anybody."""
    case = await order_case_of(books, person, order_id)
    if case.standing is None:
        raise NotFound(what="order")
    lines = tuple(money_lines(await books.money.bookings(order_id)))
    claims = await books.claims.of_order(order_id)
    return MoneyHistory(case, lines, [each for each in claims if _gives_back(each)])


def _gives_back(claim: Claim) -> bool:
    return claim.repaid > 0 or (claim.is_won and claim.proposal.settlement.amount.minor > 0)


def money_lines(bookings: Sequence[Booking]) -> Iterator[MoneyLine]:
    """Each booking in its turn. A compensation is the supplier's own money apart from what was given."""
    apart = {each.id for each in bookings if each.kind is BookingKind.COMPENSATION}
    kept = 0
    for booking in bookings:
        moved = booking.from_buyer
        kept += 0 if {booking.id, booking.reverses} & apart else moved.minor
        yield MoneyLine(
            booking, _event(booking), moved, Money(kept, moved.currency), claim_of(booking.entry.key)
        )


def claim_of(key: str) -> int:
    """The claim that a booking's key names; 0 if it names none."""
    first, *rest = key.split()
    return int(rest[0]) if first == _OF_CLAIM else 0


def _event(booking: Booking) -> Event:
    """The buyer's payment without money is what the seller sets against the price."""
    if booking.entry.key.startswith(KEY) and booking.kind is not BookingKind.REVERSAL:
        return Event.CREDITED
    is_set_off = booking.kind is BookingKind.PAYMENT and claim_of(booking.entry.key)
    return Event.SET_OFF if is_set_off else _EVENTS[booking.kind]
