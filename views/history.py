"""All versions of a negotiation, each with what it changed."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from domain.offer import Offer
from domain.people import Side
from services.briefing import Case
from views.buttons import back
from views.callback_data.navigation import ShowNegotiation
from views.markup import Html, bold, lines, paragraphs
from views.negotiation import card_of
from views.reader import Reader
from views.screen import Screen, rows
from views.terms import only_changes, term_lines
from views.titles import title

MOST_SHOWN: Final = 8

_BY: Final[Mapping[Side, Callable[[Reader, Offer], Html]]] = {
    Side.BUYER: lambda reader, offer: reader.say(
        "<b>Offer {version}</b>, by the buyer, {moment}",
        version=offer.number,
        moment=reader.moment(offer.at),
    ),
    Side.SELLER: lambda reader, offer: reader.say(
        "<b>Offer {version}</b>, by the seller, {moment}",
        version=offer.number,
        moment=reader.moment(offer.at),
    ),
}


def history(reader: Reader, case: Case, offers: Sequence[Offer]) -> Screen:
    """The first version whole, then what each changed; of many versions the latest ones."""
    first, *_ = latest = offers[-MOST_SHOWN:]
    changes = [
        lines(_BY[after.side](reader, after), only_changes(reader, after.terms, before.terms))
        for before, after in pairwise(latest)
    ]
    text = paragraphs(
        bold(title(reader, case.negotiation.goods)),
        lines(_BY[first.side](reader, first), term_lines(reader, first.terms)),
        *changes,
    )
    leave = ShowNegotiation(negotiation_id=case.negotiation.id)
    return Screen(text, rows([back(reader, leave.pack())]), card=card_of(case.negotiation))
