"""An old order once more: what it would be today, with each difference marked."""

from domain.lifecycle import RECEIVED
from domain.people import Side
from services.cases import OrderCase
from services.repeating import REPEATABLE, Repeat
from views.buttons import back
from views.callback_data.comparing import OtherSuppliers
from views.callback_data.navigation import ShowOrder, ShowProduct
from views.callback_data.order_form import NegotiateAgain, OrderAgain, RepeatOrder
from views.listing import moq_of
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.negotiation import counterparty
from views.order_details import split_shown
from views.reader import Reader
from views.sample_buttons import request_sample
from views.screen import Button, Screen, Style, rows
from views.specs import spec_word
from views.terms import term_lines
from views.titles import title


def repeat_button(reader: Reader, case: OrderCase) -> Button | None:
    """On the card of an order that is over, for its buyer; of a sample that is there a second one."""
    over = REPEATABLE | RECEIVED if case.order.is_sample else REPEATABLE
    if case.side is not Side.BUYER or case.order.status not in over:
        return None
    if case.order.is_sample:
        return request_sample(reader, case.order.goods.product_id)
    return Button(reader.word("🔁 Repeat order"), RepeatOrder(order_id=case.order.id).pack())


def repeated(reader: Reader, repeat: Repeat) -> Screen:
    """Today's terms beside the old ones, and two ways on; or what to do where it is sold no more."""
    if repeat.terms is None:
        return _gone(reader, repeat)
    order = repeat.order
    number = order.id
    again = OrderAgain(order_id=number, token=repeat.token)
    text = paragraphs(
        _head(reader, repeat),
        _what_changed(reader, repeat),
        term_lines(reader, repeat.terms, order.terms),
        split_shown(reader, repeat.lines),
        lines(reader.say("Delivery address:"), quote(order.details.delivery.address)),
        italic(reader.say("You and the seller confirm the new order as always.")),
    )
    return Screen(
        text,
        rows(
            [Button(reader.word("✅ Order at today's terms"), again.pack(), Style.SUCCESS)],
            [Button(reader.word("💬 Negotiate"), NegotiateAgain(order_id=number).pack())],
            [back(reader, ShowOrder(order_id=number).pack())],
        ),
    )


def changed_since(reader: Reader) -> str:
    """A toast: the listing is another than the screen shows."""
    return reader.word("The listing changed just now. Please look again; nothing was ordered.")


def _head(reader: Reader, repeat: Repeat) -> Html:
    order = repeat.order
    supplier = repeat.product.supplier if repeat.product else None
    return lines(
        bold(reader.say("🔁 Order {number} once more", number=order.number)),
        bold(title(reader, order.goods)),
        counterparty(reader, Side.BUYER, supplier),
    )


def _what_changed(reader: Reader, repeat: Repeat) -> Html:
    if repeat.is_unchanged:
        return reader.say("Everything is as it was.")
    product, gone = repeat.product, ", ".join(spec_word(reader, value) for value in repeat.gone)
    return lines(
        reader.say("What is different today is marked: <s>then</s> → <b>now</b>."),
        reader.say("📦 The MOQ is now {moq}.", moq=moq_of(reader, product))
        if product and repeat.has_moq_risen
        else "",
        reader.say("🧩 No longer on offer: {values}.", values=gone) if gone else "",
        reader.say("You are asked next how to split it.") if repeat.must_split else "",
    )


def _gone(reader: Reader, repeat: Repeat) -> Screen:
    """The product is gone, or is sold by another unit or in another currency."""
    order, product = repeat.order, repeat.product
    said = (
        reader.say("This product is sold in another way today. Please have a look at its page.")
        if product
        else reader.say("This product is no longer on offer. I can look for others who make it.")
    )
    look = [Button(title(reader, product), ShowProduct(product_id=product.id).pack())] if product else []
    others = Button(
        reader.word("🔁 Other suppliers"), OtherSuppliers(negotiation_id=order.negotiation_id).pack()
    )
    leave = back(reader, ShowOrder(order_id=order.id).pack())
    return Screen(paragraphs(_head(reader, repeat), said), rows(look, [others], [leave]))
