"""A supplier's own products: looked through, added, changed and paused by its people."""

from domain.catalogue import Product, Supplier
from domain.people import Person
from domain.policy import Right
from domain.refusal import Refusal
from services.importing.cells_back import cells_of
from services.listing_check import Written, listing_of
from services.own_suppliers import owned
from services.ports import Books
from services.refusals import NotFound
from services.stall_books import Change, Changed, Columns, Listed, StallPage

PAGE_SIZE = 6
MOST_WORDS = 6


class ListedAlready(Refusal):
    """The supplier lists a product of this `title` or number already."""


class Stall:
    """The products of the suppliers that one person sells for, within one transaction.

    - Only for people of the supplier; the right is checked at every press.
    - What is changed is found changed by searches at once; offers and orders keep what they were made on.
    - Every change is recorded: who, when, and what it was before.
    """

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def page(self, supplier_id: int, words: str, page: int) -> StallPage:
        """A page of a supplier's products that have all the words. Raises NotFound."""
        await owned(self._books, self._person, supplier_id, Right.PRODUCTS)
        return await self._books.stall.page(supplier_id, words.split()[:MOST_WORDS], page, PAGE_SIZE)

    async def product(self, product_id: int) -> Product:
        """One of the person's own products. Raises NotFound."""
        product = await self._books.catalogue.product(product_id)
        if product is None or not self._person.may(Right.PRODUCTS, product.supplier.id):
            raise NotFound(what="product")
        return product

    async def publish(self, supplier_id: int, written: Written) -> Product:
        """Lists a new product. Raises NotFound, ListingUnfit and ListedAlready."""
        supplier = await owned(self._books, self._person, supplier_id, Right.PRODUCTS)
        listing = listing_of(supplier.name, written)
        number = await self._books.stall.add(supplier_id, listing)
        if number is None:
            raise ListedAlready(title=listing.title_zh or listing.title_en)
        await self._note(number, Change.ADDED, {})
        return await self.product(number)

    async def change(self, product_id: int, written: Written) -> Product:
        """Puts other cells into a product; an empty one takes a fact away. Raises NotFound, ListingUnfit."""
        listed, supplier = await self._own(product_id)
        listing = listing_of(supplier.name, {**cells_of(listed.listing), **written})
        changed = await self._books.stall.save(product_id, listing)
        if changed:
            await self._note(product_id, Change.EDITED, changed)
        return await self.product(product_id)

    async def pause(self, product_id: int) -> Product:
        """No search finds the product, no new inquiry or order takes it; what is under way goes on."""
        return await self._set_paused(product_id, Change.PAUSED)

    async def resume(self, product_id: int) -> Product:
        """The product is sold again."""
        return await self._set_paused(product_id, Change.RESUMED)

    async def _set_paused(self, product_id: int, change: Change) -> Product:
        listed, _ = await self._own(product_id)
        is_paused = change is Change.PAUSED
        if listed.is_paused != is_paused:
            await self._books.stall.set_paused(product_id, self._books.now if is_paused else None)
            await self._note(product_id, change, {})
        return await self.product(product_id)

    async def _own(self, product_id: int) -> tuple[Listed, Supplier]:
        listed = await self._books.stall.get_for_update(product_id)
        if listed is None:
            raise NotFound(what="product")
        return listed, await owned(self._books, self._person, listed.supplier_id, Right.PRODUCTS)

    async def _note(self, product_id: int, change: Change, columns: Columns) -> None:
        noted = Changed(product_id, self._person.id, change, columns, self._books.now)
        await self._books.stall.note(noted)
