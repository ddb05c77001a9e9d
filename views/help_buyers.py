"""What buyers ask before an order binds, from the first search on."""

from collections.abc import Mapping
from typing import Final

from domain.people import Side
from services.helping import Reach, Topic
from services.moves import Subject
from services.order_list import OrderFilter
from views import help_deeds as to
from views.after_sample import ask_for_changes, other_suppliers, sample_ok
from views.agreement import agreement_button
from views.amendment import amend_button
from views.help_entry import Entry
from views.help_steps import steps_for_buyers
from views.shipping_buttons import ask_to_cancel

_OPEN: Final = Reach(Subject.NEGOTIATION, Side.BUYER)
_ANY: Final = Reach(Subject.NEGOTIATION, Side.BUYER, with_ended=True)
_ORDERS: Final = Reach(Subject.ORDER, Side.BUYER)
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
        (to.sample, to.ask),
        (to.to_search, to.to_samples),
    ),
    Topic.RECEIVED: Entry(
        lambda reader: reader.word("My sample is here. What now?"),
        lambda reader: reader.say(
            "Look at it closely and take photos. If it is good, press Sample OK, order bulk: with your photos"
            " it becomes the golden sample, by which the bulk is made and later claims are judged. If not,"
            " ask for changes one by one, or ask other suppliers."
        ),
        _RECEIVED,
        (sample_ok, ask_for_changes, other_suppliers, to.golden),
        (to.to_samples,),
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
}
"""In the order of the list."""
