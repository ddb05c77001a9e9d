"""The buttons of a request for a sample: what this side may do now; and where a sample is asked for."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import Deed, SampleStatus
from domain.people import Side
from services.sample_case import SampleCase
from views.callback_data.comparing import OtherSuppliers
from views.callback_data.navigation import ShowOrder, ShowProduct
from views.callback_data.negotiation import AskQuestion
from views.callback_data.samples import (
    AskSample,
    DeclineSample,
    ListSamples,
    OrderSample,
    OthersOf,
    QuoteSample,
    RequestSample,
    WithdrawSample,
)
from views.reader import Reader
from views.screen import Button, Rows, Style, grid, rows

_Made = Callable[[Reader, SampleCase], Button]


def request_sample(reader: Reader, product_id: int, negotiation_id: int = 0) -> Button:
    """On the page of a product, or the card of a negotiation."""
    press = RequestSample(product_id=product_id, negotiation_id=negotiation_id)
    return Button(reader.word("🎁 Request sample"), press.pack())


def sample_buttons(reader: Reader, case: SampleCase) -> Rows:
    """Answers first; then where else one may go."""
    answers = [made(reader, case) for deed, made in _DEEDS.items() if case.may(deed)]
    return (*grid(answers, 2), *rows(_over(reader, case), _else(reader, case)))


def others_of(reader: Reader, product_id: int) -> Button:
    """Other suppliers of such goods."""
    return Button(reader.word("🔁 Other suppliers"), OthersOf(product_id=product_id).pack())


def _order(reader: Reader, case: SampleCase) -> Button:
    press = OrderSample(request_id=case.request.id, version=case.request.version)
    return Button(reader.word("🛒 Order sample"), press.pack(), Style.SUCCESS)


def _quote(reader: Reader, case: SampleCase) -> Button:
    press = QuoteSample(request_id=case.request.id, version=case.request.version).pack()
    if case.request.status is SampleStatus.QUOTED:
        return Button(reader.word("✏️ Edit"), press)
    return Button(reader.word("💰 Quote sample"), press, Style.SUCCESS)


def _ask(reader: Reader, case: SampleCase) -> Button:
    press = AskSample(request_id=case.request.id, version=case.request.version)
    return Button(reader.word("❓ Ask"), press.pack())


def _decline(reader: Reader, case: SampleCase) -> Button:
    press = DeclineSample(request_id=case.request.id, version=case.request.version)
    return Button(reader.word("✖️ Decline"), press.pack(), Style.DANGER)


def _withdraw(reader: Reader, case: SampleCase) -> Button:
    press = WithdrawSample(request_id=case.request.id, version=case.request.version)
    return Button(reader.word("↩️ Withdraw"), press.pack(), Style.DANGER)


_DEEDS: Final[Mapping[Deed, _Made]] = {
    Deed.PLACE: _order,
    Deed.QUOTE: _quote,
    Deed.ASK: _ask,
    Deed.DECLINE: _decline,
    Deed.WITHDRAW: _withdraw,
}


def _over(reader: Reader, case: SampleCase) -> list[Button]:
    """A buyer whose request came to nothing asks again, or others."""
    request = case.request
    if request.order_id:
        text = reader.word("📦 Order {number}", number=request.order_number)
        return [Button(text, ShowOrder(order_id=request.order_id).pack())]
    if request.waits_for or case.side is Side.SELLER:
        return []
    again = request_sample(reader, request.goods.product_id, request.negotiation_id)
    if request.negotiation_id:
        press = OtherSuppliers(negotiation_id=request.negotiation_id)
        return [again, Button(reader.word("🔁 Other suppliers"), press.pack())]
    return [again, others_of(reader, request.goods.product_id)]


def _else(reader: Reader, case: SampleCase) -> list[Button]:
    request = case.request
    samples = Button(reader.word("🎁 Samples"), ListSamples().pack())
    if request.negotiation_id:
        press = AskQuestion(negotiation_id=request.negotiation_id)
        return [Button(reader.word("💬 Message"), press.pack()), samples]
    product = Button(reader.word("🏷 Product"), ShowProduct(product_id=request.goods.product_id).pack())
    return [product, samples]
