"""The buttons of the offer form: usual answers, fields to change, and the steps between."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.quantity import Quantity, Unit
from domain.terms import Terms, TermsDraft
from services.drafting import Form
from services.ladders import ladder_value
from services.offer_fields import OPTIONAL, STAYING, Field, filled_fields, only
from services.offer_values import value_of
from services.usual import Choice, usual_choices
from views.button_rows import fits, fitted
from views.callback_data.offer_form import ClearField, EditField, FillField, FormStep, Step
from views.doubts import Option
from views.freight_buttons import bring
from views.reader import Reader
from views.screen import Button, Rows, Style, grid, rows
from views.term_rows import LABELS, plain
from views.term_values import fee
from views.term_words import CUSTOM_WORDS, PAYMENT_WORDS
from views.units import quantity

_WITHOUT: Final[Mapping[Field, Callable[[Reader], str]]] = {
    Field.LEAD_TIME: lambda reader: reader.word("Without a lead time"),
    Field.SHIPPING: lambda reader: reader.word("Without a shipping method"),
    Field.PAYMENT: lambda reader: reader.word("Without payment terms"),
    Field.MOQ: lambda reader: reader.word("Leave the MOQ as listed"),
    Field.FREIGHT: lambda reader: reader.word("Leave freight open"),
    Field.QUALITY: lambda reader: reader.word("Without quality requirements"),
    Field.CUSTOMIZATION: lambda reader: reader.word("Without customization"),
    Field.LATE: lambda reader: reader.word("Without late-delivery compensation"),
    Field.VALIDITY: lambda reader: reader.word("Valid for the usual 72 hours"),
    Field.NOTE: lambda reader: reader.word("Without a note"),
}


def choices(reader: Reader, filled: Form, field: Field) -> Rows:
    """The usual answers; long ones stand in rows of their own."""
    usual = usual_choices(filled, field)
    long = [_choice(reader, filled, field, choice) for choice in usual if _is_long(choice.part)]
    short = [_choice(reader, filled, field, choice) for choice in usual if not _is_long(choice.part)]
    beside = fitted(short, 3 if field is Field.PAYMENT else 2)
    return (*beside, *grid(long, 1)) if field is Field.PRICE else (*grid(long, 1), *beside)


def ask_for_moq(reader: Reader, filled: Form, count: int) -> Button:
    """Orders fewer than the MOQ, and asks for that as the MOQ."""
    goods = filled.matter.goods
    part = TermsDraft(quantity=Quantity(count, Unit(goods.unit)), moq=count)
    press = FillField(
        about=filled.draft.about.key, field=Field.QUANTITY, value=value_of(Field.QUANTITY, part)
    )
    asked = quantity(reader, Quantity(count, Unit(goods.unit)))
    return Button(reader.word("Ask for an MOQ of {moq}", moq=asked), press.pack(), Style.PRIMARY)


def fill(filled: Form, option: Option) -> Button:
    """One reading of what was typed."""
    press = FillField(about=filled.draft.about.key, field=option.field, value=option.value)
    return Button(option.label, press.pack(), Style.PRIMARY)


def edit(reader: Reader, filled: Form, field: Field, whole: Terms) -> Button:
    """A field to be changed, with its value."""
    press = EditField(about=filled.draft.about.key, field=field)
    return Button(with_value(reader, field, whole), press.pack())


def with_value(reader: Reader, field: Field, stated: Terms | TermsDraft) -> str:
    """A field's name with its value where a button of two has room; the card above states it anyway."""
    label, value = LABELS[field](reader), plain(reader, field, stated)
    text = reader.word("{label}: {value}", label=label, value=value)
    return text if value and fits(text) else label


def question_steps(reader: Reader, filled: Form, field: Field) -> Rows:
    """Skip, Back and Cancel; what is stated or stands, and an offer needs not, may also be left out."""
    is_done = field in STAYING and field in filled_fields(filled.whole)
    skip = step(reader.word("Done") if is_done else reader.word("Skip"), filled, Step.SKIP)
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
    is_ladder = bool(choice.part.tiers)
    value = ladder_value(choice.percent_off) if is_ladder else value_of(field, choice.part)
    press = FillField(about=filled.draft.about.key, field=field, value=value)
    text = _toggle(reader, filled, choice.part) or _label(reader, filled, field, choice)
    return Button(f"✓ {text}" if _is_chosen(filled, field, choice.part) else text, press.pack())


def _is_long(part: TermsDraft) -> bool:
    return bool(part.deposit_percent or part.balance_due or part.tiers or part.late_percent_per_day)


def _is_chosen(filled: Form, field: Field, part: TermsDraft) -> bool:
    """Whether the draft says just this; of what is customized and of its fee each by itself."""
    if field is not Field.CUSTOMIZATION:
        return only(field, filled.draft.terms) == part
    whole = filled.whole
    if part.custom_fee:
        return (whole.custom_fee, whole.custom_fee_basis) == (part.custom_fee, part.custom_fee_basis)
    return bool(whole.customization - part.customization)


def _toggle(reader: Reader, filled: Form, part: TermsDraft) -> str:
    """The one thing that a press puts in or takes out; empty for any other button."""
    if not part.customization and "customization" not in part.dropped:
        return ""
    (thing,) = filled.whole.customization ^ part.customization
    return CUSTOM_WORDS[thing](reader)


def _label(reader: Reader, filled: Form, field: Field, choice: Choice) -> str:
    part = choice.part
    if part.trade_term:
        return f"{part.trade_term} {part.trade_place}".strip()
    if part.tiers:
        return _ladder(reader, choice)
    if part.custom_fee:
        return fee(reader, part.custom_fee, part.custom_fee_basis, filled.whole.quantity)
    if part.payment and part.deposit_percent:
        method, deposit = PAYMENT_WORDS[part.payment](reader), reader.percent(part.deposit_percent)
        return reader.word("{method}, {deposit} deposit", method=method, deposit=deposit)
    unit = filled.whole.quantity.unit
    text = quantity(reader, Quantity(part.moq, unit)) if part.moq else plain(reader, field, part)
    if not choice.percent_off:
        return text
    return reader.word("{price} (−{percent})", price=text, percent=reader.percent(choice.percent_off))


def _ladder(reader: Reader, choice: Choice) -> str:
    if not choice.percent_off:
        return reader.word("The listed price tiers")
    return reader.word("The listed price tiers −{percent}", percent=reader.percent(choice.percent_off))


def _drop(reader: Reader, filled: Form, field: Field) -> list[Button]:
    if field not in OPTIONAL or field not in filled_fields(filled.whole):
        return []
    press = ClearField(about=filled.draft.about.key, field=field)
    return [Button(_WITHOUT[field](reader), press.pack())]
