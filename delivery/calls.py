"""From a screen to the Bot API calls that show it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from services.pictures import COPY_MARK
from services.said import WITHOUT_CAPTION, Kind
from views.fitting import CAPTION_LENGTH, visible_length
from views.markup import Html, paragraphs
from views.screen import Attached, Button, Invoice, Made, Screen, Style

Payload = dict[str, Any]

HTML: Final[Payload] = {"parse_mode": "HTML"}

SENDS = {
    Kind.PHOTO: "sendPhoto",
    Kind.VOICE: "sendVoice",
    Kind.VIDEO: "sendVideo",
    Kind.VIDEO_NOTE: "sendVideoNote",
    Kind.AUDIO: "sendAudio",
    Kind.ANIMATION: "sendAnimation",
    Kind.STICKER: "sendSticker",
    Kind.DOCUMENT: "sendDocument",
    Kind.LOCATION: "sendLocation",
}
"""How each kind of file is sent: its id stands under the name of the kind."""
INVOICE: Final = "sendInvoice"
EDITS = {"editMessageText": "sendMessage", "editMessageCaption": "sendPhoto", "editMessageMedia": "sendPhoto"}
"""What to call instead when the message to edit is gone."""


FIELDS: Final = {method: kind.value for kind, method in SENDS.items()}
"""How Telegram calls the file that each method sends."""
INVOICED: Final = ("title", "description", "payload", "currency", "prices")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a reply goes: the message to edit if there is one, and whether that shows a picture."""

    chat_id: int
    message_id: int | None = None
    has_photo: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One call; `photo` is the key or URL of the picture that goes with it, `made` the file to be made.

    `instead` is said where Telegram does not take a person's file, or an invoice; `copy` names our own copy
    of such a file. One that `may_fail` is dropped when the message to edit is gone, or Telegram does not want
    it.
    """

    method: str
    payload: Payload
    photo: str = ""
    may_fail: bool = False
    made: Made | None = None
    instead: str = ""
    copy: str = ""

    @property
    def field(self) -> str:
        """How Telegram calls the file that goes with it."""
        return FIELDS.get(self.method, "photo")

    @property
    def has_file(self) -> bool:
        """Whether a picture or a file goes with it."""
        return bool(self.photo or self.made or self.instead)

    @property
    def is_plain(self) -> bool:
        """Whether it already goes without markup."""
        return "parse_mode" not in self.payload

    def sent_anew(self) -> "Call":
        """The same content as a new message."""
        payload = {name: value for name, value in self.payload.items() if name != "message_id"}
        return replace(self, method=EDITS.get(self.method, self.method), payload=payload)

    def with_own_copy(self) -> "Call":
        """The same with our copy of the file, where Telegram no longer knows its id."""
        payload = {name: value for name, value in self.payload.items() if name != self.field}
        return replace(self, payload=payload, photo=self.copy, copy="")

    def without_markup(self) -> "Call":
        """The same content as plain text."""
        return replace(self, payload={n: v for n, v in self.payload.items() if n != "parse_mode"})

    def without_file(self) -> "Call":
        """The same content as text; it says so if a file should have been made."""
        payload = dict(self.payload)
        caption = Html(payload.get("caption", ""))
        if self.made and self.made.hash_mark:
            caption = Html(caption.replace(self.made.hash_mark, "…"))
        said = paragraphs(caption, self.made.sorry if self.made else "")
        payload["text"] = self.instead or said or "…"
        for name in ("caption", "latitude", "longitude", *INVOICED, *SENDS):
            payload.pop(name, None)
        markup = HTML if self.instead else {}  # a place has none of its own
        return replace(self, method="sendMessage", payload=payload | markup, photo="", made=None, instead="")


def answer_call(answer: Payload) -> Call:
    """Stops the spinner of the pressed button, perhaps with a toast."""
    return Call("answerCallbackQuery", answer)


def checkout_call(answer: Payload) -> Call:
    """Lets a card payment go on, or says why not."""
    return Call("answerPreCheckoutQuery", answer)


def overtaken_call(screen: Screen, spot: Spot) -> Call:
    """Makes an older card say that a newer one took its place."""
    return replace(screen_call(screen, spot), may_fail=True)


def screen_call(screen: Screen, spot: Spot) -> Call:
    """Shows the screen: edits in place where Telegram can, else sends a new message."""
    if screen.attached:
        return _attached_call(screen, screen.attached, spot)
    if screen.invoice:
        return _invoice_call(screen.invoice, spot)
    shared = dict(_shared(screen, spot))
    can_edit = spot.message_id is not None and spot.has_photo == bool(screen.photo)
    if can_edit:
        shared["message_id"] = spot.message_id
    if screen.photo:
        method = "editMessageCaption" if can_edit else "sendPhoto"
        return Call(method, {**shared, "caption": screen.text}, screen.photo)
    method = "editMessageText" if can_edit else "sendMessage"
    preview = {"link_preview_options": {"is_disabled": True}}
    return Call(method, {**shared, "text": screen.text, **preview})


def screen_calls(screen: Screen, spot: Spot) -> tuple[Call, ...]:
    """Shows the screen; one with a made file is new, its text above the file if no caption can hold it."""
    if screen.made is None:
        return (screen_call(screen, spot),)
    shared = dict(_shared(screen, spot))
    if visible_length(screen.text) <= CAPTION_LENGTH:
        return (_file_call(screen.made, {**shared, "caption": screen.text}),)
    words = replace(screen, made=None, rows=())
    return screen_call(words, Spot(spot.chat_id)), _file_call(screen.made, shared)


def _file_call(made: Made, payload: Payload) -> Call:
    return Call("sendPhoto" if made.is_picture else "sendDocument", payload, made=made)


def _attached_call(screen: Screen, attached: Attached, spot: Spot) -> Call:
    """Sends a person's file by its id, never forwarded: that would show who sent it first."""
    said, shared = attached.said, dict(_shared(screen, spot))
    caption = {} if said.kind in WITHOUT_CAPTION else {"caption": screen.text}
    if spot.message_id is not None:
        return Call("editMessageCaption", {**shared, **caption, "message_id": spot.message_id})
    if not caption:
        del shared["parse_mode"]
    content: Payload = {said.kind.value: said.file.id} if said.file else {}
    if said.place:
        content = {"latitude": said.place.latitude, "longitude": said.place.longitude}
    copy = f"{COPY_MARK}{said.file.unique_id}" if said.file else ""
    return Call(SENDS[said.kind], {**shared, **caption, **content}, instead=attached.instead, copy=copy)


def _invoice_call(invoice: Invoice, spot: Spot) -> Call:
    """Sends an invoice, which Telegram gives a button that pays it."""
    payload: Payload = {
        "chat_id": spot.chat_id,
        "title": invoice.title,
        "description": invoice.description,
        "payload": invoice.payload,
        "currency": invoice.currency,
        "prices": [{"label": invoice.label, "amount": invoice.minor}],
    }
    return Call(INVOICE, payload, instead=invoice.instead)


def _shared(screen: Screen, spot: Spot) -> Iterator[tuple[str, Any]]:
    yield "chat_id", spot.chat_id
    yield from HTML.items()
    if screen.replies_to and spot.message_id is None:
        yield "reply_parameters", {"message_id": screen.replies_to, "allow_sending_without_reply": True}
    if screen.rows:
        yield (
            "reply_markup",
            {"inline_keyboard": [[_button(button) for button in row] for row in screen.rows]},
        )


def _button(button: Button) -> Payload:
    shown: Payload = {"text": button.text}
    if button.style is not Style.PLAIN:
        shown["style"] = button.style.value
    shown["url" if button.url else "callback_data"] = button.url or button.data
    return shown
