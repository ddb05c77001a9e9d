"""Every command that can meet another on one order."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.carriers import Carrier, Waybill
from domain.consignment import Parcel
from domain.details import Delivery, Details
from domain.lifecycle import ORDER, Actor, Deed, OrderStatus
from domain.milestone import Stage
from domain.people import Person
from domain.review import Opinion
from domain.terms import PaymentMethod
from services.amending import Amending
from services.cancelling import Cancelling
from services.card_payments import Bill, CardPayments
from services.dispatching import Dispatching
from services.order_deeds import OrderTarget
from services.order_time import leave_unanswered, run_out_order, warn_of_order
from services.ordering import Ordering
from services.payment_books import Statement
from services.producing import Producing, Report
from services.receiving import Receiving
from services.refunding import Refunding
from services.reviewing import Reviewing
from services.statements import Stating
from storage.books import StoredBooks
from tests.builders import BUYER
from tests.orders_under_way import PART
from tests.payments import charge, cny
from tests.races.claim_commands import ON_CLAIMS
from tests.races.command import MINUTE, Command, Run
from tests.races.stands import AMENDED, Facts

WAYBILL: Final = Waybill(Carrier.DHL, tracking="1234567890")
OTHER_WAYBILL: Final = replace(WAYBILL, tracking="1234567891")
ELSEWHERE: Final = Details(Delivery("Elsewhere"))
_B, _S, _CLOCK = Actor.BUYER, Actor.SELLER, Actor.CLOCK


def _target(facts: Facts) -> OrderTarget:
    return OrderTarget(facts.order.id, facts.order.revision)


def _bill(facts: Facts) -> Bill:
    assert facts.share is not None
    return Bill(facts.order.id, facts.order.revision, facts.share.part, facts.share.amount, "race")


async def _check_card(books: StoredBooks, person: Person, facts: Facts) -> None:
    bill = _bill(facts)
    await CardPayments(books, person).check(bill.payload, (bill.amount.minor, bill.amount.currency))


async def _pay_by_card(books: StoredBooks, person: Person, facts: Facts) -> None:
    bill = _bill(facts)
    told = charge(bill.payload, f"charge {facts.order.id}", bill.amount.minor)
    await CardPayments(books, person).take(told)


async def _state(books: StoredBooks, person: Person, facts: Facts) -> None:
    stated = Statement(facts.order.id, PaymentMethod.TRANSFER, cny(500), 0, BUYER, (), facts.moment)
    await Stating(books, person).state(stated)


async def _receive_unasked(books: StoredBooks, person: Person, facts: Facts) -> None:
    assert facts.share is not None
    await Stating(books, person).received_unasked(facts.order.id, facts.share.amount, facts.bookings)


def _when_over(facts: Facts) -> datetime:
    return facts.order.expires_at + MINUTE


def _when_unanswered(facts: Facts) -> datetime:
    return (facts.order.cancel_until or facts.moment) + MINUTE


COMMANDS: Final[dict[str, Command]] = {
    "buyer: edit": Command(_B, lambda b, p, f: Ordering(b, p).edit(_target(f), ELSEWHERE)),
    "seller: start": Command(_S, lambda b, p, f: Producing(b, p).start(_target(f))),
    "seller: report": Command(
        _S, lambda b, p, f: Producing(b, p).report(_target(f), Report(Stage.HALF, "half"))
    ),
    "seller: ship a part": Command(
        _S, lambda b, p, f: Dispatching(b, p).ship(_target(f), Parcel(PART, WAYBILL))
    ),
    "seller: ship the rest": Command(
        _S, lambda b, p, f: Dispatching(b, p).ship(_target(f), Parcel(f.order.left, WAYBILL))
    ),
    "seller: correct": Command(_S, lambda b, p, f: Dispatching(b, p).correct(f.order.id, 1, OTHER_WAYBILL)),
    "buyer: receive": Command(_B, lambda b, p, f: Receiving(b, p).receive(_target(f))),
    "buyer: prolong": Command(_B, lambda b, p, f: Receiving(b, p).prolong(_target(f))),
    "buyer: complete": Command(_B, lambda b, p, f: Receiving(b, p).complete(_target(f))),
    "clock: run out": Command(_CLOCK, lambda b, _, f: run_out_order(b, f.order.id), _when_over),
    "clock: warn": Command(
        _CLOCK, lambda b, _, f: warn_of_order(b, f.order.id), lambda f: f.order.warns_at + MINUTE
    ),
    "clock: unanswered": Command(
        _CLOCK, lambda b, _, f: leave_unanswered(b, f.order.id), _when_unanswered
    ),
    "buyer: card question": Command(_B, _check_card),
    "buyer: card": Command(_B, _pay_by_card),
    "buyer: state": Command(_B, _state),
    "seller: received": Command(_S, lambda b, p, f: Stating(b, p).received(f.statement_id, cny(1_000))),
    "seller: not received": Command(_S, lambda b, p, f: Stating(b, p).not_received(f.statement_id, "no")),
    "seller: received unasked": Command(_S, _receive_unasked),
    "seller: refund": Command(_S, lambda b, p, f: Refunding(b, p).sent(f.order.id, f.bookings)),
    "seller: decline": Command(_S, lambda b, p, f: Amending(b, p).decline(f.order.id, f.amendment)),
    "seller: take back": Command(_S, lambda b, p, f: Amending(b, p).withdraw(f.order.id, f.amendment)),
    "buyer: review": Command(_B, lambda b, p, f: Reviewing(b, p).write(f.order.id, Opinion(4, "Sturdy"))),
}  # fmt: skip

_BY_EITHER: Final[Mapping[str, Run]] = {
    "confirm": lambda b, p, f: Ordering(b, p).confirm(_target(f)),
    "cancel": lambda b, p, f: Ordering(b, p).cancel(_target(f)),
    "ask to cancel": lambda b, p, f: Cancelling(b, p).ask(_target(f), "Too late"),
    "agree to cancel": lambda b, p, f: Cancelling(b, p).agree(_target(f)),
    "refuse to cancel": lambda b, p, f: Cancelling(b, p).refuse(_target(f)),
    "amend": lambda b, p, f: Amending(b, p).propose(_target(f), AMENDED),
    "accept": lambda b, p, f: Amending(b, p).accept(f.order.id, f.amendment),
}
COMMANDS.update(
    {f"{actor}: {name}": Command(actor, run) for name, run in _BY_EITHER.items() for actor in (_B, _S)}
)
COMMANDS.update(ON_CLAIMS)

_NAMES: Final[Mapping[Deed, tuple[str, ...]]] = {
    Deed.EDIT: ("edit",),
    Deed.CONFIRM: ("confirm",),
    Deed.COMPLETE_CONFIRMATION: ("confirm",),
    Deed.CANCEL: ("cancel",),
    Deed.ASK_TO_CANCEL: ("ask to cancel",),
    Deed.AGREE_TO_CANCEL: ("agree to cancel",),
    Deed.REFUSE_TO_CANCEL: ("refuse to cancel",),
    Deed.AMEND: ("amend", "accept"),
    Deed.START_PRODUCTION: ("start",),
    Deed.SHIP: ("ship a part",),
    Deed.SHIP_REST: ("ship the rest",),
    Deed.PROLONG: ("prolong",),
    Deed.RECEIVE: ("receive",),
    Deed.COMPLETE: ("complete",),
}
_FUND: Final = {_B: ("buyer: card",), _S: ("seller: received", "seller: received unasked")}


def deeds_at(status: OrderStatus) -> list[str]:
    """The commands of every deed that the table of moves knows at a status.

    A deed that has no command here raises KeyError: the table of moves grew.
    """
    return sorted({name for at, deed, actor in ORDER if at is status for name in _of(deed, actor)})


def commands_at(status: OrderStatus) -> list[str]:
    """The same, and all that may meet them."""
    return sorted({*deeds_at(status), *_BESIDE})


def _of(deed: Deed, actor: Actor) -> tuple[str, ...]:
    if actor is Actor.CLOCK:
        return ("clock: unanswered" if deed is Deed.REFUSE_TO_CANCEL else "clock: run out",)
    if deed is Deed.FUND:
        return _FUND[actor]
    return tuple(f"{actor}: {name}" for name in _NAMES[deed])


_BESIDE: Final = frozenset(COMMANDS) - {
    name for _, deed, actor in ORDER if deed is not Deed.FUND for name in _of(deed, actor)
}
"""Commands about money, amendments, claims and the rest: an order's table of moves knows no deed for them."""
