"""Saying a phrase: its slots are filled one by one, and what is sent is its id and values, never words."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final

from domain.china import china_day
from domain.people import Person
from domain.phrase import Kind, Phrase, SlotUnfit, Spoken, Value, from_record, is_fit, to_record
from domain.phrasebook import PHRASES
from language.doubt import Doubt
from services.asking import say
from services.matter import About, Matter, matter_of
from services.ports import Books
from services.refusals import NotFound
from services.said import Said
from services.talk import Message

TOKEN_LENGTH: Final = 8
MOST_DAYS_AWAY: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer with several readings; `doubt` says why a figure has them, and is None for a date."""

    doubt: Doubt | None
    values: tuple[Value, ...]


Problem = Choice | SlotUnfit


@dataclass(frozen=True, slots=True)
class PhraseDraft:
    """A phrase in the making, for one negotiation."""

    negotiation_id: int
    phrase: Phrase
    values: Mapping[Kind, Value] = field(default_factory=dict)

    @property
    def current(self) -> Kind | None:
        """The slot that is asked for now; None when the phrase can be sent."""
        return next((kind for kind in self.phrase.slots if kind not in self.values), None)

    @property
    def spoken(self) -> Spoken:
        """The phrase with the values so far."""
        return Spoken(self.phrase.id, self.values)

    @property
    def token(self) -> str:
        """Names what Send would send."""
        record = json.dumps(to_record(self.spoken), sort_keys=True)
        return hashlib.sha256(record.encode()).hexdigest()[:TOKEN_LENGTH]

    def emptied(self) -> "PhraseDraft":
        """All slots are asked again."""
        return replace(self, values={})


@dataclass(frozen=True, slots=True)
class PhraseForm:
    """A draft with what it is about, the day in China, and what is wrong with the last answer."""

    draft: PhraseDraft
    matter: Matter
    today: date
    problem: Problem | None = None


async def phrase_form(books: Books, person: Person, draft: PhraseDraft) -> PhraseForm:
    """The draft with its matter. Raises NotFound to strangers, and for a phrase of the other side."""
    matter = await matter_of(books, person, About(negotiation_id=draft.negotiation_id))
    if matter.side not in draft.phrase.sides:
        raise NotFound(what="button")
    return PhraseForm(draft, matter, china_day(books.now))


def phrase_named(phrase_id: str) -> Phrase:
    """The phrase of this id. Raises NotFound."""
    if phrase_id not in PHRASES:
        raise NotFound(what="button")
    return PHRASES[phrase_id]


def filled(form: PhraseForm, value: Value) -> PhraseForm:
    """The form with a value for the slot asked; one that does not fit is refused and named."""
    draft, kind = form.draft, form.draft.current
    if kind is None:
        return replace(form, problem=None)
    if not is_fit(kind, value) or not _is_near(value, form.today) or not _is_of_goods(value, form.matter):
        return replace(form, problem=SlotUnfit(kind=kind))
    return replace(form, draft=replace(draft, values={**draft.values, kind: value}), problem=None)


async def say_phrase(books: Books, person: Person, form: PhraseForm) -> Message:
    """Keeps the phrase as a message and brings it to the other side, each reader in his own language.

    Raises NotFound while a slot is open.
    """
    negotiation = form.matter.negotiation
    if negotiation is None or form.draft.current is not None:
        raise NotFound(what="button")
    message = await say(books, person, negotiation.id, Said(phrase=form.draft.spoken))
    assert message is not None, "only what was typed can be known already"
    return message


def draft_record(draft: PhraseDraft) -> dict[str, Any]:
    """A draft as JSON."""
    return {"negotiation_id": draft.negotiation_id, **to_record(draft.spoken)}


def draft_of(record: Mapping[str, Any]) -> PhraseDraft:
    """The draft that `draft_record` wrote. Raises NotFound when there is no such phrase any more."""
    spoken = from_record({name: text for name, text in record.items() if name != "negotiation_id"})
    return PhraseDraft(record["negotiation_id"], phrase_named(spoken.phrase_id), spoken.values)


def _is_near(value: Value, today: date) -> bool:
    return not isinstance(value, date) or abs(value - today) <= MOST_DAYS_AWAY


def _is_of_goods(value: Value, matter: Matter) -> bool:
    """A button of another negotiation may carry another unit or currency."""
    unit, currency = getattr(value, "unit", matter.goods.unit), getattr(value, "currency", None)
    price = getattr(value, "price", None)
    named = currency or (price.currency if price else matter.goods.currency)
    return (unit, named) == (matter.goods.unit, matter.goods.currency)
