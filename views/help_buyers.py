"""What buyers ask, from the first search to a dispute."""

from collections.abc import Mapping
from typing import Final

from domain.people import Side
from services.helping import Reach, Topic
from services.moves import Subject
from services.order_list import OrderFilter
from views import help_deeds as to
from views.agreement import agreement_button
from views.amendment import amend_button
from views.case_file import order_case_file_button
from views.claim_section import standing_claim_button
from views.help_entry import Entry
from views.help_steps import steps_for_buyers
from views.late_section import claim_button
from views.payment import pay_button, refund_button
from views.shipping_buttons import ask_to_cancel, not_yet, receive, track

_OPEN: Final = Reach(Subject.NEGOTIATION, Side.BUYER)
_ANY: Final = Reach(Subject.NEGOTIATION, Side.BUYER, with_ended=True)
_ORDERS: Final = Reach(Subject.ORDER, Side.BUYER)
_ON_THE_WAY: Final = Reach(
    Subject.ORDER, Side.BUYER, filters=(OrderFilter.SHIPPED, OrderFilter.IN_PRODUCTION, OrderFilter.DONE)
)
_RECEIVED: Final = Reach(Subject.ORDER, Side.BUYER, filters=(OrderFilter.DONE,))

BUYERS: Final[Mapping[Topic, Entry]] = {
    Topic.STEPS: Entry(
        lambda reader: reader.word("Buying in three steps"), steps_for_buyers, ways=(to.to_search,)
    ),
    Topic.REGISTER: Entry(
        lambda reader: reader.word("How do I register?"),
        lambda reader: reader.say(
            "You already have: this chat is your account, there is no password and no form. The factory"
            " does not see your Telegram name or number until you give it. It helps to keep a delivery"
            " address ready."
        ),
        ways=(to.to_addresses, to.to_language, to.to_search),
    ),
    Topic.FAILS: Entry(
        lambda reader: reader.word("The negotiation is going nowhere"),
        lambda reader: reader.say(
            "Counter with what matters less to you: a larger quantity, more days, another shipping method"
            " or trade term. Or press Other suppliers: your terms go to several others at once, and you"
            " compare their answers side by side."
        ),
        _ANY,
        (to.counter, to.others, to.ask),
        (to.to_search, to.to_compare),
    ),
    Topic.SILENT: Entry(
        lambda reader: reader.word("The seller does not answer"),
        lambda reader: reader.say(
            "Factories work from 8:30 to 18:00 China time, Monday to Saturday. An offer that nobody answers"
            " runs out by itself, and nothing binds you. You need not wait: ask again, call, or press Other"
            " suppliers."
        ),
        _OPEN,
        (to.others_when_silent, to.ask, to.call),
        (to.to_negotiations,),
    ),
    Topic.FREIGHT: Entry(
        lambda reader: reader.word("Freight is too dear"),
        lambda reader: reader.say(
            "Press Freight to see sea, rail, air and express side by side for your quantity and country. Sea"
            " costs least but takes weeks; a fuller container costs less for each piece. Then choose another"
            " way, or counter with another trade term, such as FOB with a forwarder of your own."
        ),
        _OPEN,
        (to.freight, to.counter),
        (to.to_search,),
    ),
    Topic.SAMPLES: Entry(
        lambda reader: reader.word("How do I order samples?"),
        lambda reader: reader.say(
            "Open a product, or a negotiation, and press Request sample: you see at once what a sample costs,"
            " or the seller quotes it. A sample is an order like any other. Once it is good, order the bulk"
            " by it: the sample is then the agreed standard."
        ),
        _OPEN,
        (to.offer, to.ask),
        (to.to_search,),
    ),
    Topic.BINDING: Entry(
        lambda reader: reader.word("What is binding, and when?"),
        lambda reader: reader.say(
            "Offers, messages and drafts bind nobody. An order binds once both sides have pressed Confirm"
            " order on the same figures; the purchase agreement says so word for word. After that it only"
            " changes by an amendment that both accept."
        ),
        _ORDERS,
        (agreement_button, to.order),
        (to.to_orders,),
    ),
    Topic.CHANGE: Entry(
        lambda reader: reader.word("Can I change or cancel an order?"),
        lambda reader: reader.say(
            "Before anything is paid, either side may cancel. Until the goods have left you may propose an"
            " amendment. Once money has been paid, an order ends early only if both sides agree: press Ask"
            " to cancel."
        ),
        _ORDERS,
        (amend_button, ask_to_cancel),
        (to.to_orders,),
    ),
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
        (claim_button, standing_claim_button, to.message),
        (to.to_orders,),
    ),
    Topic.QUALITY: Entry(
        lambda reader: reader.word("The goods are not as agreed"),
        lambda reader: reader.say(
            "Take photos before you use the goods: the fault, the carton, and the sample beside it if you"
            " have one. Then claim on the order's card, within 30 days of receipt: money back and keep the"
            " goods, send them back, or a replacement."
        ),
        _RECEIVED,
        (to.order, to.message),
        (to.to_orders,),
    ),
    Topic.RETURNS: Entry(
        lambda reader: reader.word("How do I return goods?"),
        lambda reader: reader.say(
            "First claim on the order's card, and agree with the seller on the amount, the address and who"
            " pays the freight back. Only then send the goods, and enter carrier and number. When the seller"
            " has them, the refund is due."
        ),
        _RECEIVED,
        (to.order, to.message),
        (to.to_orders,),
    ),
    Topic.DISPUTE: Entry(
        lambda reader: reader.word("How does a dispute go?"),
        lambda reader: reader.say(
            "Talk first: proposals go back and forth like offers. If the seller refuses, or after three days,"
            " press Escalate on the claim; after a week it happens by itself. An operator who belongs to"
            " neither side reads everything, may ask for evidence, and decides once. Until then you may"
            " still agree."
        ),
        _RECEIVED,
        (standing_claim_button, order_case_file_button),
        (to.to_orders,),
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
