"""Asking for a sample that no policy answers: how many, with which wishes; or that none are given."""

from domain.catalogue import Product
from domain.quantity import Quantity
from domain.refusal import Refusal
from domain.sample_policy import MOST_PIECES, USUAL_PIECES
from services.sampling import Wanted
from views.buttons import back
from views.callback_data.calling import CallSupplier
from views.callback_data.navigation import ShowProduct, StartInquiry
from views.callback_data.negotiation import AskQuestion
from views.callback_data.samples import CountSample, RequestSample, SendRequest
from views.markup import Html, bold, italic, lines, paragraphs
from views.reader import Reader
from views.refusals import refusal_text
from views.sample_buttons import others_of
from views.screen import Button, Screen, Style, grid, rows
from views.titles import supplier_name, title
from views.units import quantity


def ask_count(reader: Reader, product: Product, negotiation_id: int = 0) -> Screen:
    """How many pieces; nothing is sent yet."""
    text = paragraphs(
        _head(reader, product),
        reader.say("The supplier quotes price, freight and days for you. Nothing is ordered yet."),
        bold(reader.say("How many pieces do you need?")),
        italic(reader.say("At most {most} as a sample.", most=reader.number(MOST_PIECES))),
    )
    buttons = [_count(reader, product, count, negotiation_id) for count in USUAL_PIECES]
    leave = back(reader, ShowProduct(product_id=product.id).pack())
    return Screen(text, (*grid(buttons, 4), *rows([leave])))


def ask_wishes(reader: Reader, product: Product, wanted: Wanted, problem: Refusal | None = None) -> Screen:
    """Anything special about it, in the buyer's own words."""
    pieces = quantity(reader, Quantity(wanted.count, product.unit))
    text = paragraphs(
        lines(_head(reader, product), pieces),
        reader.say("⚠️ {problem}", problem=refusal_text(reader, problem)) if problem else "",
        bold(reader.say("📝 Any wishes: colour, size, logo? Just write them.")),
        italic(reader.say("Your words go to the supplier with the request.")),
    )
    talk = wanted.negotiation_id
    send = SendRequest(product_id=product.id, count=wanted.count, negotiation_id=talk).pack()
    again = RequestSample(product_id=product.id, negotiation_id=talk).pack()
    return Screen(
        text,
        rows(
            [Button(reader.word("📨 Send without wishes"), send, Style.SUCCESS)],
            [back(reader, again)],
        ),
    )


def not_offered(reader: Reader, product: Product, negotiation_id: int = 0) -> Screen:
    """The supplier gives no samples of it; what one can do instead."""
    talk = (
        AskQuestion(negotiation_id=negotiation_id) if negotiation_id else StartInquiry(product_id=product.id)
    )
    text = paragraphs(
        _head(reader, product),
        reader.say("🙏 {supplier} gives no samples of this product.", supplier=_supplier(reader, product)),
        reader.say("You can still write to them, start with a small order, or look at other suppliers."),
    )
    message = Button(reader.word("💬 Message"), talk.pack(), Style.PRIMARY)
    call = Button(reader.word("📞 Call supplier"), CallSupplier(product_id=product.id).pack())
    leave = back(reader, ShowProduct(product_id=product.id).pack())
    return Screen(text, rows([message, others_of(reader, product.id)], [call, leave]))


def cannot_be_reached(reader: Reader) -> Html:
    """Nobody of the supplier reads now."""
    return reader.say("The other side cannot be reached at the moment. We keep the request for them.")


def _head(reader: Reader, product: Product) -> Html:
    return lines(
        bold(reader.say("🎁 Request a sample")),
        bold(title(reader, product)),
        supplier_name(reader, product.supplier),
    )


def _supplier(reader: Reader, product: Product) -> str:
    return supplier_name(reader, product.supplier)


def _count(reader: Reader, product: Product, count: int, negotiation_id: int) -> Button:
    press = CountSample(product_id=product.id, count=count, negotiation_id=negotiation_id)
    return Button(reader.number(count), press.pack())
