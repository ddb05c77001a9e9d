"""Where the guide leads: deeds on a negotiation or an order as their cards offer them, and rooms."""

from collections.abc import Callable

from domain.lifecycle import RECEIVED, NegotiationStatus
from domain.people import Side
from services.cases import Case, OrderCase
from services.claim_list import ClaimFilter
from views.after_sample import golden_button
from views.callback_data.addresses import ListAddresses
from views.callback_data.calling import CallCounterpart
from views.callback_data.claim_list import ListClaims
from views.callback_data.inbox import ShowInbox
from views.callback_data.navigation import BringNegotiation, BringOrder, Go, Room
from views.callback_data.negotiation import AskQuestion, CounterOffer
from views.callback_data.payment_accounts import ListAccounts
from views.callback_data.people import ListTeams
from views.callback_data.qualification import ListQualifications
from views.callback_data.usual_terms import ListUsual
from views.freight_buttons import bring
from views.reader import Reader
from views.rfq_buttons import other_suppliers
from views.sample_buttons import request_sample
from views.screen import Button, Style

OfOrder = Callable[[Reader, OrderCase], Button | None]


def counter(reader: Reader, case: Case) -> Button | None:
    """Answers the offer on the table with other terms."""
    if not case.can_answer:
        return None
    press = CounterOffer(negotiation_id=case.negotiation.id, version=case.negotiation.offer.number)
    return Button(reader.word("✍️ Counter"), press.pack(), Style.PRIMARY)


def others(reader: Reader, case: Case) -> Button | None:
    """Asks others on the terms that stood here."""
    is_over = case.negotiation.status is NegotiationStatus.ORDERED
    return None if is_over or case.side is Side.SELLER else other_suppliers(reader, case)


def others_when_silent(reader: Reader, case: Case) -> Button | None:
    """The same, while the seller lets the buyer wait."""
    is_waiting = case.negotiation.status is NegotiationStatus.AWAITING_SELLER
    return others(reader, case) if is_waiting else None


def freight(reader: Reader, case: Case) -> Button | None:
    """All ways to ship side by side, while something can still be agreed."""
    return bring(reader, negotiation_id=case.negotiation.id) if case.negotiation.waits_for else None


def sample(reader: Reader, case: Case) -> Button | None:
    """A sample of what is being negotiated, for its buyer."""
    if case.side is Side.SELLER or case.negotiation.waits_for is None:
        return None
    return request_sample(reader, case.negotiation.goods.product_id, case.negotiation.id)


def ask(reader: Reader, case: Case) -> Button | None:
    """A message about an open negotiation."""
    if case.negotiation.waits_for is None:
        return None
    return Button(reader.word("❓ Ask"), AskQuestion(negotiation_id=case.negotiation.id).pack())


def call(reader: Reader, case: Case) -> Button | None:
    """Only suppliers list a number."""
    if case.negotiation.waits_for is not Side.SELLER:
        return None
    return Button(reader.word("📞 Call supplier"), CallCounterpart(negotiation_id=case.negotiation.id).pack())


def offer(reader: Reader, case: Case) -> Button:
    """The card of a negotiation."""
    return Button(reader.word("📄 Show offer"), BringNegotiation(negotiation_id=case.negotiation.id).pack())


def message(reader: Reader, case: OrderCase) -> Button:
    """A message about an order."""
    press = AskQuestion(negotiation_id=case.order.negotiation_id)
    return Button(reader.word("💬 Message"), press.pack())


def golden(reader: Reader, case: OrderCase) -> Button | None:
    """What the sample became, on the sample's own order."""
    return golden_button(reader, case) if case.order.is_sample else None


def unless_in_time(deed: OfOrder) -> OfOrder:
    """The deed, but not of goods that have arrived in time."""
    return lambda reader, case: deed(reader, case) if case.late or case.order.status not in RECEIVED else None


def order(reader: Reader, case: OrderCase) -> Button:
    """The card of an order."""
    return Button(reader.word("📦 Show order"), BringOrder(order_id=case.order.id).pack())


def to_search(reader: Reader) -> Button:
    """Finds goods."""
    return Button(reader.word("🔎 Search"), Go(room=Room.SEARCH).pack())


def to_negotiations(reader: Reader) -> Button:
    """What is being negotiated."""
    return Button(reader.word("💬 Negotiations"), Go(room=Room.NEGOTIATIONS).pack())


def to_orders(reader: Reader) -> Button:
    """All orders."""
    return Button(reader.word("📦 Orders"), Go(room=Room.ORDERS).pack())


def to_samples(reader: Reader) -> Button:
    """Requests for samples, and sample orders."""
    return Button(reader.word("🎁 Samples"), Go(room=Room.SAMPLES).pack())


def to_returns(reader: Reader) -> Button:
    """All claims."""
    return Button(reader.word("↩️ Returns"), ListClaims(shown=ClaimFilter.ALL).pack())


def to_compare(reader: Reader) -> Button:
    """Suppliers side by side."""
    return Button(reader.word("⚖️ Compare"), Go(room=Room.COMPARE).pack())


def to_language(reader: Reader) -> Button:
    """Another language."""
    return Button(reader.word("🌐 Language"), Go(room=Room.LANGUAGE).pack())


def to_addresses(reader: Reader) -> Button:
    """Where goods are to go."""
    return Button(reader.word("📍 Addresses"), ListAddresses().pack())


def to_inbox(reader: Reader) -> Button:
    """What waits for a supplier's people."""
    return Button(reader.word("📥 Inbox"), ShowInbox().pack())


def to_products(reader: Reader) -> Button:
    """A supplier's own products, and its holiday notice."""
    return Button(reader.word("🗂 Products"), Go(room=Room.PRODUCTS).pack())


def to_usual_terms(reader: Reader) -> Button:
    """What a supplier keeps for every deal."""
    return Button(reader.word("📋 Usual terms"), ListUsual().pack())


def to_accounts(reader: Reader) -> Button:
    """Where a supplier is paid."""
    return Button(reader.word("💳 Payment accounts"), ListAccounts().pack())


def to_people(reader: Reader) -> Button:
    """A supplier's people."""
    return Button(reader.word("👥 People"), ListTeams().pack())


def to_qualification(reader: Reader) -> Button:
    """What the platform vouches for."""
    return Button(reader.word("🏅 Qualification"), ListQualifications().pack())
