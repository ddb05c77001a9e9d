"""The offer form: one card that shows what is stated, asks for what is not, and sends only what was seen."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.people import Side
from domain.quantity import Quantity, Unit
from domain.terms import Terms
from services.drafting import Form
from services.offer_fields import ASKED, FIELDS, Field
from views.against_listing import against_listing
from views.button_rows import fitted
from views.buttons import back
from views.callback_data.navigation import ShowNegotiation, ShowProduct
from views.callback_data.offer_form import SendOffer, Step
from views.examples import short_line, whole_line
from views.hints import cancelled
from views.markup import Html, bold, italic, lines, paragraphs
from views.negotiation import counterparty
from views.offer_form_buttons import ask_for_moq, cancel, choices, edit, fill, question_steps, step
from views.offer_form_problems import below_moq, doubt_options, said_problem
from views.offer_form_questions import HOW, QUESTIONS
from views.reader import Reader
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.several import several_card, several_head
from views.terms import term_lines, total, usual_mark
from views.titles import supplier_name, title
from views.units import quantity


def form(reader: Reader, filled: Form) -> Screen:
    """The form as it stands: a doubt, a question, the list of fields, or the draft card."""
    draft = filled.draft
    if filled.problem is not None and doubt_options(reader, filled):
        return _doubt(reader, filled)
    if draft.current:
        return _question(reader, filled, draft.current)
    if draft.choosing or filled.is_unchanged:
        return _fields(reader, filled)
    if filled.matter.several:
        return several_card(reader, filled)
    return _card(reader, filled)


def left(reader: Reader, filled: Form) -> Screen:
    """The form was given up: nothing was sent."""
    about = filled.draft.about
    back_to = (
        ShowProduct(product_id=about.product_id).pack()
        if about.product_id
        else ShowNegotiation(negotiation_id=about.negotiation_id).pack()
    )
    return Screen(cancelled(reader), rows([back(reader, back_to)]))


def _question(reader: Reader, filled: Form, field: Field) -> Screen:
    text = paragraphs(
        _head(reader, filled),
        _stated(reader, filled),
        said_problem(reader, filled),
        lines(bold(QUESTIONS[field](reader)), _aside(reader, filled, field)),
        italic(HOW[field](reader) if field in HOW else _how(reader, filled)),
    )
    buttons = (*_lower_moq(reader, filled), *choices(reader, filled, field))
    return Screen(text, (*buttons, *question_steps(reader, filled, field)))


def _lower_moq(reader: Reader, filled: Form) -> Rows:
    """To ask for fewer than the MOQ is to negotiate it."""
    count = below_moq(filled)
    return rows([ask_for_moq(reader, filled, count)]) if count else ()


def _doubt(reader: Reader, filled: Form) -> Screen:
    text = paragraphs(_head(reader, filled), _stated(reader, filled), bold(said_problem(reader, filled)))
    buttons = [fill(filled, option) for option in doubt_options(reader, filled)]
    leave = [step(reader.word("◀ Back"), filled, Step.STAY), cancel(reader, filled)]
    return Screen(text, (*fitted(buttons), *rows(leave)))


def _fields(reader: Reader, filled: Form) -> Screen:
    """What may be changed, each field with its value."""
    whole = filled.whole
    text = paragraphs(
        _head(reader, filled),
        _differences(reader, filled, whole),
        said_problem(reader, filled),
        bold(reader.say("What would you like to change?")),
        italic(_how(reader, filled)),
    )
    is_more = filled.draft.is_more
    buttons = [edit(reader, filled, field, whole) for field in FIELDS if (field not in ASKED) is is_more]
    turn = (
        step(reader.word("◀ Back"), filled, Step.EDIT)
        if is_more
        else step(reader.word("More terms ▶"), filled, Step.MORE)
    )
    done = [] if filled.is_unchanged else [step(reader.word("Done"), filled, Step.CARD)]
    return Screen(text, (*grid(buttons, 2), *rows([turn], [*done, cancel(reader, filled)])))


def _card(reader: Reader, filled: Form) -> Screen:
    whole = filled.whole
    text = paragraphs(
        _head(reader, filled),
        _differences(reader, filled, whole),
        said_problem(reader, filled),
        against_listing(reader, filled, whole),
        bold(_SEND[filled.matter.side](reader, _named(reader, filled, whole))),
    )
    send = SendOffer(about=filled.draft.about.key, token=filled.token)
    return Screen(
        text,
        rows(
            [Button(reader.word("📨 Send"), send.pack(), Style.SUCCESS)],
            [step(reader.word("✏️ Edit"), filled, Step.EDIT), cancel(reader, filled)],
        ),
    )


def _named(reader: Reader, filled: Form, whole: Terms) -> dict[str, object]:
    supplier = filled.matter.supplier
    name = supplier_name(reader, supplier) if supplier else ""
    return {"total": total(reader, whole), "supplier": name}


_SEND: Final[Mapping[Side, Callable[[Reader, dict[str, object]], Html]]] = {
    Side.BUYER: lambda reader, named: reader.say(
        "Nothing is sent yet. Send this offer over {total} to {supplier}?", **named
    ),
    Side.SELLER: lambda reader, named: reader.say(
        "Nothing is sent yet. Send this offer over {total} to the buyer?", **named
    ),
}


def changed_since(reader: Reader) -> str:
    """A toast: the card that was pressed showed an earlier draft."""
    return reader.word("The draft has changed since. Please look again, then send.")


def _head(reader: Reader, filled: Form) -> Html:
    matter = filled.matter
    if matter.several:
        return several_head(reader, matter.several)
    is_answer = matter.negotiation is not None
    name = reader.say("✍️ Your counter-offer") if is_answer else reader.say("✍️ Your inquiry")
    return lines(
        bold(name),
        title(reader, matter.goods),
        counterparty(reader, matter.side, matter.supplier),
    )


def _stated(reader: Reader, filled: Form) -> Html:
    """What is stated so far; in an answer, all terms with the changes marked."""
    if filled.matter.standing:
        return term_lines(reader, filled.whole, filled.matter.standing)
    return term_lines(reader, filled.draft.terms)


def _differences(reader: Reader, filled: Form, whole: Terms) -> Html:
    usual = filled.usual
    terms = term_lines(reader, whole, filled.matter.standing, usual=usual)
    return paragraphs(terms, italic(usual_mark(reader)) if usual else "")


def _aside(reader: Reader, filled: Form, field: Field) -> Html:
    if field is not Field.QUANTITY or filled.matter.standing:
        return Html()
    goods = filled.matter.goods
    least = filled.draft.terms.moq or goods.moq
    return reader.say("The minimum is {moq}.", moq=quantity(reader, Quantity(least, Unit(goods.unit))))


def _how(reader: Reader, filled: Form) -> Html:
    if filled.matter.standing:
        example = short_line(reader, filled.matter.standing)
        return reader.say("Or write it in one line, such as: {example}", example=example)
    return reader.say(
        "Press, type, or say everything in one line, such as: {example}",
        example=whole_line(reader, filled.whole),
    )
