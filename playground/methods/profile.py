"""What the bot is: getMe, its name and descriptions in several languages, its menu button."""

from collections.abc import Callable

from playground.call import Call
from playground.entities import utf16
from playground.methods import targets
from playground.methods.commands import language
from playground.wire import Json, bad_request

LENGTHS = {"name": 64, "description": 512, "short_description": 120}
MENU_BUTTONS = frozenset({"commands", "default", "web_app"})


def get_me(call: Call) -> Json:
    """The bot itself."""
    return {
        **call.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def setter(name: str) -> Callable[[Call], bool]:
    """The method that sets the bot's name, description or short description for a language."""

    def set_text(call: Call) -> bool:
        text = call.text(name)
        if utf16.length(text) > LENGTHS[name]:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        call.bot.texts[name, language(call)] = text
        if name == "name" and text and not language(call):
            call.bot.name = text
        return True

    return set_text


def getter(name: str) -> Callable[[Call], Json]:
    """The method that tells what was set for a language, or for all."""

    def get_text(call: Call) -> Json:
        default = call.bot.name if name == "name" else ""
        texts = call.bot.texts
        return {name: texts.get((name, language(call))) or texts.get((name, "")) or default}

    return get_text


def set_chat_menu_button(call: Call) -> bool:
    """Choose what the button beside the input does, in one chat or everywhere."""
    button = call.get("menu_button") or {"type": "default"}
    if button.get("type") not in MENU_BUTTONS:
        raise bad_request("can't parse menu button: unallowed type specified")
    call.bot.menu_buttons[_menu_place(call)] = button
    return True


def get_chat_menu_button(call: Call) -> Json:
    """The button of a chat, or that of all chats."""
    buttons = call.bot.menu_buttons
    return buttons.get(_menu_place(call)) or buttons.get(0) or {"type": "default"}


def _menu_place(call: Call) -> int:
    return targets.chat(call).id if call.get("chat_id") is not None else 0


def leave(call: Call) -> bool:
    """logOut and close: nothing to leave here."""
    return bool(call.bot)
