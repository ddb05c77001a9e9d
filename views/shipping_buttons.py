"""The buttons on an order's card from payment to completion: each knows when it is there."""

from domain.lifecycle import Deed, OrderStatus
from services.cases import OrderCase
from views.callback_data.shipping import (
    AnswerCancel,
    AskToCancel,
    CompleteOrder,
    NotArrivedYet,
    ReceiveGoods,
    ReportProgress,
    ShipGoods,
    StartProduction,
    TrackOrder,
)
from views.order_moves import may
from views.reader import Reader
from views.screen import Button, Style

_TRACKED = frozenset(
    (OrderStatus.IN_PRODUCTION, OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.COMPLETED)
)


def start_production(reader: Reader, case: OrderCase) -> Button | None:
    """Also there before the money is: then the press says what is missing."""
    if not may(case, Deed.START_PRODUCTION) or case.order.cancel_asked_by:
        return None
    press = StartProduction(order_id=case.order.id, revision=case.order.revision)
    style = Style.PRIMARY if case.order.is_funded else Style.PLAIN
    return Button(reader.word("🏭 Start production"), press.pack(), style)


def ship(reader: Reader, case: OrderCase) -> Button | None:
    """While something is left to leave."""
    if not may(case, Deed.SHIP):
        return None
    press = ShipGoods(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("🚚 Ship"), press.pack(), Style.PRIMARY)


def progress(reader: Reader, case: OrderCase) -> Button | None:
    """The seller tells how far the goods are."""
    if not may(case, Deed.SHIP):
        return None
    press = ReportProgress(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("📸 Progress"), press.pack())


def track(reader: Reader, case: OrderCase) -> Button | None:
    """Once there is something to follow."""
    is_tracked = case.order.status in _TRACKED or case.order.is_funded
    if not is_tracked:
        return None
    return Button(reader.word("📍 Track"), TrackOrder(order_id=case.order.id).pack())


def receive(reader: Reader, case: OrderCase) -> Button | None:
    """The buyer has the goods."""
    if not may(case, Deed.RECEIVE):
        return None
    press = ReceiveGoods(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("📬 Confirm receipt"), press.pack(), Style.SUCCESS)


def not_yet(reader: Reader, case: OrderCase) -> Button | None:
    """The buyer waits longer."""
    if not may(case, Deed.PROLONG):
        return None
    press = NotArrivedYet(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("⏳ Not arrived yet"), press.pack())


def complete(reader: Reader, case: OrderCase) -> Button | None:
    """The buyer has nothing more to ask."""
    if not may(case, Deed.COMPLETE):
        return None
    press = CompleteOrder(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("✅ Complete order"), press.pack(), Style.SUCCESS)


def ask_to_cancel(reader: Reader, case: OrderCase) -> Button | None:
    """Once one side alone cannot end it any more."""
    is_bound = case.order.is_funded or case.order.status is OrderStatus.IN_PRODUCTION
    if not may(case, Deed.ASK_TO_CANCEL) or not is_bound or case.order.cancel_asked_by:
        return None
    press = AskToCancel(order_id=case.order.id, revision=case.order.revision)
    return Button(reader.word("✖️ Ask to cancel"), press.pack())


def agree_to_cancel(reader: Reader, case: OrderCase) -> Button | None:
    """Where the other side asked."""
    return _answer(reader.word("✅ Agree"), case, Style.DANGER, agrees=True)


def refuse_to_cancel(reader: Reader, case: OrderCase) -> Button | None:
    """Where the other side asked."""
    return _answer(reader.word("✖️ Refuse"), case, Style.PLAIN, agrees=False)


def _answer(words: str, case: OrderCase, style: Style, *, agrees: bool) -> Button | None:
    if case.order.cancel_asked_by is not case.side.other:
        return None
    press = AnswerCancel(order_id=case.order.id, revision=case.order.revision, agrees=agrees)
    return Button(words, press.pack(), style)
