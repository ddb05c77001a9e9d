"""Types the parameters of a call by the Bot API's table and refuses the missing and the senseless."""

from collections.abc import Callable, Iterable
from typing import Any

import orjson

from playground.bot_api import PARAMETERS
from playground.wire import QUERY_TOO_OLD, BotApiError, Json, bad_request

MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "video": "there is no video in the request",
    "voice": "there is no voice in the request",
    "callback_query_id": QUERY_TOO_OLD,
    "message_id": "message identifier is not specified",
}
SPOILED = {
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "entities": "can't parse entities JSON object",
    "caption_entities": "can't parse caption entities JSON object",
    "media": "can't parse InputMedia JSON object",
    "chat_id": "chat not found",
    "from_chat_id": "chat not found",
}
REQUIRED = {
    method: [name for name, kind in table.items() if kind.endswith("!")]
    for method, table in PARAMETERS.items()
}
OLD_NAMES = frozenset({"reply_to_message_id", "disable_web_page_preview"})
YES = frozenset({"true", "1", "yes"})
NO = frozenset({"false", "0", "no", ""})


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError(value)
    return int(value)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(value)
    return float(value)


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).lower()
    if word not in YES and word not in NO:
        raise ValueError(value)
    return word in YES


def _string(value: Any) -> str:
    if not isinstance(value, str | int | float):
        raise ValueError(value)
    return str(value)


def _document(kind: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        found = orjson.loads(value) if isinstance(value, str) else value
        if not isinstance(found, kind):
            raise ValueError(value)
        return found

    return read


def _chat(value: Any) -> int | str:
    if isinstance(value, str) and value.startswith("@"):
        return value
    return _integer(value)


def _file(value: Any) -> Any:
    return value


READERS: dict[str, Callable[[Any], Any]] = {
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "string": _string,
    "object": _document(dict),
    "array": _document(list),
    "chat": _chat,
    "file": _file,
}


def _read(name: str, kind: str, value: Any) -> Any:
    try:
        return READERS[kind](value)
    except ValueError:
        what = SPOILED.get(name, f'parameter "{name}" must be of type {kind}')
        raise bad_request(what) from None


def _renamed(raw: Json) -> Json:
    """The names of before Bot API 7.0, which Telegram still understands, in today's words."""
    shown = {name: value for name, value in raw.items() if name not in OLD_NAMES}
    if replied := raw.get("reply_to_message_id"):
        lenient = shown.pop("allow_sending_without_reply", False)
        reply = {"message_id": _read("message_id", "integer", replied)}
        reply["allow_sending_without_reply"] = _boolean(lenient)
        shown.setdefault("reply_parameters", reply)
    if "disable_web_page_preview" in raw:
        is_disabled = _boolean(raw["disable_web_page_preview"])
        shown.setdefault("link_preview_options", {"is_disabled": is_disabled})
    return shown


def typed(method: str, raw: Json) -> tuple[Json, list[str]]:
    """The call's parameters with their types, and the names that the method does not know."""
    table = PARAMETERS[method]
    if not raw.keys().isdisjoint(OLD_NAMES):
        raw = _renamed(raw)
    params: Json = {}
    unknown: list[str] = []
    for name, value in raw.items():
        kind = table.get(name)
        if kind is None:
            unknown.append(name)
        elif value is not None:
            params[name] = _read(name, kind.rstrip("!"), value)
    return params, unknown


def missing(method: str, given: Iterable[str]) -> BotApiError | None:
    """The refusal for the first required parameter that was not given."""
    present = set(given)
    for name in REQUIRED[method]:
        if name not in present:
            return bad_request(MISSING.get(name, f'parameter "{name}" is required'))
    return None
