"""Service messages in signs and names, so that they need no language."""

from collections.abc import Callable
from typing import Any

from playground.wire import Json


def _names(users: Any) -> str:
    return ", ".join(user["first_name"] for user in users)


def _words(message: Any) -> str:
    said: str = message.get("text") or message.get("caption") or "…"
    return said[:60]


_WORDS: dict[str, Callable[[Any], str]] = {
    "pinned_message": lambda message: f"📌 {_words(message)}",
    "new_chat_members": lambda users: f"👥 + {_names(users)}",
    "left_chat_member": lambda user: f"👥 − {_names([user])}",
    "new_chat_title": lambda title: f"✏️ {title}",
    "migrate_to_chat_id": lambda number: f"⇒ {number}",
    "migrate_from_chat_id": lambda number: f"⇐ {number}",
    "successful_payment": lambda paid: f"💳 {paid['total_amount']} {paid['currency']} ✓",
}


def service_words(wire: Json) -> str | None:
    """What a service message says; None for any other message."""
    return next((say(wire[name]) for name, say in _WORDS.items() if name in wire), None)
