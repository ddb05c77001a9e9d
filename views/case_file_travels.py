"""Rows of a case file about a claim under way: goods that travelled for it, and evidence asked for."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.dispute import EvidenceRequest
from domain.people import Side
from domain.return_parcel import Contest, ReturnParcel
from services.case_file import ClaimHistory
from views.both import both, row, same
from views.carriers import carrier_name
from views.dispute_words import WANTED
from views.reader import Reader

Data = dict[str, Any]

_SENT: Final[Mapping[Side, Callable[[Reader, str], str]]] = {
    Side.BUYER: lambda reader, moment: reader.word("The buyer sent the goods back, {moment}", moment=moment),
    Side.SELLER: lambda reader, moment: reader.word("The seller sent a replacement, {moment}", moment=moment),
}
_CONTESTED: Final[Mapping[Side, Callable[[Reader, str], str]]] = {
    Side.BUYER: lambda reader, moment: reader.word("The buyer contests, as written, {moment}", moment=moment),
    Side.SELLER: lambda reader, moment: reader.word(
        "The seller contests, as written, {moment}", moment=moment
    ),
}
_ASKED: Final[Mapping[Side | None, Callable[[Reader, str], str]]] = {
    Side.BUYER: lambda reader, moment: reader.word("Asked of the buyer, {moment}", moment=moment),
    Side.SELLER: lambda reader, moment: reader.word("Asked of the seller, {moment}", moment=moment),
    None: lambda reader, moment: reader.word("Asked of both sides, {moment}", moment=moment),
}


def travel_rows(history: ClaimHistory) -> list[Data]:
    """Parcels, and what was said against them."""
    return [
        *(_parcel(each) for each in history.parcels),
        *(_contest(each) for each in history.contests),
    ]


def request_rows(history: ClaimHistory) -> list[Data]:
    """What the operator asked for, and until when."""
    return [_request(each) for each in history.requests]


def _parcel(parcel: ReturnParcel) -> Data:
    waybill = parcel.waybill
    told = both(
        lambda reader: reader.word(
            "{carrier} {tracking}", carrier=carrier_name(reader, waybill), tracking=waybill.tracking
        )
    )
    return row(lambda reader: _SENT[parcel.side](reader, reader.moment(parcel.at)), told)


def _contest(contest: Contest) -> Data:
    return row(
        lambda reader: _CONTESTED[contest.side](reader, reader.moment(contest.at)), same(contest.reason)
    )


def _request(request: EvidenceRequest) -> Data:
    told = both(
        lambda reader: reader.word(
            "{wanted}, until {moment}",
            wanted=WANTED[request.wanted](reader),
            moment=reader.moment(request.until),
        )
    )
    return row(lambda reader: _ASKED[request.of](reader, reader.moment(request.at)), told)
