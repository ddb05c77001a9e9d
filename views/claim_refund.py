"""What a claim gives back: what its card says of it, its buttons, and what is asked before it is booked."""

from domain.money import Money
from domain.people import Side
from domain.terms import PaymentMethod
from services.claim_case import ClaimCase
from views.callback_data.claim import ShowClaim
from views.callback_data.returns import AskClaimRefund, RefundClaim, SetOffClaim
from views.claim_lines import card_of, claim_lines
from views.markup import Html, bold, italic, lines, paragraphs
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.term_words import PAYMENT_WORDS


def refund_lines(reader: Reader, case: ClaimCase) -> Html:
    """What was refunded so far, what is left, and who holds it."""
    claim, back = case.claim, case.back
    repaid = Money(claim.repaid, claim.claimed.currency)
    so_far = reader.say("↩️ Refunded so far: {amount}", amount=bold(reader.money(repaid)))
    if back is None:
        return so_far if claim.repaid else Html()
    left = reader.say("Still to be refunded: {amount}", amount=bold(reader.money(back.left)))
    return lines(so_far if claim.repaid else "", left, _by_card(reader, back.by_card), _owed(reader, case))


def _by_card(reader: Reader, amount: Money) -> Html:
    if not amount.minor:
        return Html()
    return reader.say(
        "💳 {amount} of it was paid by card: the operator refunds it.", amount=reader.money(amount)
    )


def _owed(reader: Reader, case: ClaimCase) -> Html:
    """To the seller, what he can let the buyer pay less."""
    back = case.back
    if back is None or case.side is Side.BUYER or not back.set_off.minor:
        return Html()
    return reader.say(
        "The buyer still owes the balance: {amount} can be deducted from it.",
        amount=reader.money(back.set_off),
    )


def refunded_button(reader: Reader, case: ClaimCase) -> Button | None:
    """The seller sent back what he holds."""
    if case.back is None or case.side is Side.BUYER or case.back.by_hand.minor <= 0:
        return None
    return Button(reader.word("✅ Refunded"), _refund(case), Style.SUCCESS)


def set_off_button(reader: Reader, case: ClaimCase) -> Button | None:
    """While the buyer owes something."""
    if case.back is None or case.side is Side.BUYER or not case.back.set_off.minor:
        return None
    return Button(reader.word("Deduct from the balance"), _set_off(case, case.back.set_off))


def ask_operator_button(reader: Reader, case: ClaimCase) -> Button | None:
    """The buyer asks for what the operator's payment provider holds."""
    if case.back is None or case.side is Side.SELLER or not case.back.by_card.minor:
        return None
    return Button(reader.word("↩️ Ask for the refund"), AskClaimRefund(claim_id=case.claim.id).pack())


def ask_refunded(reader: Reader, case: ClaimCase, amount: Money, problem: Html | str = "") -> Screen:
    """Whether so much was sent back, naming the order; a part may be typed instead."""
    question = reader.say(
        "Have you sent {amount} back to the buyer for order {number}? He is told.",
        amount=reader.money(amount),
        number=case.order.number,
    )
    how = italic(
        reader.say(
            "Send it back the way it was paid: {ways}. If it was a part, type the amount, such as {example}.",
            ways=_ways(reader, case),
            example=reader.money(Money(max(amount.minor // 2, 1), amount.currency)),
        )
    )
    yes = Button(reader.word("Yes"), _refund(case, amount.minor, sure=True), Style.SUCCESS)
    return _asked(reader, case, paragraphs(problem, bold(question), how), yes)


def _ways(reader: Reader, case: ClaimCase) -> str:
    """How the seller was paid."""
    held = case.back.held if case.back else ()
    by_hand = (method for method, _ in held if method is not PaymentMethod.CARD)
    return " · ".join(PAYMENT_WORDS[method](reader) for method in by_hand)


def ask_set_off(reader: Reader, case: ClaimCase, amount: Money) -> Screen:
    """Whether so much is to be deducted, naming the order."""
    question = reader.say(
        "Deduct {amount} from what the buyer still owes for order {number}? He is told.",
        amount=reader.money(amount),
        number=case.order.number,
    )
    yes = Button(reader.word("Yes"), _set_off(case, amount, sure=True), Style.SUCCESS)
    return _asked(reader, case, bold(question), yes)


def _asked(reader: Reader, case: ClaimCase, question: Html, yes: Button) -> Screen:
    no = Button(reader.word("No"), ShowClaim(claim_id=case.claim.id).pack())
    text = paragraphs(question, claim_lines(reader, case))
    return Screen(text, rows([yes, no]), card=card_of(case.claim))


def _refund(case: ClaimCase, minor: int = 0, *, sure: bool = False) -> str:
    press = RefundClaim(claim_id=case.claim.id, repaid=case.claim.repaid, minor=minor, sure=sure)
    return press.pack()


def _set_off(case: ClaimCase, amount: Money, *, sure: bool = False) -> str:
    press = SetOffClaim(claim_id=case.claim.id, repaid=case.claim.repaid, minor=amount.minor, sure=sure)
    return press.pack()
