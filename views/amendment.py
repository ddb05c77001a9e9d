"""The amendment that waits on the card of an order: what it changes, and the buttons of either side."""

from collections.abc import Iterator
from typing import Final

from domain.details import Details
from domain.lifecycle import ORDER, Actor, Deed
from domain.order import Order
from domain.terms import Terms
from services.cases import OrderCase
from views.callback_data.agreement import AcceptAmendment, Amend, DeclineAmendment, WithdrawAmendment
from views.details_changes import details_changes
from views.fitting import visible_length
from views.markup import Html, bold, lines
from views.reader import Reader
from views.screen import Button, Style
from views.terms import only_changes

MOST_SHOWN: Final = 700
"""Characters of what an amendment changes, beside an order that may be long itself."""


def waiting_amendment(reader: Reader, case: OrderCase) -> Html:
    """The amendment that waits, on the order's card."""
    amendment = case.amendment
    if amendment is None:
        return Html()
    own = amendment.side is case.side
    head = (
        reader.say("📝 Your amendment {number} waits for the other side:", number=amendment.number)
        if own
        else reader.say("📝 The other side proposes amendment {number}:", number=amendment.number)
    )
    return lines(
        bold(head), *_within_room(reader, differences(reader, case.order, amendment.terms, amendment.details))
    )


def _within_room(reader: Reader, changed: Html) -> Iterator[Html]:
    """As many of the changed lines as the order's card has room for; the last question shows them all."""
    room = MOST_SHOWN
    for line in changed.split("\n"):
        room -= visible_length(Html(line))
        if room < 0:
            yield reader.say("… and more, shown in full before anything is accepted.")
            return
        yield Html(line)


def differences(reader: Reader, order: Order, terms: Terms, details: Details) -> Html:
    """What changes: the old struck, the new bold; and what becomes of a split over specs."""
    is_split_anew = len(order.details.lines) > 1 and terms.quantity != order.terms.quantity
    hint = (
        reader.say("The split over the specs ends with it: please agree on a new one by message.")
        if is_split_anew
        else ""
    )
    changed = details_changes(reader, details, order.details)
    return lines(only_changes(reader, terms, order.terms), changed, hint)


def amend_button(reader: Reader, case: OrderCase) -> Button | None:
    """Where a binding order may still change, and no amendment waits."""
    if case.amendment or (case.order.status, Deed.AMEND, Actor(case.side.value)) not in ORDER:
        return None
    press = Amend(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("📝 Amend"), press.pack())


def accept_button(reader: Reader, case: OrderCase) -> Button | None:
    """For the side that is asked."""
    if not _is_asked(case):
        return None
    press = AcceptAmendment(order_id=case.order.id, number=_number(case))
    return Button(reader.word("✅ Accept"), press.pack(), Style.SUCCESS)


def decline_button(reader: Reader, case: OrderCase) -> Button | None:
    """For the side that is asked."""
    if not _is_asked(case):
        return None
    press = DeclineAmendment(order_id=case.order.id, number=_number(case))
    return Button(reader.word("✖️ Decline"), press.pack(), Style.DANGER)


def withdraw_button(reader: Reader, case: OrderCase) -> Button | None:
    """For the side that proposed it."""
    if case.amendment is None or _is_asked(case):
        return None
    press = WithdrawAmendment(order_id=case.order.id, number=_number(case))
    return Button(reader.word("↩️ Withdraw"), press.pack())


def _is_asked(case: OrderCase) -> bool:
    return case.amendment is not None and case.amendment.side is not case.side


def _number(case: OrderCase) -> int:
    return case.amendment.number if case.amendment else 0
