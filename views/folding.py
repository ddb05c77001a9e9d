"""Which terms a card may leave out: those that the reader saw before and that stay as they were."""

from typing import Final

from domain.lifecycle import NegotiationStatus
from services.cases import Case
from services.offer_fields import Field, only
from views.callback_data.ledger import ShowTerms
from views.markup import Html, lines
from views.reader import Reader
from views.screen import Button
from views.term_rows import plain
from views.terms import term_lines

ALWAYS_SHOWN: Final = frozenset({Field.QUANTITY, Field.PRICE, Field.LEAD_TIME})
"""What, for how much and when: nobody accepts without these before his eyes, changed or not."""
FEWEST_FOLDED: Final = 2
"""One line is no shorter than the line that says it was left out."""
BEING_ANSWERED: Final = frozenset({NegotiationStatus.AWAITING_BUYER, NegotiationStatus.AWAITING_SELLER})


def folded(reader: Reader, case: Case) -> frozenset[Field]:
    """The fields left out of the card of an offer that answers another; an agreement shows everything."""
    negotiation = case.negotiation
    before, terms = negotiation.before, negotiation.offer.terms
    if before is None or negotiation.status not in BEING_ANSWERED:
        return frozenset()
    same = frozenset(
        field
        for field in Field
        if field not in ALWAYS_SHOWN
        and plain(reader, field, terms)
        and only(field, before.terms) == only(field, terms)
    )
    return same if len(same) >= FEWEST_FOLDED else frozenset()


def short_terms(reader: Reader, case: Case) -> Html:
    """The terms that changed and those always shown; how many others stay as they were."""
    terms, before, without = case.negotiation.offer.terms, case.negotiation.before, folded(reader, case)
    shown = term_lines(reader, terms, before.terms if before else None, without=without)
    if not without:
        return shown
    others = reader.say_many(
        "+ {count} other term as before", "+ {count} other terms as before", len(without)
    )
    return lines(shown, others)


def fold_button(reader: Reader, case: Case, *, whole: bool) -> list[Button]:
    """Shows all terms in place, or only the changes again; none where nothing is left out."""
    if not folded(reader, case):
        return []
    negotiation = case.negotiation
    press = ShowTerms(negotiation_id=negotiation.id, version=negotiation.offer.number, only_changes=whole)
    words = reader.word("📄 Only changes") if whole else reader.word("📄 All terms")
    return [Button(words, press.pack())]
