"""What the sides read on the card of a claim that an operator looks into, or decided; how to call him in."""

from domain.lifecycle import Actor, ClaimStatus, Deed
from domain.settlement import Remedy
from services.claim_case import ClaimCase
from views.callback_data.claim import ShowClaim
from views.callback_data.disputes import EscalateClaim
from views.claim_lines import card_of, claim_lines
from views.markup import Html, bold, lines, paragraphs
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.settlement import in_short


def decision_lines(reader: Reader, case: ClaimCase) -> Html:
    """That an operator looks into it, or what he decided and why."""
    claim = case.claim
    if claim.status is ClaimStatus.ESCALATED:
        return reader.say(
            "⚖️ The operator looks into it. Until he decides you can still agree with the other side,"
            " and add evidence."
        )
    proposal = claim.proposal
    if not claim.decided or proposal.by is not Actor.OPERATOR:
        return Html()
    decided = (
        reader.say("⚖️ The operator decided: nothing is owed.")
        if proposal.settlement.remedy is Remedy.NOTHING
        else reader.say(
            "⚖️ The operator decided: {settlement}", settlement=in_short(reader, proposal.settlement)
        )
    )
    return lines(bold(decided), reader.say("This is final here."))


def escalate_button(reader: Reader, case: ClaimCase) -> Button | None:
    """From when on this side may call the operator in; before that the card says when."""
    since = case.claim.escalates_from(case.side) if case.may(Deed.ESCALATE) else None
    if since is None or case.now < since:
        return None
    press = EscalateClaim(claim_id=case.claim.id, version=case.claim.proposal.number)
    return Button(reader.word("⚖️ Escalate"), press.pack(), Style.DANGER)


def escalates_from(reader: Reader, case: ClaimCase) -> Html:
    """When this side may call the operator in, while it may not yet."""
    since = case.claim.escalates_from(case.side) if case.may(Deed.ESCALATE) else None
    if since is None or case.now >= since:
        return Html()
    return reader.say("From {moment} you can call the operator in.", moment=reader.moment(since))


def sure_to_escalate(reader: Reader, case: ClaimCase) -> Screen:
    """Asks once more, naming the order and what is claimed."""
    question = reader.say(
        "Call the operator in for order {number}, over {amount}? He looks at what both sides sent"
        " and wrote, and his decision is final here.",
        number=case.order.number,
        amount=reader.money(case.claim.claimed),
    )
    press = EscalateClaim(claim_id=case.claim.id, version=case.claim.proposal.number, sure=True)
    yes = Button(reader.word("Yes"), press.pack(), Style.DANGER)
    no = Button(reader.word("No"), ShowClaim(claim_id=case.claim.id).pack())
    text = paragraphs(bold(question), claim_lines(reader, case))
    return Screen(text, rows([yes, no]), card=card_of(case.claim))
