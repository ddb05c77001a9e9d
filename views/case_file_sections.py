"""Sections of a case file about the order: its timeline, the versions of the terms, money and goods."""

from typing import Any

from domain.consignment import Consignment
from domain.golden import GoldenSample
from domain.milestone import Milestone
from domain.offer import Offer
from domain.order import Order
from domain.people import Side
from domain.quantity import Quantity
from domain.terms import Terms
from services.case_file import CaseFile
from services.money_history import MoneyLine, money_lines
from services.moves import Move, Subject
from views.both import both, row, same
from views.carriers import carrier_name
from views.case_file_words import move_told
from views.money_words import EVENTS, WITHOUT_A_WAY
from views.reader import Reader
from views.stages import stage_name
from views.term_rows import ROWS, TermRow
from views.term_words import PAYMENT_WORDS
from views.terms import total
from views.titles import supplier_name, title
from views.units import quantity

Data = dict[str, Any]


def timeline_section(case: CaseFile) -> list[Data]:
    """Every deed with its moment, who did it, and how the order, negotiation or claim stood then."""
    goods = row(
        lambda reader: reader.word("Goods"), both(lambda reader: title(reader, case.order.goods)), strong=True
    )
    supplier = case.supplier
    seller = both(lambda reader: supplier_name(reader, supplier)) if supplier else same("")
    amount = both(lambda reader: total(reader, case.order.terms))
    head = [
        goods,
        row(lambda reader: reader.word("Seller"), seller),
        row(lambda reader: reader.word("Total of the order now"), amount),
        *(golden_rows(case.golden) if case.golden else []),
    ]
    return [
        {
            "title": both(lambda reader: reader.word("Timeline")),
            "rows": [*head, *(_move(each) for each in case.moves)],
        }
    ]


def golden_rows(golden: GoldenSample) -> list[Data]:
    """Which sample was approved, when, and by which standard."""
    approved = both(
        lambda reader: reader.word(
            "{number}, approved {moment}", number=golden.number, moment=reader.moment(golden.at)
        )
    )
    standard = row(lambda reader: reader.word("Agreed standard, as written"), same(golden.standard))
    return [
        row(lambda reader: reader.word("Golden sample"), approved),
        *([standard] if golden.standard else []),
    ]


def _move(move: Move) -> Data:
    if move.subject is Subject.CLAIM:
        told = both(
            lambda reader: reader.word(
                "Claim {number}, {what}", number=move.subject_id, what=move_told(reader, move)
            )
        )
    else:
        told = both(lambda reader: move_told(reader, move))
    return row(lambda reader: reader.moment(move.at), told)


def offer_sections(case: CaseFile) -> list[Data]:
    """A section for each version, and one for the order where an amendment changed its terms."""
    sections = [_offer(each) for each in case.offers]
    is_amended = case.order.terms.digest() != case.offers[-1].digest
    return [*sections, _amended(case.order)] if is_amended else sections


def _amended(order: Order) -> Data:
    named = both(
        lambda reader: reader.word("Terms of the order now, revision {number}", number=order.revision)
    )
    return {"title": named, "rows": _terms(order.terms)}


def _offer(offer: Offer) -> Data:
    is_buyer = offer.side is Side.BUYER

    def named(reader: Reader) -> str:
        values = {"number": offer.number, "moment": reader.moment(offer.at)}
        if is_buyer:
            return reader.word("Offer {number}, by the buyer, {moment}", **values)
        return reader.word("Offer {number}, by the seller, {moment}", **values)

    return {"title": both(named), "rows": _terms(offer.terms)}


def _terms(terms: Terms) -> list[Data]:
    """Those that are not open."""
    shown = [_term(terms, each) for each in ROWS]
    return [each for each in shown if any(each["value"])]


def _term(terms: Terms, term: TermRow) -> Data:
    return row(term.label, both(lambda reader: term.shown(reader, terms)))


def money_section(case: CaseFile) -> list[Data]:
    """Every booking; money that the buyer got back with its sign."""
    rows = [_booking(each) for each in money_lines(case.bookings)]
    return [{"title": both(lambda reader: reader.word("Payments")), "rows": rows}]


def _booking(line: MoneyLine) -> Data:
    def told(reader: Reader) -> str:
        named = {"what": EVENTS[line.event](reader), "amount": reader.money(line.moved)}
        if line.event in WITHOUT_A_WAY:
            return reader.word("{what}: {amount}", **named)
        method = PAYMENT_WORDS[line.booking.method](reader)
        return reader.word("{what}: {amount} · {method}", method=method, **named)

    return row(lambda reader: reader.moment(line.booking.entry.at), both(told))


def shipping_section(case: CaseFile) -> list[Data]:
    """What was reported of the production, and what left."""
    rows = [
        *(_milestone(each) for each in case.milestones),
        *(_consignment(case, each) for each in case.consignments),
    ]
    return [{"title": both(lambda reader: reader.word("Production and shipping")), "rows": rows}]


def _milestone(milestone: Milestone) -> Data:
    told = both(
        lambda reader: reader.word(
            "{stage} · {note}", stage=stage_name(reader, milestone.stage), note=milestone.note or "-"
        )
    )
    return row(lambda reader: reader.moment(milestone.at), told)


def _consignment(case: CaseFile, consignment: Consignment) -> Data:
    parcel, unit = consignment.parcel, case.order.terms.quantity.unit
    told = both(
        lambda reader: reader.word(
            "Consignment {number}: {amount} · {carrier} {tracking}",
            number=consignment.number,
            amount=quantity(reader, Quantity(parcel.quantity, unit)),
            carrier=carrier_name(reader, parcel.waybill),
            tracking=parcel.waybill.tracking,
        )
    )
    return row(lambda reader: reader.moment(consignment.at), told)
