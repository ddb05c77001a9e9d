"""The terms of an offer, line by line, with what changed."""

from collections.abc import Collection
from typing import Final

from domain.terms import TermsDraft, changes
from services.offer_fields import Field
from views.fitting import shortened
from views.markup import Html, bold, escape, italic, lines, strike
from views.reader import Reader
from views.term_rows import ROWS, TermRow
from views.units import quantity

_FIGURES: Final = frozenset({"quantity", "unit_price", "custom_fee", "custom_fee_basis", "freight_charge"})
"""The terms that make the total."""
_USUAL: Final = "◦"
_MOST_STRUCK: Final = 240
"""Of what is no more so much is enough to know it again: the version it stood in shows it whole."""


def term_lines(
    reader: Reader,
    terms: TermsDraft,
    before: TermsDraft | None = None,
    *,
    usual: Collection[str] = (),
    without: Collection[Field] = (),
) -> Html:
    """A line for each stated term and for the total; what differs from `before` is struck, the new bold.

    The terms named in `usual` carry the mark that `usual_mark` explains; fields in `without` are left out.
    """
    rows = (row for row in ROWS if row.field not in without)
    stated = (_marked(_line(reader, row, terms, before), row, usual) for row in rows)
    return lines(*stated, _total(reader, terms, before))


def usual_mark(reader: Reader) -> Html:
    """What the mark means."""
    return reader.say("{mark} the supplier's usual terms; press Edit to ask for others.", mark=_USUAL)


def _marked(line: Html, row: TermRow, usual: Collection[str]) -> Html:
    return Html(f"{line} {_USUAL}") if line and not set(usual).isdisjoint(row.terms) else line


def summary(reader: Reader, terms: TermsDraft) -> Html:
    """Quantity and price in one short line."""
    amount = quantity(reader, terms.quantity) if terms.quantity else ""
    return escape(f"{amount} × {reader.price(terms.unit_price) if terms.unit_price else ''}")


def _line(reader: Reader, row: TermRow, terms: TermsDraft, before: TermsDraft | None) -> Html:
    now = row.shown(reader, terms)
    differs = before is not None and not set(changes(before, terms)).isdisjoint(row.terms)
    was = shortened(row.shown(reader, before), _MOST_STRUCK) if differs and before else ""
    if not now and not was:
        return Html()
    if differs and not now:
        value: Html | str = removed(reader, was)
    else:
        value = changed(now, was) if differs else now
    return labelled(reader, row.label(reader), value)


def labelled(reader: Reader, label: str, value: object) -> Html:
    """A line of a card, e.g. "Quantity: 500 pieces"."""
    return reader.say("{label}: {value}", label=label, value=value)


def removed(reader: Reader, was: str) -> Html:
    """The old struck out; the word behind it is set apart, so that a note of that very word differs."""
    return Html(" → ".join((strike(was), italic(reader.word("removed")))))


def changed(now: object, was: object) -> Html:
    """The new in bold, behind the old if there was one, struck out."""
    return Html(" → ".join((*([strike(was)] if was else []), bold(now))))


def _total(reader: Reader, terms: TermsDraft, before: TermsDraft | None) -> Html:
    now, was = total(reader, terms), total(reader, before) if before else ""
    if not now:
        return Html()
    value = changed(now, was) if was and was != now else bold(now)
    within = (_fee_within(reader, terms), _freight_within(reader, terms))
    return lines(labelled(reader, reader.word("Total"), value), *within)


def _fee_within(reader: Reader, terms: TermsDraft) -> Html:
    fee = terms.fee_total()
    if fee is None or not fee.minor:
        return Html()
    return reader.say("(of which customization {fee})", fee=reader.money(fee))


def _freight_within(reader: Reader, terms: TermsDraft) -> Html:
    freight = terms.freight_total()
    if freight is None or not freight.minor:
        return Html()
    return reader.say("(of which freight {freight})", freight=reader.money(freight))


def total(reader: Reader, terms: TermsDraft) -> str:
    """Quantity times price, the customization fee and a sample's freight; empty while either is open."""
    amount = terms.total()
    return reader.money(amount) if amount else ""


def only_changes(reader: Reader, terms: TermsDraft, before: TermsDraft) -> Html:
    """The lines that differ from `before`, and the total if it does."""
    differing = set(changes(before, terms))
    rows = [row for row in ROWS if not differing.isdisjoint(row.terms)]
    figures = _FIGURES & differing
    return lines(
        *(_line(reader, row, terms, before) for row in rows),
        _total(reader, terms, before) if figures else "",
    )
