"""What an order adds to its terms, as both sides read it: split, address, wanted day, notes."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Final

from domain.details import Delivery, Details, Line, PlaceKind
from domain.people import Language
from views.markup import Html, lines, paragraphs, quote
from views.reader import Reader
from views.specs import spec_word
from views.terms import labelled

PLACES: Final[Mapping[PlaceKind, Callable[[Reader], str]]] = {
    PlaceKind.COMPANY: lambda reader: reader.word("Company"),
    PlaceKind.WAREHOUSE: lambda reader: reader.word("Warehouse"),
    PlaceKind.FORWARDER: lambda reader: reader.word("Freight forwarder"),
}


def details_shown(reader: Reader, details: Details) -> Html:
    """All of them; what is empty is left out."""
    wanted, note = details.wanted_on, details.note
    return paragraphs(
        split_shown(reader, details.lines),
        lines(reader.say("Delivery address:"), quote(details.delivery.address)),
        read_shown(reader, details.delivery),
        reader.say("📅 Wanted by: {day}", day=reader.day(wanted)) if wanted else "",
        lines(reader.say("📝 Notes:"), quote(note)) if note else "",
    )


def read_shown(reader: Reader, delivery: Delivery) -> Html:
    """What was read of an address, to be checked by the one who wrote it."""
    said = (
        reader.say("👤 {name}", name=delivery.consignee) if delivery.consignee else "",
        reader.say("📞 {number}", number=delivery.phone) if delivery.phone else "",
        reader.say("🌍 {country}", country=reader.country(delivery.country)) if delivery.country else "",
        reader.say("🏢 {place}", place=PLACES[delivery.place](reader)) if delivery.place else "",
    )
    return Html(" · ".join(part for part in said if part))


def split_shown(reader: Reader, split: Sequence[Line]) -> Html:
    """The lines under their heading; nothing where nothing was said."""
    return lines(reader.say("🧩 Split:"), split_lines(reader, split)) if split else Html()


def split_lines(reader: Reader, split: Sequence[Line]) -> Html:
    """A line for each value of the first spec, as it could be typed: "red: S 200, M 300"."""
    groups = groupby(split, key=lambda line: line.specs[0][1])
    return lines(*(_group(reader, first, list(rest)) for first, rest in groups))


def choice_shown(reader: Reader, specs: Sequence[tuple[str, str]]) -> str:
    """The values of one choice, e.g. "red S"."""
    return " ".join(spec_word(reader, value) for _, value in specs)


def _group(reader: Reader, first: str, group: Sequence[Line]) -> Html:
    counts = (f"{choice_shown(reader, line.specs[1:])} {reader.number(line.count)}".strip() for line in group)
    joint = ", " if reader.language is Language.ENGLISH else "、"
    return labelled(reader, spec_word(reader, first), joint.join(counts))
