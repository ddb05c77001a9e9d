"""The JSON of the Bot API: objects, answers and refusals."""

from typing import Any, TypeAlias

import orjson

Json: TypeAlias = dict[str, Any]

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


class BotApiError(Exception):
    """What Telegram refuses: an HTTP code, a description and parameters such as retry_after (seconds)."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> bytes:
        """The answer as Telegram words it."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return orjson.dumps(answer)


def bad_request(what: str) -> BotApiError:
    """A 400 with Telegram's prefix."""
    return BotApiError(400, f"Bad Request: {what}")


def forbidden(what: str) -> BotApiError:
    """A 403 with Telegram's prefix."""
    return BotApiError(403, f"Forbidden: {what}")


def conflict(what: str) -> BotApiError:
    """A 409 with Telegram's prefix."""
    return BotApiError(409, f"Conflict: {what}")


def too_many_requests(seconds: int) -> BotApiError:
    """A 429 that asks to wait the given seconds."""
    return BotApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def ok_body(result: object) -> bytes:
    """The body of a successful answer; bytes are taken as JSON already."""
    encoded = result if isinstance(result, bytes) else orjson.dumps(result)
    return b'{"ok":true,"result":' + encoded + b"}"
