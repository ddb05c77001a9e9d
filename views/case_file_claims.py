"""Sections of a case file about claims: what was claimed, and every settlement that was on the table."""

from collections.abc import Callable
from typing import Any

from domain.claim_facts import Ground
from domain.people import Side
from domain.proposal import Proposal
from services.case_file import CaseFile, ClaimHistory
from views.both import both, row, same
from views.case_file_travels import request_rows, travel_rows
from views.case_file_words import ACTORS, CLAIMS, KINDS, REASONS, REMEDIES
from views.dispute_words import reason_words
from views.order_details import choice_shown
from views.reader import Reader

Data = dict[str, Any]


def claim_sections(case: CaseFile) -> list[Data]:
    """A section for each claim."""
    return [_claim(each) for each in case.claims]


def _claim(history: ClaimHistory) -> Data:
    claim = history.claim
    versions = [line for version in history.versions for line in _version(version)]
    head = [
        row(lambda reader: reader.word("Claim"), both(KINDS[claim.ground.kind]), strong=True),
        row(lambda reader: reader.word("Reason"), both(REASONS[claim.ground.reason])),
        *_extent(claim.ground),
        row(lambda reader: reader.word("Status"), both(CLAIMS[claim.status])),
    ]
    return {
        "title": both(lambda reader: reader.word("Claim {number}", number=claim.id)),
        "rows": [*head, *versions, *travel_rows(history), *request_rows(history)],
    }


def _extent(ground: Ground) -> list[Data]:
    """How many units, or days of lateness."""
    if ground.count:
        return [
            row(lambda reader: reader.word("Units affected"), both(lambda reader: _units(reader, ground)))
        ]
    return [row(lambda reader: reader.word("Days late"), both(lambda r: r.number(ground.days)))]


def _units(reader: Reader, ground: Ground) -> str:
    """How many in all, and of each spec."""
    counts = (f"{choice_shown(reader, line.specs)} {reader.number(line.count)}" for line in ground.lines)
    return " · ".join((reader.number(ground.count), *counts))


def _version(proposal: Proposal) -> list[Data]:
    """The settlement, then its author's own words."""

    def label(reader: Reader) -> str:
        return reader.word(
            "Version {number}, {who}, {moment}",
            number=proposal.number,
            who=ACTORS[proposal.by](reader),
            moment=reader.moment(proposal.at),
        )

    words = row(_reason_label(proposal), both(lambda reader: reason_words(reader, proposal)))
    address = row(lambda reader: reader.word("Goods go back to"), same(proposal.settlement.address))
    said = row(label, both(lambda reader: _settlement(reader, proposal)), strong=True)
    return [said, *(each for each in (words, address) if any(each["value"]))]


def _reason_label(proposal: Proposal) -> Callable[[Reader], str]:
    """An operator's reason is chosen, a side's own words are not translated."""
    if proposal.side is None:
        return lambda reader: reader.word("Reason")
    return lambda reader: reader.word("Reason, as written")


def _settlement(reader: Reader, proposal: Proposal) -> str:
    settlement = proposal.settlement
    named = {"remedy": REMEDIES[settlement.remedy](reader), "amount": reader.money(settlement.amount)}
    if settlement.freight is Side.BUYER:
        return reader.word("{remedy}: {amount}, the buyer pays the freight back", **named)
    if settlement.freight is Side.SELLER:
        return reader.word("{remedy}: {amount}, the seller pays the freight back", **named)
    return reader.word("{remedy}: {amount}", **named)
