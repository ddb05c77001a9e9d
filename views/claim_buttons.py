"""The buttons of a claim's card: what this side may do now."""

from typing import Final

from domain.lifecycle import CLAIM, Actor, Deed
from services.claim_case import ClaimCase
from views.callback_data.claim import AgreeClaim, ProposeClaim, RefuseClaim, SettleClaim, WithdrawClaim
from views.callback_data.navigation import BringOrder
from views.callback_data.negotiation import AskQuestion
from views.reader import Reader
from views.screen import Button, Rows, Style, rows

DIGEST_LENGTH: Final = 8


def claim_buttons(reader: Reader, case: ClaimCase) -> Rows:
    """Answers first, then the talk and the way to the order."""
    message = Button(reader.word("💬 Message"), AskQuestion(negotiation_id=case.order.negotiation_id).pack())
    order = Button(
        reader.word("📦 Order {number}", number=case.order.number), BringOrder(order_id=case.order.id).pack()
    )
    return rows(_answers(reader, case), _else(reader, case), [message, order])


def may(case: ClaimCase, deed: Deed) -> bool:
    """Whether the table of moves knows the deed of this side now, and there is time for it."""
    is_known = (case.claim.status, deed, Actor(case.side.value)) in CLAIM
    return is_known and not case.claim.is_out_of_time(case.now)


def _answers(reader: Reader, case: ClaimCase) -> list[Button]:
    claim, version = case.claim, case.claim.proposal.number
    agree = AgreeClaim(claim_id=claim.id, version=version, digest=claim.proposal.digest[:DIGEST_LENGTH])
    propose = ProposeClaim(claim_id=claim.id, version=version)
    paid = SettleClaim(claim_id=claim.id, version=version, deducted=False)
    offered = [
        (Deed.AGREE, Button(reader.word("✅ Agree"), agree.pack(), Style.SUCCESS)),
        (Deed.PROPOSE, Button(reader.word("✍️ Propose"), propose.pack(), Style.PRIMARY)),
        (Deed.COMPENSATE, Button(reader.word("✅ Paid"), paid.pack(), Style.SUCCESS)),
    ]
    return [button for deed, button in offered if may(case, deed)]


def _else(reader: Reader, case: ClaimCase) -> list[Button]:
    number, version = case.claim.id, case.claim.proposal.number
    refuse = RefuseClaim(claim_id=number, version=version)
    withdraw = WithdrawClaim(claim_id=number, version=version)
    deduct = SettleClaim(claim_id=number, version=version, deducted=True)
    offered = [
        (may(case, Deed.REFUSE), Button(reader.word("✖️ Refuse"), refuse.pack(), Style.DANGER)),
        (may(case, Deed.WITHDRAW), Button(reader.word("↩️ Withdraw"), withdraw.pack(), Style.DANGER)),
        (
            may(case, Deed.DEDUCT) and case.can_deduct,
            Button(reader.word("Deduct from the balance"), deduct.pack()),
        ),
    ]
    return [button for is_offered, button in offered if is_offered]
