"""What buyers ask about orders under way and received, from the payment to a dispute."""

from collections.abc import Mapping
from typing import Final

from domain.people import Side
from services.helping import Reach, Topic
from services.moves import Subject
from services.order_list import OrderFilter
from views import help_deeds as to
from views.after_sample import golden_button
from views.agreement import agreement_button
from views.case_file import order_case_file_button
from views.claim_door import make_claim_button
from views.claim_section import standing_claim_button
from views.help_entry import Entry
from views.late_section import claim_button
from views.payment import pay_button, refund_button
from views.shipping_buttons import not_yet, receive, track

_ORDERS: Final = Reach(Subject.ORDER, Side.BUYER)
_ON_THE_WAY: Final = Reach(
    Subject.ORDER, Side.BUYER, filters=(OrderFilter.SHIPPED, OrderFilter.IN_PRODUCTION, OrderFilter.DONE)
)
_RECEIVED: Final = Reach(Subject.ORDER, Side.BUYER, filters=(OrderFilter.DONE,))

BUYERS_WITH_ORDERS: Final[Mapping[Topic, Entry]] = {
    Topic.PAY: Entry(
        lambda reader: reader.word("How do I pay?"),
        lambda reader: reader.say(
            "Press Pay on the order: by card here in the chat, or by Alipay or company transfer to the"
            " account shown there. After a transfer press I have paid; the seller confirms what arrived. Pay"
            " only to the account on the order's card, never to one that reached you by message."
        ),
        _ORDERS,
        (pay_button,),
        (to.to_orders,),
    ),
    Topic.MONEY: Entry(
        lambda reader: reader.word("Where is my payment?"),
        lambda reader: reader.say(
            "The order's card shows what has arrived and what is still open. A transfer between countries"
            " takes one to five working days; please do not pay it twice. Money to be given back is named"
            " there as well."
        ),
        _ORDERS,
        (to.order, refund_button, to.message),
        (to.to_orders,),
    ),
    Topic.TRACK: Entry(
        lambda reader: reader.word("When will my goods arrive?"),
        lambda reader: reader.say(
            "Track shows each step of production, every consignment with its carrier and number, and the day"
            " it is expected. If the goods are not there when the time is up, press Not arrived yet."
        ),
        _ON_THE_WAY,
        (track, receive, not_yet),
        (to.to_orders,),
    ),
    Topic.LATE: Entry(
        lambda reader: reader.word("The delivery is late"),
        lambda reader: reader.say(
            "The promised day stands on the order. For each day after it you can claim the compensation that"
            " was agreed; the amount is worked out for you. Write to the seller as well: often a part of the"
            " goods can leave earlier."
        ),
        _ON_THE_WAY,
        tuple(
            to.unless_in_time(deed)
            for deed in (claim_button, make_claim_button, standing_claim_button, to.message)
        ),
        (to.to_orders,),
    ),
    Topic.QUALITY: Entry(
        lambda reader: reader.word("The goods are not as agreed"),
        lambda reader: reader.say(
            "Take photos before you use the goods: the fault, the carton, and the sample beside it if you"
            " have one. Then press Refund / return, within 30 days of receipt: money back and keep the goods,"
            " send them back, or a replacement."
        ),
        _RECEIVED,
        (make_claim_button, standing_claim_button, golden_button, to.message),
        (to.to_orders,),
    ),
    Topic.RETURNS: Entry(
        lambda reader: reader.word("How do I return goods?"),
        lambda reader: reader.say(
            "First press Refund / return on the order, and agree with the seller on the amount, the address"
            " and who pays the freight back. Only then send the goods, and enter carrier and number. When the"
            " seller has them, the refund is due."
        ),
        _RECEIVED,
        (make_claim_button, standing_claim_button),
        (to.to_returns, to.to_orders),
    ),
    Topic.DISPUTE: Entry(
        lambda reader: reader.word("How does a dispute go?"),
        lambda reader: reader.say(
            "Talk first: proposals go back and forth like offers. If the seller refuses, or after three days,"
            " press Escalate on the claim; after a week it happens by itself. An operator who belongs to"
            " neither side reads everything, may ask for evidence, and decides once. Until then you may"
            " still agree."
        ),
        _ORDERS,
        (standing_claim_button, order_case_file_button),
        (to.to_returns, to.to_orders),
    ),
    Topic.GENUINE: Entry(
        lambda reader: reader.word("Is this agreement genuine?"),
        lambda reader: reader.say(
            "Send /verify and then the PDF, or the first 16 digits of its SHA-256. Anybody may do so, also"
            " your bank or your forwarder."
        ),
        _ORDERS,
        (agreement_button,),
        (to.to_orders,),
    ),
    Topic.LANGUAGE: Entry(
        lambda reader: reader.word("Which languages can we write in?"),
        lambda reader: reader.say(
            "Everybody reads the cards in their own language; no machine ever translates a figure. Write"
            " in yours: a translation stands below the original where there is one. /language changes it at"
            " any time."
        ),
        ways=(to.to_language,),
    ),
}
"""In the order of the list."""
