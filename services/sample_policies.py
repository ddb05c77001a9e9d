"""On which terms samples are given, as a supplier's people say it: of one product, or of all."""

from domain.catalogue import Product, Supplier
from domain.people import Person
from domain.policy import Right
from domain.sample_policy import SamplePolicy
from services.own_suppliers import owned
from services.ports import Books
from services.refusals import NotFound
from services.stall_books import Change, Changed


class SamplePolicies:
    """The policies of the suppliers that one person sells for, within one transaction.

    - Of one product any of its people may say it, as with all that is listed; of all products an owner.
    - Requests that were quoted and samples that were ordered keep their terms.
    """

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def product(self, product_id: int) -> Product:
        """An own product. Raises NotFound."""
        product = await self._books.catalogue.product(product_id)
        if product is None or not self._person.may(Right.PRODUCTS, product.supplier.id):
            raise NotFound(what="product")
        return product

    async def supplier(self, supplier_id: int) -> Supplier:
        """An own supplier. Raises NotFound."""
        return await owned(self._books, self._person, supplier_id, Right.TRADE)

    async def of_product(self, product_id: int, policy: SamplePolicy) -> Product:
        """This counts for the product's samples from now on, and is recorded as its other changes are."""
        product = await self.product(product_id)
        changed = await self._books.stall.set_samples(product_id, policy.in_currency(product.currency))
        if changed:
            noted = Changed(product_id, self._person.id, Change.EDITED, changed, self._books.now)
            await self._books.stall.note(noted)
        return await self.product(product_id)

    async def of_supplier(self, supplier_id: int, policy: SamplePolicy) -> Supplier:
        """This counts for all products that say nothing of their own. Raises OwnersOnly, NotFound."""
        await owned(self._books, self._person, supplier_id, Right.USUAL_TERMS)
        await self._books.catalogue.set_samples(supplier_id, policy)
        return await self.supplier(supplier_id)
