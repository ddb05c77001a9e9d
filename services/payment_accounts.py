"""The accounts a supplier is paid to: set by its owners in the chat, every change kept and told."""

from collections.abc import Mapping, Sequence

from domain.catalogue import Supplier
from domain.payment_account import PaymentAccount
from domain.people import Person
from domain.policy import Right
from domain.terms import PaymentMethod
from services.notices import News, Notice
from services.own_suppliers import owned, suppliers_of
from services.payment_books import KeptAccount
from services.ports import Books


class PaymentAccounts:
    """The accounts of those suppliers for whom a person sells."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def suppliers(self) -> Sequence[Supplier]:
        """Whom the person sells for, in the order of arrival."""
        return await suppliers_of(self._books, self._person, Right.TRADE)

    async def of(self, supplier_id: int) -> tuple[Supplier, Mapping[PaymentMethod, KeptAccount]]:
        """One of them with its accounts. Raises NotFound, to everybody else too."""
        supplier = await owned(self._books, self._person, supplier_id, Right.TRADE)
        return supplier, await self._books.accounts.of_supplier(supplier_id)

    async def to_change(self, supplier_id: int) -> Supplier:
        """One of them whose accounts the person may set. Raises OwnersOnly to its others, NotFound."""
        return await owned(self._books, self._person, supplier_id, Right.ACCOUNTS)

    async def set(self, supplier_id: int, account: PaymentAccount) -> None:
        """Another account from now on; everybody who sells for the supplier is told.

        - Only for its owners, for money goes there. Raises OwnersOnly to its others, NotFound to strangers.
        - The very account that stands is no change.
        """
        await self.to_change(supplier_id)
        kept = (await self._books.accounts.of_supplier(supplier_id)).get(account.method)
        if kept and kept.account == account:
            return
        number = await self._books.accounts.set(supplier_id, account, self._person.id, self._books.now)
        notice = Notice(News.PAYMENT_ACCOUNT_CHANGED, supplier_id, detail=str(number))
        for seller_id in await self._books.people.sellers(supplier_id):
            if seller_id != self._person.id:
                self._books.post.tell(seller_id, notice)
