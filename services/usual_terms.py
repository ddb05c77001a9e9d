"""The terms a supplier keeps for every deal: what its people set once, and inquiries leave open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from domain.catalogue import Supplier
from domain.people import Person
from domain.policy import Right
from domain.terms import NOTHING_STATED, Shipping, TermsDraft
from language.offer import read_offer
from language.reading import Context
from services.drafting import Problem, Unread
from services.hearing_clauses import CLAUSES
from services.offer_fields import TERMS_OF, Field, without
from services.offer_values import read_clause
from services.own_suppliers import owned, suppliers_of
from services.ports import Books
from services.refusals import NotFound
from services.usual_clauses import (
    freight_choices,
    late_choices,
    payment_choices,
    quality_choices,
    validity_choices,
)

KEPT: Final = (
    Field.SHIPPING,
    Field.PAYMENT,
    Field.FREIGHT,
    Field.QUALITY,
    Field.LATE,
    Field.VALIDITY,
)
"""The fields that may be the same in every deal; the lead time is the listing's."""

_CHOICES: Final[Mapping[Field, Callable[[Supplier], Sequence[TermsDraft]]]] = {
    Field.SHIPPING: lambda supplier: [TermsDraft(shipping=way) for way in Shipping],
    Field.PAYMENT: lambda supplier: payment_choices(supplier.usual.deposit_percent),
    Field.FREIGHT: freight_choices,
    Field.QUALITY: lambda supplier: quality_choices(),
    Field.LATE: lambda supplier: late_choices(),
    Field.VALIDITY: lambda supplier: validity_choices(),
}
_NO_CURRENCY: Final = "CNY"
"""None of these terms is an amount of money, so it does not matter which is read."""


class UsualTerms:
    """The usual terms of the suppliers that one person sells for, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def suppliers(self) -> Sequence[Supplier]:
        """Whom the person sells for, in the order of arrival."""
        return await suppliers_of(self._books, self._person, Right.TRADE)

    async def of(self, supplier_id: int) -> Supplier:
        """The supplier with its usual terms. Raises NotFound, to all who do not sell for it."""
        return await owned(self._books, self._person, supplier_id, Right.TRADE)

    async def state(self, supplier_id: int, part: TermsDraft) -> Supplier:
        """These terms are usual from now on; others that contradict them no longer are.

        - Only for owners of the supplier. Raises OwnersOnly to its other people.
        - Offers that were made keep their terms.
        - Of the part only what is the same in every deal is kept. Raises NotFound where that is nothing.
        """
        kept = kept_of(part)
        if kept == NOTHING_STATED:
            raise NotFound(what="term")
        supplier = await self._own(supplier_id)
        return await self._keep(supplier, kept.filled_from(supplier.usual))

    async def leave_open(self, supplier_id: int, field: Field) -> Supplier:
        """The field is no longer usual: it is agreed from deal to deal."""
        supplier = await self._own(supplier_id)
        return await self._keep(supplier, without(field, supplier.usual))

    async def _own(self, supplier_id: int) -> Supplier:
        return await owned(self._books, self._person, supplier_id, Right.USUAL_TERMS)

    async def _keep(self, supplier: Supplier, usual: TermsDraft) -> Supplier:
        kept = replace(usual, dropped=frozenset())
        await self._books.catalogue.set_usual(supplier.id, self._person.id, kept, self._books.now)
        return replace(supplier, usual=kept)


def choices_of(supplier: Supplier, field: Field) -> Sequence[TermsDraft]:
    """The usual answers for a field. Raises NotFound for one that is not kept."""
    if field not in _CHOICES:
        raise NotFound(what="button")
    return _CHOICES[field](supplier)


def read_usual(field: Field, value: str) -> TermsDraft:
    """What a button's value states. Raises NotFound for a field that is not kept, or a value of no button."""
    if field not in KEPT:
        raise NotFound(what="button")
    return read_clause(field, value)


def heard(words: str, field: Field | None) -> TermsDraft | Problem:
    """What typed words state of the terms that are kept: the field that is asked, or any in one line."""
    answer = CLAUSES[field](words.strip(), Context(_NO_CURRENCY)) if field and field in CLAUSES else None
    if answer is None:
        answer = kept_of(read_offer(words, Context(_NO_CURRENCY)).terms)
    return Unread(words) if answer == NOTHING_STATED else answer


def kept_of(part: TermsDraft) -> TermsDraft:
    """Of all terms those that may be the same in every deal."""
    named = {name: getattr(part, name) for field in KEPT for name in TERMS_OF[field]}
    return replace(NOTHING_STATED, **named)
