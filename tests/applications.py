"""Builders of applications for a qualification, and of operators who decide on them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from domain.application import Company
from domain.catalogue import Qualification
from domain.people import Language, Person
from services.deciding import Deciding
from services.photos import Photo
from services.qualifying import Qualifying, Request
from services.said import File, Kind
from storage.books import StoredBooks
from tests.builders import SELLER, SUPPLIER, Trade

OPERATOR, SECOND_OPERATOR = 70, 71
CODE = "91330100799655058B"
"""A real company's code, as its public licence states it."""

Result = TypeVar("Result")


def request(supplier_id: int = SUPPLIER, photos: int = 2) -> Request:
    """An application for a verified factory."""
    proofs = [Photo(Kind.PHOTO, File(f"id{number}", f"unique{number}")) for number in range(photos)]
    company = Company("宁波杯业有限公司", CODE)
    return Request(supplier_id, Qualification.VERIFIED_FACTORY, company, tuple(proofs))


async def hire_operators(trade: Trade) -> None:
    """Two operators write to the bot."""
    for number in (OPERATOR, SECOND_OPERATOR):
        await trade.does(number, lambda b, p: b.people.add(Person(p.id, Language.ENGLISH), b.now))


async def applies(trade: Trade, person_id: int = SELLER, asked: Request | None = None) -> int:
    """An application that waits for a decision; returns its number."""
    asked = asked or request()
    sent = await trade.does(person_id, lambda b, p: Qualifying(b, p).apply(asked, [OPERATOR]))
    assert sent.application is not None
    return sent.application.id


async def decides(
    trade: Trade, operator: int, deed: Callable[[Deciding], Awaitable[Result]], *, is_operator: bool = True
) -> Result:
    """A deed of an operator, or of somebody who would like to be one."""

    async def work(books: StoredBooks, person: Person) -> Result:
        return await deed(Deciding(books, replace(person, is_operator=is_operator)))

    return await trade.does(operator, work)
