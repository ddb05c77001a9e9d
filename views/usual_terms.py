"""The usual terms of a supplier: what they are, and one field at a time to change."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from domain.catalogue import Supplier
from domain.refusal import Refusal
from domain.terms import NOTHING_STATED, TermsDraft
from services.drafting import Problem, Unread
from services.offer_fields import Field, filled_fields, only
from services.offer_values import value_of
from services.usual_terms import KEPT, choices_of
from views.button_rows import fitted
from views.buttons import back
from views.callback_data.navigation import Go, Room
from views.callback_data.usual_terms import EditUsual, ListUsual, SetUsual, ShowUsual
from views.fitting import QUOTED, shortened
from views.markup import Html, bold, italic, lines, paragraphs
from views.offer_form_buttons import with_value
from views.reader import Reader
from views.refusals import refusal_text
from views.screen import Button, Screen, grid, rows
from views.suppliers import Choice, which_supplier
from views.term_rows import plain
from views.terms import term_lines
from views.titles import supplier_name

QUESTIONS: Final[Mapping[Field, Callable[[Reader], Html]]] = {
    Field.SHIPPING: lambda reader: reader.say("How do you usually ship?"),
    Field.PAYMENT: lambda reader: reader.say("How shall buyers usually pay?"),
    Field.FREIGHT: lambda reader: reader.say("Who usually pays the freight, or which trade term?"),
    Field.QUALITY: lambda reader: reader.say("Which quality standard do you usually promise?"),
    Field.LATE: lambda reader: reader.say("What do you usually pay for each day late?"),
    Field.VALIDITY: lambda reader: reader.say("How many days does an offer usually stand?"),
}


def usual_terms(reader: Reader, supplier: Supplier, problem: Html | str = "") -> Screen:
    """All of them, each with a button to change it."""
    stated = term_lines(reader, supplier.usual)
    text = paragraphs(
        lines(bold(reader.say("📋 Usual terms")), supplier_name(reader, supplier)),
        stated or reader.say("None yet: buyers' inquiries leave these terms open."),
        reader.say("They fill what a buyer leaves open. Offers already made keep their terms."),
        problem,
        italic(
            reader.say(
                "Press a field, or write in one line, such as: "
                "<code>by sea, company transfer, deposit 30%</code>"
            )
        ),
    )
    buttons = [_field(reader, supplier, field) for field in KEPT]
    return Screen(text, (*grid(buttons, 2), *rows([back(reader, Go(room=Room.SETTINGS).pack())])))


def question(reader: Reader, supplier: Supplier, field: Field, problem: Html | str = "") -> Screen:
    """One field: the usual answers, or none at all. Raises NotFound for one that is not kept."""
    buttons = [_choice(reader, supplier, field, part) for part in choices_of(supplier, field)]
    text = paragraphs(
        lines(bold(reader.say("📋 Usual terms")), supplier_name(reader, supplier)),
        problem,
        bold(QUESTIONS[field](reader)),
        italic(reader.say("Press a button, or type your answer.")),
    )
    leave = _answer(reader.word("Leave open"), supplier, field, "")
    open_rows = rows([leave]) if field in filled_fields(supplier.usual) else ()
    way_back = back(reader, ShowUsual(supplier_id=supplier.id).pack())
    return Screen(text, (*fitted(buttons), *open_rows, *rows([way_back])))


def problem(reader: Reader, said: Problem) -> Html:
    """The broken rule, or that nothing was understood."""
    if isinstance(said, Refusal):
        return reader.say("⚠️ {problem}", problem=refusal_text(reader, said))
    if isinstance(said, Unread):
        return reader.say("⚠️ I found no terms in “{text}”.", text=shortened(said.text, QUOTED))
    return reader.say("⚠️ I could not read that. Please press a button, or say it another way.")


def whose(reader: Reader, suppliers: Sequence[Supplier], page: int) -> Screen:
    """Whom the person sells for, to choose one."""
    choice = Choice(
        reader.say("📋 Usual terms: of which supplier?"),
        lambda number: ShowUsual(supplier_id=number).pack(),
        lambda to: ListUsual(page=to).pack(),
    )
    return which_supplier(reader, suppliers, page, choice)


def _field(reader: Reader, supplier: Supplier, field: Field) -> Button:
    press = EditUsual(supplier_id=supplier.id, field=field)
    return Button(with_value(reader, field, supplier.usual), press.pack())


def _choice(reader: Reader, supplier: Supplier, field: Field, part: TermsDraft) -> Button:
    text = f"{part.trade_term} {part.trade_place}".strip() if part.trade_term else plain(reader, field, part)
    chosen = only(field, supplier.usual)
    is_chosen = chosen != NOTHING_STATED and chosen == part
    return _answer(f"✓ {text}" if is_chosen else text, supplier, field, value_of(field, part))


def _answer(text: str, supplier: Supplier, field: Field, value: str) -> Button:
    return Button(text, SetUsual(supplier_id=supplier.id, field=field, value=value).pack())
