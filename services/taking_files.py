"""Taking in catalogue files that sellers send: received, wanted, dropped."""

from domain.people import Person
from domain.policy import Right
from services.own_suppliers import owned
from services.ports import Books
from services.product_files import MOST_BYTES, FileStatus, FileTooLargeHere, ProductFile
from services.refusals import NotFound
from services.said import File


class TakingFiles:
    """The files of the suppliers that one person sells for, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def receive(self, supplier_id: int, file: File, telegram_id: int) -> ProductFile:
        """Takes a file in, to be read beside everything else. Raises NotFound, FileTooLargeHere."""
        await owned(self._books, self._person, supplier_id, Right.PRODUCTS)
        if file.size > MOST_BYTES:
            raise FileTooLargeHere(most=MOST_BYTES // 1_000_000)
        number = await self._books.product_files.add(supplier_id, self._person.id, file, telegram_id)
        return await self.see(number)

    async def see(self, file_id: int) -> ProductFile:
        """A file. Raises NotFound, to all who do not sell for its supplier."""
        return self._seen(await self._books.product_files.get(file_id))

    async def want(self, file_id: int) -> ProductFile:
        """All its rows are to be imported, once; one that is not ready stays as it is."""
        return await self._move(file_id, FileStatus.WANTED)

    async def drop(self, file_id: int) -> ProductFile:
        """Nothing of it is imported; one that was imported stays so."""
        return await self._move(file_id, FileStatus.DROPPED)

    async def _move(self, file_id: int, status: FileStatus) -> ProductFile:
        found = self._seen(await self._books.product_files.get_for_update(file_id))
        if found.status is FileStatus.READY:
            await self._books.product_files.stand(file_id, status)
        return await self.see(file_id)

    def _seen(self, found: ProductFile | None) -> ProductFile:
        if found is None or not self._person.may(Right.PRODUCTS, found.supplier_id):
            raise NotFound(what="file")
        return found
