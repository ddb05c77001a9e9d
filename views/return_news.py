"""What is said above a claim's card of goods that travel and of money that went back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from domain.people import Side
from services.notices import News
from services.repaid_briefing import Repaid
from services.repaying import Way
from views.claim import claim_card
from views.markup import Html, bold
from views.reader import Reader
from views.screen import Screen

RETURN_NEWS: Final[Mapping[News, Callable[[Reader, Any, datetime], Html]]] = {
    News.CLAIM_SENT_BACK: lambda reader, case, now: reader.say("📦 The buyer sent the goods back."),
    News.CLAIM_TAKEN_BACK: lambda reader, case, now: reader.say("✅ The seller has the goods again."),
    News.CLAIM_REPLACED: lambda reader, case, now: reader.say("🚚 The seller sent a replacement."),
    News.CLAIM_REPLACEMENT_RECEIVED: lambda reader, case, now: reader.say(
        "✅ The buyer received the replacement."
    ),
}

_TO_BUYER: Final[Mapping[Way, Callable[[Reader, str], Html]]] = {
    Way.BY_HAND: lambda reader, amount: reader.say(
        "↩️ The seller says {amount} was sent back to you. Not arrived? Press Message.", amount=amount
    ),
    Way.BY_CARD: lambda reader, amount: reader.say(
        "↩️ The operator refunded {amount} to your card. That may take some days.", amount=amount
    ),
    Way.SET_OFF: lambda reader, amount: reader.say(
        "↩️ {amount} was deducted from what you still owe.", amount=amount
    ),
}


def repaid(reader: Reader, news: Repaid) -> Screen:
    """The claim's card below what went back; sellers hear of it from operators only."""
    amount = reader.money(news.amount)
    said = (
        _TO_BUYER[news.way](reader, amount)
        if news.case.side is Side.BUYER
        else reader.say("↩️ The operator refunded {amount} to the buyer's card.", amount=amount)
    )
    return claim_card(reader, news.case, bold(said))
