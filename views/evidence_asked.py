"""Asking the sides of a dispute for evidence: whom, what and for how long; and what a side reads of it."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.dispute import ASKING_DAYS, EvidenceRequest, Wanted
from services.claim_case import ClaimCase
from services.dispute import Dispute
from services.evidence import Bundle
from views.buttons import back
from views.callback_data.disputes import (
    AddEvidence,
    AskEvidence,
    AskFor,
    AskWhat,
    AskWhom,
    ShowDispute,
    Whom,
)
from views.claim_lines import claim_lines
from views.dispute import case_line
from views.dispute_words import WANTED
from views.gathering import gathering_buttons
from views.markup import Html, bold, italic, lines, paragraphs
from views.reader import Reader
from views.screen import Button, Screen, grid, rows

_WHOM: Final[Mapping[Whom, Callable[[Reader], str]]] = {
    Whom.BUYER: lambda reader: reader.word("👤 The buyer"),
    Whom.SELLER: lambda reader: reader.word("🏭 The seller"),
    Whom.BOTH: lambda reader: reader.word("👥 Both"),
}


def ask_whom(reader: Reader, dispute: Dispute) -> Screen:
    """Whom to ask."""
    number = dispute.claim.id
    choices = [
        Button(name(reader), AskWhom(claim_id=number, whom=whom).pack()) for whom, name in _WHOM.items()
    ]
    question = bold(reader.say("Whom do you ask for evidence?"))
    return _screen(reader, dispute, question, choices, ShowDispute(claim_id=number).pack())


def ask_what(reader: Reader, dispute: Dispute, whom: Whom) -> Screen:
    """What to ask for."""
    number = dispute.claim.id
    choices = [
        Button(name(reader), AskWhat(claim_id=number, whom=whom, wanted=wanted).pack())
        for wanted, name in WANTED.items()
    ]
    question = bold(reader.say("What do you ask for?"))
    return _screen(reader, dispute, question, choices, AskEvidence(claim_id=number).pack())


def ask_days(reader: Reader, dispute: Dispute, whom: Whom, wanted: Wanted) -> Screen:
    """For how long; the press asks the sides at once."""
    number = dispute.claim.id
    choices = [
        Button(
            reader.days(days),
            AskFor(claim_id=number, whom=whom, wanted=wanted, days=days).pack(),
        )
        for days in ASKING_DAYS
    ]
    asked = reader.say("{whom}: {wanted}", whom=_WHOM[whom](reader), wanted=WANTED[wanted](reader))
    question = lines(asked, bold(reader.say("How long do they have? They are asked as soon as you press.")))
    return _screen(reader, dispute, question, choices, AskWhom(claim_id=number, whom=whom).pack())


def wanted_lines(reader: Reader, case: ClaimCase) -> Html:
    """What the operator asks this side for; nothing once the time is over."""
    return lines(*(wanted_line(reader, each) for each in case.wanted))


def wanted_line(reader: Reader, request: EvidenceRequest) -> Html:
    """One thing that is asked for."""
    return reader.say(
        "❓ The operator asks you for evidence until {moment}: {wanted}",
        moment=reader.moment(request.until),
        wanted=bold(WANTED[request.wanted](reader)),
    )


def ask_files(reader: Reader, case: ClaimCase, bundle: Bundle) -> Screen:
    """What is sent from now on is evidence of the claim, until Done."""
    question = bold(reader.say("📎 Please send photos or PDF files, one or many. Then press Done."))
    hint = italic(reader.say("Words under a file are kept with it. The other side sees what you send."))
    text = paragraphs(claim_lines(reader, case), wanted_lines(reader, case), lines(question, hint))
    return Screen(text, gathering_buttons(reader, bundle))


def add_evidence_button(reader: Reader, case: ClaimCase) -> Button | None:
    """As long as the claim is open either side may add to its evidence."""
    if not case.claim.is_undecided:
        return None
    return Button(reader.word("📎 Add evidence"), AddEvidence(claim_id=case.claim.id).pack())


def _screen(reader: Reader, dispute: Dispute, question: Html, choices: list[Button], leave: str) -> Screen:
    text = paragraphs(case_line(reader, dispute), question, italic(_button_only(reader)))
    return Screen(text, (*grid(choices, 1), *rows([back(reader, leave)])))


def _button_only(reader: Reader) -> Html:
    return reader.say("The sides read it in their own language.")
