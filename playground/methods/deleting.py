"""deleteMessage and deleteMessages."""

from playground.call import Call
from playground.chats import Chat, Message
from playground.methods import targets
from playground.methods.composing import announce
from playground.wire import bad_request


def delete_message(call: Call) -> bool:
    """Delete one message, the bot's own or an incoming one of a private chat."""
    chat, message = targets.message(call)
    if message is None:
        raise bad_request("message to delete not found")
    if not _is_deletable(call, chat, message):
        raise bad_request("message can't be deleted for everyone")
    call.message_id = message.id
    _delete(call, chat, message)
    return True


def delete_messages(call: Call) -> bool:
    """Delete up to a hundred messages; those that are not there are skipped."""
    chat = targets.open_chat(call)
    numbers = call.get("message_ids")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
        raise bad_request("message identifiers are not specified or are too many")
    for number in numbers:
        message = chat.messages.get(number)
        if message is not None and _is_deletable(call, chat, message):
            _delete(call, chat, message)
    return True


def _is_deletable(call: Call, chat: Chat, message: Message) -> bool:
    age: float = call.world.clock.now() - message.wire["date"]
    return age < call.world.limits.dials.deletable_seconds and (
        chat.is_private or message.bot_id == call.bot.id
    )


def _delete(call: Call, chat: Chat, message: Message) -> None:
    del chat.messages[message.id]
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    announce(call, "deleted", chat, message)
