"""Changing a binding order: the line that says what, the review, and the last question."""

from dataclasses import replace

from domain.amendment import Amendment
from domain.details import Details
from domain.order import Order
from domain.people import Side
from domain.terms import Terms
from services.cases import OrderCase
from services.drafting import DIGEST_LENGTH, Form
from services.order_draft import Step
from views.amendment import differences
from views.callback_data.agreement import AcceptAmendment, Amend, ProposeAmendment
from views.callback_data.navigation import ShowOrder
from views.callback_data.order_form import EditPart
from views.examples import short_line
from views.markup import Html, bold, lines, paragraphs
from views.offer_form_problems import said_problem
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.terms import term_lines, total


def ask_changes(reader: Reader, case: OrderCase, problem: Html | str = "") -> Screen:
    """Asks in one line for what shall change; the order stands above as it is."""
    order = case.order
    head = bold(reader.say("✏️ Amend order {number}", number=order.number))
    how = reader.say(
        "Write in one line what shall change, e.g. {line}. The other side must agree; until then nothing"
        " changes.",
        line=short_line(reader, order.terms),
    )
    leave = Button(reader.word("Cancel"), ShowOrder(order_id=order.id).pack())
    text = paragraphs(head, term_lines(reader, order.terms), problem, how)
    return Screen(text, rows(_parts(reader, case), [leave]))


def heard_problem(reader: Reader, form: Form) -> Html:
    """Why the line was not taken, and that another is welcome."""
    return lines(said_problem(reader, form), reader.say("Please write it once more, a little more exactly."))


def review(reader: Reader, case: OrderCase, terms: Terms, details: Details) -> Screen:
    """Old and new side by side, before it is sent."""
    order = case.order
    head = bold(reader.say("✏️ Amendment of order {number}: please check", number=order.number))
    note = reader.say(
        "Nothing is sent yet. It becomes revision {number} once the other side accepts.",
        number=order.revision + 1,
    )
    token = token_of(order, terms, details)
    send = ProposeAmendment(order_id=order.id, revision=order.revision, token=token)
    edit = Amend(order_id=order.id, revision=order.revision)
    return Screen(
        paragraphs(head, differences(reader, order, terms, details), note),
        rows(
            _parts(reader, case),
            [Button(reader.word("📨 Send"), send.pack(), Style.SUCCESS)],
            [
                Button(reader.word("✏️ Edit"), edit.pack()),
                Button(reader.word("Cancel"), ShowOrder(order_id=order.id).pack()),
            ],
        ),
    )


def sure_to_accept(reader: Reader, case: OrderCase, amendment: Amendment) -> Screen:
    """Asks once more, naming the order and both totals."""
    order = case.order
    question = reader.say(
        "<b>Accept amendment {amendment} of order {number}? The total is {total} then.</b>",
        amendment=amendment.number,
        number=order.number,
        total=total(reader, amendment.terms),
    )
    yes = AcceptAmendment(order_id=order.id, number=amendment.number, sure=True)
    answers = [
        Button(reader.word("Yes"), yes.pack(), Style.SUCCESS),
        Button(reader.word("No"), ShowOrder(order_id=order.id).pack()),
    ]
    return Screen(
        paragraphs(question, differences(reader, order, amendment.terms, amendment.details)), rows(answers)
    )


def token_of(order: Order, terms: Terms, details: Details) -> str:
    """The beginning of the digest of the order as it would be: what Send sends."""
    return replace(order, terms=terms, details=details).digest[:DIGEST_LENGTH]


def _parts(reader: Reader, case: OrderCase) -> list[Button]:
    """What no line of terms says: only the buyer knows where the goods go, by when, and what else."""
    if case.side is not Side.BUYER:
        return []
    order = case.order
    words = (
        (reader.word("📍 Address"), Step.ADDRESS),
        (reader.word("📅 Wanted date"), Step.WANTED),
        (reader.word("📝 Notes"), Step.NOTE),
    )
    return [
        Button(text, EditPart(order_id=order.id, revision=order.revision, part=part).pack())
        for text, part in words
    ]
