"""What a seller says of a sample: a quote for one request, or the policy that answers all of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.catalogue import Product, Supplier
from domain.money import Money
from domain.quantity import Unit
from domain.refusal import Refusal
from services.sample_case import SampleCase
from services.sample_draft import Part, SampleDraft, SampleUnread, choices_of
from views.buttons import back, to_menu
from views.callback_data.navigation import Go, Room
from views.callback_data.samples import DropDraft, KeepDraft, ListPolicies, SetPart
from views.callback_data.stall import ShowListed
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.reader import Reader
from views.refusals import refusal_text
from views.sample import sample_lines
from views.sample_words import amount, costs, policy_lines, said_lines
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.suppliers import Choice, which_supplier
from views.titles import supplier_name, title

_QUESTIONS: Final[Mapping[Part, Callable[[Reader], Html]]] = {
    Part.PRICE: lambda reader: reader.say("What does one piece cost as a sample?"),
    Part.FREIGHT: lambda reader: reader.say("What does the freight cost, in all?"),
    Part.DAYS: lambda reader: reader.say("How many days after payment does it leave?"),
}
_LABELS: Final[Mapping[Part, Callable[[Reader], str]]] = {
    Part.PRICE: lambda reader: reader.word("💰 Price"),
    Part.FREIGHT: lambda reader: reader.word("🚚 Freight"),
    Part.DAYS: lambda reader: reader.word("⏱ Lead time"),
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with what it is about, and what was wrong with the last answer."""

    draft: SampleDraft
    case: SampleCase | None = None
    product: Product | None = None
    supplier: Supplier | None = None
    problem: Refusal | None = None


def drafted(reader: Reader, about: Drafted) -> Screen:
    """What is said so far, the question that is open, and what else may be said."""
    draft = about.draft
    asked = bold(_QUESTIONS[draft.missing](reader)) if draft.missing else ""
    text = paragraphs(
        _head(reader, about),
        _said(reader, about),
        _problem(reader, about.problem),
        asked,
        italic(_how(reader)),
    )
    return Screen(text, (*_answers(reader, about), *_others(reader, draft), *_ends(reader, draft)))


def left(reader: Reader) -> Screen:
    """The draft was given up."""
    return Screen(reader.say("Nothing was sent, and nothing has changed."), rows([to_menu(reader)]))


def kept(reader: Reader, product: Product | None, supplier: Supplier) -> Screen:
    """The policy counts from now on."""
    policy = product.samples if product else supplier.samples
    name = title(reader, product) if product else supplier_name(reader, supplier)
    leave = ShowListed(product_id=product.id).pack() if product else Go(room=Room.SETTINGS).pack()
    text = paragraphs(
        bold(reader.say("✅ Kept. Buyers who ask for a sample get this answer at once.")),
        lines(bold(name), policy_lines(reader, policy)),
    )
    return Screen(text, rows([back(reader, leave)]))


def whose(reader: Reader, suppliers: Sequence[Supplier], page: int, chosen: Callable[[int], str]) -> Screen:
    """Whom the person sells for, to choose one."""
    asked = reader.say("🎁 Samples: of which supplier?")
    return which_supplier(
        reader, suppliers, page, Choice(asked, chosen, lambda to: ListPolicies(page=to).pack())
    )


def _head(reader: Reader, about: Drafted) -> Html:
    if about.case:
        wishes = about.case.request.wishes
        return paragraphs(
            bold(reader.say("🎁 Your quote. Nothing is sent yet.")),
            sample_lines(reader, about.case),
            quote(wishes) if wishes else "",
        )
    if about.product:
        return lines(bold(reader.say("🎁 Samples of this product")), title(reader, about.product))
    name = supplier_name(reader, about.supplier) if about.supplier else ""
    return lines(
        bold(reader.say("🎁 Samples of all your products")),
        name,
        reader.say(
            "What a product says of its own samples goes first. Amounts are in {currency}.",
            currency=about.draft.currency,
        ),
    )


def _said(reader: Reader, about: Drafted) -> Html:
    if about.case and about.draft.missing is None:
        request = about.case.request
        return costs(reader, about.draft.asked, request.count, Unit(request.goods.unit))
    return (said_lines if about.draft.is_quote else policy_lines)(reader, about.draft.said)


def _problem(reader: Reader, problem: Refusal | None) -> Html:
    if problem is None:
        return Html()
    if isinstance(problem, SampleUnread):
        return reader.say("⚠️ I could not read that. Please press a button, or say it another way.")
    return reader.say("⚠️ {problem}", problem=refusal_text(reader, problem))


def _how(reader: Reader) -> Html:
    return reader.say("Press a button, or write in one line: <code>sample 50, freight 30, 5 days</code>")


def _answers(reader: Reader, about: Drafted) -> Rows:
    draft, asked = about.draft, about.draft.missing
    if asked is None:
        return ()
    tiers = about.product.tiers if about.product else ()
    values = choices_of(draft, asked, tiers)
    return grid([_set(draft, asked, _value(reader, draft, asked, value), str(value)) for value in values], 3)


def _value(reader: Reader, draft: SampleDraft, part: Part, value: int) -> str:
    return reader.days(value) if part is Part.DAYS else amount(reader, Money(value, draft.currency))


def _others(reader: Reader, draft: SampleDraft) -> Rows:
    """What is said may be said anew, and what goes with it ticked."""
    if draft.said.is_refused:
        return rows([_set(draft, Part.OFFER, reader.word("🎁 Give samples"), "1")])
    if draft.is_quote and draft.missing:
        return ()
    parts = [_set(draft, part, label(reader), "") for part, label in _LABELS.items()]
    is_refundable = bool(draft.said.is_refundable)
    refund = _tick(draft, Part.REFUND, reader.word("Refund with bulk order"), is_on=is_refundable)
    if not draft.is_quote:
        none = _set(draft, Part.OFFER, reader.word("🚫 No samples"), "0")
        return rows(parts, [refund], [none])
    standing = _tick(draft, Part.STANDING, reader.word("Same answer for all buyers"), is_on=draft.is_standing)
    return rows(parts, [refund], [standing])


def _ends(reader: Reader, draft: SampleDraft) -> Rows:
    keep = KeepDraft(about=draft.key).pack()
    word = reader.word("📨 Send quote") if draft.is_quote else reader.word("✅ Keep")
    send = [] if draft.is_quote and draft.missing else [Button(word, keep, Style.SUCCESS)]
    return rows(send, [Button(reader.word("Cancel"), DropDraft(about=draft.key).pack())])


def _tick(draft: SampleDraft, part: Part, text: str, *, is_on: bool) -> Button:
    return _set(draft, part, f"☑ {text}" if is_on else f"☐ {text}", "0" if is_on else "1")


def _set(draft: SampleDraft, part: Part, text: str, value: str) -> Button:
    return Button(text, SetPart(about=draft.key, part=part, value=value).pack())
