"""What a bot may ask about a chat, and pins."""

from playground.call import Call
from playground.chats import Chat, quoted
from playground.groups import Group
from playground.memberships import bot_member, human_member
from playground.methods import targets
from playground.methods.composing import deliver
from playground.updates.update import News
from playground.wire import Json, bad_request

GIFTS = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    True,
)


def get_chat(call: Call) -> Json:
    """The chat in full, with the newest pin."""
    chat = targets.chat(call)
    shown: Json = {
        **chat.wire(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": GIFTS,
    }
    if pins := [chat.messages[number] for number in chat.pinned if number in chat.messages]:
        shown["pinned_message"] = quoted(pins[-1])
    return shown


def get_chat_member(call: Call) -> Json:
    """What someone is in the chat."""
    chat, number = targets.open_chat(call), call.number("user_id")
    if number == call.bot.id:
        return bot_member(call.bot, "member")
    person = call.world.people.get(number)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return human_member(person, chat)


def get_chat_member_count(call: Call) -> int:
    """How many people and bots are in the chat."""
    party = targets.open_chat(call).party
    return len(party.members) + len(party.bots) if isinstance(party, Group) else 2


def get_chat_administrators(call: Call) -> list[Json]:
    """The first member of a group counts as its owner."""
    chat = targets.open_chat(call)
    if not isinstance(chat.party, Group):
        raise bad_request("there are no administrators in the private chat")
    people = [call.world.people[number] for number in sorted(chat.party.members)]
    members = [human_member(person, chat) for person in people if person.id == chat.party.owner]
    return members


def leave_chat(call: Call) -> bool:
    """Leave a group."""
    chat = targets.open_chat(call)
    if not isinstance(chat.party, Group):
        raise bad_request("chat member status can't be changed in private chats")
    chat.party.bots.discard(call.bot.id)
    return True


def pin_chat_message(call: Call) -> bool:
    """Pin a message; the chat shows a service message, which the bot hears of as well."""
    chat, message = targets.message(call)
    if message is None:
        raise bad_request("message to pin not found")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        service = deliver(_plain(call), chat, {"pinned_message": quoted(message)})
        life = call.world.limits.dials.update_life
        call.bot.box.put(News("message", chat.id, service.wire, life, chat.id))
    call.message_id = message.id
    _show_pins(call, chat)
    return True


def unpin_chat_message(call: Call) -> bool:
    """Unpin one message, or the newest pin."""
    chat = targets.open_chat(call)
    number = call.get("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    _show_pins(call, chat)
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin everything."""
    chat = targets.open_chat(call)
    chat.pinned.clear()
    _show_pins(call, chat)
    return True


def set_message_reaction(call: Call) -> bool:
    """Check that the message is there; reactions are not shown."""
    if targets.message(call)[1] is None:
        raise bad_request("message to react not found")
    return True


def _plain(call: Call) -> Call:
    return Call(call.world, call.bot, call.method, {}, {})


def _show_pins(call: Call, chat: Chat) -> None:
    call.world.events.add("pinned", bot=call.bot.id, chat_id=chat.id, pinned=list(chat.pinned))
