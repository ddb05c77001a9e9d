"""The suppliers a person sells for, by what he may do in their names."""

from collections.abc import Sequence

from domain.catalogue import Supplier
from domain.people import Person
from domain.policy import Right
from services.ports import Books
from services.refusals import NotFound, OwnersOnly


async def owned(books: Books, person: Person, supplier_id: int, right: Right) -> Supplier:
    """The supplier, for those who have the right.

    Raises OwnersOnly to the supplier's other people, NotFound to all who do not sell for it.
    """
    supplier = await books.catalogue.supplier(supplier_id)
    if supplier is None or person.role_in(supplier_id) is None:
        raise NotFound(what="supplier")
    if not person.may(right, supplier_id):
        raise OwnersOnly()
    return supplier


async def suppliers_of(books: Books, person: Person, right: Right) -> Sequence[Supplier]:
    """The suppliers in whose name the person has the right, in the order of arrival."""
    numbers = [each for each in sorted(person.supplier_ids) if person.may(right, each)]
    found = [await books.catalogue.supplier(each) for each in numbers]
    return [supplier for supplier in found if supplier]
