"""Keyboards under messages, checked as Telegram checks them."""

from typing import Any
from urllib.parse import urlsplit

import orjson

from playground.wire import BotApiError, Json, bad_request

STYLES = frozenset({"primary", "success", "danger"})
MAX_BUTTONS = 100
MAX_IN_ROW = 8
MAX_BYTES = 10_240
INLINE_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
KNOWN = frozenset({"text", "style", "icon_custom_emoji_id", *INLINE_ACTIONS})
REPLY_KINDS = {
    "keyboard": "keyboard",
    "remove_keyboard": "remove",
    "force_reply": "force_reply",
}


def kind_of(markup: Any) -> str:
    """inline, keyboard, remove or force_reply; BotApiError for anything else."""
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return "inline"
    for name, kind in REPLY_KINDS.items():
        if name in markup:
            return kind
    raise bad_request("reply markup is of no known kind")


def inline(markup: Json) -> Json | None:
    """The inline keyboard as the message shows it; None when it has no button."""
    rows = _rows(markup["inline_keyboard"], "InlineKeyboardButton")
    shown = [[_inline_button(button) for button in row] for row in rows if row]
    _check_size(shown)
    return {"inline_keyboard": shown} if shown else None


def reply(markup: Json) -> Json:
    """The reply keyboard as the phone shows it."""
    rows = _rows(markup["keyboard"], "KeyboardButton")
    shown = [[_reply_button(button) for button in row] for row in rows if row]
    if not shown:
        raise bad_request("reply keyboard must have at least one button")
    _check_size(shown)
    return {**markup, "keyboard": shown}


def _rows(rows: Any, what: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f'Field "keyboard" must be an Array of Array of {what}')
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f"can't parse keyboard: an Array of {what} expected as a row")
    return rows


def _check_size(rows: list[list[Json]]) -> None:
    count = sum(len(row) for row in rows)
    too_wide = any(len(row) > MAX_IN_ROW for row in rows)
    # A keyboard of up to 20 buttons cannot come near the limit in bytes: data is at most 64.
    too_heavy = count > 20 and len(orjson.dumps(rows)) > MAX_BYTES
    if count > MAX_BUTTONS or too_wide or too_heavy:
        raise bad_request("REPLY_MARKUP_TOO_LONG")


def _spoiled(kind: str, why: str) -> BotApiError:
    return bad_request(f"can't parse {kind}: {why}")


def _inline_button(button: Any) -> Json:
    kind = "inline keyboard button"
    if not isinstance(button, dict):
        raise _spoiled(kind, "Text buttons are unallowed in the inline keyboard")
    shown = {name: value for name, value in button.items() if value is not None and name in KNOWN}
    _check_words(shown, kind)
    actions = [name for name in INLINE_ACTIONS if name in shown]
    if not actions:
        raise _spoiled(kind, "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _spoiled(kind, f"exactly one action is allowed, found {' and '.join(actions)}")
    _check_action(actions[0], shown[actions[0]])
    return shown


def _check_words(button: Json, kind: str) -> None:
    text = button.get("text")
    if not isinstance(text, str):
        raise _spoiled(kind, 'Field "text" must be of type String')
    if not text.strip():
        raise bad_request("Keyboard button text must be non-empty")
    if "style" in button and button["style"] not in STYLES:
        raise _spoiled(kind, "invalid button style specified")


def _check_action(action: str, value: Any) -> None:
    if action == "callback_data":
        _check_data(value)
    elif action == "url":
        _check_url(value)
    elif action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 1 <= len(text) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_data(data: Any) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: Any) -> None:
    if not isinstance(url, str):
        raise bad_request("BUTTON_URL_INVALID")
    parts = urlsplit(url)
    if parts.scheme == "tg" and parts.netloc:
        return
    host = parts.netloc if parts.scheme else url.partition("/")[0]
    is_known = parts.scheme in ("", "http", "https", "ton")
    if not is_known or "." not in host or " " in url:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise _spoiled("keyboard button", "KeyboardButton must be a String or an Object")
    _check_words(button, "keyboard button")
    return button
