"""The card of a claim: whose turn it is, what is affected, what is on the table, and until when."""

from collections.abc import Callable
from typing import Final

from services.claim_case import ClaimCase
from views.claim_buttons import claim_buttons
from views.claim_decision import decision_lines, escalates_from
from views.claim_lines import affected_lines, approvals, card_of, claim_lines, figures
from views.claim_refund import refund_lines
from views.claim_travels import travel_lines
from views.claim_turns import headline, until
from views.dispute_words import reason_words
from views.evidence_asked import wanted_lines
from views.markup import Html, bold, lines, paragraphs, quote
from views.reader import Reader
from views.screen import Screen
from views.translation import machine_translation

_Section = Callable[[Reader, ClaimCase], Html]


def claim_card(reader: Reader, case: ClaimCase, above: Html | str = "") -> Screen:
    """The claim as this side sees it now; `above` is said first."""
    upper = paragraphs(above, *(section(reader, case) for section in _SECTIONS))
    lower = paragraphs(*(section(reader, case) for section in _FOOT))
    translation = machine_translation(reader, case.translation, paragraphs(upper, lower))
    text = paragraphs(upper, translation, lower)
    return Screen(text, claim_buttons(reader, case), card=card_of(case.claim))


def _head(reader: Reader, case: ClaimCase) -> Html:
    return lines(bold(headline(reader, case)), claim_lines(reader, case))


def _reason(reader: Reader, case: ClaimCase) -> Html:
    words = reason_words(reader, case.claim.proposal)
    return lines(reader.say("Reason:"), quote(words)) if words else Html()


_SECTIONS: Final[tuple[_Section, ...]] = (
    _head,
    affected_lines,
    figures,
    approvals,
    _reason,
    travel_lines,
    refund_lines,
    decision_lines,
    wanted_lines,
)
"""What the card says, from above; a section that has nothing to say is left out."""
_FOOT: Final[tuple[_Section, ...]] = (until, escalates_from)
"""What it says below the machine's translation of the reason."""
