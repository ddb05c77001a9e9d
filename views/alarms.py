"""Alarms: what operators hear of troubles that only they can mend."""

from collections.abc import Callable, Mapping
from typing import Final

from services.notices import Notice
from views.markup import Html
from views.reader import Reader
from views.screen import Screen


def alarm(reader: Reader, notice: Notice) -> Screen:
    """What went wrong, and what to do."""
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
