"""What a phone shows: messages with safe HTML, keyboards, pins and commands."""

from typing import Any

from playground.bots import Bot
from playground.chats import Chat, Message
from playground.commands import commands_for
from playground.entities.render import render
from playground.people import Person
from playground.wire import Json
from playground.world import World

FILE_KINDS = ("document", "video", "voice", "sticker")
PLAIN_KINDS = ("location", "contact", "invoice", "successful_payment")


def chat_view(world: World, bot: Bot, chat: Chat) -> Json:
    """The whole chat as it looks now."""
    action, until = chat.typing
    return {
        "chat_id": chat.id,
        "bot": bot.id,
        "title": chat.wire().get("title") or chat.wire().get("first_name"),
        "messages": [message_view(world, bot.id, message) for message in chat.messages.values()],
        "pinned": chat.pinned,
        "keyboard": chat.keyboard,
        "typing": action if until > world.clock.now() else None,
        "commands": commands_for(bot, chat),
        "started": not isinstance(chat.party, Person) or bot.id in chat.party.started,
        "blocked": isinstance(chat.party, Person) and bot.id in chat.party.blocked,
    }


def message_view(world: World, bot_id: int, message: Message) -> Json:
    """One message as it looks now."""
    wire = message.wire
    words = wire.get("text") or wire.get("caption") or ""
    marks = wire.get("entities") or wire.get("caption_entities") or []
    shown: Json = {
        "id": message.id,
        "from_bot": message.bot_id is not None,
        "from": _sender(wire),
        "date": wire["date"],
        "edited": wire.get("edit_date"),
        "text": wire.get("text"),
        "caption": wire.get("caption"),
        "entities": marks,
        "html": render(words, marks),
        "keyboard": buttons(wire),
        "reply_to": wire.get("reply_to_message", {}).get("message_id"),
        "media_group_id": wire.get("media_group_id"),
    }
    shown |= _attachments(world, bot_id, wire)
    if "forward_origin" in wire:
        shown["forwarded"] = wire["forward_origin"]
    return shown


def buttons(wire: Json) -> list[list[Json]]:
    """The inline keyboard with a token for pressing each button by its place."""
    rows: list[list[Json]] = wire.get("reply_markup", {}).get("inline_keyboard", [])
    return [[{**button, "token": f"{y}:{x}"} for x, button in enumerate(row)] for y, row in enumerate(rows)]


def _sender(wire: Json) -> Json:
    user = wire["from"]
    return {"id": user["id"], "name": user["first_name"], "is_bot": user["is_bot"]}


def _attachments(world: World, bot_id: int, wire: Json) -> Json:
    shown: Json = {kind: wire[kind] for kind in PLAIN_KINDS if kind in wire}
    if "pinned_message" in wire:
        shown["pinned_message"] = wire["pinned_message"]["message_id"]
    if "photo" in wire:
        photo = wire["photo"][-1]
        shown["photo"] = {**_file(world, bot_id, photo), "width": photo["width"], "height": photo["height"]}
    for kind in FILE_KINDS:
        if kind in wire:
            shown[kind] = _file(world, bot_id, wire[kind])
    return shown


def _file(world: World, bot_id: int, wire: Json) -> dict[str, Any]:
    file = world.files.find(bot_id, wire["file_id"])
    url = f"/playground/files/{file.path}" if file else None
    return {"url": url, "name": wire.get("file_name"), "size": wire["file_size"]}
