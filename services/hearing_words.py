"""Words as the answer to a question that takes them: a note, or one of the further terms."""

from collections.abc import Mapping
from typing import Final

from domain.terms import TermsDraft
from language.nothing import says_nothing
from language.offer import read_offer
from services.drafting import Form, answered, refined
from services.hearing_clauses import CLAUSES, is_free
from services.matter import Matter
from services.offer_fields import OPTIONAL, STAYING, Field, filled_fields
from services.understanding import context_of

_WITH: Final[Mapping[Field, frozenset[Field]]] = {
    Field.QUALITY: frozenset({Field.QUALITY}),
    Field.CUSTOMIZATION: frozenset({Field.CUSTOMIZATION, Field.PRICE}),
}
"""What the words may state and still answer the question: a sum is the fee of a customization."""


def answer_to_note(form: Form, words: str) -> Form | None:
    """The words as the note, "no" as none at all; a whole offer is no note."""
    if says_nothing(words):
        return Form(form.draft.clear(Field.NOTE), form.matter)
    return None if _is_line(form.matter, words) else answered(form, TermsDraft(note=words.strip()))


def answer_to_clause(form: Form, asked: Field, words: str) -> Form | None:
    """The words as one of the further terms; "no" leaves it out; a whole line of other terms is no answer."""
    if asked in OPTIONAL and says_nothing(words):
        return Form(form.draft.clear(asked), form.matter)
    if is_free(asked, words) and _is_line(form.matter, words, _WITH.get(asked, frozenset())):
        return None
    heard = CLAUSES[asked](words.strip(), context_of(form.matter))
    if isinstance(heard, TermsDraft):
        return refined(form, heard) if asked in STAYING else answered(form, heard)
    return Form(form.draft, form.matter, heard) if heard else None


def _is_line(matter: Matter, words: str, own: frozenset[Field] = frozenset()) -> bool:
    """Whether words typed as a note are terms through and through: 500 pcs at 12.5, or just by sea.

    A figure alone is none: ten in a box are no quantity. Fields of the question's `own` make no line.
    """
    reading = read_offer(words, context_of(matter))
    found = [field for field in filled_fields(reading.terms) if field not in own]
    is_more = len(found) > 1 or any(each in OPTIONAL for each in found)
    return is_more and not reading.rest and not reading.doubts
