"""Which command menu a person sees, by scope and language, in Telegram's order."""

from playground.bots import Bot
from playground.chats import Chat
from playground.people import Person
from playground.wire import Json


def commands_for(bot: Bot, chat: Chat) -> list[Json]:
    """The commands of the narrowest scope and language that the bot has set."""
    spoken = chat.party.language_code if isinstance(chat.party, Person) else None
    language = (spoken or "").partition("-")[0].lower()
    for scope in _scopes(chat):
        for code in (language, ""):
            if found := bot.commands.get((scope, code)):
                return found
    return []


def _scopes(chat: Chat) -> tuple[str, ...]:
    wide = "all_private_chats" if chat.is_private else "all_group_chats"
    return (f"chat:{chat.id}", wide, "default")
