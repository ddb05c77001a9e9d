"""The accounts a supplier is paid to: set by its people in the chat, every change kept and told."""

from collections.abc import Mapping, Sequence

from domain.catalogue import Supplier
from domain.payment_account import PaymentAccount
from domain.people import Person
from domain.terms import PaymentMethod
from services.notices import News, Notice
from services.payment_books import KeptAccount
from services.ports import Books
from services.refusals import NotFound


class PaymentAccounts:
    """The accounts of those suppliers for whom a person sells."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def suppliers(self) -> Sequence[Supplier]:
        """Whom the person sells for, by number."""
        ids = sorted(self._person.supplier_ids)
        found = [await self._books.catalogue.supplier(each) for each in ids]
        return [supplier for supplier in found if supplier is not None]

    async def of(self, supplier_id: int) -> tuple[Supplier, Mapping[PaymentMethod, KeptAccount]]:
        """One of them with its accounts. Raises NotFound, to everybody else too."""
        is_mine = supplier_id in self._person.supplier_ids
        supplier = await self._books.catalogue.supplier(supplier_id) if is_mine else None
        if supplier is None:
            raise NotFound(what="supplier")
        return supplier, await self._books.accounts.of_supplier(supplier_id)

    async def set(self, supplier_id: int, account: PaymentAccount) -> None:
        """Another account from now on; everybody who sells for the supplier is told. Raises NotFound.

        The very account that stands is no change.
        """
        _, standing = await self.of(supplier_id)
        kept = standing.get(account.method)
        if kept and kept.account == account:
            return
        number = await self._books.accounts.set(supplier_id, account, self._person.id, self._books.now)
        notice = Notice(News.PAYMENT_ACCOUNT_CHANGED, supplier_id, detail=str(number))
        for seller_id in await self._books.people.sellers(supplier_id):
            if seller_id != self._person.id:
                self._books.post.tell(seller_id, notice)
