"""What is asked of goods that came for a claim: whether they are right, and what is wrong with them."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.people import Side
from services.claim_case import ClaimCase
from views.callback_data.claim import ShowClaim
from views.callback_data.returns import ReceiveReplacement, SendContest, TakeBack
from views.claim_lines import card_of, claim_lines
from views.markup import Html, bold, lines, paragraphs, quote
from views.reader import Reader
from views.screen import Button, Screen, Style, rows


def sure_of_receipt(reader: Reader, case: ClaimCase) -> Screen:
    """Asks once more, naming the order and what follows."""
    claim = case.claim
    named: dict[str, object] = {"number": case.order.number, "amount": reader.money(claim.left)}
    about = {"claim_id": claim.id, "version": claim.proposal.number, "sure": True}
    if case.side is Side.SELLER:
        question = reader.say(
            "Are the goods of order {number} back, and right? You then owe the buyer {amount}.", **named
        )
        press = TakeBack(**about).pack()
    else:
        question = reader.say(
            "Do you have the replacement for order {number}, and is it right? The claim is then settled.",
            **named,
        )
        press = ReceiveReplacement(**about).pack()
    return _asked(reader, case, bold(question), [Button(reader.word("Yes"), press, Style.SUCCESS)])


def ask_what_is_wrong(reader: Reader, case: ClaimCase, problem: Html | str = "") -> Screen:
    """What is typed is the reason."""
    question = bold(reader.say("What is wrong? Send photos, and write it in one message."))
    next_ = reader.say("The operator is called in and decides. You are asked once more before.")
    return _asked(reader, case, paragraphs(problem, lines(question, next_)), [])


def sure_of_contest(reader: Reader, case: ClaimCase, reason: str) -> Screen:
    """Asks once more, naming the order and the other side."""
    question = bold(_CONTEST[case.side](reader, case.order.number))
    press = SendContest(claim_id=case.claim.id).pack()
    text = paragraphs(question, lines(reader.say("Reason:"), quote(reason)))
    return _asked(reader, case, text, [Button(reader.word("Yes"), press, Style.DANGER)])


_CONTEST: Final[Mapping[Side, Callable[[Reader, str], Html]]] = {
    Side.SELLER: lambda reader, number: reader.say(
        "Call the operator in about what the buyer of order {number} sent back?", number=number
    ),
    Side.BUYER: lambda reader, number: reader.say(
        "Call the operator in about the seller's replacement for order {number}?", number=number
    ),
}


def _asked(reader: Reader, case: ClaimCase, text: Html, buttons: list[Button]) -> Screen:
    leave = Button(reader.word("No") if buttons else reader.word("Cancel"), _leave(case))
    whole = paragraphs(text, claim_lines(reader, case))
    return Screen(whole, rows([*buttons, leave]), card=card_of(case.claim))


def _leave(case: ClaimCase) -> str:
    return ShowClaim(claim_id=case.claim.id).pack()
