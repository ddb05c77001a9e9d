"""The buttons of a claim's card: each knows when it is there, and a table puts them into rows."""

from collections.abc import Callable, Sequence
from typing import Final

from domain.lifecycle import Deed
from services.claim_case import ClaimCase
from views.callback_data.claim import (
    AgreeClaim,
    ProposeClaim,
    RefuseClaim,
    SettleClaim,
    ShowProposals,
    WithdrawClaim,
)
from views.callback_data.evidence import ShowClaimEvidence
from views.callback_data.navigation import BringOrder
from views.callback_data.negotiation import AskQuestion
from views.case_file import case_file_button
from views.claim_decision import escalate_button
from views.claim_refund import ask_operator_button, refunded_button, set_off_button
from views.claim_travels import (
    contest_button,
    follow_button,
    receive_button,
    replace_button,
    send_back_button,
    take_back_button,
)
from views.evidence_asked import add_evidence_button
from views.golden_beside import beside_button
from views.reader import Reader
from views.screen import Button, Rows, Style, rows

DIGEST_LENGTH: Final = 8
Offered = Callable[[Reader, ClaimCase], Button | None]


def claim_buttons(reader: Reader, case: ClaimCase) -> Rows:
    """Answers first, then what looks at the claim, the talk and the way to the order."""
    return rows(*(_offered(reader, case, row) for row in _ROWS))


def _offered(reader: Reader, case: ClaimCase, row: Sequence[Offered]) -> list[Button]:
    return [each for button in row if (each := button(reader, case))]


def _agree(reader: Reader, case: ClaimCase) -> Button | None:
    claim = case.claim
    if case.agreeing is None:
        return None
    digest = claim.proposal.digest[:DIGEST_LENGTH]
    press = AgreeClaim(claim_id=claim.id, version=claim.proposal.number, digest=digest)
    return Button(reader.word("✅ Agree"), press.pack(), Style.SUCCESS)


def _propose(reader: Reader, case: ClaimCase) -> Button | None:
    if not case.may(Deed.PROPOSE):
        return None
    press = ProposeClaim(claim_id=case.claim.id, version=case.claim.proposal.number)
    return Button(reader.word("✍️ Propose"), press.pack(), Style.PRIMARY)


def _refuse(reader: Reader, case: ClaimCase) -> Button | None:
    if not case.may(Deed.REFUSE):
        return None
    press = RefuseClaim(claim_id=case.claim.id, version=case.claim.proposal.number)
    return Button(reader.word("✖️ Refuse"), press.pack(), Style.DANGER)


def _withdraw(reader: Reader, case: ClaimCase) -> Button | None:
    if not case.may(Deed.WITHDRAW):
        return None
    press = WithdrawClaim(claim_id=case.claim.id, version=case.claim.proposal.number)
    return Button(reader.word("↩️ Withdraw"), press.pack(), Style.DANGER)


def _paid(reader: Reader, case: ClaimCase) -> Button | None:
    if not case.may(Deed.COMPENSATE) or not case.is_compensated:
        return None
    press = SettleClaim(claim_id=case.claim.id, version=case.claim.proposal.number, deducted=False)
    return Button(reader.word("✅ Paid"), press.pack(), Style.SUCCESS)


def _deduct(reader: Reader, case: ClaimCase) -> Button | None:
    if not case.may(Deed.DEDUCT) or not case.can_deduct or not case.is_compensated:
        return None
    press = SettleClaim(claim_id=case.claim.id, version=case.claim.proposal.number, deducted=True)
    return Button(reader.word("Deduct from the balance"), press.pack())


def _evidence(reader: Reader, case: ClaimCase) -> Button | None:
    if not case.exhibits:
        return None
    count = reader.number(case.exhibits)
    press = ShowClaimEvidence(claim_id=case.claim.id)
    return Button(reader.word("📎 Show evidence ({count})", count=count), press.pack())


def _proposals(reader: Reader, case: ClaimCase) -> Button:
    press = ShowProposals(claim_id=case.claim.id)
    return Button(reader.word("🕘 All proposals"), press.pack())


def _message(reader: Reader, case: ClaimCase) -> Button:
    press = AskQuestion(negotiation_id=case.order.negotiation_id)
    return Button(reader.word("💬 Message"), press.pack())


def _order(reader: Reader, case: ClaimCase) -> Button:
    number = case.order.number
    return Button(reader.word("📦 Order {number}", number=number), BringOrder(order_id=case.order.id).pack())


def _case_file(reader: Reader, case: ClaimCase) -> Button:
    return case_file_button(reader, case.order.id)


_ROWS: Final[tuple[tuple[Offered, ...], ...]] = (
    (_agree, _propose),
    (_paid, _deduct),
    (send_back_button, replace_button),
    (take_back_button, receive_button, contest_button),
    (refunded_button, set_off_button),
    (_refuse, _withdraw),
    (ask_operator_button,),
    (follow_button,),
    (escalate_button, add_evidence_button),
    (beside_button,),
    (_proposals, _evidence),
    (_message, _order),
    (_case_file,),
)
"""Rows of the card, from above; what is not offered leaves its place, and an empty row goes."""
