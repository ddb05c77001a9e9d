"""The sections of a purchase agreement: parties, goods, price, delivery and what else was agreed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from domain.details import Line
from domain.order import Order
from services.cases import OrderCase
from services.offer_fields import Field
from views.agreement_price import price_rows
from views.agreement_sample import sample_rows
from views.both import CHINESE, ENGLISH, Pair, both, row, same
from views.places import place_of
from views.reader import Reader
from views.specs import spec_word
from views.term_rows import ROWS, TermRow
from views.titles import supplier_name, title

Data = dict[str, Any]
_Word = Callable[[Reader], str]

_SHOWN_DIGITS: Final = 4
_OWN_WORDS: Final = frozenset({"quality_note", "custom_note", "note"})
"""Terms in somebody's own words, which no machine translates into a document."""


def sections(case: OrderCase) -> list[Data]:
    """All of them, numbered; one without rows is left out."""
    order = case.order
    found: list[tuple[_Word, list[Data], list[list[str]]]] = [
        (lambda reader: reader.word("Parties"), _parties(case), []),
        (lambda reader: reader.word("Goods"), _goods(order), _split(order)),
        (lambda reader: reader.word("Price and payment"), price_rows(order), []),
        (lambda reader: reader.word("Delivery"), _delivery(order), []),
        (lambda reader: reader.word("Quality"), _quality(case), []),
        (lambda reader: reader.word("Customization"), _agreed(order, Field.CUSTOMIZATION), []),
        (lambda reader: reader.word("Late-delivery compensation"), _agreed(order, Field.LATE), []),
        (lambda reader: reader.word("Notes"), _notes(order), []),
    ]
    stated = [(name, rows, split) for name, rows, split in found if rows]
    return [
        {"title": _numbered(number, name), "rows": rows, "lines": split}
        for number, (name, rows, split) in enumerate(stated, start=1)
    ]


def seller_names(case: OrderCase) -> Pair:
    """The supplier's name in both languages."""
    supplier = case.supplier
    return both(lambda reader: supplier_name(reader, supplier)) if supplier else same("")


def buyer_name(order: Order) -> Pair:
    """The consignee; without one the account that pressed, masked as everywhere."""
    consignee = order.details.delivery.consignee
    return same(consignee) if consignee else same(masked(order.buyer_id))


def masked(person_id: int) -> str:
    """A Telegram id of which only the end is shown."""
    return f"Telegram ••••{str(person_id)[-_SHOWN_DIGITS:]}"


def _numbered(number: int, name: _Word) -> Pair:
    english, chinese = both(name)
    return [f"{number}. {english}", chinese]


def _parties(case: OrderCase) -> list[Data]:
    supplier = case.supplier
    place = both(lambda reader: place_of(reader, supplier)) if supplier else same("")
    found = [
        row(lambda reader: reader.word("Seller"), seller_names(case)),
        row(lambda reader: reader.word("Place"), place),
        row(lambda reader: reader.word("Buyer"), buyer_name(case.order)),
        row(lambda reader: reader.word("Buyer's account"), same(masked(case.order.buyer_id))),
    ]
    return [each for each in found if any(each["value"])]


def _goods(order: Order) -> list[Data]:
    named = row(lambda reader: reader.word("Goods"), both(lambda reader: title(reader, order.goods)))
    return [named, *_agreed(order, Field.QUANTITY)]


def _split(order: Order) -> list[list[str]]:
    """The quantity over the specs, as the buyer wrote them."""
    if not order.details.lines:
        return []
    head = [" ".join(both(word)) for word in (_specs_word, _quantity_word)]
    return [
        head,
        *([" / ".join(_specs(line)), ENGLISH.number(line.count)] for line in order.details.lines),
    ]


def _specs(line: Line) -> list[str]:
    """In both languages; once where neither has another word for any of it."""
    said = (_joined(line, reader) for reader in (ENGLISH, CHINESE))
    return list(dict.fromkeys(said))


def _joined(line: Line, reader: Reader) -> str:
    specs = ((spec_word(reader, name), spec_word(reader, value)) for name, value in line.specs)
    return " · ".join(reader.word("{label}: {value}", label=name, value=value) for name, value in specs)


def _delivery(order: Order) -> list[Data]:
    delivery, wanted = order.details.delivery, order.details.wanted_on
    country = delivery.country
    found = [
        *_agreed(order, Field.LEAD_TIME, Field.SHIPPING, Field.FREIGHT),
        row(lambda reader: reader.word("Consignee"), same(delivery.consignee)),
        row(lambda reader: reader.word("Delivery address"), same(delivery.address)),
        row(
            lambda reader: reader.word("Country"), both(lambda r: r.country(country)) if country else same("")
        ),
        row(lambda reader: reader.word("Phone"), same(delivery.phone)),
        row(
            lambda reader: reader.word("Wanted by"),
            both(lambda reader: reader.day(wanted)) if wanted else same(""),
        ),
    ]
    return [each for each in found if any(each["value"])]


def _quality(case: OrderCase) -> list[Data]:
    """What the goods are checked against; of the golden sample more than its number, where it is known."""
    golden = case.after_sample.golden if case.after_sample else None
    if golden is None:
        return _agreed(case.order, Field.QUALITY)
    named = replace(case.order, terms=replace(case.order.terms, sample=""))
    return [*_agreed(named, Field.QUALITY), *sample_rows(golden)]


def _notes(order: Order) -> list[Data]:
    own = [
        row(lambda reader: reader.word("Note to the order, as written"), same(order.details.note)),
    ]
    return [*_agreed(order, Field.NOTE), *(each for each in own if any(each["value"]))]


def _agreed(order: Order, *fields: Field) -> list[Data]:
    """The terms of these fields as their cards show them."""
    shown = [_of_term(order, each) for each in ROWS if each.field in fields]
    return [each for each in shown if any(each["value"])]


def _of_term(order: Order, term: TermRow) -> Data:
    value = both(lambda reader: term.shown(reader, order.terms))
    is_own = not _OWN_WORDS.isdisjoint(term.terms)
    label: _Word = (lambda reader: _as_written(reader, term)) if is_own else term.label
    return row(label, value)


def _as_written(reader: Reader, term: TermRow) -> str:
    return reader.word("{label}, as written", label=term.label(reader))


def _specs_word(reader: Reader) -> str:
    return reader.word("Specification")


def _quantity_word(reader: Reader) -> str:
    return reader.word("Quantity")
