"""The rules of the offer form: what is asked next, what an answer changes, and what goes back."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from domain.money import Fee
from domain.negotiation import BelowMoq, CurrencyDiffers, Goods, UnitDiffers, check_terms
from domain.refusal import Refusal
from domain.terms import TERMS, Terms, TermsDraft, from_record, to_record
from language.doubt import Doubt
from services.matter import About, Matter
from services.negotiating import usual_of
from services.offer_fields import ASKED, FIELDS, TERMS_OF, Field, filled_fields, without

DIGEST_LENGTH: Final = 8


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of which nothing could be read as terms."""

    text: str


@dataclass(frozen=True, slots=True)
class WhichFee:
    """A customization fee of this price, for each piece or once: not said."""

    fee: Fee


Problem = Doubt | Refusal | Unread | WhichFee


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """An offer in the making: the terms stated so far, what is still asked and what was asked before.

    Nothing left to ask means that the draft card is shown, or when `choosing` the fields to change: the ones
    a form asks, or if `is_more` the others. `source` is the line it was read from,
    `unsettled` the line that left doubts.
    """

    about: About
    terms: TermsDraft = field(default_factory=TermsDraft)
    to_ask: tuple[Field, ...] = ASKED
    asked: tuple[Field, ...] = ()
    choosing: bool = False
    is_more: bool = False
    source: str = ""
    unsettled: str = ""

    @property
    def current(self) -> Field | None:
        """The field that is asked now."""
        return self.to_ask[0] if self.to_ask else None

    @property
    def is_at_start(self) -> bool:
        """Whether this is the first question of a form that was just opened."""
        return self.to_ask == ASKED

    def take(self, part: TermsDraft) -> "OfferDraft":
        """Terms are stated: they are not asked again."""
        found = filled_fields(part)
        return replace(self, terms=part.filled_from(self.terms), choosing=False)._passed(*found)

    def skip(self) -> "OfferDraft":
        """The current field stays as it is."""
        return self._passed(*self.to_ask[:1])

    def clear(self, cleared: Field) -> "OfferDraft":
        """The field is left out, even if the offer answered states it. Raises NotFound."""
        return replace(self, terms=without(cleared, self.terms))._passed(cleared)

    def back(self) -> "OfferDraft":
        """The question before; at the first one the draft card."""
        if not self.asked:
            return replace(self, to_ask=(), choosing=False)
        return replace(self, to_ask=(self.asked[-1], *self.to_ask), asked=self.asked[:-1])

    def ask(self, *fields: Field) -> "OfferDraft":
        """These fields are asked, and then the card is shown."""
        return replace(self, to_ask=fields, asked=(), choosing=False)

    def choose(self) -> "OfferDraft":
        """The fields are shown to choose one to change."""
        return replace(self, to_ask=(), asked=(), choosing=True, is_more=False)

    def choose_more(self) -> "OfferDraft":
        """The further fields are shown."""
        return replace(self.choose(), is_more=True)

    def _passed(self, *fields: Field) -> "OfferDraft":
        left = tuple(each for each in self.to_ask if each not in fields)
        passed = tuple(each for each in self.to_ask if each in fields)
        return replace(self, to_ask=left, asked=(*self.asked, *passed) if left else ())


@dataclass(frozen=True, slots=True)
class Form:
    """A draft with what it is about, and what is wrong with the last answer."""

    draft: OfferDraft
    matter: Matter
    problem: Problem | None = None

    @property
    def whole(self) -> Terms:
        """The terms as they would be sent."""
        return self.matter.whole(self.draft.terms)

    @property
    def usual(self) -> frozenset[str]:
        """The names of the terms that nobody asked for: the supplier's usual ones."""
        product, whole, said = self.matter.product, self.whole, self.draft.terms
        if product is None or self.matter.standing:
            return frozenset()
        usual = usual_of(product)
        open_terms = (name for name in TERMS if not getattr(said, name) and getattr(usual, name))
        return frozenset(name for name in open_terms if getattr(whole, name) == getattr(usual, name))

    @property
    def is_unchanged(self) -> bool:
        """Whether the draft only repeats the offer it answers."""
        return self.whole == self.matter.standing

    @property
    def token(self) -> str:
        """The beginning of the digest of what Send would send."""
        return self.whole.digest()[:DIGEST_LENGTH]


def answered(form: Form, part: TermsDraft) -> Form:
    """The form with an answer taken; an answer that breaks a rule is not, and the form says which rule."""
    try:
        draft = form.draft.take(part)
        check_part(part, form.matter.goods, part.moq or form.draft.terms.moq or _standing_moq(form.matter))
        check_terms(form.matter.whole(draft.terms), form.matter.goods)
    except Refusal as refusal:
        fields = filled_fields(part)
        is_asked = form.draft.current in fields
        return Form(form.draft if is_asked else form.draft.ask(*fields), form.matter, refusal)
    return Form(draft, form.matter)


def refined(form: Form, part: TermsDraft) -> Form:
    """The same for one of several answers to the field that is asked, which stays open for more."""
    taken = answered(form, part)
    if taken.problem:
        return taken
    return Form(replace(taken.draft, to_ask=form.draft.to_ask, asked=form.draft.asked), form.matter)


def check_part(part: TermsDraft, goods: Goods, moq: int | None = None) -> None:
    """Raises UnitDiffers, BelowMoq or CurrencyDiffers when what is stated does not fit the goods.

    `moq` is the one that is offered or asked for, in place of the listed one.
    """
    quantity, price = part.quantity, part.unit_price
    if quantity and quantity.unit != goods.unit:
        raise UnitDiffers(unit=quantity.unit, sold_in=goods.unit, count=quantity.count)
    least = moq or goods.moq
    if quantity and quantity.count < least:
        raise BelowMoq(count=quantity.count, moq=least, unit=goods.unit)
    if price and price.currency != goods.currency:
        raise CurrencyDiffers(currency=price.currency, listed_in=goods.currency)


def _standing_moq(matter: Matter) -> int | None:
    return matter.standing.moq if matter.standing else None


def term_field(term: str) -> Field | None:
    """The field that fills the term of this name."""
    return next((each for each in FIELDS if term in TERMS_OF[each]), None)


def draft_record(draft: OfferDraft) -> dict[str, Any]:
    """A draft as JSON."""
    return {**asdict(draft), "terms": to_record(draft.terms)}


def draft_of(record: dict[str, Any]) -> OfferDraft:
    """The draft that `draft_record` wrote."""
    return OfferDraft(
        about=About(**{**record["about"], "several": tuple(record["about"].get("several", ()))}),
        terms=from_record(record["terms"]),
        to_ask=tuple(Field(each) for each in record["to_ask"]),
        asked=tuple(Field(each) for each in record["asked"]),
        choosing=record["choosing"],
        is_more=record.get("is_more", False),
        source=record["source"],
        unsettled=record["unsettled"],
    )
