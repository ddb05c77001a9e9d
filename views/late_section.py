"""What an order's card says of lateness and of the compensation, and the button that claims it."""

from domain.people import Side
from services.cases import OrderCase
from services.late import LateCase
from views.callback_data.claim import DraftClaim
from views.lateness import late_line
from views.markup import Html, bold, lines
from views.reader import Reader
from views.screen import Button


def late_section(reader: Reader, case: OrderCase) -> Html:
    """How late it is, what the terms make of that, and what was claimed."""
    late = case.late
    if late is None:
        return Html()
    return lines(bold(late_line(reader, late)), _so_far(reader, late))


def claim_button(reader: Reader, case: OrderCase) -> Button | None:
    """The buyer may claim while something is left to claim."""
    if case.side is Side.SELLER or case.late is None or case.late.claimable is None:
        return None
    return Button(reader.word("⏰ Claim compensation"), DraftClaim(order_id=case.order.id).pack())


def _so_far(reader: Reader, late: LateCase) -> Html:
    amount = late.lateness.amount
    if amount is None:
        return reader.say("No late-delivery compensation was agreed. Press Message to talk it over.")
    return reader.say("Compensation by the agreed terms: {amount}", amount=reader.money(amount))
