"""Typed words in the offer form: the answer to the question asked, or one line that fills it all."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from domain.money import UnitPrice
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from domain.terms import NoteTooLong, TermsDraft
from language.doubt import Doubt, LimitGiven, NotANumber, RangeGiven, Term, TooLong
from language.mark import Mark
from language.number import read_count, read_decimal, read_percent
from language.offer import read_offer
from language.reading import Context, Intent
from language.scan import scan
from services.drafting import Form, OfferDraft, Problem, Unread, answered
from services.hearing_clauses import CLAUSES
from services.hearing_words import answer_to_clause, answer_to_note
from services.matter import Matter
from services.offer_fields import FIELDS, Field, filled_fields, only
from services.understanding import CHOICES, Understood, context_of, field_in_doubt, understand

_NUMBERS: Final[Mapping[Field, Callable[[str], int | Decimal | Doubt]]] = {
    Field.QUANTITY: read_count,
    Field.PRICE: read_decimal,
    Field.LEAD_TIME: lambda text: read_count(text, Term.LEAD_TIME),
    Field.PAYMENT: read_percent,
}
_IS_FIGURE: Final = re.compile(r"\d{1,3}(?:\s\d{3})+|\d+")
"""1 000 may be a thousand or two figures, and a figure may be endless: such are refused as typed."""
_OF_A_FIGURE: Final = frozenset(
    {Mark.NUMBER, Mark.DASH, Mark.TO, Mark.OR, Mark.ABOUT, Mark.AT_MOST, Mark.AT_LEAST, Mark.FILLER, Mark.IS}
)
"""What an answer may hold besides its figure without becoming a line of terms."""
_LONGEST_ANSWER: Final = 60


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
    matter, line = form.matter, understand(words, form)
    if not line.doubts and line.terms == TermsDraft():
        return Form(form.draft, matter, Unread(words))
    heard = _taken(form, line.terms, len(line.doubts))
    draft, doubts = _from_line(heard.draft, words, line), line.doubts
    try:
        draft = _noted(draft, line.note, matter)
    except NoteTooLong as refusal:
        doubts = (*doubts, refusal)
    asking = _asking(Form(draft, matter), doubts)
    if heard.problem:
        to_ask = dict.fromkeys((*draft.to_ask, *asking.to_ask))
        return Form(replace(draft, to_ask=tuple(to_ask)), matter, heard.problem)
    return Form(asking, matter, doubts[0] if doubts else None)


def recalled(form: Form) -> Form:
    """The form with the readings that an earlier line left for the question now asked: never typed twice."""
    draft, matter = form.draft, form.matter
    if form.problem or draft.current is None or not draft.unsettled:
        return form
    doubts = understand(draft.unsettled, form).doubts
    about = (each for each in doubts if field_in_doubt(each, form) is draft.current)
    return Form(draft, matter, next((each for each in about if isinstance(each, CHOICES)), None))


def _answer(form: Form, words: str) -> Form | None:
    """The form with the words taken as the answer to its question; None when they are no such answer."""
    asked = form.draft.current
    if asked is Field.NOTE:
        return answer_to_note(form, words)
    if asked and asked in CLAUSES and (clause := answer_to_clause(form, asked, words)):
        return clause
    if asked is None or asked not in _NUMBERS:
        return None
    number = _NUMBERS[asked](words)
    if isinstance(number, NotANumber | TooLong) and not _IS_FIGURE.fullmatch(words.strip()):
        return _answer_without_unit(form, words)
    if not isinstance(number, int | Decimal):
        return Form(form.draft, form.matter, number)
    return answered(form, _part(asked, number, form.matter))


def _answer_without_unit(form: Form, words: str) -> Form | None:
    """About 600, or 500-800, as the answer to a question about pieces or days; None for anything more."""
    asked = form.draft.current
    unit = {Field.QUANTITY: form.matter.goods.unit, Field.LEAD_TIME: "days"}.get(asked) if asked else None
    tokens = scan(words)
    end = max((token.end for token in tokens if token.mark is Mark.NUMBER), default=0)
    if unit is None or not end or not {token.mark for token in tokens} <= _OF_A_FIGURE:
        return None
    whole = f"{words[:end]} {unit} {words[end:]}"
    line = understand(whole, form)
    about = {*filled_fields(line.terms), *(field_in_doubt(each, form) for each in line.doubts)}
    is_one_figure = all(isinstance(each, RangeGiven | LimitGiven) for each in line.doubts)
    if about != {asked} or not is_one_figure or line.note:
        return None
    heard = hear_line(form, whole)
    return Form(replace(heard.draft, source=form.draft.source), heard.matter, heard.problem)


def _part(asked: Field, number: int | Decimal, matter: Matter) -> TermsDraft:
    if asked is Field.PRICE:
        return TermsDraft(unit_price=UnitPrice.of(Decimal(number), matter.goods.currency))
    if asked is Field.QUANTITY:
        return TermsDraft(quantity=Quantity(int(number), Unit(matter.goods.unit)))
    if asked is Field.PAYMENT:
        return TermsDraft(deposit_percent=int(number))
    return TermsDraft(lead_time_days=int(number))


def _taken(form: Form, terms: TermsDraft, doubts: int) -> Form:
    """Field by field: an answer that breaks a rule is asked again, and the others keep theirs."""
    found = [each for each in filled_fields(terms) if each is not Field.MOQ or terms.quantity is None]
    taken, refused = Form(form.draft, form.matter), dict[Field, Form]()
    for each in found:
        part = only(each, terms)
        tried = answered(taken, replace(part, moq=terms.moq) if each is Field.QUANTITY else part)
        if tried.problem:
            refused[each] = tried
        else:
            taken = tried
    first = next(iter(refused.values()), taken)
    is_whole_line = len(found) + doubts > 1 or form.draft.current is None
    return Form(taken.draft.ask(*refused), form.matter, first.problem) if is_whole_line else first


def _from_line(draft: OfferDraft, words: str, line: Understood) -> OfferDraft:
    source = words if line.terms != TermsDraft() else draft.source
    is_unsettled = any(isinstance(doubt, CHOICES) for doubt in line.doubts)
    return replace(draft, source=source, unsettled=words if is_unsettled else draft.unsettled)


def _noted(draft: OfferDraft, rest: str, matter: Matter) -> OfferDraft:
    """What was not understood becomes the note, below a note that stands. Raises NoteTooLong."""
    before = matter.whole(draft.terms).note
    if not rest or rest in before:
        return draft
    note = f"{before}\n{rest}" if before else rest
    return replace(draft, terms=replace(draft.terms, note=note))


def _asking(form: Form, doubts: tuple[Problem, ...]) -> OfferDraft:
    """The fields in doubt are asked before what was to be asked anyway."""
    in_doubt = {field_in_doubt(doubt, form) for doubt in doubts}
    first = [each for each in FIELDS if each in in_doubt]
    later = [each for each in form.draft.to_ask if each not in in_doubt]
    return replace(form.draft, to_ask=(*first, *later))
