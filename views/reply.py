"""A reply as the outbox keeps it: the answer to a press, a screen, and the message it replaces."""

from dataclasses import dataclass
from typing import Any

from views.screen import Screen, from_record, to_record

MAX_TOAST_LENGTH = 200


@dataclass(frozen=True, slots=True)
class ReplyLetter:
    """What the one who acted gets.

    `query_id` is the press to answer; `message_id` the message to edit; `has_photo`: it shows a picture.
    `checkout_id` is the question before a payment; the toast, if any, refuses it.
    """

    screen: Screen | None
    query_id: str = ""
    toast: str = ""
    alert: bool = False
    message_id: int | None = None
    has_photo: bool = False
    checkout_id: str = ""

    @property
    def checkout_answer(self) -> dict[str, Any]:
        """The parameters of answerPreCheckoutQuery: money may move unless a toast says why not."""
        why_not = {"error_message": self.toast[:MAX_TOAST_LENGTH]} if self.toast else {}
        return {"pre_checkout_query_id": self.checkout_id, "ok": not self.toast, **why_not}

    @property
    def answer(self) -> dict[str, Any]:
        """The parameters of answerCallbackQuery."""
        shown = {"text": self.toast[:MAX_TOAST_LENGTH], "show_alert": self.alert} if self.toast else {}
        return {"callback_query_id": self.query_id, **shown}

    def to_body(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "screen": to_record(self.screen) if self.screen else None,
            "query_id": self.query_id,
            "toast": self.toast,
            "alert": self.alert,
            "message_id": self.message_id,
            "has_photo": self.has_photo,
            "checkout_id": self.checkout_id,
        }

    @classmethod
    def of_body(cls, body: dict[str, Any]) -> "ReplyLetter":
        """The letter that `to_body` wrote."""
        screen = from_record(body["screen"]) if body["screen"] else None
        return cls(**{**body, "screen": screen})
