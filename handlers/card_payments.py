"""Card payments: the question before one, answered at once, and the payment itself."""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message, PreCheckoutQuery, SuccessfulPayment

from domain.money import Money
from handlers.desk import Desk, Reply
from services.card_payments import CardPayments
from services.cases import order_case_of
from services.payment_books import Charge
from services.refusals import NotFound
from views.order import order_card
from views.paying import stray, thanks

router = Router(name="card_payments")


class PaidByCard(Filter):
    """Telegram tells of a card payment; the handler gets it as `paid`."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "a card payment"

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Whether it is; with the payment."""
        paid = message.successful_payment
        return {"paid": paid} if paid else False


@router.pre_checkout_query()
async def allow(query: PreCheckoutQuery, desk: Desk) -> Reply:
    """Yes, and the order is held for the payment; a refusal says why not."""
    amount = (query.total_amount, query.currency)
    await CardPayments(desk.books, desk.person).check(query.invoice_payload, amount)
    return Reply()


@router.message(PaidByCard())
async def take(message: Message, desk: Desk, paid: SuccessfulPayment) -> Reply:
    """The money has moved: it is booked, whatever became of the order meanwhile."""
    charge = Charge(
        key=paid.telegram_payment_charge_id,
        provider_key=paid.provider_payment_charge_id,
        payload=paid.invoice_payload,
        minor=paid.total_amount,
        currency=paid.currency,
        person_id=desk.person.id,
        at=desk.books.now,
    )
    order = await CardPayments(desk.books, desk.person, desk.operator_ids).take(charge)
    if order is None:
        return Reply(stray(desk.reader))
    try:
        case = await order_case_of(desk.books, desk.person, order.id)
    except NotFound:
        return Reply(stray(desk.reader))
    said = thanks(desk.reader, Money(charge.minor, charge.currency))
    return Reply(order_card(desk.reader, case, said))
