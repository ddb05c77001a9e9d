"""A person's message: into the chat, to the bots that may read it, and onto the phones."""

from dataclasses import dataclass

from playground.actors.ask import Ask, Refused
from playground.bots import Bot
from playground.chats import Chat, Message
from playground.entities.clean import clean
from playground.entities.detect import detect
from playground.groups import ANONYMOUS_ADMIN, Group
from playground.people import Person
from playground.updates.update import News
from playground.wire import Json
from playground.world import World


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks where; `sender` is the User object that bots see."""

    world: World
    chat: Chat
    person: Person
    sender: Json


def speaker(ask: Ask) -> Speaker:
    """The speaker that an ask names; Refused when this person cannot write here now."""
    chat, person = ask.chat(), ask.actor()
    if person.deactivated:
        raise Refused(409, "this person's account is deactivated")
    if chat.is_private and ask.bot().id in person.blocked:
        raise Refused(409, "this person has blocked the bot")
    if chat.is_private and chat.id != person.id:
        raise Refused(409, "this is another person's chat")
    sender = ANONYMOUS_ADMIN if ask.get("anonymous") else person.user()
    return Speaker(ask.world, chat, person, sender)


def say(who: Speaker, content: Json) -> Message:
    """Put the content into the chat as a message of this person."""
    wire: Json = {
        "message_id": next(who.chat.numbers),
        "from": who.sender,
        "chat": who.chat.wire(),
        "date": who.world.clock.date(),
        **content,
    }
    if who.sender is ANONYMOUS_ADMIN:
        wire["sender_chat"] = who.chat.wire()
    message = Message(wire)
    who.chat.keep(message)
    show(who, "message", message)
    tell(who, "message", message)
    return message


def words(text: str, name: str = "text") -> Json:
    """Typed text with the entities that Telegram finds by itself."""
    cleaned = clean(text).strip()
    entities = detect(cleaned, [])
    key = "entities" if name == "text" else "caption_entities"
    return {name: cleaned, **({key: entities} if entities else {})} if cleaned else {}


def show(who: Speaker, kind: str, message: Message) -> None:
    """Let the phones know."""
    for bot in who.world.bots_in(who.chat):
        facts = {"bot": bot.id, "chat_id": who.chat.id, "message_id": message.id}
        who.world.events.add(kind, **facts, message=message)


def tell(who: Speaker, kind: str, message: Message) -> None:
    """Send the update to every bot that may read the message."""
    for bot in who.world.bots_in(who.chat):
        if who.chat.is_private:
            who.person.started.add(bot.id)
        elif not _reads(bot, who.chat, message.wire):
            continue
        life = who.world.limits.dials.update_life
        bot.box.put(News(kind, who.chat.id, message.wire, life, who.chat.id))


def _reads(bot: Bot, chat: Chat, wire: Json) -> bool:
    """Privacy mode: in groups a bot reads commands, mentions, replies to it and service messages."""
    if isinstance(chat.party, Group) and bot.id not in chat.party.bots:
        return False
    text: str | None = wire.get("text")
    if text is None or text.startswith("/") or f"@{bot.username}" in text:
        return True
    replied: Json = wire.get("reply_to_message", {})
    return bool(replied.get("from", {}).get("id") == bot.id)
