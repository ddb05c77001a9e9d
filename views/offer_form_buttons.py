"""The buttons of the offer form: usual answers, fields to change, and the steps between."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.terms import Terms
from services.drafting import Form
from services.offer_fields import OPTIONAL, Field, filled_fields, only, value_of
from services.usual import Choice, usual_choices
from views.callback_data.offer_form import ClearField, EditField, FillField, FormStep, Step
from views.doubts import Option
from views.fitting import shortened
from views.freight_buttons import bring
from views.reader import Reader
from views.screen import Button, Rows, Style, grid, rows
from views.terms import PAYMENT_WORDS, TERM_ROWS, plain

_LABEL_LENGTH: Final = 40
_WITHOUT: Final[Mapping[Field, Callable[[Reader], str]]] = {
    Field.LEAD_TIME: lambda reader: reader.word("Without a lead time"),
    Field.SHIPPING: lambda reader: reader.word("Without a shipping method"),
    Field.PAYMENT: lambda reader: reader.word("Without payment terms"),
    Field.NOTE: lambda reader: reader.word("Without a note"),
}


def choices(reader: Reader, filled: Form, field: Field) -> Rows:
    """The usual answers; long ones stand in rows of their own."""
    usual = usual_choices(filled, field)
    long = [_choice(reader, filled, field, choice) for choice in usual if choice.part.deposit_percent]
    short = [_choice(reader, filled, field, choice) for choice in usual if not choice.part.deposit_percent]
    return (*grid(long, 1), *grid(short, 3 if field is Field.PAYMENT else 2))


def fill(filled: Form, option: Option) -> Button:
    """One reading of what was typed."""
    press = FillField(about=filled.draft.about.key, field=option.field, value=option.value)
    return Button(option.label, press.pack(), Style.PRIMARY)


def edit(reader: Reader, filled: Form, field: Field, whole: Terms) -> Button:
    """A field with its value, to be changed."""
    label, value = TERM_ROWS[field].label(reader), plain(reader, field, whole).replace("\n", " ")
    text = reader.word("{label}: {value}", label=label, value=value) if value else label
    press = EditField(about=filled.draft.about.key, field=field)
    return Button(shortened(text, _LABEL_LENGTH), press.pack())


def question_steps(reader: Reader, filled: Form, field: Field) -> Rows:
    """Skip, Back and Cancel; what is stated or stands, and an offer needs not, may also be left out."""
    skip = step(reader.word("Skip"), filled, Step.SKIP)
    back = step(reader.word("◀ Back"), filled, Step.BACK)
    return rows(
        _freight(reader, filled, field),
        _drop(reader, filled, field),
        [skip, back, cancel(reader, filled)],
    )


def _freight(reader: Reader, filled: Form, field: Field) -> list[Button]:
    """Who is asked how the goods travel may look what each way costs."""
    if field is not Field.SHIPPING or filled.matter.product is None:
        return []
    about, count = filled.draft.about, filled.whole.quantity.count
    ids = {"product_id": about.product_id, "negotiation_id": about.negotiation_id}
    return [bring(reader, **ids, count=count)]


def step(text: str, filled: Form, where: Step) -> Button:
    """A step within the form."""
    return Button(text, FormStep(about=filled.draft.about.key, step=where).pack())


def cancel(reader: Reader, filled: Form) -> Button:
    """Leaves the form; nothing is sent."""
    return step(reader.word("Cancel"), filled, Step.CANCEL)


def _choice(reader: Reader, filled: Form, field: Field, choice: Choice) -> Button:
    press = FillField(about=filled.draft.about.key, field=field, value=value_of(field, choice.part))
    is_chosen = only(field, filled.draft.terms) == choice.part
    text = _label(reader, field, choice)
    return Button(f"✓ {text}" if is_chosen else text, press.pack())


def _label(reader: Reader, field: Field, choice: Choice) -> str:
    part = choice.part
    if part.payment and part.deposit_percent:
        method, deposit = PAYMENT_WORDS[part.payment](reader), reader.percent(part.deposit_percent)
        return reader.word("{method}, {deposit} deposit", method=method, deposit=deposit)
    text = plain(reader, field, part)
    if not choice.percent_off:
        return text
    return reader.word("{price} (−{percent})", price=text, percent=reader.percent(choice.percent_off))


def _drop(reader: Reader, filled: Form, field: Field) -> list[Button]:
    if field not in OPTIONAL or field not in filled_fields(filled.whole):
        return []
    press = ClearField(about=filled.draft.about.key, field=field)
    return [Button(_WITHOUT[field](reader), press.pack())]
