"""Puts a bot's message together and into the chat: sender, date, reply, keyboard."""

from collections.abc import Callable
from typing import Any

from playground import keyboards
from playground.call import Call
from playground.chats import Chat, Message, quoted
from playground.entities.formatted import Formatted
from playground.wire import Json, bad_request


def deliver(call: Call, chat: Chat, content: Json) -> Message:
    """Show the content in the chat as a message of the bot."""
    wire: Json = {
        "message_id": 0,
        "from": call.bot.user(),
        "chat": chat.wire(),
        "date": call.world.clock.date(),
    }
    _reply(call, chat, wire)
    if call.get("protect_content"):
        wire["has_protected_content"] = True
    wire.update(content)
    message = Message(wire, call.bot.id)
    _keyboard(call, chat, message)
    wire["message_id"] = next(chat.numbers)
    chat.keep(message)
    chat.typing = ("", 0.0)
    call.message_id = message.id
    announce(call, "message", chat, message)
    return message


def announce(call: Call, kind: str, chat: Chat, message: Message) -> None:
    """Tell the phones about a new, edited or deleted message."""
    call.world.events.add(kind, bot=call.bot.id, chat_id=chat.id, message_id=message.id, message=message)


def put_text(wire: Json, words: Formatted, name: str = "text") -> None:
    """Write text or caption with its entities into a message."""
    entities = "entities" if name == "text" else "caption_entities"
    for key, value in ((name, words.text), (entities, words.entities)):
        if value:
            wire[key] = value
        else:
            wire.pop(key, None)


def inline_keyboard(call: Call) -> Json | None:
    """The inline keyboard of an edit; other keyboards cannot be put there."""
    markup = call.get("reply_markup")
    if not markup:
        return None
    if keyboards.kind_of(markup) != "inline":
        raise bad_request("inline keyboard expected")
    return keyboards.inline(markup)


def _reply(call: Call, chat: Chat, wire: Json) -> None:
    parameters = call.get("reply_parameters")
    if not parameters:
        return
    number = parameters.get("message_id")
    if parameters.get("chat_id", chat.id) not in (chat.id, str(chat.id)):
        raise bad_request("replies to other chats are not emulated by the playground")
    replied = chat.messages.get(number)
    if replied is not None:
        wire["reply_to_message"] = quoted(replied)
    elif not parameters.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")


def _keyboard(call: Call, chat: Chat, message: Message) -> None:
    markup = call.get("reply_markup")
    if not markup:
        return
    message.markup = keyboards.kind_of(markup)
    if message.markup == "inline":
        shown = keyboards.inline(markup)
        if shown:
            message.wire["reply_markup"] = shown
            message.keyboards.append(shown)
    else:
        _SHOWN[message.markup](chat, markup)
        call.world.events.add("keyboard", bot=call.bot.id, chat_id=chat.id, keyboard=chat.keyboard)


def _show_keyboard(chat: Chat, markup: Json) -> None:
    chat.keyboard = keyboards.reply(markup)


def _remove_keyboard(chat: Chat, markup: Json) -> None:
    if markup["remove_keyboard"] is not True:
        raise bad_request("remove_keyboard must be True")
    chat.keyboard = None


def _force_reply(chat: Chat, markup: Json) -> None:
    if markup["force_reply"] is not True:
        raise bad_request("force_reply must be True")
    chat.keyboard = markup


_SHOWN: dict[str, Callable[[Chat, Any], None]] = {
    "keyboard": _show_keyboard,
    "remove": _remove_keyboard,
    "force_reply": _force_reply,
}
