"""Editing what the bot has sent: text, caption, media, keyboard."""

from playground.call import Call
from playground.chats import Chat, Message
from playground.entities.formatted import caption, message_text
from playground.methods import targets
from playground.methods.albums import input_media
from playground.methods.composing import announce, inline_keyboard, put_text
from playground.wire import NOT_MODIFIED, Json, bad_request

_COMPARED = ("text", "entities", "caption", "caption_entities", "reply_markup", "link_preview_options")
CAPTIONED = ("photo", "document", "video", "voice", "audio", "animation")


def edit_message_text(call: Call) -> Json:
    """Replace the text and the keyboard."""
    words = message_text(call)
    chat, message = editable(call)
    if "text" not in message.wire:
        raise bad_request("there is no text in the message to edit")
    changed = dict(message.wire)
    put_text(changed, words)
    changed.pop("link_preview_options", None)
    if call.get("link_preview_options"):
        changed["link_preview_options"] = call.get("link_preview_options")
    return replace(call, chat, (message, changed))


def edit_message_caption(call: Call) -> Json:
    """Replace the caption and the keyboard; no caption removes it."""
    words = caption(call, call.params)
    chat, message = editable(call)
    if not any(kind in message.wire for kind in CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    changed = dict(message.wire)
    put_text(changed, words, "caption")
    return replace(call, chat, (message, changed))


def edit_message_reply_markup(call: Call) -> Json:
    """Replace or remove the keyboard."""
    chat, message = editable(call)
    return replace(call, chat, (message, dict(message.wire)))


def edit_message_media(call: Call) -> Json:
    """Replace photo, document or video with its caption, and the keyboard."""
    item = call.get("media")
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia JSON object")
    chat, message = editable(call)
    if "text" in message.wire and item.get("type") not in CAPTIONED:
        raise bad_request("there is no media in the message to edit")
    dropped = {"text", "entities", "caption", "caption_entities", "link_preview_options", *CAPTIONED}
    changed = {key: value for key, value in message.wire.items() if key not in dropped}
    return replace(call, chat, (message, changed | input_media(call, item)))


def editable(call: Call) -> tuple[Chat, Message]:
    """The message that the call names, if this bot may edit it."""
    chat, message = targets.message(call)
    if message is None:
        raise bad_request("message to edit not found")
    is_own = message.bot_id == call.bot.id and "forward_origin" not in message.wire
    if not is_own or message.markup not in (None, "inline"):
        raise bad_request("message can't be edited")
    return chat, message


def replace(call: Call, chat: Chat, change: tuple[Message, Json]) -> Json:
    """Put the changed content and the call's keyboard in place; refuse when nothing differs."""
    message, wire = change
    keyboard = inline_keyboard(call)
    wire.pop("reply_markup", None)
    if keyboard:
        wire["reply_markup"] = keyboard
    if all(wire.get(key) == message.wire.get(key) for key in (*_COMPARED, *CAPTIONED)):
        raise bad_request(NOT_MODIFIED)
    call.world.limits.check(chat.id, call.world.clock.now())
    wire["edit_date"] = call.world.clock.date()
    message.wire = wire
    if keyboard:
        message.markup = "inline"
        message.keyboards.append(keyboard)
    call.message_id = message.id
    announce(call, "edited", chat, message)
    return wire
