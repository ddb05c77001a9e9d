"""The button of an order's card by which its buyer asks for money back, or wants to return goods."""

from services.cases import OrderCase
from views.callback_data.claim_form import MakeClaim
from views.reader import Reader
from views.screen import Button


def make_claim_button(reader: Reader, case: OrderCase) -> Button | None:
    """To the buyer of goods that arrived, for as long as he may claim, or of an order that is late."""
    if not case.can_claim:
        return None
    return Button(reader.word("↩️ Refund / return"), MakeClaim(order_id=case.order.id).pack())
