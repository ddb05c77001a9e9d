"""What to change in an order that nobody is bound by yet."""

from services.order_draft import Step
from services.order_matter import OrderForm
from views.buttons import back
from views.callback_data.navigation import ShowOrder
from views.callback_data.order_form import EditPart
from views.markup import Html, bold, italic, lines, paragraphs
from views.order_details import details_shown
from views.reader import Reader
from views.screen import Button, Screen, grid, rows
from views.titles import title


def edit_menu(reader: Reader, form: OrderForm, problem: Html | str = "") -> Screen:
    """A button for each part; typed words are the new address."""
    order = form.matter.order
    if order is None:
        return Screen(Html())
    parts = [
        *([(reader.word("🧩 Specs"), Step.SPECS)] if form.matter.specs else []),
        (reader.word("📍 Address"), Step.ADDRESS),
        (reader.word("📅 Wanted date"), Step.WANTED),
        (reader.word("📝 Notes"), Step.NOTE),
    ]
    buttons = [
        Button(text, EditPart(order_id=order.id, revision=order.revision, part=part).pack())
        for text, part in parts
    ]
    head = lines(bold(reader.say("Order {number}", number=order.number)), bold(title(reader, order.goods)))
    text = paragraphs(
        head,
        details_shown(reader, order.details),
        problem,
        lines(
            bold(reader.say("✏️ What shall be changed?")),
            italic(reader.say("Press it, or write the new address. Both sides then confirm again.")),
        ),
    )
    return Screen(text, (*grid(buttons, 2), *rows([back(reader, ShowOrder(order_id=order.id).pack())])))
