"""What a phone shows: messages with safe HTML, keyboards, pins and commands."""

from playground.bots import Bot
from playground.chats import HISTORY, Chat, Message
from playground.commands import commands_for
from playground.entities.render import render
from playground.people import Person
from playground.services import service_words
from playground.wire import Json
from playground.world import World

FILE_KINDS = ("document", "video", "video_note", "voice", "audio", "animation", "sticker")
AS_THEY_ARE = ("text", "caption", "location", "contact", "invoice", "successful_payment")


def chat_view(world: World, bot: Bot, chat: Chat, last: int = HISTORY) -> Json:
    """The chat as it looks now, with its last so many messages."""
    action, until = chat.typing
    newest = list(chat.messages.values())[-last:]
    person = chat.party if isinstance(chat.party, Person) else None
    return {
        "chat_id": chat.id,
        "bot": bot.id,
        "title": chat.wire().get("title") or chat.wire().get("first_name"),
        "messages": [message_view(world, bot.id, message) for message in newest],
        "pinned": chat.pinned,
        "keyboard": chat.keyboard,
        "typing": action if until > world.clock.now() else None,
        "commands": commands_for(bot, chat),
        "started": person is None or bot.id in person.started,
        "blocked": person is not None and bot.id in person.blocked,
        "cursor": world.events.last,
    }


def message_view(world: World, bot_id: int, message: Message) -> Json:
    """One message as it looks now."""
    wire = message.wire
    marks = wire.get("entities") or wire.get("caption_entities") or []
    shown: Json = {
        "id": message.id,
        "message_id": message.id,
        "from_bot": message.bot_id is not None,
        "from": _sender(wire),
        "date": wire["date"],
        "edited": wire.get("edit_date"),
        "entities": wire.get("entities", []),
        "caption_entities": wire.get("caption_entities", []),
        "html": render(wire.get("text") or wire.get("caption") or "", marks),
        "keyboard": buttons(wire),
    }
    shown |= {name: wire[name] for name in AS_THEY_ARE if name in wire}
    return shown | _relations(wire) | _files(world, bot_id, wire)


def buttons(wire: Json) -> list[list[Json]]:
    """The inline keyboard with a token for pressing each button by its place."""
    rows: list[list[Json]] = wire.get("reply_markup", {}).get("inline_keyboard", [])
    return [[{**button, "token": f"{y}:{x}"} for x, button in enumerate(row)] for y, row in enumerate(rows)]


def _sender(wire: Json) -> Json:
    user = wire["from"]
    return {"id": user["id"], "name": user["first_name"], "is_bot": user["is_bot"]}


def _relations(wire: Json) -> Json:
    """How the message hangs together with others: reply, forward, album, service words."""
    shown: Json = {}
    if replied := wire.get("reply_to_message"):
        said = replied.get("text") or replied.get("caption") or ""
        shown["reply_to"] = replied["message_id"]
        shown["replied"] = {"from_bot": replied["from"]["is_bot"], "text": said}
    if origin := wire.get("forward_origin"):
        shown["forwarded"] = f"➥ {origin['sender_user']['first_name']}"
    if album := wire.get("media_group_id"):
        shown["album"] = album
    if service := service_words(wire):
        shown["service"] = service
    return shown


def _files(world: World, bot_id: int, wire: Json) -> Json:
    shown: Json = {}
    if "photo" in wire:
        photo = wire["photo"][-1]
        shown["photo"] = {**_file(world, bot_id, photo), "width": photo["width"], "height": photo["height"]}
    for kind in FILE_KINDS:
        if kind in wire:
            shown[kind] = _file(world, bot_id, wire[kind])
    return shown


def _file(world: World, bot_id: int, wire: Json) -> Json:
    file = world.files.find(bot_id, wire["file_id"])
    url = f"/playground/files/{file.path}" if file else None
    return {"url": url, "name": wire.get("file_name", ""), "size": wire["file_size"]}
