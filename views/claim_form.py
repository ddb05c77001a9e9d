"""The form of a claim on goods: what was answered so far, the question, and the whole before it is sent."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.money import Money
from domain.people import Side
from domain.proposal import MAX_REASON_LENGTH
from domain.quantity import Quantity
from services.claim_draft import SHOWN_BY_PHOTOS, Step
from services.claim_matter import ClaimForm
from views.buttons import back
from views.callback_data.claim_form import Move, MoveClaim, SubmitClaim
from views.callback_data.navigation import ShowOrder
from views.claim_answers import KINDS, PAYERS, REASONS, STEPS
from views.claim_form_buttons import answers, editing, leaving, reviewing
from views.claim_form_problems import said_wrong
from views.hints import cancelled
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.negotiation import counterparty
from views.order import belongs_to_order
from views.order_details import choice_shown, split_lines
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.terms import labelled
from views.titles import supplier_name, title
from views.units import quantity

Sentence = Callable[[Reader, ClaimForm], Html]


def claim_form(reader: Reader, form: ClaimForm) -> Screen:
    """The form as it stands: a question, or all of it, of which nothing is sent yet."""
    step = form.draft.current
    if step is None:
        return review(reader, form)
    asked = lines(bold(_QUESTIONS[step](reader, form)), italic(_HOW[step](reader, form)))
    text = paragraphs(_head(reader, form), so_far(reader, form), said_wrong(reader, form), asked)
    buttons = (*answers(reader, form), *leaving(reader, form))
    return Screen(text, buttons, card=belongs_to_order(form.matter.order))


def review(reader: Reader, form: ClaimForm) -> Screen:
    """The whole claim before it is sent."""
    nothing = bold(reader.say("Nothing is sent yet."))
    text = paragraphs(_head(reader, form), so_far(reader, form), said_wrong(reader, form), nothing)
    return Screen(text, reviewing(reader, form), card=belongs_to_order(form.matter.order))


def edit_menu(reader: Reader, form: ClaimForm) -> Screen:
    """Which answer is to be changed."""
    question = bold(reader.say("✏️ What shall be changed?"))
    text = paragraphs(_head(reader, form), so_far(reader, form), question)
    return Screen(text, editing(reader, form), card=belongs_to_order(form.matter.order))


def sure(reader: Reader, form: ClaimForm) -> Screen:
    """Asks once more, naming the order, the amount and the other side."""
    order, supplier = form.matter.order, form.matter.supplier
    question = reader.say(
        "<b>Claim {amount} from {supplier} for order {number}?</b>",
        amount=reader.money(_wished(form)),
        supplier=supplier_name(reader, supplier) if supplier else "",
        number=order.number,
    )
    press = SubmitClaim(order_id=order.id, token=form.draft.token, sure=True)
    yes = Button(reader.word("Yes"), press.pack(), Style.SUCCESS)
    no = Button(reader.word("No"), MoveClaim(order_id=order.id, move=Move.REVIEW).pack())
    told = reader.say("The seller reads it at once and answers. Photos can be added later, too.")
    return Screen(paragraphs(question, told), rows([yes, no]), card=belongs_to_order(order))


def left(reader: Reader, form: ClaimForm) -> Screen:
    """The claim was given up before it was sent."""
    return Screen(cancelled(reader), rows([back(reader, ShowOrder(order_id=form.draft.order_id).pack())]))


def so_far(reader: Reader, form: ClaimForm) -> Html:
    """What was answered."""
    draft = form.draft
    said = {
        Step.KIND: KINDS[draft.kind](reader) if draft.kind else "",
        Step.REASON: REASONS[draft.reason](reader) if draft.reason else "",
        Step.UNITS: _count(reader, form, draft.count) if draft.count else "",
        Step.PHOTOS: reader.number(draft.photos) if draft.photos else "",
        Step.AMOUNT: bold(reader.money(_wished(form))) if draft.minor else "",
        Step.FREIGHT: PAYERS[draft.freight](reader) if draft.freight else "",
    }
    open_ones = set(draft.to_ask) - {Step.PHOTOS}
    answered = {step: value for step, value in said.items() if value and step not in open_ones}
    short = lines(*(labelled(reader, STEPS[step](reader), value) for step, value in answered.items()))
    split = split_lines(reader, draft.lines) if draft.lines else ""
    return paragraphs(lines(short, split), quote(draft.words) if draft.words else "")


def _head(reader: Reader, form: ClaimForm) -> Html:
    order = form.matter.order
    number = reader.say("↩️ Refund / return · order {number}", number=order.number)
    other = counterparty(reader, Side.BUYER, form.matter.supplier)
    return lines(bold(number), title(reader, order.goods), other)


def _wished(form: ClaimForm) -> Money:
    return Money(form.draft.minor, form.most.currency)


def _count(reader: Reader, form: ClaimForm, count: int) -> Html:
    return quantity(reader, Quantity(count, form.matter.order.terms.quantity.unit))


def _units_question(reader: Reader, form: ClaimForm) -> Html:
    if form.draft.picked:
        choice = choice_shown(reader, form.draft.picked)
        return reader.say("How many of {choice} are affected?", choice=choice)
    if form.draft.lines:
        return reader.say("Anything else that is affected?")
    return reader.say("📦 How many are affected?")


def _units_how(reader: Reader, form: ClaimForm) -> Html:
    if form.draft.picked or not form.matter.claimable.lines:
        most = _count(reader, form, form.left)
        return reader.say("Press one, or write a number up to {most}.", most=most)
    example = ", ".join(
        f"{choice_shown(reader, line.specs)} {max(1, line.count // 10)}"
        for line in form.matter.claimable.lines[:2]
    )
    return reader.say(
        "Press what is affected, or write all in one line: <code>{example}</code>", example=example
    )


def _photos_how(reader: Reader, form: ClaimForm) -> Html:
    if form.draft.reason in SHOWN_BY_PHOTOS:
        return reader.say(
            "Send photos or PDF files, one by one or together, then press Done. At least one is needed."
        )
    return reader.say("Send photos or PDF files, one by one or together, then press Done. You may send none.")


def _kind_how(reader: Reader, form: ClaimForm) -> Html:
    return reader.say(
        "Or write all in one line, which the seller reads as it is: <code>20 pcs broken, refund 300</code>"
    )


_QUESTIONS: Final[Mapping[Step, Sentence]] = {
    Step.KIND: lambda reader, form: reader.say("What would you like?"),
    Step.REASON: lambda reader, form: reader.say("What is wrong?"),
    Step.UNITS: _units_question,
    Step.PHOTOS: lambda reader, form: reader.say("📷 Please show what is wrong."),
    Step.WORDS: lambda reader, form: reader.say("✍️ Please describe it in one message."),
    Step.AMOUNT: lambda reader, form: reader.say("💰 How much would you like back?"),
    Step.FREIGHT: lambda reader, form: reader.say("🚚 Who shall pay the freight back?"),
}
_HOW: Final[Mapping[Step, Sentence]] = {
    Step.KIND: _kind_how,
    Step.REASON: lambda reader, form: reader.say("Press one."),
    Step.UNITS: _units_how,
    Step.PHOTOS: _photos_how,
    Step.WORDS: lambda reader, form: reader.say(
        "In your own language, up to {most} characters: the seller gets a translation with it.",
        most=reader.number(MAX_REASON_LENGTH),
    ),
    Step.AMOUNT: lambda reader, form: reader.say(
        "Press one, or write an amount up to {most}: so much the affected goods are worth.",
        most=reader.money(form.most),
    ),
    Step.FREIGHT: lambda reader, form: reader.say("The seller names the address when he agrees."),
}
