"""What a supplier's people ask, from the first inquiry to a claim."""

from collections.abc import Mapping
from typing import Final

from domain.people import Side
from services.helping import Reach, Topic
from services.moves import Subject
from services.order_list import OrderFilter
from views import help_deeds as to
from views.agreement import agreement_button
from views.case_file import order_case_file_button
from views.claim_section import standing_claim_button
from views.help_entry import Entry
from views.help_steps import steps_for_sellers
from views.payment import received_button, refund_button
from views.shipping_buttons import progress, ship, start_production, track

_OPEN: Final = Reach(Subject.NEGOTIATION, Side.SELLER)
_ORDERS: Final = Reach(Subject.ORDER, Side.SELLER)
_TO_SHIP: Final = Reach(
    Subject.ORDER, Side.SELLER, filters=(OrderFilter.IN_PRODUCTION, OrderFilter.UNPAID, OrderFilter.SHIPPED)
)

SELLERS: Final[Mapping[Topic, Entry]] = {
    Topic.STEPS: Entry(
        lambda reader: reader.word("Selling in three steps"), steps_for_sellers, ways=(to.to_inbox,)
    ),
    Topic.QUOTE: Entry(
        lambda reader: reader.word("How do I quote?"),
        lambda reader: reader.say(
            "An inquiry is a card with all figures. Accept it, or press Counter and change what does not"
            " suit you; one line in reply does the same. Usual terms fill what an inquiry leaves open."
        ),
        _OPEN,
        (to.counter, to.offer, to.ask),
        (to.to_inbox, to.to_usual_terms),
    ),
    Topic.SILENT: Entry(
        lambda reader: reader.word("The buyer does not answer"),
        lambda reader: reader.say(
            "Buyers sleep while you work. Offers run out after the time stated on them, and the buyer is"
            " reminded before. A short question often helps more than a lower price."
        ),
        _OPEN,
        (to.ask, to.offer),
        (to.to_inbox,),
    ),
    Topic.FREIGHT: Entry(
        lambda reader: reader.word("The buyer finds freight too dear"),
        lambda reader: reader.say(
            "Press Freight to see what all ways cost, and state your own figure: it replaces the estimate on"
            " the buyer's card. A fuller container or another trade term helps as well."
        ),
        _OPEN,
        (to.freight, to.counter),
        (to.to_inbox,),
    ),
    Topic.LISTING: Entry(
        lambda reader: reader.word("How do I put goods on sale?"),
        lambda reader: reader.say(
            "Under Products press Add product and answer a few questions, or send a CSV or Excel file with"
            " many at once: nothing is sold before you have looked at it."
        ),
        ways=(to.to_products,),
    ),
    Topic.VERIFIED: Entry(
        lambda reader: reader.word("How do I get verified?"),
        lambda reader: reader.say(
            "Owners apply under Settings, Qualification, with photos of the licence and the factory. Only the"
            " operator sees them. Buyers can search for verified factories alone."
        ),
        owner_ways=(to.to_qualification,),
    ),
    Topic.TEAM: Entry(
        lambda reader: reader.word("How do colleagues join?"),
        lambda reader: reader.say(
            "Owners make a link under Settings, People. It works once. Everybody sees the same inquiries and"
            " orders; only owners change accounts and people."
        ),
        owner_ways=(to.to_people,),
    ),
    Topic.PAY: Entry(
        lambda reader: reader.word("How do I get paid?"),
        lambda reader: reader.say(
            "Owners enter Alipay or a bank account under Payment accounts; it stands on the buyer's card."
            " When money has arrived, press Payment received: from then the lead time runs. A photo of a"
            " slip is no money."
        ),
        _ORDERS,
        (received_button,),
        (to.to_orders,),
        (to.to_accounts,),
    ),
    Topic.SHIP: Entry(
        lambda reader: reader.word("How do I produce and ship?"),
        lambda reader: reader.say(
            "Press Start production once what is due is paid, and Progress with photos on the way: they"
            " spare you questions. Ship takes carrier, number and quantity, also of a part."
        ),
        _TO_SHIP,
        (start_production, ship, progress, track),
        (to.to_orders,),
    ),
    Topic.CLAIMED: Entry(
        lambda reader: reader.word("A buyer claims money. What now?"),
        lambda reader: reader.say(
            "Look at the card of the claim and answer in time: Agree, Propose something else, or Refuse with"
            " a reason. Most are settled by one fair proposal. Without agreement the operator decides, so"
            " keep your photos."
        ),
        _ORDERS,
        (standing_claim_button, to.message),
        (to.to_returns, to.to_orders),
    ),
    Topic.RETURNS: Entry(
        lambda reader: reader.word("Goods come back. What now?"),
        lambda reader: reader.say(
            "In your proposal you say which address they go to and who pays. When they arrive, look at them,"
            " confirm receipt or contest it with photos, then give the money back: the order's card says how"
            " much."
        ),
        _ORDERS,
        (standing_claim_button, refund_button),
        (to.to_returns, to.to_orders),
    ),
    Topic.DISPUTE: Entry(
        lambda reader: reader.word("How does a dispute go?"),
        lambda reader: reader.say(
            "After three days either side may press Escalate, the buyer at once if you refuse; after a week"
            " it happens by itself. An operator who belongs to neither side reads everything, may ask for"
            " evidence, and decides once. Until then you may still agree."
        ),
        _ORDERS,
        (standing_claim_button, order_case_file_button),
        (to.to_returns, to.to_orders),
    ),
    Topic.HOLIDAY: Entry(
        lambda reader: reader.word("We are closed for a holiday"),
        lambda reader: reader.say(
            "Under Products press Holiday notice and say from when to when. Buyers see it on your offers. It"
            " stops no clock, so agree on longer lead times before."
        ),
        ways=(to.to_products,),
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
