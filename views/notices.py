"""What somebody hears who did not press: every kind of news as a screen, in the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from domain.people import Side
from services.briefing import Briefing, Called, Reached, Talked
from services.cases import Case, OrderCase
from services.notices import News, Notice
from services.overtaken import Overtaken
from services.payment_briefing import PaymentNews
from services.verdicts import Verdict
from views.buttons import to_menu
from views.calling import number_received
from views.markup import Html, bold
from views.negotiation import offer_card
from views.order import order_card
from views.order_news import ORDER_NEWS
from views.overtaken import overtaken_card
from views.payment_notices import payment_notice, stray_charge
from views.producing import milestone_news, photo_news
from views.reader import Reader
from views.screen import Screen, rows
from views.talk import received, received_file
from views.verifying import verdict


def render(reader: Reader, briefing: Briefing) -> Screen:
    """The screen of a notice, from facts as of now."""
    facts, notice = briefing.facts, briefing.notice
    if isinstance(facts, Talked):
        show = received_file if notice.news is News.MESSAGE_FILE else received
        return show(reader, facts)
    if isinstance(facts, Reached):
        return (photo_news if facts.photo else milestone_news)(reader, facts)
    if type(facts) in _BY_KIND:
        return _BY_KIND[type(facts)](reader, facts)
    if isinstance(facts, PaymentNews):
        return payment_notice(reader, notice.news, facts)
    if isinstance(facts, Case):
        facts = replace(facts, is_stuck=facts.is_stuck or notice.news is News.COUNTERPART_AWAY)
        return offer_card(reader, facts, _above(reader, notice, facts, briefing.now))
    if isinstance(facts, OrderCase):
        return order_card(reader, facts, _above(reader, notice, facts, briefing.now))
    return _ALONE[notice.news](reader, notice)


_BY_KIND: Final[Mapping[type, Callable[[Reader, Any], Screen]]] = {
    Called: number_received,
    Overtaken: overtaken_card,
    Verdict: verdict,
}
"""Facts that are said in one way, whatever the news."""


def _above(reader: Reader, notice: Notice, facts: Any, now: datetime) -> Html | str:
    saying = _ABOVE.get(notice.news)
    said = saying(reader, facts, now) if saying else ""
    return bold(said) if said else ""


def _address_changed(reader: Reader, case: OrderCase) -> Html:
    """Why a seller is asked once more; only the buyer changes an address."""
    is_news = case.order.revision > 1 and case.side is Side.SELLER
    return reader.say("The buyer changed the delivery address.") if is_news else Html()


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
    News.OPEN_AGAIN: lambda reader, facts, now: reader.say("Here is the current card again."),
    News.ORDER_TO_CONFIRM: lambda reader, facts, now: _address_changed(reader, facts),
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
    **ORDER_NEWS,
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


def _alarm(reader: Reader, notice: Notice) -> Screen:
    return Screen(_ALARMS[notice.detail](reader, notice.subject_id))


_ALARMS: Final[Mapping[str, Callable[[Reader, int], Html]]] = {
    "update": lambda reader, number: reader.say(
        "🚨 Alarm: what somebody wrote or pressed (update {number}) could not be handled and had no effect."
        " He was told. The log says why.",
        number=number,
    ),
    "letter": lambda reader, number: reader.say(
        "🚨 Alarm: a message to somebody (letter {number}) could not be sent and was given up."
        " The log says why.",
        number=number,
    ),
    "agreement": lambda reader, number: reader.say(
        "🚨 Alarm: the file of an agreement (order {number}) is lost, and made anew it would differ from what"
        " was recorded, so it is not sent. Restore FILES_URL from your backup.",
        number=number,
    ),
    "conflict": lambda reader, _: reader.say(
        "🚨 Another program fetches this bot's messages with the same token, so some may be missed."
        " Stop it. If nobody of yours runs it, revoke the token at @BotFather and set the new one."
    ),
    "webhook": lambda reader, _: reader.say(
        "🚨 Somebody changed where Telegram delivers this bot's messages, so it may hear nothing."
        " Restart the bot to take them back. If it was nobody of yours, revoke the token at @BotFather"
        " and set the new one."
    ),
}
"""What each alarm says; the number is that of a row of the inbox or the outbox."""


_ALONE: Final[Mapping[News, Callable[[Reader, Notice], Screen]]] = {
    News.UPDATE_FAILED: _update_failed,
    News.ALARM: _alarm,
    News.STRAY_CHARGE: stray_charge,
}
