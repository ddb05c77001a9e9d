"""What somebody hears who did not press: every kind of news as a screen, in the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from domain.people import Side
from services.approving import SeenGolden
from services.briefing import Briefing, Called, Seat, Talked
from services.case_file import CaseFile
from services.cases import Case, OrderCase
from services.changes_case import ChangesCase
from services.claim_case import ClaimCase
from services.deciding import Dossier
from services.dispute import Dispute
from services.evidence_briefing import Added, KeptSoFar
from services.notices import News, Notice
from services.order_book import OrderBook
from services.order_briefing import Reached
from services.overtaken import Overtaken
from services.payment_briefing import PaymentNews
from services.product_files import ProductFile
from services.repaid_briefing import Repaid
from services.repaying import CardRefund
from services.reviewing import Reviewed
from services.sample_case import SampleCase
from services.verdicts import Verdict
from views import people
from views.alarms import alarm
from views.application_words import received_application
from views.buttons import to_menu
from views.calling import number_received
from views.card_refund import card_refund_due
from views.case_file import case_file
from views.changes import changes_card
from views.claim import claim_card
from views.claim_news import CLAIM_NEWS
from views.dispute_news import TO_SIDES, dispute_notice
from views.gathering import added, so_far
from views.golden import golden_page
from views.golden_news import changes_news, credited, golden_news
from views.holiday_line import holiday_line
from views.late_news import late_screen, promise_near
from views.markup import Html, bold
from views.negotiation import offer_card
from views.order import order_card
from views.order_book import order_book
from views.order_news import ORDER_NEWS
from views.overtaken import overtaken_card
from views.payment_notices import payment_notice, stray_charge
from views.producing import milestone_news, photo_news
from views.product_file import product_file
from views.qualification import decided
from views.reader import Reader
from views.return_news import RETURN_NEWS, repaid
from views.reviews import order_review
from views.sample import sample_card
from views.sample_news import SAMPLE_NEWS
from views.screen import Screen, rows
from views.talk import received, received_file
from views.verifying import verdict


def render(reader: Reader, briefing: Briefing) -> Screen:
    """The screen of a notice, from facts as of now."""
    facts, notice = briefing.facts, briefing.notice
    if isinstance(facts, (Case, OrderCase, ClaimCase, SampleCase, Reviewed)):
        return _card(reader, notice, facts, _above(reader, notice, facts, briefing.now))
    showing = _SHOWN.get(type(facts))
    return showing(reader, notice, facts) if showing else _ALONE[notice.news](reader, notice)


def _card(
    reader: Reader,
    notice: Notice,
    facts: Case | OrderCase | ClaimCase | SampleCase | Reviewed,
    above: Html | str,
) -> Screen:
    """The card that the news is about, with the news above it."""
    if isinstance(facts, Reviewed):
        return order_review(reader, facts, above)
    if isinstance(facts, ClaimCase):
        return claim_card(reader, facts, above)
    if isinstance(facts, SampleCase):
        return sample_card(reader, facts, above)
    if isinstance(facts, Case):
        facts = replace(facts, is_stuck=facts.is_stuck or notice.news is News.COUNTERPART_AWAY)
        return offer_card(reader, facts, above)
    show = late_screen if notice.news is News.ORDER_LATE else order_card
    return show(reader, facts, above)


def _talked(reader: Reader, notice: Notice, talked: Talked) -> Screen:
    return (received_file if notice.news is News.MESSAGE_FILE else received)(reader, talked)


def _reached(reader: Reader, _: Notice, reached: Reached) -> Screen:
    return (photo_news if reached.photo else milestone_news)(reader, reached)


_SHOWN: Final[Mapping[type[Any], Callable[[Reader, Notice, Any], Screen]]] = {
    Talked: _talked,
    Reached: _reached,
    PaymentNews: lambda reader, notice, paid: payment_notice(reader, notice.news, paid),
    Seat: lambda reader, notice, seat: _OF_SUPPLIERS[notice.news](reader, notice, seat),
    Dossier: lambda reader, notice, dossier: _OF_SUPPLIERS[notice.news](reader, notice, dossier),
    Repaid: lambda reader, _, news: repaid(reader, news),
    CardRefund: lambda reader, _, due: card_refund_due(reader, due),
    Called: lambda reader, _, called: number_received(reader, called),
    Overtaken: lambda reader, _, overtaken: overtaken_card(reader, overtaken),
    OrderBook: lambda reader, _, book: order_book(reader, book),
    CaseFile: lambda reader, _, case: case_file(reader, case),
    Verdict: lambda reader, _, found: verdict(reader, found),
    SeenGolden: lambda reader, _, seen: golden_page(reader, seen, golden_news(reader)),
    ChangesCase: lambda reader, notice, case: changes_card(reader, case, changes_news(reader, notice.news)),
    ProductFile: lambda reader, _, file: product_file(reader, file),
    KeptSoFar: lambda reader, _, kept: so_far(reader, kept),
    Added: lambda reader, _, news: added(reader, news),
    Dispute: dispute_notice,
}
"""The screens of facts that are no card."""


def _above(reader: Reader, notice: Notice, facts: Any, now: datetime) -> Html | str:
    saying = _ABOVE.get(notice.news)
    said = saying(reader, facts, now) if saying else ""
    return bold(said) if said else ""


def _of_sides(
    by_buyer: Callable[[Reader], Html], by_seller: Callable[[Reader], Html]
) -> Callable[[Reader, Any, datetime], Html]:
    """What is told of a deed of the other side."""
    return lambda reader, facts, now: (by_seller if facts.side is Side.BUYER else by_buyer)(reader)


_ABOVE: Final[Mapping[News, Callable[[Reader, Any, datetime], Html]]] = {
    News.ACCEPTED: _of_sides(
        lambda reader: reader.say("🎉 The buyer accepted your offer!"),
        lambda reader: reader.say("🎉 The seller accepted your offer!"),
    ),
    News.DECLINED: _of_sides(
        lambda reader: reader.say("The buyer declined your offer. You may still write a message."),
        lambda reader: reader.say("The seller declined your offer. You may start again with other terms."),
    ),
    News.WITHDRAWN: _of_sides(
        lambda reader: reader.say("The buyer withdrew. Nothing is left to do."),
        lambda reader: reader.say("The seller withdrew the offer. You may start again."),
    ),
    News.PARTED: lambda reader, facts, now: reader.say(
        "The buyer thanks you for your offer, but will not go ahead this time. Until the next order!"
    ),
    News.NEGOTIATION_EXPIRED: lambda reader, facts, now: reader.say(
        "Time is up, so this negotiation has ended. Nothing was ordered."
    ),
    News.NEGOTIATION_RUNS_OUT: lambda reader, facts, now: reader.say(
        "⏰ Only {left} left to answer.", left=reader.duration(facts.negotiation.expires_at - now)
    ),
    News.COUNTERPART_AWAY: lambda reader, facts, now: reader.say(
        "The other side cannot be reached at the moment. We keep the offer and tell you when it is answered."
    ),
    News.ORDER_COUNTERPART_AWAY: lambda reader, facts, now: reader.say(
        "The other side cannot be reached at the moment. We keep the order and tell you when it is confirmed."
    ),
    News.FREIGHT_STATED: lambda reader, facts, now: reader.say("🚚 The seller says what freight costs."),
    News.HOLIDAY_NOTICE: lambda reader, facts, now: holiday_line(reader, facts.supplier.holiday),
    News.OPEN_AGAIN: lambda reader, facts, now: reader.say("Here is the current card again."),
    News.ORDER_EDITED: lambda reader, facts, now: reader.say("The buyer changed the order."),
    News.ORDER_CONFIRMED: lambda reader, facts, now: reader.say(
        "🎉 Both sides confirmed: order {number} stands.", number=facts.order.number
    ),
    News.ORDER_CANCELLED: _of_sides(
        lambda reader: reader.say("The buyer cancelled the order."),
        lambda reader: reader.say("The seller cancelled the order."),
    ),
    News.ORDER_EXPIRED: lambda reader, facts, now: reader.say(
        "The order was not confirmed in time and is cancelled."
    ),
    News.REVIEWED: lambda reader, facts, now: reader.say("⭐ The buyer reviewed the order."),
    News.REVIEW_ANSWERED: lambda reader, facts, now: reader.say("↩️ The seller answered your review."),
    News.SAMPLE_CREDITED: credited,
    **ORDER_NEWS,
    **TO_SIDES,
    **SAMPLE_NEWS,
    News.PROMISE_NEAR: promise_near,
    **CLAIM_NEWS,
    **RETURN_NEWS,
    News.AMENDMENT_ACCEPTED: _of_sides(
        lambda reader: reader.say("🎉 The buyer accepted your amendment. The new agreement is ready."),
        lambda reader: reader.say("🎉 The seller accepted your amendment. The new agreement is ready."),
    ),
    News.AMENDMENT_DECLINED: _of_sides(
        lambda reader: reader.say("The buyer declined your amendment. The order stays as it was."),
        lambda reader: reader.say("The seller declined your amendment. The order stays as it was."),
    ),
    News.AMENDMENT_WITHDRAWN: _of_sides(
        lambda reader: reader.say("The buyer took the amendment back. The order stays as it was."),
        lambda reader: reader.say("The seller took the amendment back. The order stays as it was."),
    ),
}
"""What is said above the card; where nothing is, the card's own headline says it."""


def _update_failed(reader: Reader, notice: Notice) -> Screen:
    text = reader.say(
        "⚠️ Something went wrong on our side and your last message or press had no effect."
        " A person will look into it. Please try again in a while."
    )
    return Screen(text, rows([to_menu(reader)]))


_OF_SUPPLIERS: Final[Mapping[News, Callable[[Reader, Notice, Any], Screen]]] = {
    News.SELLER_JOINED: lambda reader, notice, seat: people.joined(reader, seat, int(notice.detail)),
    News.ROLE_CHANGED: lambda reader, _, seat: people.role_changed(reader, seat),
    News.SELLER_REMOVED: lambda reader, _, seat: people.removed(reader, seat.supplier),
    News.APPLICATION_RECEIVED: lambda reader, _, dossier: received_application(reader, dossier),
    News.APPLICATION_DECIDED: lambda reader, _, dossier: decided(reader, dossier),
}
"""What is said of a supplier's people and its qualification."""

_ALONE: Final[Mapping[News, Callable[[Reader, Notice], Screen]]] = {
    News.UPDATE_FAILED: _update_failed,
    News.ALARM: alarm,
    News.STRAY_CHARGE: stray_charge,
}
