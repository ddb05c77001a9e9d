"""The command menus that a bot sets, by scope and language."""

import re

from playground.call import Call
from playground.wire import Json, bad_request

_COMMAND = re.compile(r"/?([a-z0-9_]{1,32})")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
WIDE_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def set_my_commands(call: Call) -> bool:
    """Replace the menu of a scope and language."""
    commands = call.get("commands")
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[_place(call)] = [_command(command) for command in commands]
    call.world.events.add("commands", bot=call.bot.id)
    return True


def get_my_commands(call: Call) -> list[Json]:
    """The menu of exactly this scope and language."""
    return call.bot.commands.get(_place(call), [])


def delete_my_commands(call: Call) -> bool:
    """Forget the menu of this scope and language."""
    call.bot.commands.pop(_place(call), None)
    call.world.events.add("commands", bot=call.bot.id)
    return True


def language(call: Call) -> str:
    """The call's language_code: two letters or nothing."""
    code = call.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _place(call: Call) -> tuple[str, str]:
    scope = call.get("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind in WIDE_SCOPES:
        return kind, language(call)
    if kind not in CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if str(scope.get("chat_id", "")).lstrip("-").isdigit() and int(scope["chat_id"]) in call.bot.chats:
        return f"{kind}:{scope['chat_id']}", language(call)
    raise bad_request("chat not found")


def _command(command: Json) -> Json:
    name = _COMMAND.fullmatch(str(command.get("command", "")))
    description = command.get("description")
    if name is None:
        raise bad_request("BOT_COMMAND_INVALID")
    if not isinstance(description, str) or not 1 <= len(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name[1], "description": description}
