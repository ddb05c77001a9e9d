"""Groups: made, renamed, joined, left, migrated."""

import random

from playground.actors.ask import Ask, Refused
from playground.actors.speech import Speaker, say
from playground.bots import Bot
from playground.chats import Chat
from playground.groups import Group
from playground.memberships import tell_bot
from playground.people import Person
from playground.wire import Json

KINDS = ("supergroup", "group")


def view(group: Group) -> Json:
    """A group with all that is known of it."""
    return {
        "id": group.id,
        "title": group.title,
        "type": group.kind,
        "owner": group.owner,
        "members": sorted(group.members),
        "bots": sorted(group.bots),
        "migrated_to": group.migrated_to,
    }


def every(ask: Ask) -> Json:
    """All groups in the order in which they came."""
    return {"groups": [view(group) for group in ask.world.groups.values()]}


def add(ask: Ask) -> Json:
    """Let a group exist with its people and the bot; the bot hears that it was added."""
    members = [ask.person(int(number)) for number in ask.get("members", [])]
    kind = ask.get("type", "supergroup")
    if not members or not ask.get("title") or kind not in KINDS:
        raise Refused(400, "title and members are needed; type is supergroup or group")
    number = ask.number("id", _fresh_id(kind))
    bots = {bot.id for bot in ask.world.bots.values()}
    group = Group(number, ask.get("title"), kind, members[0].id, {one.id for one in members}, bots)
    chat = ask.world.add_group(group)
    for bot in ask.world.bots.values():
        _joined(ask, bot, (chat, members[0]))
    return _told(ask, group)


def change(ask: Ask) -> Json:
    """Rename a group, change its people, or remove the bot and take it back."""
    group = _group(ask)
    chat = ask.world.group_chat(group.id)
    if "members" in ask.values:
        group.members = {ask.person(int(number)).id for number in ask.get("members")}
    if title := ask.get("title"):
        group.title = title
        say(_owner(ask, chat), {"new_chat_title": title})
    if "bot_member" in ask.values:
        _move_bot(ask, chat, wanted=bool(ask.get("bot_member")))
    return _told(ask, group)


def migrate(ask: Ask) -> Json:
    """Turn a group into a supergroup with a new id; both chats say so."""
    old = _group(ask)
    if old.kind != "group" or old.migrated_to is not None:
        raise Refused(409, "only a group that has not migrated can migrate")
    new = Group(_fresh_id("supergroup"), old.title, "supergroup", old.owner, set(old.members), set(old.bots))
    old_chat, new_chat = ask.world.group_chat(old.id), ask.world.add_group(new)
    say(_owner(ask, old_chat), {"migrate_to_chat_id": new.id})
    old.migrated_to = new.id
    say(_owner(ask, new_chat), {"migrate_from_chat_id": old.id})
    return _told(ask, new)


def _group(ask: Ask) -> Group:
    group = ask.world.groups.get(int(ask.path["chat_id"]))
    if group is None:
        raise Refused(404, "no such group")
    return group


def _owner(ask: Ask, chat: Chat) -> Speaker:
    group = chat.party
    person = ask.person((group.owner if isinstance(group, Group) else None) or 0)
    return Speaker(ask.world, chat, person, person.user())


def _joined(ask: Ask, bot: Bot, place: tuple[Chat, Person]) -> None:
    chat, person = place
    tell_bot(ask.world, bot, chat, (person, "left", "member"))
    say(_owner(ask, chat), {"new_chat_members": [bot.user()]})


def _move_bot(ask: Ask, chat: Chat, *, wanted: bool) -> None:
    bot, group = ask.bot(), chat.party
    if not isinstance(group, Group) or wanted == (bot.id in group.bots):
        return
    (group.bots.add if wanted else group.bots.discard)(bot.id)
    person = _owner(ask, chat).person
    if wanted:
        _joined(ask, bot, (chat, person))
    else:
        tell_bot(ask.world, bot, chat, (person, "member", "kicked"))


def _fresh_id(kind: str) -> int:
    if kind == "group":
        return -random.randint(1_000_000_000, 4_000_000_000)  # noqa: S311 ids, not secrets
    return -1_000_000_000_000 - random.randint(1_000_000_000, 3_000_000_000)  # noqa: S311


def _told(ask: Ask, group: Group) -> Json:
    ask.world.events.add("group", group=view(group))
    return view(group)
