"""Whom a person sells for."""

from collections.abc import Sequence

from domain.catalogue import Supplier
from domain.people import Person
from services.ports import Books
from services.refusals import NotFound


async def suppliers_of(books: Books, person: Person) -> Sequence[Supplier]:
    """The suppliers that the person sells for, in the order of arrival."""
    found = [await books.catalogue.supplier(each) for each in sorted(person.supplier_ids)]
    return [supplier for supplier in found if supplier]


async def own_supplier(books: Books, person: Person, supplier_id: int) -> Supplier:
    """The supplier. Raises NotFound, to all who do not sell for it."""
    found = await books.catalogue.supplier(supplier_id)
    if found is None or supplier_id not in person.supplier_ids:
        raise NotFound(what="supplier")
    return found
