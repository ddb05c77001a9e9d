"""Asking once more before a negotiation ends."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.people import Side
from services.cases import Case
from views.callback_data.navigation import ShowNegotiation
from views.callback_data.negotiation import Ending, EndNegotiation
from views.markup import Html, paragraphs
from views.negotiation import card_of, changed_terms, subject_lines
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.terms import total
from views.titles import supplier_name


def sure(reader: Reader, case: Case, ending: Ending) -> Screen:
    """Asks once more before the negotiation ends, naming the offer, its amount and the other side."""
    negotiation = case.negotiation
    question = _SURE[ending, case.side](reader, _named(reader, case))
    press = EndNegotiation(
        negotiation_id=negotiation.id, version=negotiation.offer.number, ending=ending, sure=True
    )
    stay = ShowNegotiation(negotiation_id=negotiation.id)
    answers = [
        Button(reader.word("Yes"), press.pack(), Style.DANGER),
        Button(reader.word("No"), stay.pack()),
    ]
    text = paragraphs(question, subject_lines(reader, case), changed_terms(reader, case))
    return Screen(text, rows(answers), card=card_of(negotiation))


def _named(reader: Reader, case: Case) -> dict[str, object]:
    negotiation = case.negotiation
    return {
        "version": negotiation.offer.number,
        "number": negotiation.id,
        "total": total(reader, negotiation.offer.terms),
        "supplier": supplier_name(reader, case.supplier) if case.supplier else "",
    }


_SURE: Final[Mapping[tuple[Ending, Side], Callable[[Reader, dict[str, object]], Html]]] = {
    (Ending.DECLINE, Side.BUYER): lambda reader, named: reader.say(
        "<b>Decline offer {version} of {supplier} over {total}?</b> This ends negotiation {number}.", **named
    ),
    (Ending.DECLINE, Side.SELLER): lambda reader, named: reader.say(
        "<b>Decline the buyer's offer {version} over {total}?</b> This ends negotiation {number}.", **named
    ),
    (Ending.WITHDRAW, Side.BUYER): lambda reader, named: reader.say(
        "<b>Withdraw from offer {version} with {supplier} over {total}?</b> This ends negotiation {number}.",
        **named,
    ),
    (Ending.WITHDRAW, Side.SELLER): lambda reader, named: reader.say(
        "<b>Withdraw your offer {version} over {total} to the buyer?</b> This ends negotiation {number}.",
        **named,
    ),
}
