"""What an order adds to the agreed terms: where the goods go, their split over the specs, when, and notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any, Final

from domain.refusal import Refusal

MAX_ADDRESS_LENGTH: Final = 500
MAX_NOTE_LENGTH: Final = 1000

Record = dict[str, Any]


class AddressUnusable(Refusal):
    """An address is empty or has more than `most` characters."""


class NoteUnusable(Refusal):
    """The note of an order has more than `most` characters."""


class LinesDiffer(Refusal):
    """The lines of an order add up to `sum` and not to its quantity `count`."""


class PlaceKind(StrEnum):
    """What stands at an address; the values are stored."""

    COMPANY = "company"
    WAREHOUSE = "warehouse"
    FORWARDER = "forwarder"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where the goods go. `phone` is E.164 and `country` ISO 3166; all but the address may be empty."""

    address: str
    consignee: str = ""
    phone: str = ""
    country: str = ""
    place: PlaceKind | None = None

    def __post_init__(self) -> None:
        stripped = self.address.strip()
        if not 0 < len(stripped) <= MAX_ADDRESS_LENGTH:
            raise AddressUnusable(length=len(stripped), most=MAX_ADDRESS_LENGTH)
        object.__setattr__(self, "address", stripped)


@dataclass(frozen=True, slots=True)
class Line:
    """So many units of one choice of specs, e.g. (("colour", "red"), ("size", "S")), 200."""

    specs: tuple[tuple[str, str], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Details:
    """All that a confirmation signs beside the terms; no `lines` leave the choice of specs open."""

    delivery: Delivery
    lines: tuple[Line, ...] = field(default=())
    wanted_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if len(self.note) > MAX_NOTE_LENGTH:
            raise NoteUnusable(length=len(self.note), most=MAX_NOTE_LENGTH)

    def check(self, count: int) -> None:
        """Raises LinesDiffer unless the lines, if there are any, add up to this quantity."""
        total = sum(line.count for line in self.lines)
        if self.lines and (total != count or any(line.count <= 0 for line in self.lines)):
            raise LinesDiffer(sum=total, count=count)


def to_record(details: Details) -> Record:
    """Details as JSON; what is empty is left out."""
    delivery = {f.name: getattr(details.delivery, f.name) for f in fields(Delivery)}
    record: Record = {"delivery": {name: str(value) for name, value in delivery.items() if value}}
    if details.lines:
        record["lines"] = lines_record(details.lines)
    if details.wanted_on:
        record["wanted_on"] = details.wanted_on.isoformat()
    if details.note:
        record["note"] = details.note
    return record


def from_record(record: Record) -> Details:
    """The details that `to_record` wrote."""
    delivery, wanted = record["delivery"], record.get("wanted_on")
    place = PlaceKind(delivery["place"]) if "place" in delivery else None
    return Details(
        delivery=Delivery(**{**delivery, "place": place}),
        lines=lines_from(record.get("lines", ())),
        wanted_on=date.fromisoformat(wanted) if wanted else None,
        note=record.get("note", ""),
    )


def lines_record(lines: tuple[Line, ...]) -> list[Any]:
    """Lines as JSON."""
    return [[[list(spec) for spec in line.specs], line.count] for line in lines]


def lines_from(record: Iterable[Any]) -> tuple[Line, ...]:
    """The lines that `lines_record` wrote."""
    return tuple(Line(tuple((name, value) for name, value in specs), count) for specs, count in record)
