"""What is told of an order from payment to its end, above its card."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from domain.lifecycle import OrderStatus
from domain.people import Side
from services.cases import OrderCase
from services.notices import News
from views.markup import Html
from views.reader import Reader

Saying = Callable[[Reader, Any, datetime], Html]
_S: Final = OrderStatus


def told_to(buyer: Callable[[Reader], Html], seller: Callable[[Reader], Html]) -> Saying:
    """What either side is told."""
    return lambda reader, facts, now: (buyer if facts.side is Side.BUYER else seller)(reader)


def _runs_out(reader: Reader, case: OrderCase, now: datetime) -> Html:
    say = _RUNS_OUT[case.order.status]
    return say(reader, reader.duration(case.order.expires_at - now))


_RUNS_OUT: Final[Mapping[OrderStatus, Callable[[Reader, str], Html]]] = {
    _S.AWAITING_CONFIRMATION: lambda reader, left: reader.say("⏰ Only {left} left to confirm.", left=left),
    _S.AWAITING_PAYMENT: lambda reader, left: reader.say("⏰ Only {left} left.", left=left),
    _S.IN_PRODUCTION: lambda reader, left: reader.say("⏰ Only {left} left to ship.", left=left),
    _S.SHIPPED: lambda reader, left: reader.say(
        "⏰ In {left} the goods count as received. Not there yet? Press Not arrived yet.", left=left
    ),
    _S.DELIVERED: lambda reader, left: reader.say(
        "⏰ In {left} the order completes by itself. Anything wrong? Tell the seller now.", left=left
    ),
}

ORDER_NEWS: Final[Mapping[News, Saying]] = {
    News.ORDER_RUNS_OUT: _runs_out,
    News.ORDER_NOT_PAID: lambda reader, case, now: reader.say(
        "Nothing was paid in time, so the order is cancelled."
    ),
    News.ORDER_LATE: told_to(
        lambda reader: reader.say("⏰ The promised day has passed, and not everything was shipped."),
        lambda reader: reader.say("⏰ The promised day has passed. Please ship, or tell the buyer when."),
    ),
    News.ORDER_STILL_OPEN: lambda reader, case, now: reader.say(
        "⏰ This order still waits. Please see whose turn it is."
    ),
    News.ORDER_OWED: told_to(
        lambda reader: reader.say("⏰ The order cannot be completed while something is to be paid."),
        lambda reader: reader.say("⏰ The order stays open: the buyer still has to pay."),
    ),
    News.ORDER_DISPUTED: lambda reader, case, now: reader.say(
        "⚖️ A dispute about this order is open. Until it is decided no time runs out."
    ),
    News.PRODUCTION_STARTED: lambda reader, case, now: reader.say("🏭 The seller started production."),
    News.CONSIGNMENT_SENT: lambda reader, case, now: reader.say("🚚 The seller shipped goods."),
    News.WAYBILL_CORRECTED: lambda reader, case, now: reader.say(
        "✏️ The seller corrected the carrier or the number."
    ),
    News.GOODS_RECEIVED: lambda reader, case, now: reader.say("📬 The buyer confirmed receipt."),
    News.GOODS_COUNT_AS_RECEIVED: lambda reader, case, now: reader.say(
        "📬 Nobody said otherwise in time, so the goods count as received."
    ),
    News.RECEIPT_PROLONGED: lambda reader, case, now: reader.say(
        "The goods have not arrived yet; the buyer waits longer. Please look where they are."
    ),
    News.ORDER_COMPLETED: lambda reader, case, now: reader.say(
        "🎉 Order {number} is completed.", number=case.order.number
    ),
    News.CANCEL_REFUSED: told_to(
        lambda reader: reader.say("The seller does not agree to cancel. The order goes on."),
        lambda reader: reader.say("The buyer does not agree to cancel. The order goes on."),
    ),
    News.CANCEL_UNANSWERED: lambda reader, case, now: reader.say(
        "Nobody answered the request to cancel in time. The order goes on."
    ),
    News.ORDER_CANCELLED_TOGETHER: told_to(
        lambda reader: reader.say("The seller agreed: the order is cancelled."),
        lambda reader: reader.say("The buyer agreed: the order is cancelled."),
    ),
}
