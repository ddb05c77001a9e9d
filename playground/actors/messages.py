"""What people write, edit and delete."""

import re

from playground.actors.ask import Ask, Refused
from playground.actors.speech import Speaker, say, show, speaker, tell, words
from playground.chats import Chat, Message, forwarded, quoted
from playground.entities import utf16
from playground.screen import message_view
from playground.wire import Json

TEXT_LIMIT = 4096
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def write(ask: Ask) -> Json:
    """Write a text, or forward a message (`forward_of`), perhaps as a reply (`reply_to`)."""
    who = speaker(ask)
    content = _forwarded(ask) if ask.get("forward_of") else _typed(ask)
    return shown(ask, say(who, {**reply(ask, who.chat), **content}))


def start(ask: Ask) -> Json:
    """Press Start, perhaps through a deep link with a payload of 1-64 letters, digits, _ and -."""
    payload = str(ask.get("payload") or "")
    if payload and not _PAYLOAD.fullmatch(payload):
        raise Refused(400, "Telegram drops a payload that is not 1-64 of A-Z, a-z, 0-9, _ and -")
    ask.values["text"] = f"/start {payload}".strip()
    return write(ask)


def rewrite(ask: Ask) -> Json:
    """Edit one's own message; bots get edited_message."""
    who, message = _own(ask)
    name = "text" if "text" in message.wire else "caption"
    entities = "entities" if name == "text" else "caption_entities"
    wire = {key: value for key, value in message.wire.items() if key not in (name, entities)}
    message.wire = {
        **wire,
        **words(str(ask.get("text", "")), name),
        "edit_date": who.world.clock.date(),
    }
    show(who, "edited", message)
    tell(who, "edited_message", message)
    return shown(ask, message)


def erase(ask: Ask) -> Json:
    """Delete a message from the chat; bots are not told."""
    chat, message = find(ask)
    del chat.messages[message.id]
    chat.pinned = [number for number in chat.pinned if number != message.id]
    for bot in ask.world.bots_in(chat):
        ask.world.events.add("deleted", bot=bot.id, chat_id=chat.id, message_id=message.id)
    return {"deleted": message.id}


def reply(ask: Ask, chat: Chat) -> Json:
    """The part of a message that says what it replies to."""
    number = ask.get("reply_to")
    if number is None:
        return {}
    replied = chat.messages.get(int(number))
    if replied is None:
        raise Refused(404, f"there is no message {number} to reply to")
    return {"reply_to_message": quoted(replied)}


def shown(ask: Ask, message: Message) -> Json:
    """The message as the phones show it."""
    return message_view(ask.world, ask.bot().id, message)


def find(ask: Ask) -> tuple[Chat, Message]:
    """The message of the path (or of the value message_id)."""
    chat = ask.chat()
    number = int(ask.path.get("message_id") or ask.number("message_id"))
    message = chat.messages.get(number)
    if message is None:
        raise Refused(404, f"there is no message {number}")
    return chat, message


def _own(ask: Ask) -> tuple[Speaker, Message]:
    _, message = find(ask)
    ask.values.setdefault("as", message.wire["from"]["id"])
    if message.bot_id is not None or not any(key in message.wire for key in ("text", "caption")):
        raise Refused(409, "only a person's own text can be edited")
    return speaker(ask), message


def _typed(ask: Ask) -> Json:
    content = words(str(ask.get("text", "")))
    if not content:
        raise Refused(400, "text is needed")
    if utf16.length(content["text"]) > TEXT_LIMIT:
        raise Refused(400, "Telegram's apps send at most 4096 characters at once")
    return content


def _forwarded(ask: Ask) -> Json:
    source = ask.get("forward_of")
    place = source if isinstance(source, dict) else {"message_id": source}
    path = {"chat_id": str(place.get("chat_id", ask.path["chat_id"])), "message_id": str(place["message_id"])}
    _, message = find(Ask(ask.world, path, ask.values))
    return forwarded(message)
