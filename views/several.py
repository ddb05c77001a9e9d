"""The draft of an inquiry to several suppliers: who gets it on which terms, and who is left out and why."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from domain.money import UnitPrice
from domain.negotiation import BelowMoq, CurrencyDiffers, NoSelfDealing, UnitDiffers
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from services.comparing.sending import Sent, addressed
from services.comparing.several import AlreadyNegotiating, Recipient, Several, with_quantity
from services.drafting import Form
from views.callback_data.offer_form import SendOffer, Step
from views.fitting import shortened
from views.markup import Html, bold, italic, lines, paragraphs
from views.offer_form_buttons import cancel, step
from views.offer_form_problems import said_problem
from views.reader import Reader
from views.refusals import refusal_text
from views.screen import Button, Screen, Style, rows
from views.terms import labelled, term_lines
from views.titles import supplier_name, title
from views.units import per_unit, quantity, unit_word

_NAME_LENGTH: Final = 40


def several_head(reader: Reader, several: Several) -> Html:
    """What is being written, and to how many."""
    count = len(several.products)
    named = reader.say_many(
        "✍️ Your inquiry to {count} supplier", "✍️ Your inquiry to {count} suppliers", count
    )
    first = several.products[0] if several.products else None
    return lines(bold(named), title(reader, first) if first else "")


def several_card(reader: Reader, filled: Form) -> Screen:
    """What would be sent to whom; nothing is, before Send is pressed."""
    found = addressed(filled)
    can_send = any(each.terms for each in found)
    assert filled.matter.several is not None
    text = paragraphs(
        several_head(reader, filled.matter.several),
        _terms(reader, filled),
        said_problem(reader, filled),
        lines(*(_addressee(reader, each, filled.draft.terms.unit_price) for each in found if each.terms)),
        left_out(reader, found),
        italic(reader.say("What you leave open is each supplier's usual terms.")) if can_send else "",
        bold(_question(reader, found)),
    )
    send = SendOffer(about=filled.draft.about.key, token=filled.token)
    button = [Button(reader.word("📨 Send"), send.pack(), Style.SUCCESS)] if can_send else []
    edit = [step(reader.word("✏️ Edit"), filled, Step.EDIT), cancel(reader, filled)]
    return Screen(text, rows(button, edit))


def sent(reader: Reader, done: Sent) -> Html:
    """How many got it, and who did not; said above their comparison."""
    count = sum(each.terms is not None for each in done.recipients)
    told = reader.say_many(
        "📨 Sent to {count} supplier. Its answer reaches you here.",
        "📨 Sent to {count} suppliers. Their answers reach you here, each on its own card.",
        count,
    )
    return paragraphs(told, left_out(reader, done.recipients))


def left_out(reader: Reader, found: Sequence[Recipient]) -> Html:
    """Who does not get it, each with the reason."""
    lines_of = [_left_out(reader, each) for each in found if each.refusal]
    return lines(reader.say("Left out:"), *lines_of) if lines_of else Html()


def _terms(reader: Reader, filled: Form) -> Html:
    draft = with_quantity(filled.draft.terms, filled.whole)
    each = Html()
    if draft.unit_price is None:
        label, value = reader.word("Unit price"), reader.word("as each supplier lists it")
        each = labelled(reader, label, value)
    return lines(term_lines(reader, draft), each)


def _question(reader: Reader, found: Sequence[Recipient]) -> Html:
    count = sum(each.terms is not None for each in found)
    if not count and all(each.open_already for each in found):
        return reader.say("You negotiate with all of them already. You find them under Negotiations.")
    if not count:
        return reader.say("Nobody on the list can take these terms. Press Edit to change them.")
    return reader.say_many(
        "Nothing is sent yet. Send this inquiry to {count} supplier?",
        "Nothing is sent yet. Send this inquiry to {count} suppliers, each on its own?",
        count,
    )


def _addressee(reader: Reader, recipient: Recipient, asked: UnitPrice | None) -> Html:
    product, terms = recipient.product, recipient.terms
    assert terms is not None
    price = per_unit(reader, terms.unit_price, product.unit)
    named = {"supplier": _name(reader, recipient), "price": price}
    if asked and asked.points > terms.unit_price.points:
        return reader.say("✅ {supplier}: {price}, as it lists less than you offer", **named)
    return reader.say("✅ {supplier}: {price}", **named)


def _left_out(reader: Reader, recipient: Recipient) -> Html:
    refusal = recipient.refusal
    assert refusal is not None
    reason = _WHY.get(type(refusal))
    why = reason(reader, refusal.facts) if reason else refusal_text(reader, refusal)
    return reader.say("➖ {supplier}: {why}", supplier=_name(reader, recipient), why=why)


def _name(reader: Reader, recipient: Recipient) -> str:
    return shortened(supplier_name(reader, recipient.product.supplier), _NAME_LENGTH)


def _below_moq(reader: Reader, facts: Mapping[str, Any]) -> str:
    moq = quantity(reader, Quantity(facts["moq"], Unit(facts["unit"])))
    return reader.word("its MOQ is {moq}", moq=moq)


_WHY: Final[Mapping[type[Refusal], Callable[[Reader, Mapping[str, Any]], str]]] = {
    BelowMoq: _below_moq,
    UnitDiffers: lambda reader, facts: reader.word(
        "sells by the {unit}", unit=unit_word(reader, Unit(facts["sold_in"]))
    ),
    CurrencyDiffers: lambda reader, facts: reader.word(
        "sells in {currency}, and nothing is converted", currency=facts["listed_in"]
    ),
    AlreadyNegotiating: lambda reader, facts: reader.word(
        "you negotiate already (negotiation {number}); it joins the comparison", number=facts["number"]
    ),
    NoSelfDealing: lambda reader, _: reader.word("you sell for it yourself"),
}
