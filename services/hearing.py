"""Typed words in the offer form: the answer to the question asked, or one line that fills it all."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from domain.money import UnitPrice
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from domain.terms import MAX_NOTE_LENGTH, TermsDraft
from language.doubt import Doubt, NotANumber, PerWhichUnit, Term, TooLong, TotalOrUnit, WhichTerm
from language.nothing import says_nothing
from language.number import read_count, read_decimal
from language.offer import read_offer
from language.reading import Context, Intent, Reading
from services.drafting import Form, OfferDraft, Unread, answered, term_field
from services.matter import Matter
from services.offer_fields import FIELDS, Field, filled_fields, only

_NUMBERS: Final[Mapping[Field, Callable[[str], int | Decimal | Doubt]]] = {
    Field.QUANTITY: read_count,
    Field.PRICE: read_decimal,
    Field.LEAD_TIME: lambda text: read_count(text, Term.LEAD_TIME),
}
_BARE_FIGURE: Final = re.compile(r"(?:^|, )([¥$€£]?\d[\d.,]*)(?=, |$)")
_SPOILT_FIGURE: Final = re.compile(r"\b(?:nan|inf(?:inity)?|\d[\d.]*e[+-]?\d+)\b", re.IGNORECASE)
"""What programs write for numbers and people never do."""
_LONGEST_ANSWER: Final = 60


def context_of(matter: Matter) -> Context:
    """What the reading of a line should know of the talk before it."""
    listed = matter.product.price_for(matter.goods.moq).amount if matter.product else None
    standing, own = matter.standing, matter.own
    return Context(
        currency=matter.goods.currency,
        unit=Unit(matter.goods.unit),
        listed=listed,
        previous=standing.unit_price.amount if standing else None,
        own=own.terms.unit_price.amount if own else None,
        number_is_price=standing is not None,
    )


def intent_of(words: str, matter: Matter) -> Intent:
    """What the writer of a line wants."""
    return read_offer(words, context_of(matter)).intent


def sounds_like_an_answer(words: str) -> bool:
    """Whether words without any card at hand can only answer an offer: a price, days, or agreement.

    Read as if some offer stood; its own currency, unit and price are heeded once it is known.
    """
    if len(words) > _LONGEST_ANSWER:
        return False
    reading = read_offer(words, Context("CNY", previous=Decimal(1), number_is_price=True))
    has_terms = reading.terms.unit_price or reading.terms.lead_time_days
    return reading.intent is Intent.ACCEPT or bool(has_terms and not reading.rest)


def hear(form: Form, words: str) -> Form:
    """The form after somebody typed into it; what cannot be read changes nothing and is named."""
    try:
        return _answer(form, words) or hear_line(form, words)
    except Refusal as refusal:
        return Form(form.draft, form.matter, refusal)


def hear_line(form: Form, words: str) -> Form:
    """The form after a whole line: what is certain is taken, the first doubt is asked, the rest noted."""
    matter = form.matter
    reading = read_offer(words, context_of(matter))
    doubts, terms = _doubts(reading), _with_discount(reading, matter)
    if not doubts and terms == TermsDraft():
        return Form(form.draft, matter, Unread(words))
    heard = _taken(form, terms, len(doubts))
    read = replace(heard.draft, source=words) if terms != TermsDraft() else heard.draft
    draft = _noted(read, reading, matter)
    asking = _asking(draft, doubts)
    if heard.problem:
        to_ask = dict.fromkeys((*draft.to_ask, *asking.to_ask))
        return Form(replace(draft, to_ask=tuple(to_ask)), matter, heard.problem)
    return Form(asking, matter, doubts[0] if doubts else None)


def _answer(form: Form, words: str) -> Form | None:
    """The form with the words taken as the answer to its question; None when they are no such answer."""
    asked = form.draft.current
    if asked is Field.NOTE:
        return _answer_to_note(form, words)
    if asked is None or asked not in _NUMBERS:
        return None
    number = _NUMBERS[asked](words)
    if isinstance(number, NotANumber | TooLong):
        return None
    if not isinstance(number, int | Decimal):
        return Form(form.draft, form.matter, number)
    return answered(form, _part(asked, number, form.matter))


def _answer_to_note(form: Form, words: str) -> Form | None:
    """The words as the note, "no" as none at all; a whole offer is no note."""
    if says_nothing(words):
        return Form(form.draft.clear(Field.NOTE), form.matter)
    return None if _is_line(form.matter, words) else answered(form, TermsDraft(note=words.strip()))


def _part(asked: Field, number: int | Decimal, matter: Matter) -> TermsDraft:
    if asked is Field.PRICE:
        return TermsDraft(unit_price=UnitPrice.of(Decimal(number), matter.goods.currency))
    if asked is Field.QUANTITY:
        return TermsDraft(quantity=Quantity(int(number), Unit(matter.goods.unit)))
    return TermsDraft(lead_time_days=int(number))


def _is_line(matter: Matter, words: str) -> bool:
    """Whether words typed as a note are an offer through and through."""
    reading = read_offer(words, context_of(matter))
    return len(filled_fields(reading.terms)) > 1 and not reading.rest and not reading.doubts


def _with_discount(reading: Reading, matter: Matter) -> TermsDraft:
    """The terms read; a discount such as 85折 is a price once the listed one is known."""
    percent = reading.percent_of_listed
    if percent is None or reading.terms.unit_price or matter.product is None:
        return reading.terms
    quantity = reading.terms.quantity
    listed = matter.product.price_for(quantity.count if quantity else matter.goods.moq)
    points = int((listed.points * percent / 100).to_integral_value())
    return replace(reading.terms, unit_price=UnitPrice(points, listed.currency))


def _taken(form: Form, terms: TermsDraft, doubts: int) -> Form:
    """Field by field: an answer that breaks a rule is asked again, and the others keep theirs."""
    found = filled_fields(terms)
    taken, refused = Form(form.draft, form.matter), dict[Field, Form]()
    for each in found:
        tried = answered(taken, only(each, terms))
        if tried.problem:
            refused[each] = tried
        else:
            taken = tried
    first = next(iter(refused.values()), taken)
    is_whole_line = len(found) + doubts > 1 or form.draft.current is None
    return Form(taken.draft.ask(*refused), form.matter, first.problem) if is_whole_line else first


def _noted(draft: OfferDraft, reading: Reading, matter: Matter) -> OfferDraft:
    """What was not understood goes onto the card as the note, below a note that stands there."""
    before = matter.whole(draft.terms).note
    is_figure = _SPOILT_FIGURE.search(reading.rest) or _BARE_FIGURE.search(reading.rest)
    if not reading.rest or reading.rest in before or is_figure:
        return draft
    note = f"{before}\n{reading.rest}" if before else reading.rest
    return replace(draft, terms=replace(draft.terms, note=note[:MAX_NOTE_LENGTH]))


def _asking(draft: OfferDraft, doubts: tuple[Doubt | Unread, ...]) -> OfferDraft:
    """The fields in doubt are asked before what was to be asked anyway."""
    in_doubt = {_in_doubt(doubt, draft) for doubt in doubts}
    first = [each for each in FIELDS if each in in_doubt]
    later = [each for each in draft.to_ask if each not in in_doubt]
    return replace(draft, to_ask=(*first, *later))


def _in_doubt(doubt: Doubt | Unread, draft: OfferDraft) -> Field | None:
    if isinstance(doubt, WhichTerm):
        return None
    if isinstance(doubt, PerWhichUnit | TotalOrUnit):
        return Field.PRICE
    named = term_field(getattr(doubt, "term", "")) or draft.current
    open_figures = (each for each in _NUMBERS if each not in filled_fields(draft.terms))
    return named or next(open_figures, Field.PRICE)


def _doubts(reading: Reading) -> tuple[Doubt | Unread, ...]:
    """The reading's own doubts, and figures that it could make nothing of: never only a note."""
    spoilt = [NotANumber(found) for found in _SPOILT_FIGURE.findall(reading.rest)]
    bare = [_bare(found, reading.terms) for found in _BARE_FIGURE.findall(reading.rest)]
    return (*reading.doubts, *spoilt, *bare)


def _bare(figure: str, terms: TermsDraft) -> Doubt | Unread:
    """A figure beside a price may be the quantity that is missing; what else it is, nobody can tell."""
    value = read_decimal(figure)
    if isinstance(value, Decimal) and terms.unit_price and not terms.quantity:
        return WhichTerm(value)
    return Unread(figure)
