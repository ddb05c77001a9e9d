"""The purchase agreement in the chat: the document, and how to check it."""

from dataclasses import replace
from typing import Final

from services.cases import OrderCase
from views.agreement_paper import is_final, paper
from views.callback_data.agreement import SendAgreement
from views.callback_data.navigation import BringOrder
from views.made import made
from views.markup import Html, bold, lines, paragraphs
from views.reader import Reader
from views.screen import Button, Made, Screen, rows
from views.titles import title

HASH_MARK: Final = "\ue000"
"""Of a private area, so that no caption holds it by chance."""


def agreement(reader: Reader, case: OrderCase) -> Screen:
    """The agreement of the revision that stands; before both confirmed it, a draft."""
    text = paragraphs(
        lines(bold(_head(reader, case)), title(reader, case.order.goods)),
        _how_to_check(reader) if is_final(case) else _draft(reader),
    )
    card = Button(reader.word("📦 Show order"), BringOrder(order_id=case.order.id).pack())
    return Screen(text, rows([card]), made=_document(reader, case))


def agreement_button(reader: Reader, case: OrderCase) -> Button | None:
    """Of an order that was never binding and is over there is none."""
    if not is_final(case) and not case.order.unconfirmed_by:
        return None
    return Button(reader.word("📄 Agreement"), SendAgreement(order_id=case.order.id).pack())


def _head(reader: Reader, case: OrderCase) -> Html:
    order = case.order
    if not is_final(case):
        return reader.say("📄 Draft of the purchase agreement {number}", number=order.number)
    return reader.say(
        "📄 Purchase agreement {number} · revision {revision}", number=order.number, revision=order.revision
    )


def _draft(reader: Reader) -> Html:
    return reader.say("Only a draft: it binds nobody until both sides confirm the order.")


def _how_to_check(reader: Reader) -> Html:
    how = reader.say("To check a copy at any time, send /verify and then the file, or scan its QR code.")
    return lines(reader.say("SHA-256: <code>{hash}</code>…", hash=HASH_MARK), how)


def _document(reader: Reader, case: OrderCase) -> Made:
    order = case.order
    if not is_final(case):
        return made(reader, "agreement_draft", f"{order.number}-draft.pdf", paper(case))
    document = made(reader, "agreement", f"{order.number}-r{order.revision}.pdf", paper(case))
    return replace(document, hash_mark=HASH_MARK)
