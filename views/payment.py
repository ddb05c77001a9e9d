"""The money of an order on its card: what is paid, what is owed and until when, and its buttons."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from domain.instalments import Due, Instalment, Part
from domain.lifecycle import OrderStatus
from domain.money import Money
from domain.order_facts import OrderKind
from domain.paying import PAYABLE, payable
from domain.people import Side
from domain.standing import Standing
from domain.terms import PaymentMethod
from services.cases import OrderCase
from services.payment_books import Statement
from services.refunding import refundable
from views.callback_data.payment import AskReceived, AskRefund, Pay, RefundSent, ShowMoney
from views.markup import Html, bold, lines
from views.reader import Reader
from views.screen import Button, Style

_DUE: Final[Mapping[Due, Callable[[Reader], Html]]] = {
    Due.BEFORE_PRODUCTION: lambda reader: reader.say("due before production"),
    Due.BEFORE_SHIPMENT: lambda reader: reader.say("due before shipment"),
    Due.AGAINST_DOCUMENTS: lambda reader: reader.say("due against a copy of the B/L"),
    Due.ON_DELIVERY: lambda reader: reader.say("due on delivery"),
}
PART_WORDS: Final[Mapping[Part, Callable[[Reader], str]]] = {
    Part.DEPOSIT: lambda reader: reader.word("Deposit"),
    Part.BALANCE: lambda reader: reader.word("Balance"),
    Part.FULL: lambda reader: reader.word("Full amount"),
}


def money_lines(reader: Reader, case: OrderCase) -> Html:
    """A line for each instalment, and one for what is to be given back; nothing before the order binds."""
    standing = case.standing
    if standing is None or (case.order.status is OrderStatus.CANCELLED and not standing.paid.minor):
        return Html()
    heading = bold(reader.say("💳 Payment, {total} in all", total=reader.money(standing.total)))
    if case.order.status is OrderStatus.CANCELLED:
        back = (_refunded(reader, standing), _allowed(reader, case, standing.allowed), _credit(reader, case))
        return lines(heading, _paid(reader, standing), *back)
    return lines(
        heading,
        *plan_lines(reader, standing),
        *stated_lines(reader, case.stated),
        _refunded(reader, standing),
        _allowed(reader, case, standing.allowed),
        _credit(reader, case),
    )


def plan_lines(reader: Reader, standing: Standing) -> list[Html]:
    """Each instalment: what it is, and what of it is paid or when it is due."""
    left, shown = standing.reached.minor, []
    for instalment, reached in zip(standing.plan, standing.reached_at, strict=True):
        covered = min(left, instalment.amount.minor)
        shown.append(_instalment(reader, instalment, covered, reached))
        left -= covered
    return shown


def stated_lines(reader: Reader, stated: Sequence[Statement]) -> list[Html]:
    """What the buyer says to have paid and the seller did not answer yet, so that nobody pays it twice."""
    return [
        reader.say(
            "⏳ {amount} stated as paid {day}, not yet answered by the seller",
            amount=bold(reader.money(each.amount)),
            day=reader.short_day(reader.own_day(each.at)),
        )
        for each in stated
    ]


def _instalment(reader: Reader, instalment: Instalment, covered: int, reached: datetime | None) -> Html:
    named: dict[str, object] = {
        "part": PART_WORDS[instalment.part](reader),
        "amount": bold(reader.money(instalment.amount)),
    }
    if reached is not None:
        day = reader.short_day(reader.own_day(reached))
        return reader.say("{part}: {amount} · ✅ received {day}", **named, day=day)
    due = _DUE[instalment.due](reader)
    if not covered:
        return reader.say("{part}: {amount} · {due}", **named, due=due)
    currency = instalment.amount.currency
    return reader.say(
        "{part}: {amount} · {paid} received, {lacking} lacking, {due}",
        **named,
        paid=reader.money(Money(covered, currency)),
        lacking=reader.money(Money(instalment.amount.minor - covered, currency)),
        due=due,
    )


def _paid(reader: Reader, standing: Standing) -> Html:
    return reader.say("Received: {amount}", amount=bold(reader.money(standing.paid)))


def _refunded(reader: Reader, standing: Standing) -> Html:
    if not standing.refunded.minor:
        return Html()
    return reader.say("Given back to the buyer: {amount}", amount=bold(reader.money(standing.refunded)))


def _allowed(reader: Reader, case: OrderCase, allowed: Money) -> Html:
    """What of the price was given back; that of a sample may count against the order for the lot instead."""
    if not allowed.minor:
        return Html()
    amount = bold(reader.money(allowed))
    if case.order.kind is OrderKind.SAMPLE:
        return reader.say("Credited to the order for the lot, or refunded by claim: {amount}", amount=amount)
    return reader.say("Refunded by claim: {amount}", amount=amount)


def _credit(reader: Reader, case: OrderCase) -> Html:
    """Who owes it back: whoever holds the money."""
    standing = case.standing
    back = refundable(standing) if standing else None
    if standing is None or back is None:
        return Html()
    amount = bold(reader.money(standing.credit))
    if back[0] is PaymentMethod.CARD:
        return reader.say(
            "⚠️ {amount} is to be given back to the buyer: it was paid by card, so the operator refunds it.",
            amount=amount,
        )
    return reader.say("⚠️ {amount} is to be given back to the buyer by the seller.", amount=amount)


def next_payment(reader: Reader, case: OrderCase) -> Html:
    """What to do about the money now, while the order waits for it."""
    if case.order.status is not OrderStatus.AWAITING_PAYMENT or case.order.is_funded:
        return Html()
    if case.stated:
        return _next_answer(reader, case.side)
    if case.side is Side.BUYER:
        return reader.say("Next: press Pay.")
    return reader.say("Next: the buyer pays. When the money has arrived, press Payment received.")


def _next_answer(reader: Reader, side: Side) -> Html:
    if side is Side.BUYER:
        return reader.say("Next: the seller looks for your payment. Please do not pay it twice.")
    return reader.say("Next: look into your account, then press Payment received.")


def pay_button(reader: Reader, case: OrderCase) -> Button | None:
    """The buyer pays, as long as something is owed."""
    if case.side is not Side.BUYER or case.standing is None or not payable(case.order, case.standing):
        return None
    style = Style.PRIMARY if case.standing.due_now.minor and not case.stated else Style.PLAIN
    return Button(reader.word("💳 Pay"), Pay(order_id=case.order.id).pack(), style)


def received_button(reader: Reader, case: OrderCase) -> Button | None:
    """The seller books what arrived, as long as something is owed."""
    standing = case.standing
    if case.side is not Side.SELLER or standing is None or case.order.status not in PAYABLE:
        return None
    if not standing.owed.minor:
        return None
    style = Style.PRIMARY if case.stated else Style.PLAIN
    return Button(reader.word("💰 Payment received"), AskReceived(order_id=case.order.id).pack(), style)


def refund_button(reader: Reader, case: OrderCase) -> Button | None:
    """The seller gave back what he holds; what the provider holds is the operator's to give back."""
    back = refundable(case.standing) if case.standing else None
    if case.standing is None or back is None:
        return None
    if back[0] is PaymentMethod.CARD:
        return Button(reader.word("↩️ Ask for the refund"), AskRefund(order_id=case.order.id).pack())
    if case.side is Side.BUYER:
        return None
    press = RefundSent(order_id=case.order.id, bookings=case.standing.bookings)
    return Button(reader.word("↩️ Refund sent"), press.pack())


def money_button(reader: Reader, case: OrderCase) -> Button | None:
    """Once anything was booked."""
    if case.standing is None or not case.standing.bookings:
        return None
    return Button(reader.word("💰 Money"), ShowMoney(order_id=case.order.id).pack())
