"""The buttons on the card of an order: each knows when it is there, and a table puts them into rows."""

from collections.abc import Callable, Sequence
from typing import Final

from domain.lifecycle import RECEIVED, Deed, OrderStatus
from services.cases import OrderCase
from views.after_sample import ask_for_changes, changes_button, golden_button, other_suppliers, sample_ok
from views.agreement import agreement_button
from views.amendment import accept_button, amend_button, decline_button, withdraw_button
from views.callback_data.navigation import BringOrders
from views.callback_data.negotiation import AskQuestion, ShowHistory
from views.callback_data.order import CancelOrder, ConfirmOrder, EditOrder
from views.callback_data.reviews import ReviewOrder
from views.callback_data.talk_page import ShowTalk
from views.case_file import order_case_file_button
from views.claim_door import make_claim_button
from views.claim_section import standing_claim_button
from views.late_section import claim_button
from views.order_moves import ends_only_together, may
from views.payment import money_button, pay_button, received_button, refund_button
from views.reader import Reader
from views.repeating import repeat_button
from views.screen import Button, Rows, Style, grid, rows
from views.shipping_buttons import (
    agree_to_cancel,
    ask_to_cancel,
    complete,
    not_yet,
    progress,
    receive,
    refuse_to_cancel,
    ship,
    start_production,
    track,
)

Offered = Callable[[Reader, OrderCase], Button | None]


def order_buttons(reader: Reader, case: OrderCase) -> Rows:
    """What this side can do with the order now."""
    more = _offered(reader, case, _MORE)
    return (*deeds(reader, case), *grid(more, 2))


def deeds(reader: Reader, case: OrderCase) -> Rows:
    """What carries the order on, without what only looks at it."""
    return rows(*(_offered(reader, case, row) for row in _ROWS))


def _offered(reader: Reader, case: OrderCase, row: Sequence[Offered]) -> list[Button]:
    return [each for button in row if (each := button(reader, case))]


def _confirm(reader: Reader, case: OrderCase) -> Button | None:
    if case.side not in case.order.unconfirmed_by:
        return None
    press = ConfirmOrder(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("✅ Confirm order"), press.pack(), Style.SUCCESS)


def _edit(reader: Reader, case: OrderCase) -> Button | None:
    if not may(case, Deed.EDIT):
        return None
    press = EditOrder(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("✏️ Edit"), press.pack())


def _cancel(reader: Reader, case: OrderCase) -> Button | None:
    """Alone only while nothing is paid."""
    if not may(case, Deed.CANCEL) or ends_only_together(case):
        return None
    press = CancelOrder(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("✖️ Cancel"), press.pack(), Style.DANGER)


def _message(reader: Reader, case: OrderCase) -> Button | None:
    if not case.order.waits_for:
        return None
    press = AskQuestion(negotiation_id=case.order.negotiation_id)
    return Button(reader.word("💬 Message"), press.pack())


def _review(reader: Reader, case: OrderCase) -> Button | None:
    if case.order.status not in RECEIVED:
        return None
    return Button(reader.word("⭐ Review"), ReviewOrder(order_id=case.order.id).pack())


def _is_binding(case: OrderCase) -> bool:
    """Before that the card of the negotiation shows the same."""
    return case.order.status is not OrderStatus.AWAITING_CONFIRMATION


def _messages(reader: Reader, case: OrderCase) -> Button | None:
    if not _is_binding(case):
        return None
    press = ShowTalk(order_id=case.order.id)
    return Button(reader.word("🗨 All messages"), press.pack())


def _record(reader: Reader, case: OrderCase) -> Button | None:
    if not _is_binding(case):
        return None
    press = ShowHistory(negotiation_id=case.order.negotiation_id)
    return Button(reader.word("📜 Record"), press.pack())


def _orders(reader: Reader, case: OrderCase) -> Button:
    return Button(reader.word("📦 Orders"), BringOrders().pack())


_ROWS: Final[tuple[tuple[Offered, ...], ...]] = (
    (_confirm,),
    (accept_button, decline_button, withdraw_button),
    (agree_to_cancel, refuse_to_cancel),
    (pay_button, received_button, start_production),
    (refund_button,),
    (ship, progress),
    (receive, not_yet),
    (sample_ok,),
    (ask_for_changes, other_suppliers),
    (complete, make_claim_button),
    (_edit, _cancel),
    (_review, repeat_button),
    (claim_button, standing_claim_button),
)
"""Rows of the card, from above; what is not offered leaves its place, and an empty row goes."""
_MORE: Final[tuple[Offered, ...]] = (
    golden_button,
    changes_button,
    agreement_button,
    amend_button,
    track,
    money_button,
    _message,
    _messages,
    _record,
    order_case_file_button,
    ask_to_cancel,
    _orders,
)
"""Below them, two in a row."""
