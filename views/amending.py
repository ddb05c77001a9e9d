"""Changing a binding order: the line that says what, the review, and the last question."""

from domain.amendment import Amendment
from domain.terms import Terms
from services.cases import OrderCase
from services.drafting import DIGEST_LENGTH, Form
from views.amendment import differences
from views.callback_data.agreement import AcceptAmendment, Amend, ProposeAmendment
from views.callback_data.navigation import ShowOrder
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
    return Screen(paragraphs(head, term_lines(reader, order.terms), problem, how), rows([leave]))


def heard_problem(reader: Reader, form: Form) -> Html:
    """Why the line was not taken, and that another is welcome."""
    return lines(said_problem(reader, form), reader.say("Please write it once more, a little more exactly."))


def review(reader: Reader, case: OrderCase, terms: Terms) -> Screen:
    """Old and new side by side, before it is sent."""
    order = case.order
    head = bold(reader.say("✏️ Amendment of order {number}: please check", number=order.number))
    note = reader.say(
        "Nothing is sent yet. It becomes revision {number} once the other side accepts.",
        number=order.revision + 1,
    )
    send = ProposeAmendment(order_id=order.id, revision=order.revision, token=terms.digest()[:DIGEST_LENGTH])
    edit = Amend(order_id=order.id, revision=order.revision)
    return Screen(
        paragraphs(head, differences(reader, order, terms), note),
        rows(
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
    return Screen(paragraphs(question, differences(reader, order, amendment.terms)), rows(answers))
