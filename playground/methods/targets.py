"""Finds the chat and the message that a call names, and whether the bot may write there."""

from playground.call import Call
from playground.chats import Chat, Message
from playground.groups import Group
from playground.people import Person
from playground.wire import BotApiError, bad_request, forbidden


def chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat the bot knows by this parameter; BotApiError when it knows none."""
    number = call.get(name)
    found = call.bot.chats.get(number) if isinstance(number, int) else None
    if found is not None:
        return found
    person = call.world.people.get(number) if isinstance(number, int) else None
    if person is None:
        raise bad_request("chat not found")
    return call.world.private_chat(call.bot, person)


def open_chat(call: Call) -> Chat:
    """The chat of `chat_id`, if the bot may write there now."""
    found = chat(call)
    party = found.party
    refused = _closed_person(call, party) if isinstance(party, Person) else _closed_group(call, party)
    if refused is not None:
        raise refused
    return found


def writable(call: Call) -> Chat:
    """The chat of `chat_id` for one more message, counted against the limits."""
    found = open_chat(call)
    count(call, found)
    return found


def count(call: Call, found: Chat, messages: int = 1) -> None:
    """Count messages to a chat against the limits; 429 when they are too many."""
    for _ in range(messages):
        call.world.limits.check(found.id, call.world.clock.now())


def message(call: Call) -> tuple[Chat, Message | None]:
    """The chat and, if it exists, the message that `chat_id` and `message_id` name."""
    if call.get("inline_message_id"):
        raise bad_request("inline messages are not emulated by the playground")
    if call.get("chat_id") is None:
        raise bad_request("chat_id is empty")
    if call.get("message_id") is None:
        raise bad_request("message identifier is not specified")
    found = open_chat(call)
    return found, found.messages.get(call.number("message_id"))


def _closed_person(call: Call, person: Person) -> BotApiError | None:
    if person.deactivated:
        return forbidden("user is deactivated")
    if call.bot.id in person.blocked:
        return forbidden("bot was blocked by the user")
    if call.bot.id not in person.started:
        return forbidden("bot can't initiate conversation with a user")
    return None


def _closed_group(call: Call, group: Group) -> BotApiError | None:
    if group.migrated_to is not None:
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        return BotApiError(400, words, {"migrate_to_chat_id": group.migrated_to})
    if call.bot.id not in group.bots:
        return forbidden(f"bot was kicked from the {group.kind} chat")
    return None
