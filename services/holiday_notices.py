"""A supplier's holiday notice: given, taken back, and told to buyers whose negotiations are under way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from domain.catalogue import Supplier
from domain.china import Holiday, china_day, holidays_between
from domain.holiday_notice import AHEAD, HolidayNotice
from domain.people import Person
from domain.policy import Right
from services.notices import News, Notice
from services.own_suppliers import owned
from services.ports import Books

MOST_TOLD: Final = 200


@dataclass(frozen=True, slots=True)
class Ahead:
    """China's holidays for which a notice may be given now, and days that show how one is written."""

    holidays: Sequence[Holiday]
    first: date
    last: date


class HolidayNotices:
    """The notices of the suppliers that one person sells for, within one transaction.

    - Only for people of the supplier.
    - A notice changes no clock and no term: it is only told.
    - The buyer of each open negotiation is told of a new one once.
    """

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def of(self, supplier_id: int) -> Supplier:
        """The supplier with its notice. Raises NotFound."""
        return await owned(self._books, self._person, supplier_id, Right.PRODUCTS)

    def ahead(self) -> Ahead:
        """What a notice may be about: next week is as good an example as any."""
        today = china_day(self._books.now)
        coming = [
            each for each in holidays_between(today, today + AHEAD) if each.is_long and each.first > today
        ]
        return Ahead(coming, today + timedelta(days=7), today + timedelta(days=11))

    async def give(self, supplier_id: int, notice: HolidayNotice) -> Supplier:
        """Puts the notice in place of the one before. Raises NotFound, HolidayUnusable."""
        supplier = await self.of(supplier_id)
        checked = notice.checked(china_day(self._books.now))
        if checked == supplier.holiday:
            return supplier
        await self._books.catalogue.set_holiday(supplier_id, self._person.id, checked, self._books.now)
        await self._tell(supplier_id)
        return replace(supplier, holiday=checked)

    async def take_back(self, supplier_id: int) -> Supplier:
        """There is no notice any more."""
        supplier = await self.of(supplier_id)
        await self._books.catalogue.set_holiday(supplier_id, self._person.id, None, self._books.now)
        return replace(supplier, holiday=None)

    async def _tell(self, supplier_id: int) -> None:
        seller = replace(self._person, supplier_ids=frozenset((supplier_id,)))
        found = await self._books.negotiations.of_person(seller, page=0, size=MOST_TOLD)
        for negotiation in found:
            if negotiation.supplier_id == supplier_id:
                told = Notice(News.HOLIDAY_NOTICE, negotiation.id, negotiation.offer.number)
                self._books.post.tell(negotiation.buyer_id, told)
