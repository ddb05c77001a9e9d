"""A screen: what one message shows, as data."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final

from services.mail import Card
from services.moves import Subject
from services.said import File, Kind, Said
from views.markup import Html


class Style(StrEnum):
    """The colour of a button, as Telegram names it."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` has 1 to 64 bytes, or `url` leads out."""

    text: str
    data: str = ""
    style: Style = Style.PLAIN
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


PICTURES: Final = frozenset({"price_chart", "comparison", "side_by_side"})
"""Kinds of made files that people look at in the chat; the others are documents to keep."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that printing/ makes when the screen is sent: its kind, its name, and what it is made of.

    `sorry` is said below the screen's text when it cannot be made. `hash_mark` stands in the text where the
    beginning of the file's SHA-256 belongs, which is known once the file is made. `pictures` are the keys of
    kept pictures that it shows, which are read when it is made.
    """

    kind: str
    name: str
    data: dict[str, Any]
    sorry: Html | str = ""
    hash_mark: str = ""
    pictures: tuple[str, ...] = ()

    @property
    def is_picture(self) -> bool:
        """Whether it is looked at in the chat."""
        return self.kind in PICTURES


@dataclass(frozen=True, slots=True)
class Attached:
    """A person's file or place with a screen; `instead` is said where Telegram does not show it."""

    said: Said
    instead: Html


@dataclass(frozen=True, slots=True)
class Invoice:
    """A bill that Telegram lets a person pay by card; `minor` in the minor unit of its currency.

    Telegram takes a title of 32 characters, a description of 255 and a payload of 128 bytes, which comes back
    with the payment. `instead` is said where Telegram does not take the bill.
    """

    title: str
    description: str
    payload: str
    currency: str
    label: str
    minor: int
    instead: Html


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: Telegram HTML, rows of buttons, perhaps a picture (a URL or the key of a kept file).

    With a `made` file it is always a new message. `card` says what the message shows, so that a reply to it
    finds its way. With something `attached`, or an `invoice`, it is new as well. Only that of a notice
    `replies_to` a message.
    """

    text: Html
    rows: Rows = ()
    photo: str = ""
    card: Card | None = None
    made: Made | None = None
    attached: Attached | None = None
    replies_to: int = 0
    invoice: Invoice | None = None


def rows(*lines: tuple[Button, ...] | list[Button]) -> Rows:
    """Rows of buttons; empty ones are left out."""
    return tuple(tuple(line) for line in lines if line)


def grid(buttons: list[Button], width: int) -> Rows:
    """Buttons in rows of `width`."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def to_record(screen: Screen) -> dict[str, Any]:
    """A screen as JSON."""
    card, made = screen.card, screen.made
    return {
        "text": screen.text,
        "rows": [[[b.text, b.data, b.style.value, b.url] for b in row] for row in screen.rows],
        "photo": screen.photo,
        "card": _card_record(card) if card else None,
        "made": _made_record(made) if made else None,
        "attached": _attached_record(screen.attached) if screen.attached else None,
        "invoice": asdict(screen.invoice) if screen.invoice else None,
    }


def _made_record(made: Made) -> list[Any]:
    return [made.kind, made.name, made.data, made.sorry, made.hash_mark, *made.pictures]


def _made(record: list[Any]) -> Made:
    kind, name, data, sorry, hash_mark, *pictures = record
    return Made(kind, name, data, sorry, hash_mark, tuple(pictures))


def _attached_record(attached: Attached) -> list[Any]:
    """Of a reply only a file is attached; what people say goes by notices."""
    file = attached.said.file
    return [attached.said.kind.value, asdict(file) if file else None, attached.instead]


def _attached(record: list[Any]) -> Attached:
    kind, file, instead = record
    return Attached(Said(kind=Kind(kind), file=File(**file) if file else None), Html(instead))


def _invoice(record: dict[str, Any]) -> Invoice:
    return Invoice(**{**record, "instead": Html(record["instead"])})


def _card_record(card: Card) -> list[Any]:
    return [card.subject.value, card.subject_id, card.version, card.negotiation_id, card.talk_id]


def from_record(record: dict[str, Any]) -> Screen:
    """The screen that `to_record` wrote."""
    card, made = record["card"], record.get("made")
    return Screen(
        text=Html(record["text"]),
        rows=tuple(tuple(Button(t, d, Style(s), u) for t, d, s, u in row) for row in record["rows"]),
        photo=record["photo"],
        card=Card(Subject(card[0]), *card[1:]) if card else None,
        made=_made(made) if made else None,
        attached=_attached(record["attached"]) if record.get("attached") else None,
        invoice=_invoice(record["invoice"]) if record.get("invoice") else None,
    )
