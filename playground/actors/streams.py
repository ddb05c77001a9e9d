"""What the page and the tests read: chats, events, the log."""

from fnmatch import fnmatchcase

import orjson

from playground.actors.ask import Ask
from playground.chats import HISTORY
from playground.screen import chat_view, message_view
from playground.wire import Json


def chat(ask: Ask) -> Json:
    """A chat as it looks now, perhaps with its `last` messages only."""
    return chat_view(ask.world, ask.bot(), ask.chat(), max(1, ask.number("last", HISTORY)))


async def events(ask: Ask) -> Json:
    """Events after a number; waits up to `timeout` seconds for the first."""
    after = ask.number("after")
    found = ask.world.events.after(after)
    if not found and ask.seconds("timeout") > 0:
        await ask.world.events.changed(ask.seconds("timeout"))
        found = ask.world.events.after(after)
    cursor = found[-1]["id"] if found else ask.world.events.last
    return {"cursor": cursor, "events": [_event(ask, event) for event in found]}


def log(ask: Ask) -> Json:
    """The transcript after a number, perhaps of one `type` or of methods of a pattern only."""
    kind, method = ask.get("type"), ask.get("method")
    entries = [
        _entry(entry)
        for entry in ask.world.log.after(ask.number("after"))
        if (kind is None or entry["type"] == kind)
        and (method is None or fnmatchcase(entry.get("method", ""), method))
    ]
    return {"cursor": ask.world.log.last, "entries": entries}


def _event(ask: Ask, event: Json) -> Json:
    if "message" not in event:
        return event
    return {**event, "message": message_view(ask.world, event["bot"], event["message"])}


def _entry(entry: Json) -> Json:
    return {**entry, "body": orjson.Fragment(entry["body"])} if "body" in entry else entry
