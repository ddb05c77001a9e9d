"""Listing a product: one question after the other, then the page as a buyer will see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.catalogue import Product
from domain.quantity import Unit
from domain.refusal import Refusal
from services.importing.problems import Problem
from services.listing_draft import ListingDraft
from services.listing_fields import ASKED, NEEDED, ListingField
from services.listing_values import category_value
from views.button_rows import fitted
from views.buttons import back
from views.callback_data.stall import (
    AnswerListing,
    AskListing,
    EditListed,
    PublishListing,
    SetListed,
    ShowStall,
    Step,
    StepListing,
)
from views.fitting import CAPTION_LENGTH, shortened, visible_length
from views.listing_problems import problem_sentence
from views.listing_words import EXAMPLES, QUESTIONS, label
from views.markup import Html, bold, italic, lines, paragraphs
from views.product import Shown, product_page
from views.reader import Reader
from views.refusals import refusal_text
from views.screen import Button, Screen, Style, rows
from views.specs import spec_word
from views.titles import title
from views.units import unit_word

USUAL_DAYS: Final = (7, 15, 30, 45)
_BUTTON_LENGTH: Final = 30
_CHANGED: Final = tuple(field for field in ASKED if field is not ListingField.TITLE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a field, what was wrong with the last answer, and the categories known."""

    field: ListingField
    categories: Sequence[str] = ()
    problems: Sequence[Problem] = ()
    refusal: Refusal | None = None


def question(reader: Reader, draft: ListingDraft, asked: Asked) -> Screen:
    """What a new listing is asked now."""
    field = asked.field
    head = bold(reader.say("New product · {label}", label=label(reader, field)))
    choices = [
        Button(text, AnswerListing(field=field, value=value).pack())
        for text, value in _choices(reader, asked, draft.first_count)
    ]
    skip = Button(reader.word("Skip"), _step(field, Step.SKIP))
    rest = Button(reader.word("Skip all"), _step(field, Step.REST))
    skips = [*([skip] if draft.may_skip else []), *([rest] if draft.may_skip_all else [])]
    cancel = Button(reader.word("✖️ Cancel"), _step(field, Step.CANCEL))
    leave = [Button(reader.word("◀ Back"), _step(field, Step.BACK)), cancel]
    return Screen(_text(reader, head, asked), (*fitted(choices, 3), *rows(skips, leave)))


def change(reader: Reader, product: Product, asked: Asked) -> Screen:
    """A field of a listed product is asked."""
    field, number = asked.field, product.id
    head = lines(bold(label(reader, field)), title(reader, product))
    choices = [
        Button(text, SetListed(product_id=number, field=field, value=value).pack())
        for text, value in _choices(reader, asked, str(product.tiers[0].at_least))
    ]
    clear = Button(reader.word("Leave open"), SetListed(product_id=number, field=field).pack())
    clears = [] if field in NEEDED else [clear]
    leave = [back(reader, EditListed(product_id=number).pack())]
    return Screen(_text(reader, head, asked), (*fitted(choices, 3), *rows(clears, leave)))


def preview(reader: Reader, draft: ListingDraft, product: Product, now: datetime) -> Screen:
    """The page as a buyer will see it; nothing is published yet."""
    page = product_page(reader, Shown(product, "", now=now))
    head = italic(reader.say("👁 So a buyer will see it. Nothing is published yet."))
    text = paragraphs(head, page.text)
    publish = Button(reader.word("✅ Publish"), PublishListing(token=draft.token).pack(), Style.SUCCESS)
    edit = Button(reader.word("✏️ Edit"), _step(ASKED[-1], Step.EDIT))
    cancel = Button(reader.word("✖️ Cancel"), _step(ASKED[-1], Step.CANCEL))
    fits = visible_length(text) <= CAPTION_LENGTH
    return Screen(text if fits else page.text, rows([publish], [edit, cancel]), photo=page.photo)


def what_to_change(reader: Reader, product: Product) -> Screen:
    """A button for each field of the new listing."""
    text = paragraphs(bold(title(reader, product)), reader.say("What do you want to change?"))
    buttons = [Button(label(reader, field), AskListing(field=field).pack()) for field in _CHANGED]
    leave = Button(reader.word("◀ Back"), _step(ASKED[-1], Step.PREVIEW))
    return Screen(text, (*fitted(buttons), *rows([leave])))


def given_up(reader: Reader, supplier_id: int) -> Screen:
    """Nothing was listed."""
    leave = back(reader, ShowStall(supplier_id=supplier_id).pack())
    return Screen(reader.say("Cancelled, nothing was listed."), rows([leave]))


def published(reader: Reader) -> str:
    """A toast."""
    return reader.word("Published! Buyers can find it now.")


def changed_since(reader: Reader) -> str:
    """A toast for an older button."""
    return reader.word("You changed it since. Here is how it looks now.")


def photo_wanted(reader: Reader) -> Screen:
    """A file where words are asked, or a document instead of a photo."""
    return Screen(
        reader.say("Please send the picture as a photo, when the photo is asked. Everything else is words.")
    )


def _text(reader: Reader, head: Html, asked: Asked) -> Html:
    example = EXAMPLES.get(asked.field)
    return paragraphs(
        head,
        *(reader.say("⚠️ {problem}", problem=problem_sentence(reader, each)) for each in asked.problems[:2]),
        reader.say("⚠️ {problem}", problem=refusal_text(reader, asked.refusal)) if asked.refusal else "",
        bold(QUESTIONS[asked.field](reader)),
        italic(example(reader)) if example else "",
    )


def _choices(reader: Reader, asked: Asked, first: str) -> list[tuple[str, str]]:
    """Usual answers, as they are said and as buttons carry them."""
    choices = {
        ListingField.UNIT: [(unit_word(reader, unit), unit.value) for unit in Unit],
        ListingField.LEAD_TIME: [(reader.days(count), str(count)) for count in USUAL_DAYS],
        ListingField.SAMPLE: [(reader.word("Free of charge"), "0")],
        ListingField.MOQ: [(first, first)],
        ListingField.CATEGORY: [
            (shortened(spec_word(reader, each), _BUTTON_LENGTH), category_value(each))
            for each in asked.categories
        ],
    }
    return choices.get(asked.field, [])


def _step(field: ListingField, step: Step) -> str:
    return StepListing(field=field, step=step).pack()
