"""Who is what in a chat, as ChatMember objects, and how bots hear that their own place has changed."""

from playground.bots import Bot
from playground.chats import Chat
from playground.groups import Group
from playground.people import Person
from playground.updates.update import MEMBERSHIPS, News
from playground.wire import Json
from playground.world import World


def bot_member(bot: Bot, status: str) -> Json:
    """The bot's ChatMember object."""
    shown: Json = {"user": bot.user(), "status": status}
    return {**shown, "until_date": 0} if status == "kicked" else shown


def human_member(person: Person, chat: Chat) -> Json:
    """A person's ChatMember object."""
    shown: Json = {"user": person.user(), "status": "member"}
    if not isinstance(chat.party, Group):
        return shown
    if person.id == chat.party.owner:
        return {**shown, "status": "creator", "is_anonymous": False}
    return shown if person.id in chat.party.members else {**shown, "status": "left"}


def tell_bot(world: World, bot: Bot, chat: Chat, change: tuple[Person, str, str]) -> None:
    """Send my_chat_member: who changed the bot's status, from what, to what."""
    person, old, new = change
    payload = {
        "chat": chat.wire(),
        "from": person.user(),
        "date": world.clock.date(),
        "old_chat_member": bot_member(bot, old),
        "new_chat_member": bot_member(bot, new),
    }
    life = world.limits.dials.update_life
    bot.box.put(News("my_chat_member", chat.id + MEMBERSHIPS, payload, life, chat.id))
